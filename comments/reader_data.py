"""What is kept about one reader, found by e-mail: for the person who asks, and for whoever answers them.

Addresses match after trimming and in small letters, the whole of them: `Lan@Example.VN ` is `lan@example.vn`. Nothing else
is guessed: comments that were sent without the address are not found, though they may have come from the same network.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from comments.models import Ban, Comment, Decision, Like, Report, Sender, Wording
from comments.moderation.bans.keeping import about
from comments.moderation.second_look import asked
from news.models import Article

SAID = ("name", "email", "text", "created_at", "edition")
BECAME = ("state", "reason", "decided_at", "featured_at", "opinions")
REPORTED = ("comment", "reason", "words", "at")
BANNED = ("at", "until", "lifted_at", "silent", "note", "name", "email")
HASHES = ("address_hash", "network_hash", "fingerprint", "first_fingerprint", "submission_key")


class NoAddress(ValueError):
    """What was given is no e-mail address."""


def comments_of(email: str) -> QuerySet[Comment]:
    """The comments sent with that address. Raises NoAddress. The addresses that are kept are few: they go by a date."""
    wanted = _same(email)
    try:
        validate_email(wanted)
    except ValidationError as error:
        raise NoAddress(email) from error
    kept = Comment.objects.exclude(email="").order_by().values_list("email", flat=True).distinct()
    # Compared here, not by the database: SQLite has no small letters beyond ASCII, which domains may have.
    return Comment.objects.filter(email__in=[one for one in kept if _same(one) == wanted]).order_by("pk")


def told(comments: QuerySet[Comment]) -> dict[str, Any]:
    """Everything that is kept of these comments and of the addresses they came from, to be written as JSON.

    Not the receipts' addresses, which are keys to the comments, and nobody of the newsroom by name.
    """
    rows = comments.select_related("article", "second_look", "letter_end").prefetch_related(
        "wordings", "decisions", "letters"
    )
    known = list(rows.defer("article__body", "article__search_text"))
    hashes = {one.address_hash for one in known} - {""}
    senders = Sender.objects.filter(address_hash__in=hashes).order_by("pk")
    return {
        "comments": [_comment(one) for one in known],
        "senders": list(senders.values("address_hash", "first_seen_at")),
        "likes": list(Like.objects.filter(address_hash__in=hashes).order_by("pk").values("comment", "at")),
        "reports": list(Report.objects.filter(address_hash__in=hashes).order_by("pk").values(*REPORTED)),
        "bans": list(Ban.objects.filter(about(known)).order_by("pk").values(*BANNED)),
    }


def _same(email: str) -> str:
    return email.strip().lower()


def _comment(comment: Comment) -> dict[str, Any]:
    plea = asked(comment)
    return {
        "number": comment.pk,
        "article": _article(comment.article),
        "answers": comment.parent_id,
        **{name: getattr(comment, name) for name in (*SAID, *BECAME, *HASHES)},
        "wordings": [_wording(one) for one in comment.wordings.all()],
        "second_look": {"words": plea.words, "at": plea.at} if plea else None,
        "decisions": [_decision(one) for one in comment.decisions.all()],
        "score": comment.score,
        "letters": [{"kind": one.kind, "sent_at": one.sent_at} for one in comment.letters.all()],
        "no_letters_since": comment.letter_end.at if hasattr(comment, "letter_end") else None,
    }


def _article(article: Article) -> dict[str, Any]:
    """Named only while any reader may see it, as on the receipt."""
    named = {"headline": article.headline, "address": article.get_absolute_url()} if article.is_live() else {}
    return {"number": article.pk, **named}


def _wording(one: Wording) -> dict[str, Any]:
    return {"name": one.name, "text": one.text, "state": one.state, "changed_at": one.at}


def _decision(one: Decision) -> dict[str, Any]:
    """Without who decided."""
    return {"before": one.before, "after": one.after, "reason": one.reason, "at": one.at, "undone_at": one.undone_at}
