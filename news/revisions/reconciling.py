"""Two people wrote on one revision: their contents brought together, field by field.

Where both changed the same thing, the one who saves now keeps theirs in the form and is shown the other's.
"""

from dataclasses import dataclass

from news.revisions.content import Content
from news.revisions.merge import Choice, Clash, merge_bodies, merge_text, merge_value, settle

SETS = ("tags", "further_sections")
WHOLE = ("headline", "short_headline", "source_line", "lead_caption", "lead_credit", "slug", "featured")
RELATIONS = ("section", "lead_photo", "bylines")


@dataclass(frozen=True)
class Reconciled:
    """The content with everything that doesn't clash; and for each field that does, what either side has of it."""

    content: Content
    clashes: tuple[tuple[str, Clash[str]], ...]


def reconcile(base: Content, mine: Content, theirs: Content) -> Reconciled:
    """Both people's changes of `base` in one content; of what both changed, mine."""
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
    return Reconciled(mine.with_changes(changes), tuple(clashes))


def _union(base: Content, mine: Content, theirs: Content, name: str) -> tuple[int, ...]:
    """What either added, without what either took off."""
    was, one, other = (set(getattr(side, name)) for side in (base, mine, theirs))
    return tuple(sorted((was & one & other) | (one - was) | (other - was)))
