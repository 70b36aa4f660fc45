"""A letter a day to those who write: what readers said under their own articles. Nothing else writes Digest.

Only what readers can see is told, and only to people who take letters; whoever has nothing new gets none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from comments.models import Comment, Digest
from news.accounts import mail
from news.models import Article, User
from news.notices import path_of
from news.vietnamese.numbers import grouped
from news.whole_addresses import whole

FURTHEST = timedelta(days=7)  # what nobody wrote about for longer than that is no news any more
MOST_COMMENTS = 10_000  # read for the letters of one day
MOST_ARTICLES, MOST_QUOTED = 10, 3  # in one letter, and of one article


@dataclass
class Under:
    """One of a person's articles with what is new under it; `count` of which the newest are quoted."""

    article: Article
    address: str  # where it is worked on
    count: int = 0
    newest: list[Comment] = field(default_factory=list)


def send_all(now: datetime) -> int:
    """Write to everybody for whom there is something new; gives how many letters went.

    A letter that could not be sent is tried again the next time, with what came meanwhile.
    """
    people = {person.pk: person for person in _who_take_letters()}
    known = dict(Digest.objects.filter(to__in=people).values_list("to", "until"))
    news = under_own_articles(now - FURTHEST, now)
    return sum(
        _send(people[pk], _since(found, known.get(pk, now - timedelta(days=1))), now)
        for pk, found in news.items()
        if pk in people
    )


def under_own_articles(since: datetime, until: datetime) -> dict[int, list[Comment]]:
    """By the id of who wrote or began the article: the comments that came to be seen in that time (aware), newest first."""
    seen = Comment.objects.seen_between(since, until).select_related("article").defer("article__body", "opinions")
    found: dict[int, list[Comment]] = defaultdict(list)
    comments = list(seen[:MOST_COMMENTS])
    writers = _writers({comment.article_id for comment in comments})
    for comment in comments:
        for person in writers[comment.article_id]:
            found[person].append(comment)
    return found


def _writers(articles: Iterable[int]) -> dict[int, set[int]]:
    """People's ids by article, of those that readers can open."""
    rows = Article.objects.live().filter(pk__in=articles).values_list("pk", "created_by", "bylines__author__user")
    writers: dict[int, set[int]] = defaultdict(set)
    for article, began, signed in rows:
        writers[article] |= {began, signed} - {None}
    return writers


def _who_take_letters() -> Iterable[User]:
    return User.objects.filter(is_active=True, is_staff=True, notices_by_mail=True).exclude(email="")


def _since(comments: list[Comment], moment: datetime) -> list[Comment]:
    return [comment for comment in comments if comment.seen_at > moment]


def _send(person: User, comments: list[Comment], now: datetime) -> bool:
    """Send the person's letter and remember it."""
    if not comments:
        return False
    articles = grouped_by_article(comments)
    subject = _("%(count)s bình luận mới dưới bài của bạn") % {"count": grouped(len(comments))}
    context = {"person": person, "articles": articles[:MOST_ARTICLES], "more": len(articles) - MOST_ARTICLES}
    if not mail.send(person.email, subject, "comments/letters/digest.txt", **context):
        return False
    Digest.objects.update_or_create(to=person, defaults={"until": now})
    return True


def grouped_by_article(comments: list[Comment]) -> list[Under]:
    """The article with the most new comments first."""
    by_article: dict[int, Under] = {}
    for comment in comments:
        under = by_article.setdefault(comment.article_id, Under(comment.article, whole(path_of(comment.article_id))))
        under.count += 1
        under.newest = [*under.newest, comment][:MOST_QUOTED]
    return sorted(by_article.values(), key=lambda under: (-under.count, -under.article.pk))
