"""The make-up of the front page: which article stands where. No article stands twice."""

from dataclasses import dataclass

from news.models import Article
from news.navigation import Branch
from news.newest import newest_of_each

IN_LEAD_PACKAGE = 5  # one large, four beside it
IN_LATEST = 8
IN_BAND = 5  # one with its picture, four headlines under it


@dataclass(frozen=True)
class Band:
    """A section's strip: its newest articles that don't stand higher on the page."""

    branch: Branch
    articles: list[Article]


@dataclass(frozen=True)
class Edition:
    """The front page from top to bottom. `lead` is None only before the first publication."""

    lead: Article | None
    beside: list[Article]
    latest: list[Article]
    bands: list[Band]


def make_up(branches: list[Branch]) -> Edition:
    """The front page of this moment, in three queries."""
    package = lead_package()
    latest = list(Article.objects.live().exclude(pk__in=_ids(package)).newest_first().for_lists()[:IN_LATEST])
    bands = section_bands(branches, taken=package + latest)
    return Edition(package[0] if package else None, package[1:], latest, bands)


def lead_package() -> list[Article]:
    """The newest articles that the desk marked as featured; an edition without any leads with its newest article."""
    live = Article.objects.live().newest_first().for_lists()
    return list(live.filter(featured=True)[:IN_LEAD_PACKAGE]) or list(live[:1])


def section_bands(branches: list[Branch], taken: list[Article]) -> list[Band]:
    """A band for each section that has something left to show."""
    live = Article.objects.live().exclude(pk__in=_ids(taken))
    sections = [section for branch in branches for section in branch.all()]
    newest = newest_of_each([live.filter(section=section) for section in sections], IN_BAND).for_lists()
    by_branch: dict[int, list[Article]] = {}
    for article in newest:
        by_branch.setdefault(article.section.parent_id or article.section_id, []).append(article)
    bands = [Band(branch, by_branch.get(branch.section.pk, [])[:IN_BAND]) for branch in branches]
    return [band for band in bands if band.articles]


def _ids(articles: list[Article]) -> list[int]:
    return [article.pk for article in articles]
