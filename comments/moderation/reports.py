"""What a decision does to the reports about a comment: it answers those that are open, and undoing it opens them again."""

from comments.models import Comment, Decision, Report


def close(comment: Comment, decision: Decision) -> None:
    """Answer the open reports. The comment is locked, and saved by the caller; no query where there is none."""
    if comment.open_reports:
        Report.objects.open().filter(comment=comment).update(decision=decision)
        comment.open_reports = 0


def reopen(comment: Comment, decision: Decision) -> None:
    """What the decision answered waits for an answer again. The comment is locked, and saved by the caller."""
    comment.open_reports += Report.objects.filter(decision=decision).update(decision=None)
