"""The app's name in the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Articles, sections, authors, photos."""

    name = "news"
    verbose_name = _("Tòa soạn")
