"""The way of a comment through the phases."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Reason, State
from comments.moderation.errors import CommentsClosed, TooFast
from comments.moderation.phases.trap_filled import trap_filled
from comments.moderation.pipeline import PHASES, decide
from comments.moderation.submission import Submission, Words
from comments.moderation.verdict import Verdict
from news.models import Article, CommentPolicy


def submission(policy=CommentPolicy.PRE, trap="", ages=()) -> Submission:
    now = timezone.now()
    earlier = tuple(now - timedelta(seconds=age) for age in ages)
    return Submission(Article(), policy, Words(text="Cảm ơn", name="Lan", trap=trap), earlier, now)


@pytest.mark.parametrize(
    ("policy", "trap", "verdict"),
    [
        (CommentPolicy.PRE, "", Verdict(State.WAITING)),
        (CommentPolicy.POST, "", Verdict(State.APPROVED)),
        (CommentPolicy.PRE, "x", Verdict(State.SPAM, Reason.ADVERTISING)),
        (CommentPolicy.POST, "x", Verdict(State.SPAM, Reason.ADVERTISING)),
    ],
)
def test_the_first_verdict_wins(policy, trap, verdict):
    assert decide(submission(policy, trap))[0] == verdict


@pytest.mark.parametrize("policy", [CommentPolicy.CLOSED, CommentPolicy.HIDDEN])
def test_closed_comments_refuse_whatever_else_is_true(policy):
    with pytest.raises(CommentsClosed):
        decide(submission(policy, trap="x", ages=[1] * 100))


@pytest.mark.parametrize(("ages", "wait"), [([10, 20, 30], 30), ([1, 59.5, 2], 1), ([1, 2, 3, 4], 57)])
def test_too_fast_says_when_there_is_room_again(settings, ages, wait):
    settings.COMMENTS_PER_MINUTE = 3
    with pytest.raises(TooFast) as refused:
        decide(submission(ages=ages))
    assert refused.value.retry_after == wait


@pytest.mark.parametrize("ages", [[], [1, 2], [1, 2, 60], [61, 62, 63, 64]])
def test_the_limit_is_about_the_last_minute(settings, ages):
    settings.COMMENTS_PER_MINUTE = 3
    assert decide(submission(ages=ages))[0].state == State.WAITING


def test_opinions_end_with_the_verdict():
    _verdict, opinions = decide(submission(trap="x"))
    assert [one["phase"] for one in opinions] == [phase.__name__ for phase in PHASES[: PHASES.index(trap_filled) + 1]]
    assert (opinions[-1]["verdict"], opinions[-1]["reason"]) == ("spam", "advertising")
