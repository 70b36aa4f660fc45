"""Two lists of words as pieces that stayed, went or came, in stretches that read well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from news.revisions.alignment import Match, matches
from news.revisions.words import Word, ends_sentence, is_word

LONGEST_ISLAND = 4  # words; more that stayed are always worth seeing


class Kind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Piece:
    """Words of both sides: as they were and as they are. What stayed may differ in white space and look."""

    kind: Kind
    before: Sequence[Word]
    after: Sequence[Word]


def pieces(before: Sequence[Word], after: Sequence[Word]) -> list[Piece]:
    """What stayed, went and came. All `before` together are the words before, all `after` the words after."""
    islands = _worth_seeing(_slid(_islands(before, after), before, after), before, after)
    made: list[Piece] = []
    here = there = 0
    for island in islands:
        made += _change(before[here : island.before], after[there : island.after])
        here, there = island.before + island.length, island.after + island.length
        if island.length:
            made.append(Piece(Kind.SAME, before[island.before : here], after[island.after : there]))
    return made


def _change(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Piece]:
    if before:
        yield Piece(Kind.DELETED, before, ())
    if after:
        yield Piece(Kind.INSERTED, (), after)


def _islands(before: Sequence[Word], after: Sequence[Word]) -> list[Match]:
    """What stayed, closed by an empty island at the end of both."""
    found = matches([word.letters for word in before], [word.letters for word in after])
    return [*found, Match(len(before), len(after), 0)]


def _slid(islands: list[Match], before: Sequence[Word], after: Sequence[Word]) -> list[Match]:
    """The same islands, each pure insertion or deletion moved to where a sentence begins, if it may lie there as well.

    Of “A nói. B nói.” made of “A nói.” it is “B nói.” that came, not “nói. B”.
    """
    slid = list(islands)
    for place in range(len(slid) - 1):
        one, other = slid[place], slid[place + 1]
        gaps = other.before - one.before - one.length, other.after - one.after - one.length
        if min(gaps) or not max(gaps):
            continue
        side, start, end = (
            (before, one.before + one.length, other.before) if gaps[0] else (after, one.after + one.length, other.after)
        )
        back = _better_start(side, start, end, one.length)
        slid[place] = one._replace(length=one.length - back)
        slid[place + 1] = Match(other.before - back, other.after - back, other.length + back)
    return slid


def _better_start(side: Sequence[Word], start: int, end: int, room: int) -> int:
    """By how many words the stretch should begin earlier."""
    for back in range(room + 1):
        if start - back == 0 or ends_sentence(side[start - back - 1]):
            return back
        if side[start - back - 1].letters != side[end - back - 1].letters:
            break
    return 0


def _worth_seeing(islands: list[Match], before: Sequence[Word], after: Sequence[Word]) -> list[Match]:
    """Without the islands so small between two changes that they only disturb reading."""
    kept: list[Match] = []
    here = there = 0
    for island, following in zip(islands, [*islands[1:], None], strict=True):
        end, other_end = island.before + island.length, island.after + island.length
        if following and island.length <= LONGEST_ISLAND * 3:
            gap = island.before - here, island.after - there
            next_gap = following.before - end, following.after - other_end
            if _disturbs(after[island.after : other_end], gap, next_gap):
                continue
        kept.append(island)
        here, there = end, other_end
    return kept


def _disturbs(island: Sequence[Word], gap: tuple[int, int], next_gap: tuple[int, int]) -> bool:
    """Whether words that stayed should go with the changes around them (words deleted, words inserted).

    Not if there were only insertions or only deletions: then nothing would be rewritten that was not.
    """
    if not (any(gap) and any(next_gap) and gap[0] + next_gap[0] and gap[1] + next_gap[1]):
        return False
    size = sum(is_word(word.letters) for word in island)
    return size <= LONGEST_ISLAND and 4 * size <= max(gap) + max(next_gap)
