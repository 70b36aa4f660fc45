"""A picture in the text that says nothing to those who cannot see it (WCAG 2.2, 1.1.1)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text


def pictures_without_alt(text: Text) -> Iterator[Finding]:
    """Each picture of the body whose description is empty; its place is where it stands between the words."""
    for number, picture in enumerate(text.reading.pictures, start=1):
        if not picture.element.attributes.get("alt", "").strip():
            sentence = _("Ảnh thứ %(number)d trong bài chưa có mô tả cho người không nhìn thấy ảnh.")
            place = (picture.start, picture.end)
            yield at("pictures_without_alt", "body", text.reading.text, place, sentence % {"number": number})
