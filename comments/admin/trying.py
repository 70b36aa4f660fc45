"""A sentence with the watched words in it marked, for the tester."""

from collections.abc import Collection
from dataclasses import dataclass

from comments.moderation.words.explaining import why
from comments.moderation.words.matcher import Match, Matcher


@dataclass(frozen=True)
class Row:
    """One match: the entry, what stands there, and why it was found."""

    match: Match
    why: str


@dataclass(frozen=True)
class Found:
    """The sentence in pieces, each marked or not, and the matches."""

    pieces: list[tuple[str, bool]]
    rows: list[Row]


def found_in(sentence: str, matcher: Matcher, sections: Collection[int]) -> Found:
    """What the matcher finds in the sentence as it was typed."""
    matches = matcher.find(sentence, sections)
    return Found(pieces(sentence, matches), [Row(match, why(match)) for match in matches])


def pieces(sentence: str, matches: Collection[Match]) -> list[tuple[str, bool]]:
    """The sentence cut where marks begin and end; together the pieces are the sentence."""
    cut, reached = [], 0
    for match in sorted(matches, key=lambda one: (one.start, -one.end)):
        if match.end <= reached:
            continue
        start = max(match.start, reached)
        cut += [(sentence[reached:start], False), (sentence[start : match.end], True)]
        reached = match.end
    return [piece for piece in [*cut, (sentence[reached:], False)] if piece[0]]
