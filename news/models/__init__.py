"""The newsroom's tables, a module per subject."""

from news.models.accounts import DeskSession, Invitation, RecoveryCode, Try
from news.models.articles import Article, ArticleAuthor, AuthorRole, OldSlug
from news.models.attachments import Attachment
from news.models.audit import AuditEntry
from news.models.authors import Author
from news.models.bulk_acts import BulkAct, BulkItem, Outcome
from news.models.checks import CheckRule, Severity
from news.models.corrections import Correction
from news.models.galleries import ArticleGallery, Gallery, GalleryPhoto
from news.models.house_names import HouseName
from news.models.log import Action, LogEntry
from news.models.margin_notes import MarginNote
from news.models.notices import Notice
from news.models.photo_uses import PhotoUse, Place
from news.models.photos import FormerKey, Photo
from news.models.presence import Presence
from news.models.preview_links import PreviewLink
from news.models.reads import ArticleReads, ReadHour
from news.models.revisions import Origin, Revision
from news.models.sections import Section
from news.models.site import CommentPolicy, SiteSettings
from news.models.states import State
from news.models.tags import Tag
from news.models.users import User

__all__ = [
    "Action",
    "Article",
    "ArticleAuthor",
    "ArticleGallery",
    "ArticleReads",
    "Attachment",
    "AuditEntry",
    "Author",
    "AuthorRole",
    "BulkAct",
    "BulkItem",
    "CheckRule",
    "CommentPolicy",
    "Correction",
    "DeskSession",
    "FormerKey",
    "Gallery",
    "GalleryPhoto",
    "HouseName",
    "Invitation",
    "LogEntry",
    "MarginNote",
    "Notice",
    "OldSlug",
    "Origin",
    "Outcome",
    "Photo",
    "PhotoUse",
    "Place",
    "Presence",
    "PreviewLink",
    "ReadHour",
    "RecoveryCode",
    "Revision",
    "Section",
    "Severity",
    "SiteSettings",
    "State",
    "Tag",
    "Try",
    "User",
]
