"""Four moderators clear one queue at the same moment, each over a connection of their own."""

from collections import Counter

import pytest
from django.utils import timezone

from comments.models import Comment, Decision, Discussion, State
from comments.moderation import counts
from tests.comments.queue.asking import at_desk, brought, press
from tests.comments.test_parallel import at_once
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)
COMMENTS, MODERATORS = 400, 4


def waiting_comments(number: int) -> None:
    articles = [LiveArticleFactory() for _ in range(4)]
    now = timezone.now()
    Comment.objects.bulk_create(
        Comment(article=articles[place % 4], name="Lan", text=f"Ý thứ {place}", created_at=now)
        for place in range(number)
    )
    for article in articles:
        counts.recount(article.pk)


def test_four_hundred_comments_each_decided_once_and_none_left():
    waiting_comments(COMMENTS)
    clients = [at_desk() for _ in range(MODERATORS)]

    def clear(number: int) -> Counter[int]:
        """The statuses of what one moderator gets for every decision, until nothing comes any more."""
        statuses: Counter[int] = Counter()
        while ids := brought(clients[number]):
            statuses.update(press(clients[number], pk, "thu-rac" if pk % 3 else "duyet").status_code for pk in ids)
        return statuses

    statuses = at_once(clear, MODERATORS)
    assert not Comment.objects.filter(state=State.WAITING).exists()
    decided = Counter(Decision.objects.values_list("comment", flat=True))
    assert (len(decided), set(decided.values())) == (COMMENTS, {1})
    assert sum(statuses, Counter()) == {200: COMMENTS}  # nobody was even refused: no two had the same before them
    assert len(set(Decision.objects.values_list("by", flat=True))) == MODERATORS
    assert set(Discussion.objects.values_list("waiting_count", flat=True)) == {0}


def test_two_who_press_at_the_same_moment_decide_once():
    """Without reservations as well: one of them lost theirs while the page slept."""
    waiting_comments(4)
    clients = [at_desk() for _ in range(MODERATORS)]
    pk = Comment.objects.earliest("id").pk
    answers = at_once(lambda number: press(clients[number], pk, ("duyet", "thu-rac")[number % 2]), MODERATORS)
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert Decision.objects.count() == 1
