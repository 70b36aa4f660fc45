"""Fields for many topics or authors: chosen from what the admin finds while one types, or typed by name without JavaScript."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news.ids import id_in
from news.models import ArticleAuthor, Author, Tag
from news.vietnamese.letters import nfc
from news.vietnamese.slugs import slug

SOURCES: dict[Any, Any] = {Tag: Tag.articles.rel.field, Author: ArticleAuthor._meta.get_field("author")}
MOST = 50  # of one field
LIKE = 3  # names that are offered for one that is not there


class Picker(AutocompleteSelectMultiple):
    """The admin's own chooser, and below it, without JavaScript, a line for names."""

    template_file = "news/desk/parts/picker.html"

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """From the project's own templates, which Django's renderer of forms doesn't know."""
        chooser = super().render(name, [pk for pk in value or [] if id_in(str(pk))], attrs, renderer)
        typed = ", ".join(str(each)[1:] for each in value or [] if str(each).startswith("="))
        return render_to_string(self.template_file, {"chooser": chooser, "name": f"{name}-typed", "typed": typed})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Ids as they were chosen, names as they were typed with a mark in front: a topic may be called “2026”."""
        typed = [words for line in data.getlist(f"{name}-typed") for each in line.split(",") if (words := each.strip())]
        return [*data.getlist(name), *(f"={words}" for words in typed)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Nothing chosen is an answer."""
        return False


class NamesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Topics or authors. Whoever is not there, or is there twice, is named beside the field."""

    def __init__(self, model: type[Tag] | type[Author], **kwargs: Any) -> None:
        self.things: Any = model._default_manager
        widget = Picker(SOURCES[model], admin.site, attrs={"class": "unfold-admin-autocomplete"})
        super().__init__(model._default_manager.all(), widget=widget, required=False, **kwargs)
        self.error_messages["invalid_choice"] = _("Có mục vừa bị xóa; hãy chọn lại.")

    def clean(self, value: Any) -> Any:
        """The things that were chosen and typed. Raises ValidationError."""
        raw = [str(each) for each in value or []]
        if len(raw) > MOST:
            raise forms.ValidationError(_("Nhiều nhất %(count)d mục một lần.") % {"count": MOST})
        if not all(each.startswith("=") or id_in(each) for each in raw):
            raise forms.ValidationError(self.error_messages["invalid_choice"])
        return super().clean([each if not each.startswith("=") else str(self.named(each[1:])) for each in raw])

    def named(self, words: str) -> int:
        """The id of what is called so, with or without diacritics. Raises ValidationError if that is nobody or several."""
        folded = slug(nfc(words))
        things = self.things
        found = list(things.filter(slug=words.lower())[:1] or things.filter(name=nfc(words))[:2])
        found = found or list(things.filter(slug=folded)[:2] if folded else [])
        if len(found) == 1:
            return int(found[0].pk)
        like = list(things.filter(slug__contains=folded)[:LIKE]) if folded else []
        others = ", ".join(f"{each.name} ({each.slug})" for each in like)
        if found:
            raise forms.ValidationError(
                _("Có nhiều người tên “%(name)s”; hãy gõ đường dẫn: %(others)s.") % {"name": words, "others": others}
            )
        hint = _("Có phải: %(others)s?") % {"others": others} if like else ""
        raise forms.ValidationError(f"{_('Không có “%(name)s”.') % {'name': words}} {hint}".strip())


class NameField(NamesField):
    """One of them, or nobody."""

    def clean(self, value: Any) -> Any:
        """The one. Raises ValidationError for several."""
        found = list(super().clean(value))
        if len(found) > 1:
            raise forms.ValidationError(_("Chỉ chọn một."))
        return found[0] if found else None
