"""What the writers of a document share: where it is written to, and what the body refers to."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from docx.document import Document
from docx.table import _Cell

from news.models import Photo

Place = Document | _Cell  # both take paragraphs, pictures and tables


@dataclass(frozen=True)
class Sheet:
    """A document while it is written, or a part of it that looks different."""

    document: Document
    place: Place
    absolute: Callable[[str], str]  # the whole address of a path of ours
    photos: dict[str, Photo]  # by key
    style: str = "Normal"  # of plain paragraphs
    boxed: bool = False
    bold: bool = False

    def inside(self, place: Place, *, bold: bool = False) -> "Sheet":
        """The same for a cell of a table."""
        return replace(self, place=place, style="Normal", bold=bold)

    def styled(self, style: str, *, boxed: bool = False) -> "Sheet":
        """The same for a quote or a box."""
        return replace(self, style=style, boxed=boxed or self.boxed)
