"""The make-up of the front page: which article stands where.

The lead package stands nowhere else. Of the latest news an article may stand again in its section's band, where the
section would have too little to show without it.
"""

from collections import Counter
from dataclasses import dataclass

from news.models import Article
from news.navigation import Branch
from news.newest import newest_of_each

IN_LEAD_PACKAGE = 5  # one large, four beside it
IN_LATEST = 8
IN_BAND = 4  # one with its picture, three headlines under it


@dataclass(frozen=True)
class Band:
    """A section's strip: first what doesn't stand higher on the page, each part the newest first."""

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
    bands = section_bands(branches, package, latest)
    return Edition(package[0] if package else None, package[1:], latest, bands)


def lead_package() -> list[Article]:
    """The newest articles that the desk marked as featured; an edition without any leads with its newest article."""
    live = Article.objects.live().newest_first().for_lists()
    return list(live.filter(featured=True)[:IN_LEAD_PACKAGE]) or list(live[:1])


def section_bands(branches: list[Branch], package: list[Article], latest: list[Article]) -> list[Band]:
    """A band for each section that has something to show besides the lead package."""
    live = Article.objects.live().exclude(pk__in=_ids(package))
    sections = [section for branch in branches for section in branch.all()]
    shown = Counter(_top(article) for article in latest)
    enough = IN_BAND + max(shown.values(), default=0)
    by_branch: dict[int, list[Article]] = {}
    for article in newest_of_each([live.filter(section=section) for section in sections], enough).for_lists():
        by_branch.setdefault(_top(article), []).append(article)
    bands = [Band(branch, _unseen_first(by_branch.get(branch.section.pk, []), latest)) for branch in branches]
    return [band for band in bands if band.articles]


def _unseen_first(articles: list[Article], seen: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: article in seen)[:IN_BAND]


def _top(article: Article) -> int:
    """The id of the section in the navigation to which the article belongs."""
    return article.section.parent_id or article.section_id


def _ids(articles: list[Article]) -> list[int]:
    return [article.pk for article in articles]
