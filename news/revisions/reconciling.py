"""Two people wrote on one revision: their contents brought together, field by field.

Where both changed the same thing, the one who saves now keeps theirs in the form and is shown the other's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from news.revisions.content import Content
from news.revisions.lists import merge_order
from news.revisions.merge import Choice, Clash, merge_bodies, merge_text, merge_value, settle
from news.revisions.under_text import Document

SETS = ("tags", "further_sections")
WHOLE = ("headline", "short_headline", "source_line", "lead_caption", "lead_credit", "slug", "featured")
RELATIONS = ("section", "lead_photo", "bylines")


@dataclass(frozen=True)
class Reconciled:
    """The content with everything that doesn't clash; and for each field that does, what either side has of it."""

    content: Content
    clashes: tuple[tuple[str, Clash[str]], ...]


def reconcile(base: Content, mine: Content, theirs: Content) -> Reconciled:
    """Both people's changes of `base` in one content; of what both changed, mine. All three know of everything they hold."""
    changes: dict[str, object] = {name: _union(base, mine, theirs, name) for name in SETS}
    clashes: list[tuple[str, Clash[str]]] = []
    for name, merging in (("standfirst", merge_text), ("body", merge_bodies)):
        merge = merging(getattr(base, name), getattr(mine, name), getattr(theirs, name))
        changes[name] = settle(merge, dict.fromkeys(range(len(merge.clashes)), Choice.MINE))
        clashes += [(name, clash) for clash in merge.clashes]
    for name in (*WHOLE, *RELATIONS):
        value = merge_value(getattr(base, name), getattr(mine, name), getattr(theirs, name))
        changes[name] = value.mine if isinstance(value, Clash) else value
        if isinstance(value, Clash):
            clashes.append((name, value))
    clashes += _merge_lists(changes, base, mine, theirs)
    return Reconciled(mine.with_changes(changes), tuple(clashes))


def _merge_lists(
    changes: dict[str, object], base: Content, mine: Content, theirs: Content
) -> Iterator[tuple[str, Clash[str]]]:
    """Put galleries and documents into the changes; yields what both moved or renamed in different ways."""
    sides = (base, mine, theirs)
    changes["galleries"], moved = _order_of(*(side.galleries or () for side in sides))
    if moved:
        yield "galleries", _clash("galleries", *sides)
    names = [dict(side.attachments or ()) for side in sides]
    order, moved = _order_of(*names)
    called = {key: _name_of(key, *names) for key in order}
    changes["attachments"] = tuple(
        Document(key, name.mine if isinstance(name, Clash) else name) for key, name in called.items()
    )
    if moved or any(isinstance(name, Clash) for name in called.values()):
        yield "attachments", _clash("attachments", *sides)


def _order_of(*sides: Iterable[int]) -> tuple[tuple[int, ...], bool]:
    order, moved = merge_order(*(list(side) for side in sides))
    return tuple(order), moved


def _name_of(key: int, base: Mapping[int, str], mine: Mapping[int, str], theirs: Mapping[int, str]) -> str | Clash[str]:
    """What the document is called; one that is only on one side, as there."""
    found = [side[key] for side in (mine, theirs) if key in side]
    return merge_value(base.get(key, found[0]), found[0], found[-1])


def _clash(name: str, base: Content, mine: Content, theirs: Content) -> Clash[str]:
    return Clash(*(str(getattr(side, name)) for side in (base, mine, theirs)))


def _union(base: Content, mine: Content, theirs: Content, name: str) -> tuple[int, ...]:
    """What either added, without what either took off."""
    was, one, other = (set(getattr(side, name)) for side in (base, mine, theirs))
    return tuple(sorted((was & one & other) | (one - was) | (other - was)))
