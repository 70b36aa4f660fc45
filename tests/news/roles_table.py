"""docs/roles.md as a test reads it, and a newsroom in which each of its cells can be tried."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from pathlib import Path

from django.utils import timezone

from news import lifecycle
from news.models import Article, Section, State, User
from news.roles import ADMINISTRATOR, EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from tests.factories import ArticleFactory, LiveArticleFactory, SectionFactory, UserFactory

TABLE = Path(__file__).parents[2] / "docs" / "roles.md"
ROLES = {
    "reporter": REPORTER,
    "editor": EDITOR,
    "managing editor": MANAGING_EDITOR,
    "moderator": MODERATOR,
    "administrator": ADMINISTRATOR,
}
HOUSE = "the house"
STATES = ("draft", "handed in", "under review", "scheduled", "live", "withdrawn")
CELLS = {"own", "held", "all", "–"}


@dataclass(frozen=True)
class Case:
    """An article as the table sees it."""

    state: str
    own: bool
    held: bool


CASES = [Case(*each) for each in product(STATES, (True, False), (True, False))]


def rows() -> dict[tuple[str, str], dict[str, set[str]]]:
    """By act and state, for each column what its cell says."""
    lines = [line for line in TABLE.read_text().splitlines() if line.startswith("|")]
    begin = next(number for number, line in enumerate(lines) if line.startswith("| act |"))
    heading, _rule, *body = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[begin:]]
    return {
        (act, state): {role: set(cell.split(", ")) for role, cell in zip(heading[2:], cells, strict=True)}
        for act, states, *cells in body
        for state in states.split(", ")
    }


RULES = rows()
ACTS = {act for act, _state in RULES}


def may(role: str, act: str, case: Case) -> bool:
    """What the table says."""
    cell = RULES.get((act, case.state), {role: {"–"}})[role]
    return "all" in cell or ("own" in cell and case.own) or ("held" in cell and case.held)


@dataclass
class Newsroom:
    """A person of one role who was given one section, and an article for every case."""

    role: str
    held: Section = field(default_factory=SectionFactory)
    other: Section = field(default_factory=SectionFactory)
    person: User | None = None
    articles: dict[Case, Article] = field(default_factory=dict)

    def __post_init__(self) -> None:
        colleague = UserFactory(role=EDITOR)
        if self.role != HOUSE:
            self.person = UserFactory(role=ROLES[self.role], holds_every_section=False)
            self.person.sections.add(self.held)
        for case in CASES:
            section = self.held if case.held else self.other
            self.articles[case] = article_in(case.state, colleague, section, self.person if case.own else colleague)

    def article(self, case: Case) -> Article:
        """The article of the case, read anew."""
        return Article.objects.get(pk=self.articles[case].pk)


def article_in(state: str, editor: User, section: Section, writer: User | None) -> Article:
    """A complete article in one of the table's states, begun by the writer."""
    whose = {"section": section, "created_by": writer}
    match state:
        case "live":
            return LiveArticleFactory(**whose)
        case "withdrawn":
            return LiveArticleFactory(state=State.WITHDRAWN, **whose)
        case "scheduled":
            return ArticleFactory(state=State.PUBLISHED, published_at=timezone.now() + timedelta(hours=1), **whose)
        case "handed in":
            return ArticleFactory(state=State.REVIEW, **whose)
        case "under review":
            article = ArticleFactory(state=State.REVIEW, **whose)
            lifecycle.begin_review(article, editor)
            return article
    return ArticleFactory(**whose)
