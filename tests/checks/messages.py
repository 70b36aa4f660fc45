"""Finds the strings to translate, in Python, in templates and in scripts, without GNU gettext."""

import ast
import gettext
import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation import TranslatorCommentWarning
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
# What each function's arguments are: "1" the message, "2" its plural, "c" the context (gettext's own marks).
ARGUMENTS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), "1"),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), "12"),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), "c1"),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), "c12"),
}
BABEL_MARKS = {"1": None, "12": (1, 2), "c1": ((1, "c"), 2), "c12": ((1, "c"), 2, 3)}
BABEL_KEYWORDS = {name: BABEL_MARKS[marks] for name, marks in ARGUMENTS.items()}
TEMPLATES = (".html", ".txt", ".xml")
# Packages whose words an editor may meet, and their parts that are not installed here or speak to developers only.
FOREIGN = ("unfold", "ckeditor", "django")
SILENT = (
    "unfold/templates/unfold_crispy",
    *(f"unfold/contrib/{name}/" for name in ("constance", "guardian", "import_export", "simple_history")),
    *(f"django/contrib/{name}/" for name in ("admindocs", "flatpages", "gis", "humanize", "postgres", "redirects")),
    *(f"django/contrib/{name}/" for name in ("sites", "sitemaps", "syndication", "staticfiles", "auth/management")),
    *(f"django/{name}/" for name in ("conf", "core/management", "core/checks", "test", "views/templates")),
    *(f"django/{name}" for name in ("contrib/contenttypes/views.py", "views/debug.py", "views/generic/")),
    *("django/views/static.py", "django/db/models/fields/json.py"),
)
UNCHANGING = datetime(2026, 1, 1, tzinfo=UTC)  # dates in a catalogue's header would change with every run
Text = str | tuple[str, str]  # a message, or a message and its plural
Found = tuple[str, Text, str | None]  # place, message, context


def own() -> Catalog:
    """Every string of this project: Vietnamese source text."""
    folders = [ROOT / name for name in ("config", "news", "comments", "templates")]
    files = sorted(path for folder in folders for path in folder.rglob("*"))
    return _catalog(found for path in files for found in strings_in(path, path.relative_to(ROOT).as_posix(), "django"))


def foreign(domain: str, corrected: Catalog) -> Catalog:
    """English strings of the packages in use that their own Vietnamese leaves out, and those that `corrected` holds too.

    A newsroom says some things otherwise than the packages' translators did: its catalogue may say them again.
    """
    wanted = every_foreign(domain)
    known = _vietnamese(domain) - {_key(message.id, message.context) for message in corrected if message.id}
    for message in [message for message in wanted if message.id and _key(message.id, message.context) in known]:
        wanted.delete(message.id, message.context)
    return wanted


def every_foreign(domain: str) -> Catalog:
    """Every English string of the packages in use that an editor may meet."""
    return _catalog(_foreign_strings(domain))


def _foreign_strings(domain: str) -> Iterator[Found]:
    for package in FOREIGN:
        base = _folder(package)
        for path in sorted(base.rglob("*")):
            place = f"{package}/{path.relative_to(base).as_posix()}"
            if not place.startswith(SILENT):
                yield from strings_in(path, place, domain)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(package)
    return Path(spec.origin).parent


def strings_in(path: Path, place: str, domain: str) -> Iterator[Found]:
    """What one file asks gettext for: Python and templates in the domain `django`, scripts in `djangojs`."""
    if domain == "djangojs":
        if path.suffix == ".js" and not path.name.endswith(".min.js"):
            yield from _by_babel("javascript", _read(path), place)
    elif path.suffix == ".py":
        yield from _in_python(_read(path), place)
    elif path.suffix in TEMPLATES and path.is_file():
        yield from _in_template(_read(path), place)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _in_python(text: str, place: str) -> Iterator[Found]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            marks = ARGUMENTS.get(name, "")
            values = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if marks and len(values) >= len(marks):
                known = dict(zip(marks, values, strict=False))
                yield place, (known["1"], known["2"]) if "2" in known else known["1"], known.get("c")


def _in_template(text: str, place: str) -> Iterator[Found]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TranslatorCommentWarning)
        # Brackets around it: the rest of the page must not be taken for Python's indentation.
        yield from _by_babel("python", f"({templatize(text)})", place)


def _by_babel(method: str, text: str, place: str) -> Iterator[Found]:
    if any(f"{word}(" in text for word in ARGUMENTS):
        for _line, message, _comments, context in extract(method, io.BytesIO(text.encode()), BABEL_KEYWORDS):
            yield place, message if isinstance(message, str) else (message[0], message[1]), context


def _catalog(found: Iterable[Found]) -> Catalog:
    catalog = Catalog(creation_date=UNCHANGING)
    for place, message, context in found:
        if message and message[0]:
            # Without line numbers: a catalogue should only change when a string does.
            catalog.add(message, locations=[(place, None)], context=context)  # type: ignore[list-item]
    return catalog


def _key(message: Text, context: str | None) -> str:
    first = message if isinstance(message, str) else message[0]
    return f"{context}\x04{first}" if context else first


def _vietnamese(domain: str) -> set[str]:
    """What the packages translate into Vietnamese themselves, as gettext keys."""
    known: set[str] = set()
    for package in FOREIGN:
        base = _folder(package)
        for file in sorted(base.rglob(f"locale/vi/LC_MESSAGES/{domain}.mo")):
            place = f"{package}/{file.relative_to(base).as_posix()}"
            if place.startswith("django/conf/") or not place.startswith(SILENT):
                with file.open("rb") as stream:
                    entries = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
                known |= {key[0] if isinstance(key, tuple) else key for key, value in entries.items() if value}
    return known
