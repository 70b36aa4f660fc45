"""Links and pictures of the body that lead to nothing that readers may see."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.checks.visible import Mark
from news.ids import LARGEST_ID
from news.models import Article, Author, Photo, Section, Tag

CLOSED = (["admin"], ["desk"])  # namespaces: the newsroom's own pages

Target = tuple[str, Any]  # what kind of thing, and which one


def broken_links(text: Text) -> Iterator[Finding]:
    """Each link to a page of this paper that is not there, each picture whose photo is gone. At most a query a kind."""
    links = [(mark, target) for mark in text.reading.links if (target := _target(_href(mark)))]
    pictures = [(mark, target) for mark in text.reading.pictures if (target := _target(_source(mark)))]
    lives = _living(target for _mark, target in links + pictures)
    for mark, target in links:
        if target not in lives:
            yield _broken(text, mark, _("Liên kết %(address)s không dẫn tới trang nào bạn đọc xem được."), _href(mark))
    for mark, target in pictures:
        if target not in lives:
            yield _broken(text, mark, _("Ảnh %(address)s không còn trong kho."), _source(mark))


def _broken(text: Text, mark: Mark, sentence: str, address: str) -> Finding:
    place = (mark.start, mark.end)
    return at("broken_links", "body", text.reading.text, place, sentence % {"address": address})


def _href(mark: Mark) -> str:
    return mark.element.attributes.get("href", "").strip()


def _source(mark: Mark) -> str:
    return mark.element.attributes.get("src", "").strip()


def _target(address: str) -> Target | None:
    """What an address of ours asks for; None for the rest of the world and for pages that are always there."""
    path = _own_path(address)
    if path is None or path.startswith(settings.STATIC_URL):
        return None
    match = None if "\0" in path else _page(path)
    if match is None or match.namespaces[:1] in CLOSED:
        return "nothing", path
    given = match.kwargs
    match match.url_name:
        case "article":
            return "article", given["pk"]
        case "photo":
            return "photo", given["key"]
        case "section" | "section_feed":
            return "section", (None, given["section"])
        case "subsection":
            return "section", (given["section"], given["subsection"])
        case "tag" | "author" as kind:
            return kind, given["slug"]
    return None


def _own_path(address: str) -> str | None:
    """The path below our root; None if the address leads elsewhere or only down the same page."""
    try:
        parts = urlsplit(urljoin("/bai.html", address))
        host = parts.hostname
    except ValueError:
        return None
    ours = parts.scheme in ("", "http", "https") and (not host or host in settings.ALLOWED_HOSTS)
    return unquote(parts.path) if ours and address and not address.startswith("#") else None


def _page(path: str) -> ResolverMatch | None:
    """The page of that path, which may lack its last slash."""
    for tried in (path, f"{path}/"):
        try:
            return resolve(tried)
        except Resolver404:
            continue
    return None


def _living(targets: Iterable[Target]) -> set[Target]:
    """Those of the targets that readers find."""
    wanted: dict[str, list[Any]] = {}
    for kind, which in set(targets):
        wanted.setdefault(kind, []).append(which)
    return {(kind, which) for kind, all_of_them in wanted.items() if kind in LIVE for which in LIVE[kind](all_of_them)}


def _articles(ids: list[Any]) -> Iterable[Any]:
    return Article.objects.live().filter(pk__in=[pk for pk in ids if pk <= LARGEST_ID]).values_list("pk", flat=True)


def _sections(slugs: list[Any]) -> Iterable[Any]:
    found = Section.objects.filter(slug__in=[slug for _parent, slug in slugs])
    return found.values_list("parent__slug", "slug")


LIVE: dict[str, Callable[[list[Any]], Iterable[Any]]] = {
    "article": _articles,
    "photo": lambda keys: Photo.objects.filter(key__in=keys).values_list("key", flat=True),
    "section": _sections,
    "tag": lambda slugs: Tag.objects.filter(slug__in=slugs).values_list("slug", flat=True),
    "author": lambda slugs: Author.objects.filter(slug__in=slugs).values_list("slug", flat=True),
}
