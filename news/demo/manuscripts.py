"""The demo articles as they are kept in `articles/`: header lines `key: value`, a line `---`, headline, sapo, body."""

import re
from dataclasses import dataclass
from pathlib import Path

from news.models import AuthorRole

FOLDER = Path(__file__).parent / "articles"
ROLES = {"(ảnh)": AuthorRole.PHOTO, "(dịch)": AuthorRole.TRANSLATION}
STATES = ("live", "draft", "review", "scheduled", "withdrawn", "expired")
INNER_PICTURE = re.compile(r'<figure data-picture="(\w+)" data-alt="([^"]*)"><figcaption>(.*?)</figcaption></figure>')


@dataclass(frozen=True)
class Credit:
    """One name of a byline."""

    name: str
    role: AuthorRole = AuthorRole.TEXT


@dataclass(frozen=True)
class InnerPicture:
    """A picture that stands in the body, and the place holder to replace by it."""

    marker: str
    picture: str
    alt: str
    caption: str


@dataclass(frozen=True)
class DemoArticle:
    """One article of the demo edition. `hours_ago` counts from the loading; below zero is in the future."""

    stem: str
    headline: str
    standfirst: str
    body: str
    section: str
    further: tuple[str, ...]
    tags: tuple[str, ...]
    authors: tuple[Credit, ...]
    hours_ago: float
    state: str
    featured: bool
    short_headline: str
    source: str
    picture: str
    alt: str
    caption: str
    credit: str

    @property
    def inner_pictures(self) -> list[InnerPicture]:
        """The pictures of the body, in reading order."""
        return [InnerPicture(found[0], *found.groups()) for found in INNER_PICTURE.finditer(self.body)]

    @property
    def pictures(self) -> list[str]:
        """Names of all pictures of the article, the lead first."""
        return [*filter(None, [self.picture]), *(inner.picture for inner in self.inner_pictures)]


def all_articles() -> list[DemoArticle]:
    """Every article of the demo edition, the oldest first."""
    return sorted((read(path) for path in FOLDER.glob("*.html")), key=lambda article: -article.hours_ago)


def read(path: Path) -> DemoArticle:
    """One file. Raises KeyError or ValueError where it breaks the form; the tests read every file."""
    head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    headline, standfirst, body = text.strip().split("\n\n", 2)
    return DemoArticle(
        stem=path.stem,
        headline=headline,
        standfirst=standfirst,
        body=body,
        section=header["section"],
        further=listed(header.get("further", ""), ","),
        tags=listed(header.get("tags", ""), ","),
        authors=tuple(credit(name) for name in listed(header["authors"], ";")),
        hours_ago=float(header["hours_ago"]),
        state=header.get("state", "live"),
        featured=header.get("featured") == "1",
        short_headline=header.get("short_headline", ""),
        source=header.get("source", ""),
        picture=header.get("picture", ""),
        alt=header.get("alt", ""),
        caption=header.get("caption", ""),
        credit=header.get("credit", ""),
    )


def listed(text: str, separator: str) -> tuple[str, ...]:
    """The parts of a header line that are not empty."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def credit(text: str) -> Credit:
    """A name with its role in brackets; without one, the writer."""
    for suffix, role in ROLES.items():
        if text.endswith(suffix):
            return Credit(text.removesuffix(suffix).strip(), role)
    return Credit(text)
