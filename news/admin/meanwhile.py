"""Two people at one article: the second to save is told, keeps every word, and decides."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from news.models import Article
from news.vietnamese import dates


class NothingOverwritten(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows which state of the article it was opened on."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = moment_of(self.instance)

    def clean(self) -> dict[str, Any]:
        """Adds an error if the article has changed meanwhile; the form that comes back has seen the change."""
        cleaned = super().clean() or self.cleaned_data
        now = moment_of(self.instance)
        if cleaned.get("seen") and cleaned["seen"] != now:
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent[self.add_prefix("seen")] = now
            self.data = sent
            self.add_error(None, self.told())
        return cleaned

    def told(self) -> str:
        """Who did what meanwhile, and what can be done now."""
        last = self.instance.log.select_related("by").first()
        what = (
            _("%(who)s vừa %(act)s bài này lúc %(when)s, sau khi bạn mở.")
            % {"who": last.by or _("Hệ thống"), "act": last.get_action_display(), "when": dates.short(last.at)}
            if last
            else _("Bài này vừa được sửa sau khi bạn mở.")
        )
        return what + " " + _("Chữ của bạn còn nguyên dưới đây. Lưu lần nữa thì bản của bạn thay bản kia.")


def moment_of(article: Article) -> str:
    """The stored state of the article, by its last edit; "" for one that is not stored."""
    return article.edited_at.isoformat() if article.pk else ""
