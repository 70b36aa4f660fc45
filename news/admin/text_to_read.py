"""The article's form for those who may only look: its text as text, on which notes in the margin can be made."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from news import body
from news.admin.autosaving import Autosaving
from news.admin.theme import display
from news.models import Article

AS_TEXT: dict[Any, str] = {
    "headline": "headline_read",
    "standfirst": "standfirst_read",
    "body": "body_shown",
    "seen": "",  # the last two are only for writing
    "new_photo": "",
}


class TextToRead(Autosaving):
    """What stands in place of the fields that are written in; each says to scripts which one it is."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """For those who only look, the text as text, and without what is only for writing."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (name, {**options, "fields": [shown for each in options["fields"] if (shown := AS_TEXT.get(each, each))]})
            for name, options in fieldsets
        ]

    @display(description=gettext_lazy("Tít"))
    def headline_read(self, article: Article) -> SafeString:
        """The headline."""
        return format_html('<div data-margin-text="headline">{}</div>', article.headline)

    @display(description=gettext_lazy("Sapo"))
    def standfirst_read(self, article: Article) -> SafeString:
        """The standfirst."""
        return format_html('<div data-margin-text="standfirst">{}</div>', article.standfirst or "–")

    @display(description=gettext_lazy("Nội dung"))
    def body_shown(self, article: Article) -> SafeString:
        """The body as it reads."""
        shown = mark_safe(body.clean(article.body).html)  # noqa: S308
        return format_html('<div class="desk-body" data-margin-text="body">{}</div>', shown)
