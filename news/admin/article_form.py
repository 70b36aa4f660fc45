"""The form of an article."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from news import body, lifecycle
from news.admin.lead_photo import PhotoPicker
from news.admin.meanwhile import NothingOverwritten
from news.admin.photo_forms import PictureField
from news.models import Article, State
from news.vietnamese.plain import clean_line
from news.vietnamese.slugs import slug

LINES = ("headline", "short_headline", "source_line", "lead_caption", "lead_credit")


class ArticleForm(NothingOverwritten):
    """Everything an editor types. `removed` tells after cleaning what had to go from the body."""

    removed: tuple[str | Promise, ...] = ()

    slug = forms.CharField(
        label=_("Đường dẫn"),
        required=False,
        max_length=200,
        widget=UnfoldAdminTextInputWidget(),
        help_text=_("Đổi ở đây thì địa chỉ cũ tự chuyển sang địa chỉ mới. Để trống thì lấy theo tít."),
    )
    new_photo = PictureField(label=_("Tải ảnh mới"), required=False, help_text=_("Không quá 20 MB."))

    class Meta:
        model = Article
        fields = (
            *("headline", "short_headline", "standfirst", "body", "slug", "section", "further_sections", "tags"),
            *("source_line", "lead_photo", "lead_caption", "lead_credit", "featured", "updated_at"),
        )
        widgets = {
            "headline": UnfoldAdminTextareaWidget({"rows": 2}),
            "standfirst": UnfoldAdminTextareaWidget({"rows": 4}),
            "lead_caption": UnfoldAdminTextareaWidget({"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = {"lead_photo": PhotoPicker(), "further_sections": UnfoldAdminCheckboxSelectMultipleWidget()}
        for name, widget in plain.items():
            if name in self.fields:  # the admin puts buttons around related fields; here they lead nowhere useful
                self.fields[name].widget = widget
                self.fields[name].help_text = ""
        further = self.fields.get("further_sections")
        if isinstance(further, forms.ModelMultipleChoiceField):
            further.widget.choices = further.choices
        if isinstance(getattr(self.fields.get("section"), "widget", None), RelatedFieldWidgetWrapper):
            self.fields["section"].widget = self.fields["section"].widget.widget

    def clean(self) -> dict[str, Any]:
        """One line where there is one; the body clean; nothing missing where readers already look."""
        cleaned = super().clean()
        for name in LINES:
            if isinstance(cleaned.get(name), str):
                cleaned[name] = clean_line(cleaned[name])
        if "headline" in cleaned and not cleaned["headline"]:
            self.add_error("headline", _("Bài cần có tít."))
        if "body" in cleaned:
            clean = body.clean(cleaned["body"])
            cleaned["body"], self.removed = clean.html, clean.removed
        self.refuse_gaps(cleaned)
        return cleaned

    def refuse_gaps(self, cleaned: dict[str, Any]) -> None:
        """What is approved for readers stays whole."""
        if self.instance.state == State.PUBLISHED and {"standfirst", "body"} <= cleaned.keys():
            for sentence in lifecycle.missing_for_readers(cleaned["standfirst"], cleaned["body"]):
                self.add_error(None, _("Bài đã duyệt đăng không thể lưu thiếu: %(what)s") % {"what": sentence})

    def clean_slug(self) -> str:
        """Folded, whatever was typed."""
        return slug(self.cleaned_data["slug"])
