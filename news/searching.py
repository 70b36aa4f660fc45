"""Finding articles by words in headline and standfirst, typed with or without diacritics."""

import re
from collections.abc import Iterator, Sequence

from news.models import Article
from news.models.article_questions import ArticleQuerySet
from news.vietnamese.letters import fold

MOST_WORDS = 8  # of a query; what comes after narrows nothing and costs a comparison a row
_WORD = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")  # a syllable, a number, or a document's 30/2020/NĐ-CP


def words_of(query: str) -> list[str]:
    """The words to look for: folded, each once, in the order in which they were typed."""
    return list(dict.fromkeys(_WORD.findall(fold(query))))[:MOST_WORDS]


def find(words: Sequence[str]) -> ArticleQuerySet:
    """Live articles that have all the words, as whole words.

    `contains` is what rules out most rows cheaply; the expression then refuses "ma" in "nam".
    """
    articles = Article.objects.live()
    for word in words:
        articles = articles.filter(search_text__contains=word)
    for word in words:
        articles = articles.filter(search_text__regex=rf"(^|[^a-z0-9]){re.escape(word)}($|[^a-z0-9])")
    return articles


def matches(text: str, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is one of the words, whatever diacritics stand on either side."""
    wanted, end = set(words), 0
    folded, origins = fold_with_origins(text)
    pattern = "|".join(re.escape(word) for word in sorted(wanted, key=len, reverse=True))
    for match in re.finditer(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])", folded) if wanted else ():
        start, stop = origins[match.start()], origins[match.end()]
        if start > end:
            yield text[end:start], False
        yield text[start:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each place in it (and its end) the place in the text that it came from."""
    folded, origins = "", []
    for place, letter in enumerate(text):
        plain = fold(letter)
        folded += plain
        origins += [place] * len(plain)
    return folded, [*origins, len(text)]
