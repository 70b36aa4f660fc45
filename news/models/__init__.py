"""The newsroom's tables, a module per subject."""

from news.models.articles import Article, ArticleAuthor, AuthorRole, OldSlug, State
from news.models.attachments import Attachment
from news.models.authors import Author
from news.models.galleries import ArticleGallery, Gallery, GalleryPhoto
from news.models.log import Action, LogEntry
from news.models.photo_uses import PhotoUse, Place
from news.models.photos import FormerKey, Photo
from news.models.sections import Section
from news.models.site import CommentPolicy, SiteSettings
from news.models.tags import Tag
from news.models.users import User

__all__ = [
    "Action",
    "Article",
    "ArticleAuthor",
    "ArticleGallery",
    "Attachment",
    "Author",
    "AuthorRole",
    "CommentPolicy",
    "FormerKey",
    "Gallery",
    "GalleryPhoto",
    "LogEntry",
    "OldSlug",
    "Photo",
    "PhotoUse",
    "Place",
    "Section",
    "SiteSettings",
    "State",
    "Tag",
    "User",
]
