"""The way of every comment. A new rule is a new file in phases/ and one line here."""

from collections.abc import Callable
from time import perf_counter

from comments.moderation.phases.comments_closed import comments_closed
from comments.moderation.phases.needs_eyes import needs_eyes
from comments.moderation.phases.post_moderated import post_moderated
from comments.moderation.phases.too_fast import too_fast
from comments.moderation.phases.trap_filled import trap_filled
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion, Verdict

Phase = Callable[[Submission], Verdict | None]

PHASES: tuple[Phase, ...] = (comments_closed, too_fast, trap_filled, post_moderated, needs_eyes)


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
    return {
        "phase": phase.__name__,
        "verdict": verdict.state.value if verdict else "",
        "reason": verdict.reason.value if verdict and verdict.reason else "",
        "ms": round(seconds * 1000, 3),
    }
