"""Why a match is one, in words for moderators."""

from collections.abc import Iterable
from itertools import islice

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.moderation.words import reading
from comments.moderation.words.matcher import Match

TOLD = 10  # matches; who writes more has made the point

UNDONE: dict[str, Promise] = {
    reading.BARE: gettext_lazy("bỏ dấu"),
    reading.WRONG: gettext_lazy("sai dấu"),
    reading.ALIKE: gettext_lazy("số hoặc ký hiệu thay chữ"),
    reading.TEEN: gettext_lazy("chữ viết kiểu khác"),
    reading.FOREIGN: gettext_lazy("chữ cái lạ trông giống"),
    reading.SPLIT: gettext_lazy("tách rời chữ"),
    reading.REPEATED: gettext_lazy("lặp chữ"),
    reading.UNSEEN: gettext_lazy("ký tự ẩn"),
    reading.MASKED: gettext_lazy("che một chữ"),
    reading.JOINED: gettext_lazy("viết liền"),
    reading.TYPED: gettext_lazy("chữ gõ Telex, VNI chưa thành dấu"),
    reading.SWAPPED: gettext_lazy("nói lái"),
}


def why(match: Match) -> str:
    """The spellings that were undone; that it stands there plainly if none were."""
    done = [str(words) for code, words in UNDONE.items() if code in match.undone]
    return ", ".join(done) or _("viết đúng như trong danh sách")


def told(matches: Iterable[Match]) -> str:
    """The first matches as they were typed, the entry behind each where that is not the same, and why."""
    return "; ".join(islice(dict.fromkeys(_one(match) for match in matches), TOLD))


def typed(matches: Iterable[Match]) -> tuple[str, ...]:
    """What stands there, of the first matches, each once."""
    return tuple(islice(dict.fromkeys(match.text for match in matches), TOLD))


def _one(match: Match) -> str:
    if not match.undone:
        return f"“{match.text}”"
    return _("“%(typed)s” là “%(word)s” (%(why)s)") % {"typed": match.text, "word": match.entry.text, "why": why(match)}
