"""Two revisions compared whole: the text word by word, what stands around it by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Author, AuthorRole, Photo, Section, Tag
from news.revisions.compare import Row, compare_bodies, text_row
from news.revisions.content import Content

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: "dict[str, StrOrPromise]" = {
    "headline": gettext_lazy("Tít"),
    "short_headline": gettext_lazy("Tít ngắn"),
    "standfirst": gettext_lazy("Sapo"),
    "body": gettext_lazy("Nội dung"),
    "bylines": gettext_lazy("Tác giả"),
    "source_line": gettext_lazy("Nguồn"),
    "section": gettext_lazy("Chuyên mục"),
    "further_sections": gettext_lazy("Đăng thêm ở mục"),
    "tags": gettext_lazy("Chủ đề"),
    "lead_photo": gettext_lazy("Ảnh đại diện"),
    "lead_caption": gettext_lazy("Chú thích ảnh"),
    "lead_credit": gettext_lazy("Nguồn ảnh"),
    "featured": gettext_lazy("Tin nổi bật"),
    "slug": gettext_lazy("Đường dẫn"),
}


@dataclass(frozen=True)
class Part:
    """One field of the article in both revisions."""

    field: str
    label: "StrOrPromise"
    rows: Sequence[Row]


def differences(before: Content, after: Content) -> list[Part]:
    """The fields that differ, in the order in which they stand on the page; four queries for the names."""
    names = Names(before, after)
    parts = []
    for field, label in LABELS.items():
        if getattr(before, field) != getattr(after, field):
            rows = (
                compare_bodies(before.body, after.body)
                if field == "body"
                else [text_row(names.said(before, field), names.said(after, field))]
            )
            parts.append(Part(field, label, rows))
    return parts


class Names:
    """What the relations of some contents are called."""

    def __init__(self, *contents: Content) -> None:
        self.sections = Section.objects.in_bulk(
            {pk for content in contents for pk in (content.section, *content.further_sections)}
        )
        self.tags = Tag.objects.in_bulk({pk for content in contents for pk in content.tags})
        self.authors = Author.objects.in_bulk({byline.author for content in contents for byline in content.bylines})
        self.photos = Photo.objects.in_bulk({content.lead_photo for content in contents if content.lead_photo})

    def said(self, content: Content, field: str) -> str:
        """The field in words."""
        match field:
            case "section":
                return self._list(self.sections, (content.section,))
            case "further_sections":
                return self._list(self.sections, content.further_sections)
            case "tags":
                return self._list(self.tags, content.tags)
            case "lead_photo":
                return self._list(self.photos, (content.lead_photo,) if content.lead_photo else ())
            case "bylines":
                return ", ".join(
                    f"{self.authors.get(author, _('(không còn)'))} ({AuthorRole(role).label})"
                    for author, role in content.bylines
                )
            case "featured":
                return _("có") if content.featured else _("không")
        return str(getattr(content, field))

    def _list(self, known: Mapping[int, object], wanted: Sequence[int]) -> str:
        return ", ".join(str(known.get(pk, _("(không còn)"))) for pk in wanted)
