"""Links, and the invitation to talk elsewhere."""

import re

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation import contacts
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.vietnamese.letters import fold

_ASKED = r"ket ban|kb|add|nhan(?: tin)?(?: qua)?|lien he|lh|ib|inbox|vao nhom|nhom|chat"
_PLACES = r"zalo|tele(?:gram)?|viber|messenger"
_ELSEWHERE = re.compile(rf"(?<!\w)(?:{_ASKED})\s+(?:\w+\s+)?(?:{_PLACES})(?!\w)|(?<!\w)(?:zalo|telegram|viber)\s*[:.]")


def links(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, for more links than are allowed: a link may be a source or a lure, which a person sees at once."""
    text = submission.words.text
    linked, lured = contacts.links(text), [match[0] for match in _ELSEWHERE.finditer(fold(text))]
    if not lured and len(linked) <= submission.rules.thresholds.links_allowed:
        return None
    found = (*linked, *lured)
    return Verdict(
        State.WAITING,
        Reason.ADVERTISING,
        told=_("Có liên kết hoặc lời rủ liên lạc: “%(found)s”.") % {"found": "”, “".join(found)},
        advice=_("Bình luận có liên kết nên người duyệt cần mở xem trước."),
        matched=found,
    )
