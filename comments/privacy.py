"""What is kept about readers goes when its time is over, or when the person asks. Nothing else erases it.

Two things with a mark each: `contact_erased_at` (e-mail, hashes of address and network, fingerprints) and `words_erased_at` (name
and text of what was not shown, with its earlier wordings, its writer's plea and what the phases quoted). The row stays,
so that receipts, answers, decisions and figures do. Of what is shown, what nobody sees goes as well: earlier wordings and the
plea, as long after they were written as the words of what is not shown are kept after they were judged. A ban is kept as
long as it holds, since it could not hold otherwise; as many days after its end as comments keep e-mail and hashes it forgets
on whom it was, and keeps who banned and why.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.db import models, transaction

from comments.models import UNSEEN, Ban, Comment, Like, Report, Said, SecondLook, Sender, State, Wording
from comments.moderation import counts, decisions
from comments.moderation.bans.keeping import about, forget
from comments.moderation.rules.chosen import BOUNDS
from news import audit
from news.vietnamese.letters import fold

BATCH = 500  # rows in one transaction: writers wait for less than a second
NO_NAME = "Bạn đọc"
NO_WORDS = "[đã xóa]"  # in the place of the words wherever the row is shown: the desk's lists, its pages
NO_CONTACT = {
    **dict.fromkeys(("email", "address_hash", "network_hash", "fingerprint", "first_fingerprint"), ""),
    "submission_key": None,
}
REMEMBERED = timedelta(days=BOUNDS["near_days"][1])  # what was said is compared for so long at most
OF_AN_OPINION = ("phase", "verdict", "reason", "ms")  # what is left of it: the rest quotes what was typed

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Erased:
    """How much went: comments that lost e-mail and hashes, senders, comments that lost their words or were taken back;
    who liked what, and who reported what in which words (the numbers of likes and the reports themselves stay); bans that
    ended so long ago that they don't say any more on whom they were."""

    contacts: int = 0
    senders: int = 0
    words: int = 0
    taken_back: int = 0
    likes: int = 0
    reports: int = 0
    bans: int = 0
    earlier: int = 0  # wordings and pleas of comments that are shown or wait


def erase_due(now: datetime) -> Erased:
    """Erase whatever is older at `now` (aware) than the paper keeps it, and log that this was done."""
    contacts_kept, words_kept = (timedelta(days=days) for days in (settings.READER_DATA_DAYS, settings.REJECTED_DAYS))
    unseen = now - words_kept
    erased = Erased(
        contacts=_in_batches(Comment.objects.contact_due(now - contacts_kept), lambda rows: _erase_contacts(rows, now)),
        words=_in_batches(Comment.objects.words_due(unseen), lambda rows: _erase_words(rows, now)),
        likes=_in_batches(Like.objects.due(now - contacts_kept), _erase_likes),
        reports=_in_batches(Report.objects.due(now - contacts_kept), _erase_reporters),
        senders=_in_batches(Sender.objects.due(now - contacts_kept), _erase_senders),  # after what bears their hashes
        bans=_in_batches(Ban.objects.due(now - contacts_kept), lambda rows: forget(rows, now)),
        earlier=_in_batches(Wording.objects.due(unseen), _erase_wordings)
        + _in_batches(SecondLook.objects.due(unseen), _erase_pleas),
    )
    _in_batches(Said.objects.past(now - REMEMBERED), _forget)
    _log("comments.readers_erased", erased)
    return erased


@transaction.atomic
def erase_person(comments: models.QuerySet[Comment], with_words: bool, now: datetime) -> Erased:
    """Erase what these comments tell about the one person who sent them, and log it without a name.

    What readers see keeps its words under another name; `with_words` takes it back as its writer could. Words that
    nobody sees go at once. A ban that holds stays: nobody ends it by asking to be forgotten.
    """
    hashes = set(comments.order_by().values_list("address_hash", flat=True)) - {""}
    known = list(
        Sender.objects.filter(address_hash__in=hashes).order_by("pk").select_for_update()
    )  # first, as who posts
    rows = list(comments.order_by("pk").select_for_update(of=("self",)))  # all of them before any discussion's row
    _forget_of(rows)
    ended = Ban.objects.ended(now).filter(about(rows), erased_at=None)
    bans = forget(list(ended.order_by("pk").select_for_update(of=("self",))), now)
    taken_back = [comment for comment in rows if with_words and comment.state not in UNSEEN]
    for comment in sorted(taken_back, key=lambda one: (one.article_id, one.pk)):
        decisions.take_back(comment)
    hidden = [comment for comment in rows if comment.state in UNSEEN]
    _erase_words(hidden, now)
    for comment in rows:
        if comment.state not in UNSEEN:
            _unname(comment)
    contacts = _erase_contacts(rows, now)
    senders = _erase_senders(known)
    likes = _erase_likes(list(Like.objects.filter(address_hash__in=hashes)))
    reports = _erase_reporters(list(Report.objects.filter(address_hash__in=hashes)))
    erased = Erased(contacts, senders, len(hidden), len(taken_back), likes, reports, bans)
    _log("comments.reader_erased", erased)
    return erased


def _in_batches(due: "models.QuerySet[Row]", erase: Callable[[Sequence[Row]], int]) -> int:
    gone = 0
    while batch := list(due.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            asked_again = due.filter(pk__in=batch).order_by("pk")  # somebody may have decided meanwhile
            gone += erase(list(asked_again.select_for_update(of=("self",))))
    return gone


def _erase_contacts(comments: Sequence[Comment], now: datetime) -> int:
    _forget_of(comments)
    return Comment.objects.filter(pk__in=_keys(comments)).update(**NO_CONTACT, contact_erased_at=now)


def _erase_senders(senders: Sequence[Sender]) -> int:
    """Those that are still unused now that they are locked: whoever sends a comment waits at this row."""
    return Sender.objects.unused().filter(pk__in=_keys(senders)).delete()[0]


def _erase_likes(likes: Sequence[Like]) -> int:
    return Like.objects.filter(pk__in=_keys(likes)).delete()[0]


def _erase_reporters(reports: Sequence[Report]) -> int:
    return Report.objects.filter(pk__in=_keys(reports)).update(address_hash="", browser_hash="", words="")


def _erase_wordings(wordings: Sequence[Wording]) -> int:
    return Wording.objects.filter(pk__in=_keys(wordings)).delete()[0]


def _erase_pleas(pleas: Sequence[SecondLook]) -> int:
    return SecondLook.objects.filter(pk__in=_keys(pleas)).update(words="")


def _erase_words(comments: Sequence[Comment], now: datetime) -> int:
    words = {"name": NO_NAME, "text": NO_WORDS, "search_text": fold(f"{NO_NAME} {NO_WORDS}")}
    _erase_beside(comments)
    _forget_of(comments)
    return Comment.objects.filter(pk__in=_keys(comments)).update(**words, words_erased_at=now)


def _forget(marks: Sequence[Said]) -> int:
    """Marks that are locked in their order."""
    return Said.objects.filter(pk__in=_keys(marks)).delete()[0]


def _forget_of(comments: Sequence[Comment]) -> None:
    """The marks are made of words and address; whoever says the same again is no longer compared with these."""
    _forget(list(Said.objects.filter(comment__in=_keys(comments)).order_by("mark").select_for_update()))


def _unname(comment: Comment) -> None:
    """Readers, or the moderator who will read it, see the words under no name."""
    comment.name = NO_NAME
    comment.prepare()
    _erase_beside([comment])
    comment.save(update_fields=["name", "search_text"])
    if comment.state == State.APPROVED:
        counts.redrawn(comment.article_id)


def _erase_beside(comments: Sequence[Comment]) -> None:
    """What else was written down of their words."""
    Wording.objects.filter(comment__in=_keys(comments)).delete()
    SecondLook.objects.filter(comment__in=_keys(comments)).update(words="")
    for comment in comments:
        comment.opinions = [{part: one[part] for part in OF_AN_OPINION if part in one} for one in comment.opinions]
    Comment.objects.bulk_update(comments, ["opinions"])


def _keys(rows: Sequence[models.Model]) -> list[Any]:
    return [row.pk for row in rows]


def _log(act: str, erased: Erased) -> None:
    audit.record(act, None, **dict[str, Any](asdict(erased)))
