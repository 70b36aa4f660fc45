"""Who took the photo has a right to be named."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, missing
from news.checks.text import Text


def lead_photo_without_credit(text: Text) -> Iterator[Finding]:
    """A lead photo without a credit of its own or of the article's."""
    if text.lead_photo and not (text.lead_credit.strip() or text.lead_photo.credit.strip()):
        yield missing("lead_photo_without_credit", "lead_credit", _("Ảnh đại diện chưa ghi nguồn ảnh."))
