"""The newsroom's tables, a module per subject."""

from news.models.articles import Article, ArticleAuthor, AuthorRole, OldSlug, State
from news.models.authors import Author
from news.models.log import Action, LogEntry
from news.models.photos import Photo
from news.models.presence import Presence
from news.models.revisions import Origin, Revision
from news.models.sections import Section
from news.models.site import CommentPolicy, SiteSettings
from news.models.tags import Tag
from news.models.users import User

__all__ = [
    "Action",
    "Article",
    "ArticleAuthor",
    "Author",
    "AuthorRole",
    "CommentPolicy",
    "LogEntry",
    "OldSlug",
    "Origin",
    "Photo",
    "Presence",
    "Revision",
    "Section",
    "SiteSettings",
    "State",
    "Tag",
    "User",
]
