"""The second of two people to save: their form comes back with the other's changes in it, and with what clashes beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from news.admin.article_extras import document_rows, gallery_rows
from news.admin.bylines import byline_rows
from news.attaching import Upload
from news.editing import Files
from news.models import Article, Revision
from news.revisions import keeping
from news.revisions.content import TEXTS, Content
from news.revisions.differences import LABELS, Part, differences
from news.revisions.reconciling import reconcile

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Conflict:
    """What the person is shown above the form."""

    newest: Revision
    clashing: list["StrOrPromise"]  # the names of fields that both changed; the form holds the person's own
    parts: list[Part]  # from the other's text to what the form holds now
    again: list[str]  # files that the person has to choose again: no page can hand a file back


def find(article: Article, opened_on: int | None) -> Revision | None:
    """The revision that came in after the one that was opened; None if none did."""
    newest = keeping.newest(article)
    outdated = newest is not None and opened_on is not None and keeping.is_outdated(newest, opened_on)
    return newest if outdated else None


ROWS: dict[str, Callable[[Content], list[dict[str, Any]]]] = {
    "bylines": lambda content: byline_rows(content.bylines),
    "galleries": gallery_rows,
    "attachments": document_rows,
}  # by the prefix of the rows' fields


def bring_together(
    request: HttpRequest, newest: Revision, opened_on: int | None, mine: Content, files: Files
) -> Conflict:
    """Put the other's changes into the posted form where they don't clash, and say what does."""
    article = newest.article
    theirs = keeping.whole(article, keeping.content_of(newest))
    opened = Revision.objects.unpackable().filter(article=newest.article_id, pk=opened_on or 0).first()
    base = keeping.content_of(opened) if opened else _first(newest) or theirs
    found = reconcile(keeping.whole(article, base), mine, theirs)
    request.POST = as_posted(request.POST, found.content)  # type: ignore[assignment]
    clashing = list(dict.fromkeys(LABELS[field] for field, _clash in found.clashes))
    again = [file.name for file in files if isinstance(file, Upload)]
    return Conflict(newest, clashing, differences(theirs, found.content), again)


def _first(newest: Revision) -> Content | None:
    first = Revision.objects.unpackable().filter(article=newest.article_id, number=1).first()
    return keeping.content_of(first) if first else None


def as_posted(posted: QueryDict, content: Content) -> QueryDict:
    """The form's data with the content in its fields; what else was posted stays."""
    data = posted.copy()
    for name in TEXTS:
        if name in data:
            data[name] = getattr(content, name)
    data.setlist("tags", [str(pk) for pk in content.tags])
    data.setlist("further_sections", [str(pk) for pk in content.further_sections])
    data["section"] = str(content.section)
    data["lead_photo"] = str(content.lead_photo or "")
    data.pop("featured", None)
    data.update({"featured": "on"} if content.featured else {})
    for prefix, rows in ROWS.items():
        for name in [name for name in data if name.startswith(f"{prefix}-")]:
            del data[name]
        data.update(dict(_posted_rows(prefix, rows(content))))
    return data


def _posted_rows(prefix: str, rows: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    yield f"{prefix}-TOTAL_FORMS", str(len(rows))
    yield f"{prefix}-INITIAL_FORMS", "0"
    for place, row in enumerate(rows):
        for name, value in row.items():
            yield f"{prefix}-{place}-{name}", str(value)


def told(newest: Revision, when: str) -> str:
    """Who saved meanwhile, and what can be done now."""
    what = _("%(who)s vừa lưu bài này lúc %(when)s, sau khi bạn mở.")
    return f"{what % {'who': newest.by or _('Hệ thống'), 'when': when}} " + _(
        "Chữ của bạn còn nguyên dưới đây, cùng những chỗ người kia sửa mà không chạm chữ của bạn. Xem lại rồi lưu lần nữa."
    )
