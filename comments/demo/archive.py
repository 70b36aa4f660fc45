"""Comments under made-up articles, to try the house at scale. Written past the moderators: nobody reads them."""

import random
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain

from django.db import transaction

from comments.demo.conversations import Remark, all_conversations
from comments.models import Comment, Discussion, State
from news.models import Article

COMMENTED = 0.15  # of the articles; under most articles of a paper nobody says anything
COMMENTS = (1, 5)
WITHIN = 30 * 3600  # seconds after publication


def talk_about(articles: Sequence[Article]) -> int:
    """Put comments under some of these new articles, with their discussions; how many comments."""
    conversations = all_conversations().values()
    remarks = [one for one in chain.from_iterable(conversations) if one.state in (State.APPROVED, State.WAITING)]
    chance = random.Random(articles[0].pk)  # noqa: S311 (no secret)
    talks = [said(article, remarks, chance) for article in articles if chance.random() < COMMENTED]
    comments = sorted(chain.from_iterable(talks), key=lambda comment: comment.created_at)
    with transaction.atomic():
        Comment.objects.bulk_create(comments)
        Discussion.objects.bulk_create(discussion(talk) for talk in talks)
    return len(comments)


def said(article: Article, remarks: Sequence[Remark], chance: random.Random) -> list[Comment]:
    """A few unsaved comments under one article."""
    return [comment(article, remark, chance) for remark in chance.sample(remarks, chance.randint(*COMMENTS))]


def comment(article: Article, remark: Remark, chance: random.Random) -> Comment:
    """One unsaved comment in the state of the remark that it repeats."""
    assert article.published_at is not None  # noqa: S101 (made articles are live)
    moment = article.published_at + timedelta(seconds=chance.randrange(WITHIN))
    made = Comment(article=article, name=remark.name, text=remark.text, state=remark.state, created_at=moment)
    made.prepare()
    return made


def discussion(talk: Sequence[Comment]) -> Discussion:
    """The unsaved discussion that counts these comments."""
    states = [comment.state for comment in talk]
    return Discussion(
        article=talk[0].article,
        approved_count=states.count(State.APPROVED),
        waiting_count=states.count(State.WAITING),
        version=states.count(State.APPROVED),
    )
