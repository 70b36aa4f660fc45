"""Where an article stands in the house. Who may change it, and how, is in news/lifecycle.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an article stands in the house."""

    DRAFT = "draft", _("bản nháp")
    REVIEW = "review", _("chờ duyệt")
    PUBLISHED = "published", _("đã duyệt đăng")
    WITHDRAWN = "withdrawn", _("đã gỡ")
