"""The same once more: by the same reader, or by a campaign that copies one text under many articles."""

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.around import Echo
from comments.moderation.echoes import likeness, shingles, syllables
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.vietnamese.letters import fold

STANDING = frozenset({State.WAITING, State.APPROVED})  # what is not shown may be said again, better or not


def already_said(submission: Submission) -> Verdict | None:
    """Rejected where the same reader's same words stand under the article already; waiting, with a mark, for what is said
    elsewhere, by others, or nearly so. Short texts are everybody's: only their own writer repeats them.
    """
    limits = submission.rules.thresholds
    echoes = [one for one in submission.around.echoes if one.days <= limits.near_days]
    if not echoes:
        return None
    said = syllables(submission.words.text)
    if any(_is_once_more(echo, said, submission) for echo in echoes):
        told = _("Cùng tên, cùng nguồn gửi đã nói đúng lời này dưới bài này.")
        return Verdict(State.REJECTED, Reason.REPEATED, told, _("Bạn đã gửi lời này rồi nên không cần gửi lại."))
    if len(said) < limits.near_syllables:
        return None
    own = shingles(said)
    near = [(likeness(own, shingles(syllables(echo.text))), echo) for echo in echoes]
    share, echo = max(near, key=lambda one: one[0])
    return _waiting(share, echo, submission) if share * 100 >= limits.near_percent else None


def _waiting(share: float, echo: Echo, submission: Submission) -> Verdict:
    where = _("dưới bài này") if _is_here(echo, submission) else _("dưới bài khác")
    who = _("cùng nguồn gửi") if echo.is_own else _("nguồn gửi khác")
    told = _("Giống %(share)d%% một bình luận %(where)s, %(who)s.")
    advice = _("Bình luận gần giống một bình luận đã gửi; bạn có thể nói thêm điều của riêng mình.")
    return Verdict(
        State.WAITING, Reason.REPEATED, told % {"share": int(share * 100), "where": where, "who": who}, advice
    )


def _is_once_more(echo: Echo, said: list[str], submission: Submission) -> bool:
    """The same name as well: behind one address there may be a whole street."""
    own = echo.is_own and _is_here(echo, submission) and echo.state in STANDING
    return own and syllables(echo.text) == said and fold(echo.name) == fold(submission.words.name)


def _is_here(echo: Echo, submission: Submission) -> bool:
    return echo.article_id == submission.article.pk
