"""The app's name in the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Readers' comments and their moderation."""

    name = "comments"
    verbose_name = _("Bạn đọc")
