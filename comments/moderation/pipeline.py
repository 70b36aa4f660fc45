"""The way of every comment. A new rule is a new file in phases/ and one line here.

The first verdict wins, so the order is: what is not taken in at all; what is certainly not shown (who is banned,
robots, unreadable, blocked words, hidden numbers); what a person should read with a mark on it; and last what the article's policy says.
"""

from collections.abc import Callable
from time import perf_counter

from comments.moderation.phases.bank_accounts import bank_accounts
from comments.moderation.phases.banned import banned
from comments.moderation.phases.blocked_words import blocked_words
from comments.moderation.phases.comments_closed import comments_closed
from comments.moderation.phases.hidden_numbers import hidden_numbers
from comments.moderation.phases.learned_score import learned_score
from comments.moderation.phases.links import links
from comments.moderation.phases.needs_eyes import needs_eyes
from comments.moderation.phases.personal_data import personal_data
from comments.moderation.phases.post_moderated import post_moderated
from comments.moderation.phases.shouting import shouting
from comments.moderation.phases.slowed_down import slowed_down
from comments.moderation.phases.too_fast import too_fast
from comments.moderation.phases.trap_filled import trap_filled
from comments.moderation.phases.unreadable import unreadable
from comments.moderation.phases.watched_words import watched_words
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion, Verdict

Phase = Callable[[Submission], Verdict | None]

PHASES: tuple[Phase, ...] = (
    comments_closed,
    too_fast,
    slowed_down,
    banned,
    trap_filled,
    unreadable,
    blocked_words,
    hidden_numbers,
    watched_words,
    bank_accounts,
    personal_data,
    links,
    shouting,
    learned_score,
    post_moderated,
    needs_eyes,
)


def decide(submission: Submission) -> tuple[Verdict, list[Opinion]]:
    """The first verdict wins; with it the opinions of the phases up to there. Raises Refused."""
    opinions: list[Opinion] = []
    for phase in PHASES:
        started = perf_counter()
        verdict = phase(submission)
        opinions.append(_opinion(phase, verdict, perf_counter() - started))
        if verdict:
            return verdict, opinions
    raise LookupError("the last phase must have a verdict")


def _opinion(phase: Phase, verdict: Verdict | None, seconds: float) -> Opinion:
    opinion: Opinion = {
        "phase": phase.__name__,
        "verdict": verdict.state.value if verdict else "",
        "reason": verdict.reason.value if verdict and verdict.reason else "",
        "ms": round(seconds * 1000, 3),
    }
    if verdict and verdict.told:
        opinion |= {"told": verdict.told, "advice": verdict.advice, "matched": list(verdict.matched)}
    if verdict and verdict.silent:
        opinion["silent"] = True
    if verdict and verdict.until:
        opinion["until"] = verdict.until.isoformat()
    return opinion
