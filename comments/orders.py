"""The orders in which one reads what is said under an article, each paged by key over an index of its own.

A key is the place of the last comment on the page before: its id, or what orders it and its id.
"""

import re
from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.models.comment_questions import CommentQuerySet
from news.ids import id_in
from news.models import Article

MOST_LIKES = 2**31 - 1  # what the column holds
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PAIR = re.compile(r"([0-9]{1,18})-([0-9]{1,19})")

Key = tuple[int, int]  # what orders the comment (0: nothing but its id), and its id


class Order(models.TextChoices):
    """By their names in addresses."""

    NEWEST = "moi-nhat", _("Mới nhất")
    LIKED = "quan-tam", _("Quan tâm nhất")
    FEATURED = "noi-bat", _("Nổi bật")


class BadKey(ValueError):
    """No page has this key."""


def heads(article: Article, order: Order, key: Key | None = None) -> CommentQuerySet:
    """What stands at the top level under the article, in that order, after the key.

    Among the featured ones that is each featured comment, answers too: they were chosen for themselves.
    """
    said: CommentQuerySet = Comment.objects.filter(article=article)
    if order == Order.LIKED:
        return _most_liked(said.threads(), key)
    if order == Order.FEATURED:
        return _featured(said.visible().filter(featured_at__isnull=False), key)
    return said.threads() if key is None else said.threads().filter(pk__lt=key[1])


def key_of(comment: Comment, order: Order) -> str:
    """The key of the page after the comment, as it stands in the address."""
    first, row = rank(comment, order)
    return str(row) if order == Order.NEWEST else f"{first}-{row}"


def rank(comment: Comment, order: Order) -> Key:
    """What puts the comment in its place: who has more stands before."""
    if order == Order.LIKED:
        return comment.likes, comment.pk
    moment = comment.featured_at if order == Order.FEATURED else None
    return (moment - _EPOCH) // timedelta(microseconds=1) if moment else 0, comment.pk


def key_in(raw: str, order: Order) -> Key:
    """The key that an address names. Raises BadKey."""
    if order == Order.NEWEST:
        parts = ("0", raw)
    elif pair := _PAIR.fullmatch(raw):
        parts = (pair[1], pair[2])
    else:
        raise BadKey(raw)
    row = id_in(parts[1])
    if not row:
        raise BadKey(raw)
    return int(parts[0]), row


def _most_liked(said: CommentQuerySet, key: Key | None) -> CommentQuerySet:
    """Likes move while one reads: a comment may then come twice or be missed, which newest-first never does."""
    rows = said.order_by("-likes", "-id")
    if key is None:
        return rows
    likes = min(key[0], MOST_LIKES)
    return rows.filter(Q(likes__lt=likes) | Q(pk__lt=key[1]), likes__lte=likes)


def _featured(said: CommentQuerySet, key: Key | None) -> CommentQuerySet:
    rows = said.order_by("-featured_at", "-id")
    if key is None:
        return rows
    try:
        moment = _EPOCH + timedelta(microseconds=key[0])
    except OverflowError as error:
        raise BadKey(str(key)) from error
    return rows.filter(Q(featured_at__lt=moment) | Q(pk__lt=key[1]), featured_at__lte=moment)
