"""How letters go out, each once. The only writer of Letter. The worker beside the server calls `send_due`.

A letter is claimed by its row, which the database lets be written once, and goes after that is stored. What the mail server
turned down is tried again with growing pauses; what was under way when its process ended is left: rather none than two.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.letters.due import due
from comments.letters.writing import written
from comments.models import Comment, Letter, LetterKind
from news.accounts import mail
from news.models import SiteSettings
from news.whole_addresses import whole

AT_ONCE = 100  # letters of either kind in one go; the next go comes within a minute
MOST_TRIES = 6
FIRST_PAUSE = timedelta(minutes=5)  # then four times as long each time: a day in all


def send_due() -> int:
    """Send what is due now; gives how many went."""
    now, paper = timezone.now(), SiteSettings.objects.current()
    return sum(_send(kind, pk, now, paper) for kind in LetterKind for pk in _keys(kind, now))


def _keys(kind: LetterKind, now: datetime) -> list[int]:
    return list(due(kind, now).values_list("pk", flat=True)[:AT_ONCE])


def _send(kind: LetterKind, pk: int, now: datetime, paper: SiteSettings) -> bool:
    """Whether the letter went. Nothing happens where somebody else is sending it, or it is due no more."""
    try:
        claimed = claim(kind, pk, now)
    except IntegrityError:  # another worker wrote the row in the same moment
        return False
    if claimed is None:
        return False
    letter, about = claimed
    ready = written(kind, about, paper)
    headers = {**ready.headers, "Message-ID": _message_id(letter)}
    went = mail.post(ready.to, ready.subject, ready.text, headers)
    _keep(letter, went, now)
    return went


@transaction.atomic
def claim(kind: LetterKind, pk: int, now: datetime) -> tuple[Letter, Comment] | None:
    """The letter's row, written or taken up again, with the locked comment as it is; None where it is due no more.

    Raises IntegrityError where another process claims it in the same moment.
    """
    about = due(kind, now).filter(pk=pk).select_for_update(of=("self",)).first()
    if about is None:
        return None
    letter = Letter.objects.select_for_update().filter(kind=kind, about=about).first()
    if letter is None:
        letter = Letter(kind=kind, about=about)
    elif letter.next_try_at is None or letter.next_try_at > now:
        return None  # another process took it up while we waited for the row
    letter.began_at, letter.next_try_at, letter.tries = now, None, letter.tries + 1
    letter.save()
    whole = Comment.objects.select_related("article", "in_answer_to__article").defer(
        "article__body", "article__search_text"
    )
    return letter, whole.get(pk=pk)


def _keep(letter: Letter, went: bool, now: datetime) -> None:
    if went:
        letter.sent_at = timezone.now()
    elif letter.tries < MOST_TRIES:
        letter.next_try_at = now + FIRST_PAUSE * 4 ** (letter.tries - 1)
    letter.save(update_fields=["sent_at", "next_try_at"])


def _message_id(letter: Letter) -> str:
    """The same at each try: a mailbox that got it after all, though we were not told, can know it again."""
    host = whole().partition("://")[2].partition(":")[0].strip("[]") or "localhost"
    return f"<binh-luan.{letter.about_id}.{letter.kind}@{host}>"
