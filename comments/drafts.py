"""The key of a draft: a form that is sent again after the network was gone is the same comment, wherever it comes from.

A page that caches keep can carry no token, so the reader's browser makes the key (static/js/comment-sending.js). What is
kept of it is a keyed hash: who reads the table can't claim anybody's receipt by it. The words decide more than the key:
the same key with other words is another comment, which bears none, so that nothing is ever lost to a clumsy program.
"""

import re
from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from comments.models import Comment

_KEY = re.compile(r"[0-9a-f]{32,64}")


def key_in(raw: str) -> str | None:
    """The key as it is kept; None for what no browser of ours makes."""
    return salted_hmac("comments.draft", raw, algorithm="sha256").hexdigest() if _KEY.fullmatch(raw) else None


def sent_from(known: Iterable[Comment], key: str | None) -> Comment | None:
    """The comment that came from the draft with this key."""
    return next((one for one in known if key and one.submission_key == key), None)
