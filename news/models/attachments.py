"""Files that readers may fetch with an article. What is taken in is decided in news/attaching.py."""

from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article
from news.models.photos import new_key
from news.vietnamese.slugs import slug


def attachment_path(attachment: "Attachment", filename: str) -> str:
    """Where the file is kept, below MEDIA_ROOT; never under the name that it came with."""
    return f"files/{attachment.key[:2]}/{attachment.key}.pdf"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """The newsroom's questions about documents."""

    def shown(self) -> Self:
        """Those that readers see once the article is live."""
        return self.filter(shown=True)


class Attachment(models.Model):
    """A document (PDF) of an article. Its address can't be guessed and answers only while the article is live and shows it.

    The file stays as long as the article: revisions point to it. `shown`, `name` and `order` are what readers see, written by
    news/revisions/ alone; what editors see of them stands in the revision.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="attachments")
    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    file = models.FileField(_("tệp"), upload_to=attachment_path, max_length=200, editable=False)
    name = models.CharField(_("tên hiện cho bạn đọc"), max_length=150, blank=True)
    size = models.PositiveIntegerField(_("dung lượng"), editable=False)  # bytes
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    # The database's own default is for rows from before there was the question, and for code that doesn't ask it.
    shown = models.BooleanField(default=False, db_default=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("tải lên lúc"), auto_now_add=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("tệp đính kèm")
        verbose_name_plural = _("tệp đính kèm")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where readers fetch it."""
        return reverse("news:attachment", args=[self.key])

    @property
    def file_name(self) -> str:
        """The name under which a browser keeps it: plain letters, so that every system takes it."""
        return f"{slug(self.name) or 'tep'}.pdf"


@receiver(post_delete, sender=Attachment)
def forget_file(instance: Attachment, **kwargs: Any) -> None:
    """The file goes when the row is gone for good, also with its article: that deletes rows without asking `delete()`."""
    storage, path = instance.file.storage, str(instance.file.name)
    transaction.on_commit(lambda: storage.delete(path), robust=True)
