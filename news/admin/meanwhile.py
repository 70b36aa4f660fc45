"""Two people at one article: the second to save is told, keeps every word, and decides."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from news.models import Revision
from news.revisions import keeping
from news.vietnamese import dates


class NothingOverwritten(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows which revision of the article it was opened on."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.newest_revision_id

    @property
    def opened_on(self) -> int | None:
        """The id of the revision that the writer had before them; None where the form doesn't say."""
        if self.add_prefix("seen") not in self.data:
            return None
        return self.cleaned_data.get("seen") or keeping.UNKEPT

    def clean(self) -> dict[str, Any]:
        """Adds an error if another revision came in meanwhile; the form that comes back has seen it."""
        cleaned = super().clean() or self.cleaned_data
        newest = keeping.newest(self.instance) if self.instance.pk else None
        if newest and self.opened_on is not None and keeping.is_outdated(newest, self.opened_on):
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent[self.add_prefix("seen")] = str(newest.pk)
            self.data = sent
            self.add_error(None, told(newest))
        return cleaned


def told(newest: Revision) -> str:
    """Who saved meanwhile, and what can be done now."""
    what = _("%(who)s vừa lưu bài này lúc %(when)s, sau khi bạn mở.")
    what %= {"who": newest.by or _("Hệ thống"), "when": dates.short(newest.at)}
    return what + " " + _("Chữ của bạn còn nguyên dưới đây. Lưu lần nữa thì bản của bạn thay bản kia.")
