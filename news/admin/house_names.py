"""Names as the house spells them."""

from django import forms
from django.contrib import admin

from news.admin.deletion import ReadableDeletion
from news.models import HouseName
from news.vietnamese.plain import clean_line, clean_text


class HouseNameForm(forms.ModelForm):  # type: ignore[type-arg]
    """Lines as lines."""

    def clean_name(self) -> str:
        """One line."""
        return clean_line(self.cleaned_data["name"])

    def clean_wrong(self) -> str:
        """A spelling a line."""
        return clean_text(self.cleaned_data["wrong"])


@admin.register(HouseName)
class HouseNameAdmin(ReadableDeletion):
    """By name. What is spelt otherwise in a text is told before it is published."""

    form = HouseNameForm
    list_display = ("name",)
    search_fields = ("name", "wrong")
    list_per_page = 200
    show_full_result_count = False
    fields = ("name", "wrong")
    actions = None
    compressed_fields = False
