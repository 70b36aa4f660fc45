"""The paper's sections as a tree, in one query."""

from dataclasses import dataclass, field

from news.models import Section


@dataclass
class Branch:
    """A top section and its subsections, whose parent is loaded."""

    section: Section
    children: list[Section] = field(default_factory=list)

    def all(self) -> list[Section]:
        """The section itself, then its subsections."""
        return [self.section, *self.children]


def branches() -> list[Branch]:
    """The top sections in the paper's order."""
    rows = list(Section.objects.order_by("order", "name"))
    tops = {row.pk: Branch(row) for row in rows if row.parent_id is None}
    for row in rows:
        if row.parent_id in tops:
            row.parent = tops[row.parent_id].section
            tops[row.parent_id].children.append(row)
    return list(tops.values())
