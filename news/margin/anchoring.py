"""Where the passage of a note stands in a text that was written on since. Pure: texts in, a place out.

By its words with what stands around them; else what now stands between its neighbours, for a passage that was itself
reworded; else its words anywhere, if they are telling; else what is most like it. Every step looks at letters alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import takewhile
from operator import itemgetter

from news.margin.passages import Passage
from news.margin.reading import Reading, Span, letters_of

SURE = 24  # letters of the context that agree: no other place has a better claim
TOUCHING = 4  # letters of the context that agree: a word or two
TELLING = 12  # letters of a passage that hardly stand in a text twice by chance
NEIGHBOUR = 16  # letters on each side by which a reworded passage is known
CLOSE = 8  # of so few letters a neighbour is trusted at the text's own edge alone
ROOM = 40  # letters that a reworded passage may have more than twice its own
LIKE = 3  # of so many words one may be another
FEWEST = 4  # words of a passage that is looked for by likeness
MOST = 300  # places that read the same and are compared, the nearest of them: a note may be about one letter


@dataclass(frozen=True)
class Place:
    """Where the passage stands in the text, and whether it still reads the same."""

    begin: int
    end: int
    is_exact: bool


@dataclass(frozen=True)
class _Sought:
    exact: str
    before: str
    after: str
    position: int


def find(reading: Reading, passage: Passage) -> Place | None:
    """Where the passage stands now; None if it is gone."""
    sought = _Sought(
        letters_of(passage.exact), letters_of(passage.prefix), letters_of(passage.suffix), passage.position
    )
    if not sought.exact:
        return None
    found, claim = _best(reading.letters, sought)
    most = len(sought.before) + len(sought.after)
    if found and claim >= min(SURE, most):
        return _place(reading, found, True)
    between = _between(reading.letters, sought)
    if between and between[0] < between[1]:
        return _place(reading, between, reading.letters[slice(*between)] == sought.exact)
    if found and (len(sought.exact) >= TELLING or (claim >= min(TOUCHING, most / 2) and not between)):
        return _place(reading, found, True)
    alike = None if between else _most_like(reading, passage)
    return _place(reading, alike, False) if alike else None


def _place(reading: Reading, letters: Span, is_exact: bool) -> Place:
    return Place(*reading.in_text(*letters), is_exact)


def _best(letters: str, sought: _Sought) -> tuple[Span | None, int]:
    """Of all places that read the same the one whose context agrees most, then the nearest; how many letters agree."""
    begins = nsmallest(MOST, occurrences(letters, sought.exact), lambda begin: abs(begin - sought.position))
    if not begins:
        return None, 0
    claim, begin = max(((_agreeing(letters, sought, begin), begin) for begin in begins), key=itemgetter(0))
    return (begin, begin + len(sought.exact)), claim


def _agreeing(letters: str, sought: _Sought, begin: int) -> int:
    end = begin + len(sought.exact)
    before = letters[max(begin - len(sought.before), 0) : begin]
    return _alike(reversed(before), reversed(sought.before)) + _alike(
        letters[end : end + len(sought.after)], sought.after
    )


def _alike(one: Iterator[str] | str, other: Iterator[str] | str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def occurrences(text: str, part: str) -> Iterator[int]:
    """Where `part` begins in the text, overlapping ones too."""
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _between(letters: str, sought: _Sought) -> Span | None:
    """What stands between the passage's neighbours, which may be nothing any more; None if they are not together."""
    room = 2 * len(sought.exact) + ROOM
    found = []
    for begin in _begins_after(letters, sought.before[-NEIGHBOUR:]):
        end = _end_before(letters, sought.after[:NEIGHBOUR], begin)
        if begin <= end <= begin + room:
            found.append((abs(begin - sought.position), begin, end))
    return min(found)[1:] if found else None


def _begins_after(letters: str, before: str) -> Iterable[int]:
    """Ends of the left neighbour; where the text's beginning left little of it, that beginning."""
    if len(before) < CLOSE:
        return [len(before)] if letters.startswith(before) else []
    return (place + len(before) for place in occurrences(letters, before))


def _end_before(letters: str, after: str, begin: int) -> int:
    """Where the right neighbour begins next, or, where the text's end left little of it, that end; -1 if nowhere."""
    if len(after) < CLOSE:
        return len(letters) - len(after) if letters.endswith(after) else -1
    return letters.find(after, begin)


def _most_like(reading: Reading, passage: Passage) -> Span | None:
    """The stretch of words that is nearest to the passage's own, if it is near enough."""
    wanted = [word for word, _span in Reading.of(passage.exact).words]
    if len(wanted) < FEWEST:
        return None
    words = [word for word, _span in reading.words]
    changes, end = nearest(wanted, words)
    if changes > len(wanted) // LIKE:
        return None
    _changes, length = nearest(wanted[::-1], words[:end][::-1][: len(wanted) + changes])
    return reading.words[end - length][1][0], reading.words[end - 1][1][1]


def nearest(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """How few words have to be changed, put in or taken out for `wanted` to stand somewhere in `words`, and where it ends.

    Myers' algorithm (G. Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46, 1999): a bit a word.
    """
    where: dict[str, int] = {}
    for place, word in enumerate(wanted):
        where[word] = where.get(word, 0) | 1 << place
    every, last = (1 << len(wanted)) - 1, 1 << (len(wanted) - 1)
    more, less, changes = every, 0, len(wanted)
    best = (changes, 0)
    for place, word in enumerate(words, start=1):
        same = where.get(word, 0)
        along = ((((same & more) + more) ^ more) | same | less) & every
        up, down = (less | ~(along | more)) & every, more & along
        changes += bool(up & last) - bool(down & last)
        up, down = (up << 1) & every, (down << 1) & every
        more, less = (down | ~(along | up)) & every, up & along
        best = min(best, (changes, place))
    return best
