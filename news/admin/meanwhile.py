"""Two people at one article: the second to save is told, keeps every word, and decides."""

from typing import Any

from django import forms
from django.http import QueryDict

from news.admin import conflict
from news.models import Article
from news.revisions import keeping
from news.vietnamese import dates


class NothingOverwritten(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows which revision of the article it was opened on."""

    instance: Article
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
        newest = conflict.find(self.instance, self.opened_on) if self.instance.pk else None
        if newest:
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent[self.add_prefix("seen")] = str(newest.pk)
            self.data = sent
            self.add_error(None, conflict.told(newest, dates.short(newest.at)))
        return cleaned
