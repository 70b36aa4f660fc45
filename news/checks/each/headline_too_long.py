"""Headlines that break the page, or the card in a list."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.vietnamese.letters import visible_length

LONGEST = 120  # characters; more take over three lines on a phone, and search engines cut them long before
LONGEST_ON_CARDS = 70  # characters; three lines of a small card


def headline_too_long(text: Text) -> Iterator[Finding]:
    """A headline over LONGEST; one for cards over LONGEST_ON_CARDS, be it the short one or for want of it the headline."""
    length = visible_length(text.headline)
    if length > LONGEST:
        yield _long("headline", text.headline, _("Tít dài %(length)d ký tự, nên không quá %(longest)d."), LONGEST)
    elif length > LONGEST_ON_CARDS and not text.short_headline:
        sentence = _("Tít dài %(length)d ký tự: trong danh sách cần tít ngắn không quá %(longest)d.")
        yield _long("headline", text.headline, sentence, LONGEST_ON_CARDS)
    if visible_length(text.short_headline) > LONGEST_ON_CARDS:
        sentence = _("Tít ngắn dài %(length)d ký tự, nên không quá %(longest)d.")
        yield _long("short_headline", text.short_headline, sentence, LONGEST_ON_CARDS)


def _long(field: str, headline: str, sentence: str, longest: int) -> Finding:
    words = sentence % {"length": visible_length(headline), "longest": longest}
    return at("headline_too_long", field, headline, (longest, len(headline)), words)
