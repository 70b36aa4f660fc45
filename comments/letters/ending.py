"""How a reader ends letters about answers: by an address that nobody can guess, in one click (RFC 8058)."""

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from comments.models import Comment, LetterEnd
from news.ids import id_in

_signer = Signer(sep=".", salt="comments.letters.ending")


def token(comment: Comment) -> str:
    """What stands in the address; it opens nothing else."""
    return _signer.sign(str(comment.pk))


def comment_of(token: str) -> Comment | None:
    """The comment whose writer got the letter; None for what we never signed, or where it is gone."""
    try:
        number = id_in(_signer.unsign(token))
    except BadSignature:
        return None
    return Comment.objects.select_related("letter_end").filter(pk=number).first() if number else None


def end(comment: Comment) -> None:
    """No letters about answers any more, to nobody's surprise how often it is said."""
    LetterEnd.objects.get_or_create(comment=comment, defaults={"at": timezone.now()})


def has_ended(comment: Comment) -> bool:
    """Whether that was said by way of this comment (which came from `comment_of`)."""
    return hasattr(comment, "letter_end")
