"""The form of an article."""

from collections.abc import Iterator
from contextlib import contextmanager
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

from news import body, rights
from news.admin.lead_photo import PhotoPicker
from news.admin.meanwhile import NothingOverwritten
from news.admin.photo_forms import PictureField
from news.models import Article, Section, Tag, User
from news.revisions.content import Content
from news.vietnamese.plain import clean_line
from news.vietnamese.slugs import slug

LINES = ("headline", "short_headline", "source_line", "lead_caption", "lead_credit")


class ArticleForm(NothingOverwritten):
    """Everything an editor types. `removed` tells after cleaning what had to go from the body."""

    removed: tuple[str | Promise, ...] = ()
    person: User  # who types; the desk says

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
            *("source_line", "lead_photo", "lead_caption", "lead_credit", "featured"),
        )
        widgets = {
            "headline": UnfoldAdminTextareaWidget({"rows": 2}),
            "standfirst": UnfoldAdminTextareaWidget({"rows": 4}),
            "lead_caption": UnfoldAdminTextareaWidget({"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        with relations_unread(kwargs.get("instance")):
            super().__init__(*args, **kwargs)
        if edited := getattr(self.instance, "edited", None):
            self.initial.update(tags=list(edited.tags), further_sections=list(edited.further_sections))
        plain = {
            "lead_photo": PhotoPicker(self.instance.lead_photo),
            "further_sections": UnfoldAdminCheckboxSelectMultipleWidget(),
        }
        for name, widget in plain.items():
            if name in self.fields:  # the admin puts buttons around related fields; here they lead nowhere useful
                self.fields[name].widget = widget
                self.fields[name].help_text = ""
        if isinstance(getattr(self.fields.get("section"), "widget", None), RelatedFieldWidgetWrapper):
            self.fields["section"].widget = self.fields["section"].widget.widget
        tags = getattr(self.fields.get("tags"), "widget", None)
        if isinstance(tags, RelatedFieldWidgetWrapper):
            tags.widget.is_required = (
                True  # without the button that drops all of them, which breaks the list for its readers
            )
        self.offer_sections()

    def offer_sections(self) -> None:
        """The sections of both fields, read once; what is chosen is looked up among them as any choice is."""
        section, further = (self.fields.get(name) for name in ("section", "further_sections"))
        if not isinstance(section, forms.ModelChoiceField) or not isinstance(further, forms.ModelMultipleChoiceField):
            return
        sections = list(Section.objects.select_related("parent"))
        offered = [each for each in sections if self.may_list(each)]
        section.choices = [("", section.empty_label or ""), *((each.pk, str(each)) for each in sections)]
        further.queryset = Section.objects.filter(pk__in=[each.pk for each in offered])
        further.choices = [(each.pk, str(each)) for each in offered]

    def may_list(self, section: Section) -> bool:
        """Whether the person may list the article there, or it is listed there."""
        edits = self.person.has_perm("news.edit_any_article")
        return section.pk in self.listed_in() or (edits and rights.holds(self.person, section))

    def listed_in(self) -> tuple[int, ...]:
        """The further sections of the revision that is edited, by id."""
        edited: Content | None = getattr(self.instance, "edited", None)
        return edited.further_sections if edited else ()

    def clean_section(self) -> Section:
        """Another section only for those who may move the article there."""
        section: Section = self.cleaned_data["section"]
        if self.instance.pk and "section" in self.changed_data:
            with refusals_as_errors():
                rights.require_move(self.instance, self.person, section)
        return section

    def clean_further_sections(self) -> Any:
        """Other sections only by those who hold them."""
        chosen = self.cleaned_data["further_sections"]
        before = Section.objects.filter(pk__in=self.listed_in())
        with refusals_as_errors():
            rights.require_listing(self.person, before, chosen)
        return chosen

    def clean_new_photo(self) -> Any:
        """A file only from those who may send photos."""
        picture = self.cleaned_data["new_photo"]
        if picture:
            with refusals_as_errors():
                rights.require(self.person, "news.add_photo")
        return picture

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
        return cleaned

    def clean_slug(self) -> str:
        """Folded, whatever was typed."""
        return slug(self.cleaned_data["slug"])


@contextmanager
def relations_unread(article: Article | None) -> Iterator[None]:
    """Of an article that has its revision's content, Django would read the stored relations only to have them replaced."""
    if getattr(article, "edited", None) is None:
        yield
        return
    cache: dict[str, Any] = article.__dict__.setdefault("_prefetched_objects_cache", {})
    cache |= {"tags": Tag.objects.none(), "further_sections": Section.objects.none()}
    try:
        yield
    finally:
        del cache["tags"], cache["further_sections"]


@contextmanager
def refusals_as_errors() -> Iterator[None]:
    """Raises ValidationError, which stands beside the field, for what the rules refuse."""
    try:
        yield
    except rights.NotAllowed as refused:
        raise forms.ValidationError(str(refused)) from refused
