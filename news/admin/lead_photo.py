"""Choosing the lead photo: a thumbnail, the archive in a window of its own, or a new file on the spot."""

from typing import Any

from django import forms
from django.forms import Script
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from news import pictures
from news.ids import id_in
from news.models import Photo


class PhotoPicker(forms.TextInput):
    """A photo's id with its picture. Without JavaScript the number is typed, or a new file is chosen beside it."""

    template_name = "news/desk/parts/photo_picker.html"

    def __init__(self, stored: Photo | None = None) -> None:
        """`stored` is the photo that the article has already, so that it needs no second query."""
        super().__init__()
        self.stored = stored

    class Media:
        js = [Script("news/photo-picker.js", type="module")]

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """From the project's own templates, which Django's renderer of forms doesn't know."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows, with the photo's small size if there is one."""
        context = super().get_context(name, value, attrs)
        photo = self.photo_of(value)
        context["widget"] |= {
            "photo": photo,
            "thumbnail": pictures.address(photo, 320) if photo else "",
            "upload": reverse("desk:upload"),
            "archive": f"{reverse('admin:news_photo_changelist')}?_to_field=id&_popup=1",
            "any_thumbnail": reverse("desk:thumbnail", args=[0]),
        }
        return context

    def photo_of(self, value: Any) -> Photo | None:
        """The photo that the field names; None for none, and for what is no number."""
        pk = id_in(str(value or ""))
        if self.stored and pk == self.stored.pk:
            return self.stored
        return Photo.objects.filter(pk=pk).first() if pk else None
