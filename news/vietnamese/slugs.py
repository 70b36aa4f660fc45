"""The words of a web address."""

import re

from news.vietnamese.letters import fold

LONGEST_SLUG = 80  # characters; longer addresses are cut in messages and search results


def slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """Folded words joined by hyphens, cut at a word's end; "" if no Latin letter or digit is left.

    >>> slug("Đường phố Đà Nẵng được đổi tên")
    'duong-pho-da-nang-duoc-doi-ten'
    """
    words = "-".join(re.findall("[a-z0-9]+", fold(text)))
    if len(words) <= longest:
        return words
    whole_words, _, _ = words[: longest + 1].rpartition("-")
    return whole_words or words[:longest]
