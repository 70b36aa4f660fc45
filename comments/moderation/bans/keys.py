"""By what two people count as one.

A name: however it is disguised, as watched words are (no marks, look-alikes, other alphabets, letters apart or repeated), so
that it hits innocent namesakes as well: the desk tells how many. An e-mail: in small letters, without "+something", and at
Gmail without dots, because all of these arrive in the same letter box; kept as a keyed hash. Addresses and networks
(/24, /48) are keyed hashes from the beginning (comments/addresses.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.crypto import salted_hmac

from comments.addresses import month_of
from comments.models import Comment
from comments.moderation.words.entries import once_each, skeleton
from comments.moderation.words.letters import canonical
from news.vietnamese.letters import fold

FEWEST_LETTERS = 3  # of a name without its disguise: "Ly" is also Y, Lý, Lị and I
DOTLESS = frozenset({"gmail.com", "googlemail.com"})  # one provider, which ignores dots
_BETWEEN = re.compile(r"[\W_]+")


HashedIn = Callable[[str], tuple[str, str]]  # address and network by the key of a month (comments/addresses.py)


@dataclass(frozen=True)
class Person:
    """Who sent a comment, as far as the newsroom knows: any of these may be empty.

    The hashes are by the key of `month`; `in_month` tells them by the keys of others, while a request is there to ask.
    """

    name: str = ""
    email: str = ""
    address_hash: str = ""
    network_hash: str = ""
    month: str = field(default="", compare=False)
    in_month: HashedIn | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, comment: Comment) -> "Person":
        """Who sent this one; a name that took the place of an erased one is nobody's."""
        name = "" if comment.words_erased_at else comment.name
        return cls(name, comment.email, comment.address_hash, comment.network_hash, month_of(comment.created_at))

    def only(self, kinds: "frozenset[str] | set[str]") -> "Person":
        """The same person by these of the four alone."""
        return Person(**{kind: value for kind, value in vars(self).items() if kind in {*kinds, "month"}})

    def hashed_in(self, month: str) -> tuple[str, str]:
        """Address and network by the key of that month; "" where nobody can tell."""
        if self.in_month:
            return self.in_month(month)
        return (self.address_hash, self.network_hash) if month == self.month else ("", "")


def name_key(name: str) -> str:
    """What the name is without disguise: “N.g.u.y.ễ.n  Văn Tèo” and “nguyen van te0” are one."""
    letters = _BETWEEN.sub("", canonical(name).letters)
    return once_each(skeleton(fold(letters)))


EVERYBODYS = frozenset(map(name_key, ("Bạn đọc", "Độc giả", "Ẩn danh", "Nặc danh", "Giấu tên", "Khách")))


def is_nobodys(name: str) -> bool:
    """Whether too many people bear that name to ban anybody by it."""
    key = name_key(name)
    return len(key) < FEWEST_LETTERS or key in EVERYBODYS


def email_key(email: str) -> str:
    """A keyed hash of the letter box, 64 hex digits; "" for none."""
    box = _letter_box(email)
    return salted_hmac("comments.ban.email", box, algorithm="sha256").hexdigest() if box else ""


def masked(email: str) -> str:
    """Enough for moderators to know it again: l…n@example.vn."""
    local, _at, domain = email.strip().rpartition("@")
    shown = f"{local[0]}…{local[-1]}" if len(local) > 2 else "…"
    return f"{shown}@{domain}" if domain and local else ""


def _letter_box(email: str) -> str:
    local, at, domain = email.strip().lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in DOTLESS:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}{at}{domain}" if local else ""
