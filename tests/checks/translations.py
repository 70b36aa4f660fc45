"""The catalogues in config/locale/: `update` gathers strings and compiles, `check` says what is missing.

`en` holds every string of ours in English (the source text is Vietnamese); `vi` holds in Vietnamese what the packages
in use say in English only, and what they say in a Vietnamese that no newsroom speaks. `python -m tests.checks.translations update|check`.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.checks import messages

LOCALE = messages.ROOT / "config" / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def wanted() -> Iterator[tuple[str, str, Catalog]]:
    """Locale, domain and the strings that must be translated there."""
    yield "en", "django", messages.own()
    for domain in ("django", "djangojs"):
        yield "vi", domain, messages.foreign(domain, corrected=_read(po_file("vi", domain), "vi", domain))


def po_file(locale: str, domain: str) -> Path:
    """Where a catalogue is kept as text."""
    return LOCALE / locale / "LC_MESSAGES" / f"{domain}.po"


def update() -> int:
    """Bring every catalogue to the strings of the day, translations kept, and compile. Prints what is to be done."""
    for locale, domain, template in wanted():
        path = po_file(locale, domain)
        catalog = _read(path, locale, domain)
        # No guessing: a translation that merely resembles another one is worse than none.
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_as_text(catalog))
        path.with_suffix(".mo").write_bytes(_compiled(_read(path, locale, domain)))
        missing = sum(1 for message in catalog if message.id and not _translated(message))
        print(f"{path.relative_to(messages.ROOT)}: {len(catalog)} chuỗi, còn {missing} chuỗi chưa dịch")
    return 0


def check() -> int:
    """0 if nothing is missing, fuzzy, unused, broken or not compiled; prints each fault."""
    faults = [fault for locale, domain, template in wanted() for fault in faults_of(locale, domain, template)]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def faults_of(locale: str, domain: str, template: Catalog) -> Iterator[str]:
    """What is wrong with one catalogue, a line each."""
    path = po_file(locale, domain)
    name = path.relative_to(messages.ROOT)
    catalog = _read(path, locale, domain)
    for message in template:
        if message.id:
            mine = catalog.get(message.id, message.context)
            yield from (f"{name}: {_first(message)!r}: {fault}" for fault in _faults_of_message(mine))
    for message in catalog:
        if message.id and template.get(message.id, message.context) is None:
            yield f"{name}: {_first(message)!r}: no longer used (make messages)"
    compiled = path.with_suffix(".mo")
    if not compiled.is_file() or compiled.read_bytes() != _compiled(catalog):
        yield f"{name}: not compiled (make messages)"


def _faults_of_message(message: Message | None) -> Iterator[str]:
    if message is None:
        yield "missing (make messages, then translate)"
    elif not _translated(message):
        yield "not translated"
    elif message.fuzzy:
        yield "fuzzy"
    elif not _same_placeholders(message):
        yield "other placeholders than in the source"


def _translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _same_placeholders(message: Message) -> bool:
    """Each form asks for nothing that the source doesn't give; the last form leaves nothing out."""
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = [message.string] if isinstance(message.string, str) else list(message.string)
    given = {mark for source in sources for mark in PLACEHOLDER.findall(source)}
    asked = [set(PLACEHOLDER.findall(form)) for form in forms]
    return all(one <= given for one in asked) and asked[-1] == set(PLACEHOLDER.findall(sources[-1]))


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _read(path: Path, locale: str, domain: str) -> Catalog:
    if path.is_file():
        with path.open("rb") as file:
            catalog = read_po(file, locale=locale, domain=domain)
    else:
        catalog = Catalog(locale=locale, domain=domain)
    catalog.project, catalog.version = "Tòa Soạn", "1"
    catalog.last_translator = catalog.language_team = "Tòa Soạn"
    catalog.msgid_bugs_address = ""
    catalog.header_comment = "# Tòa Soạn. Bản dịch: make messages gom chuỗi và biên dịch tệp này."
    catalog.fuzzy = False
    catalog.creation_date = catalog.revision_date = messages.UNCHANGING
    return catalog


def _as_text(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=100, sort_output=True, include_previous=False, ignore_obsolete=True)
    return file.getvalue()


def _compiled(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())
