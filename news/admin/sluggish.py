"""Forms of things with an address: an empty slug is made of the name, a typed one is folded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget

from news.vietnamese.plain import clean_line
from news.vietnamese.slugs import slug

LONGEST = 60  # characters; what every slug field of the house takes


class SluggishForm(forms.ModelForm):  # type: ignore[type-arg]
    """For models with `name` and `slug`; the admin class says which fields."""

    slug = forms.CharField(
        label=_("Đường dẫn"),
        required=False,
        max_length=200,
        widget=UnfoldAdminTextInputWidget(),
        help_text=_("Để trống thì lấy theo tên."),
    )

    def clean_name(self) -> str:
        """One line."""
        return clean_line(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        """The slug as it will stand in addresses."""
        cleaned = super().clean() or self.cleaned_data
        if "slug" in cleaned:
            cleaned["slug"] = slug(cleaned["slug"] or cleaned.get("name", ""), LONGEST)
            if not cleaned["slug"]:
                self.add_error("slug", _("Đường dẫn cần ít nhất một chữ cái hoặc chữ số."))
        return cleaned
