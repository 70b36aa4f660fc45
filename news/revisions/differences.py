"""Two revisions compared whole: the text word by word, what stands around it by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Author, AuthorRole, Gallery, Photo, Section, Tag
from news.revisions.compare import Row, compare_bodies, text_row
from news.revisions.content import Content
from news.revisions.lists import Item, compare_lists

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: "dict[str, StrOrPromise]" = {
    "headline": gettext_lazy("Tít"),
    "short_headline": gettext_lazy("Tít ngắn"),
    "standfirst": gettext_lazy("Sapo"),
    "body": gettext_lazy("Nội dung"),
    "galleries": gettext_lazy("Bộ ảnh"),
    "attachments": gettext_lazy("Tệp đính kèm"),
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


LISTS = ("galleries", "attachments")  # told item by item


@dataclass(frozen=True)
class Part:
    """One field of the article in both revisions."""

    field: str
    label: "StrOrPromise"
    rows: Sequence[Row]


def differences(before: Content, after: Content) -> list[Part]:
    """The fields that differ, in the order in which they stand on the page; five queries for the names.

    What one of them doesn't know (it is from before that was kept) is no difference.
    """
    names = Names(before, after)
    return [
        Part(field, label, _rows(names, before, after, field))
        for field, label in LABELS.items()
        if getattr(before, field) != getattr(after, field)
        and (field not in LISTS or None not in (getattr(before, field), getattr(after, field)))
    ]


def _rows(names: "Names", before: Content, after: Content, field: str) -> Sequence[Row]:
    if field == "body":
        return compare_bodies(before.body, after.body)
    if field in LISTS:
        return compare_lists(names.items(before, field), names.items(after, field))
    return [text_row(names.said(before, field), names.said(after, field))]


class Names:
    """What the relations of some contents are called."""

    def __init__(self, *contents: Content) -> None:
        self.sections = Section.objects.in_bulk(
            {pk for content in contents for pk in (content.section, *content.further_sections)}
        )
        self.tags = Tag.objects.in_bulk({pk for content in contents for pk in content.tags})
        self.authors = Author.objects.in_bulk({byline.author for content in contents for byline in content.bylines})
        self.photos = Photo.objects.in_bulk({content.lead_photo for content in contents if content.lead_photo})
        self.galleries = Gallery.objects.in_bulk({pk for content in contents for pk in content.galleries or ()})

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

    def items(self, content: Content, field: str) -> list[Item]:
        """What one of the LISTS holds, each with its name."""
        if field == "attachments":
            return [Item(pk, name) for pk, name in content.attachments or ()]
        return [Item(pk, self._list(self.galleries, (pk,))) for pk in content.galleries or ()]

    def _list(self, known: Mapping[int, object], wanted: Sequence[int]) -> str:
        return ", ".join(str(known.get(pk, _("(không còn)"))) for pk in wanted)
