"""Asking services outside the house about a comment. None is asked unless the operator names it in the environment.

The worker asks, after the comment is stored: no transaction and no lock is held while somebody else thinks. What they get
is the text, the name and the article's address; the answer becomes an opinion like a phase's.
"""

from django.conf import settings


def is_asked() -> bool:
    """Whether the operator has named any service."""
    return bool(settings.COMMENT_HOOK_URL or settings.AKISMET_KEY)
