"""An article's discussion: kept beside the article, never inside it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models import Article, CommentPolicy, SiteSettings


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    """Questions about discussions."""

    def of(self, article: Article) -> "Discussion":
        """The article's discussion; an unsaved one with the defaults where nobody has commented or set anything."""
        return self.filter(article=article).first() or Discussion(article=article)


class Discussion(models.Model):
    """Policy, counts and version of what is said under one article. Counts are written by comments/moderation alone."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="discussion")
    policy = models.CharField(
        _("cách nhận bình luận"),
        max_length=8,
        choices=CommentPolicy,
        blank=True,
        help_text=_("Để trống thì theo thiết lập chung của báo."),
    )
    approved_count = models.PositiveIntegerField(_("đã duyệt"), default=0, editable=False)
    waiting_count = models.PositiveIntegerField(_("chờ duyệt"), default=0, editable=False)
    version = models.PositiveBigIntegerField(
        default=0, editable=False
    )  # goes up with every change that readers can see

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        verbose_name = _("bình luận của bài")
        verbose_name_plural = _("bình luận của bài")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(policy__in=["", *CommentPolicy.values]), name="discussion_policy_known"
            )
        ]

    def __str__(self) -> str:
        return str(self.article)

    def effective_policy(self, site: SiteSettings) -> CommentPolicy:
        """The policy that holds: the site's switch first, then the article's own, then the site's default."""
        if not site.comments_enabled:
            return CommentPolicy.HIDDEN
        return CommentPolicy(self.policy or site.comment_policy)
