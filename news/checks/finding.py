"""What a check says, and where in the text."""

from dataclasses import dataclass

from news.models import Severity

WORDS_AROUND = 6  # before and after the place: enough to find it again by eye
NEAR = 120  # characters, in which so many words are looked for


@dataclass(frozen=True)
class Finding:
    """One thing that is not as the house wants it. Offsets count in the field's visible text, not in its HTML.

    `fix` replaces what stands between `start` and `end`; None where a person has to decide.
    """

    code: str
    sentence: str
    field: str
    start: int = 0
    end: int = 0
    before: str = ""
    found: str = ""
    after: str = ""
    fix: str | None = None
    severity: Severity = Severity.WARNING

    @property
    def passage(self) -> str:
        """The place with a few words around it."""
        return f"{self.before}{self.found}{self.after}"

    @property
    def blocks(self) -> bool:
        """Whether the article stays unpublished because of it."""
        return self.severity == Severity.BLOCKING

    @property
    def key(self) -> str:
        """Tells it from every other finding of the same text."""
        return f"{self.code}:{self.field}:{self.start}:{self.end}:{self.found}"


def missing(code: str, field: str, sentence: str) -> Finding:
    """A finding about something that is not there, so that it has no place."""
    return Finding(code, sentence, field)


def at(code: str, field: str, text: str, place: tuple[int, int], sentence: str, fix: str | None = None) -> Finding:
    """A finding about the place (start, end) of the field's visible text."""
    start, end = place
    before = text[max(start - NEAR, 0) : start].rpartition("\n")[2]
    after = text[end : end + NEAR].partition("\n")[0]
    return Finding(code, sentence, field, start, end, _last_words(before), text[start:end], _first_words(after), fix)


def _last_words(text: str) -> str:
    words = text.split(" ")
    return "…" + " ".join(words[-WORDS_AROUND:]) if len(words) > WORDS_AROUND else text


def _first_words(text: str) -> str:
    words = text.split(" ")
    return " ".join(words[:WORDS_AROUND]) + "…" if len(words) > WORDS_AROUND else text
