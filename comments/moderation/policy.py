"""How one article takes comments."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from comments.models import Discussion
from comments.moderation.errors import NotAllowed
from news import rights
from news.models import Article, CommentPolicy, User


def set_policy(article: Article, policy: CommentPolicy | str, by: User | None) -> None:
    """Open, close or hide comments under one article; empty: as the paper does. Raises NotAllowed."""
    if by is not None and not by.has_perm("comments.change_discussion"):
        raise NotAllowed(_("Bạn không có quyền đổi cách nhận bình luận."))
    if not rights.holds(by, article.section):
        raise NotAllowed(_("Bạn không phụ trách mục “%(section)s”.") % {"section": article.section})
    with transaction.atomic():
        Discussion.objects.get_or_create(article=article)
        Discussion.objects.filter(article=article).update(policy=policy, version=F("version") + 1)
