"""Manuscripts from files: plain text in any encoding of Vietnam's, Word documents, saved pages.

Reading (read) knows nothing of the database; take_in.py alone makes articles of what was understood.
"""

from news.importing.blocks import Picture
from news.importing.files import digest, read
from news.importing.manuscript import Manuscript, Unreadable

__all__ = ["Manuscript", "Picture", "Unreadable", "digest", "read"]
