"""The way of every comment. A new rule is a new file in phases/ and one line here (and its words in admin/phases.py).

Which are on and in which order is the newsroom's choice (rules/), within bounds; the order here holds where it chose none.
The first verdict wins, so that is: what is not taken in at all; what is certainly not shown (who is banned, robots,
unreadable, blocked words, hidden numbers); what a person should read with a mark on it; and last what the article's policy says.
"""

from collections.abc import Callable
from functools import lru_cache
from time import perf_counter

from comments.moderation.phases.already_said import already_said
from comments.moderation.phases.article_flood import article_flood
from comments.moderation.phases.bank_accounts import bank_accounts
from comments.moderation.phases.banned import banned
from comments.moderation.phases.blocked_words import blocked_words
from comments.moderation.phases.comments_closed import comments_closed
from comments.moderation.phases.hidden_numbers import hidden_numbers
from comments.moderation.phases.learned_score import learned_score
from comments.moderation.phases.links import links
from comments.moderation.phases.needs_eyes import needs_eyes
from comments.moderation.phases.network_flood import network_flood
from comments.moderation.phases.outside_checks import outside_checks
from comments.moderation.phases.personal_data import personal_data
from comments.moderation.phases.post_moderated import post_moderated
from comments.moderation.phases.shouting import shouting
from comments.moderation.phases.slowed_down import slowed_down
from comments.moderation.phases.too_fast import too_fast
from comments.moderation.phases.trap_filled import trap_filled
from comments.moderation.phases.trusted_reader import trusted_reader
from comments.moderation.phases.unreadable import unreadable
from comments.moderation.phases.watched_words import watched_words
from comments.moderation.phases.wrong_language import wrong_language
from comments.moderation.rules.chosen import Rules
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion, Verdict

Phase = Callable[[Submission], Verdict | None]

# Whether there is a comment at all, and from whom: always first. A newsroom can't switch these off.
FIRST: tuple[Phase, ...] = (comments_closed, too_fast, slowed_down, banned)
# In the order that holds where the newsroom chose no other.
MOVABLE: tuple[Phase, ...] = (
    trap_filled,
    unreadable,
    blocked_words,
    hidden_numbers,
    already_said,
    watched_words,
    bank_accounts,
    personal_data,
    article_flood,
    trusted_reader,
    links,
    shouting,
    wrong_language,
    network_flood,
    learned_score,
)
# What the article's policy says: always last, the very last one always has a verdict.
LAST: tuple[Phase, ...] = (outside_checks, post_moderated, needs_eyes)
PHASES: tuple[Phase, ...] = FIRST + MOVABLE + LAST
MOVABLE_NAMES: tuple[str, ...] = tuple(phase.__name__ for phase in MOVABLE)


def decide(submission: Submission) -> tuple[Verdict, list[Opinion]]:
    """The first verdict wins; with it the opinions of the phases up to there. Raises Refused."""
    return decide_by(chain(submission.rules), submission)


def decide_by(phases: tuple[Phase, ...], submission: Submission) -> tuple[Verdict, list[Opinion]]:
    """The same by some of the phases, of which the last has a verdict."""
    opinions: list[Opinion] = []
    for phase in phases:
        started = perf_counter()
        verdict = phase(submission)
        opinions.append(_opinion(phase, verdict, perf_counter() - started))
        if verdict:
            return verdict, opinions
    raise LookupError("the last phase must have a verdict")


@lru_cache(maxsize=8)  # the rules that hold, and those that are tried
def chain(rules: Rules) -> tuple[Phase, ...]:
    """The phases that are on, in their order."""
    by_name = {phase.__name__: phase for phase in MOVABLE}
    return (*FIRST, *(by_name[name] for name in ordered(rules) if name not in rules.off), *LAST)


def ordered(rules: Rules) -> list[str]:
    """The names of all movable phases in the newsroom's order; one that it never saw stands behind the one that it follows
    by default."""
    names = [name for name in rules.order if name in MOVABLE_NAMES]
    for at, name in enumerate(MOVABLE_NAMES):
        if name not in names:
            names.insert(names.index(MOVABLE_NAMES[at - 1]) + 1 if at else 0, name)
    return names


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
