"""What other rules would have done with the newest comments. Nothing is stored, nobody outside is asked."""

from dataclasses import dataclass, field, replace
from time import perf_counter

from comments.models import Comment
from comments.moderation.masking import is_masked, masked_in
from comments.moderation.pipeline import FIRST, chain, decide_by
from comments.moderation.rules import past
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.keeping import require
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion, Verdict
from news.models import User

MOST = 1000  # comments
SECONDS = 1.5  # then it ends with what it has: who tries rules waits for the answer
EXAMPLES = 5  # of each change

Outcome = tuple[str, str]  # the state, and the phase that decided


@dataclass(frozen=True)
class Example:
    """A comment that would have been decided otherwise, and what the phase would have told moderators."""

    comment: Comment
    told: str


@dataclass
class Change:
    """From which verdict to which, by which phases, how often."""

    before: Outcome
    after: Outcome
    count: int = 0
    examples: list[Example] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """How many comments there were to try, how many were tried in the time, and what would have changed, most frequent first."""

    found: int
    tried: int
    changes: list[Change]

    @property
    def is_cut(self) -> bool:
        """Whether the time was over before all that were found had been tried."""
        return self.tried < self.found

    @property
    def changed(self) -> int:
        """How many would have got another verdict."""
        return sum(each.count for each in self.changes if each.before[0] != each.after[0])

    @property
    def by_others(self) -> int:
        """How many would have got the same verdict from another phase."""
        return sum(each.count for each in self.changes) - self.changed


def dry_run(before: Rules, after: Rules, number: int, by: User | None) -> Report:
    """Both rules on the newest `number` comments, the newest first until the time is over. Raises NotAllowed.

    That they were taken in at all is not asked again.
    """
    require(by)
    started, comments = perf_counter(), past.newest(min(number, MOST))
    changes: dict[tuple[Outcome, Outcome], Change] = {}
    pairs = list(zip(comments, past.submissions(comments), strict=True))
    tried = 0
    for comment, submission in reversed(pairs):
        if perf_counter() - started > SECONDS:
            break
        tried += 1
        was, becomes = _outcome(before, submission), _outcome(after, submission)
        if was[0] != becomes[0]:
            _count(changes, was[0], becomes, comment)
    ranked = sorted(changes.values(), key=lambda each: (each.before[0] == each.after[0], -each.count))
    return Report(len(comments), tried, ranked)


def _outcome(rules: Rules, submission: Submission) -> tuple[Outcome, Verdict]:
    own = replace(submission, rules=rules)
    vars(own)["matches"] = submission.matches  # found once: the words are the same under all rules
    verdict, opinions = decide_by(chain(rules)[len(FIRST) :], own)
    last: Opinion = opinions[-1]
    return (verdict.state.value, last["phase"]), verdict


def _count(
    changes: dict[tuple[Outcome, Outcome], Change], was: Outcome, becomes: tuple[Outcome, Verdict], comment: Comment
) -> None:
    outcome, verdict = becomes
    change = changes.setdefault((was, outcome), Change(was, outcome))
    change.count += 1
    if len(change.examples) < EXAMPLES:
        told = masked_in(verdict.told, verdict.matched) if is_masked(comment) else verdict.told
        change.examples.append(Example(comment, told))
