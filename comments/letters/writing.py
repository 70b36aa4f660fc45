"""The letters themselves: plain text, nothing in them that counts who opens them, and no words that a stranger could choose.

Somebody may have typed another person's address: neither name nor text of a comment goes out, so that nobody can send words
of their own by way of the paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.letters import ending
from comments.models import Comment, LetterKind, State
from comments.moderation import reasons
from comments.threads import lasting_place
from news.models import SiteSettings
from news.whole_addresses import whole

# Nobody's holiday notice answers it (RFC 3834, section 5).
BY_ITSELF = {"Auto-Submitted": "auto-generated"}


@dataclass(frozen=True)
class Written:
    """A letter that can go."""

    to: str
    subject: str
    text: str
    headers: dict[str, str] = field(default_factory=dict)


def written(kind: LetterKind, about: Comment, paper: SiteSettings) -> Written:
    """The letter about a comment; its article and what it answers must be loaded."""
    return (_decided if kind == LetterKind.DECIDED else _answered)(about, paper)


def _decided(comment: Comment, paper: SiteSettings) -> Written:
    is_shown = comment.state == State.APPROVED
    subject = (
        _("%(paper)s: bình luận của bạn đã được đăng") if is_shown else _("%(paper)s: bình luận của bạn không đăng")
    )
    why, advice = reasons.for_comment(comment)
    facts = {"place": whole(lasting_place(comment)) if is_shown else "", "why": why, "advice": advice}
    return _written(comment.email, subject, "decided", comment, paper, {}, facts)


def _answered(answer: Comment, paper: SiteSettings) -> Written:
    """To the writer of the comment that was answered, with the way to end such letters (RFC 8058, section 3.1)."""
    comment = answer.in_answer_to
    if comment is None:
        raise LookupError("an answer without what it answers")
    end = whole(reverse("comments:end_letters", args=[ending.token(comment)]))
    headers = {"List-Unsubscribe": f"<{end}>"}
    if end.startswith("https:"):  # which the standard asks for
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    subject, facts = (
        _("%(paper)s: có người trả lời bình luận của bạn"),
        {"place": whole(lasting_place(answer)), "end": end},
    )
    return _written(comment.email, subject, "answered", comment, paper, headers, facts)


def _written(
    to: str,
    subject: str,
    template: str,
    comment: Comment,
    paper: SiteSettings,
    headers: dict[str, str],
    facts: Mapping[str, object],
) -> Written:
    named = comment.article.headline if comment.article.is_live() else ""
    told = {"paper": paper.name, "headline": named, "receipt": whole(comment.receipt_url()), **facts}
    text = render_to_string(f"comments/letters/{template}.txt", told)
    return Written(to, subject % {"paper": paper.name}, text.strip() + "\n", {**BY_ITSELF, **headers})
