"""What a note remembers of the passage that it is about."""

from dataclasses import dataclass, replace
from typing import Self

from news.margin.reading import Reading

CONTEXT = 80  # characters kept before and after: enough to tell one of two equal passages
LONGEST = 2000  # characters of a passage; of a longer one its beginning


@dataclass(frozen=True)
class Passage:
    """Words of a text, what stood around them, and how many letters (white space aside) stood before."""

    field: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    position: int = 0

    @classmethod
    def quoted(cls, field: str, reading: Reading, begin: int, end: int) -> Self:
        """What stands from `begin` to `end` in the field's text."""
        end = min(end, begin + LONGEST)
        return cls(
            field,
            reading.text[begin:end],
            reading.text[max(begin - CONTEXT, 0) : begin],
            reading.text[end : end + CONTEXT],
            reading.letters_before(begin),
        )

    def within_bounds(self) -> Self:
        """The same, where a browser sent more than is kept."""
        exact, end = self.exact[:LONGEST], len(self.exact)
        return replace(
            self,
            exact=exact,
            prefix=self.prefix[-CONTEXT:],
            suffix=self.suffix[:CONTEXT] if end <= LONGEST else self.exact[LONGEST : LONGEST + CONTEXT],
        )
