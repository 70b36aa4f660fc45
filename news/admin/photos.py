"""Photos: a wall of thumbnails, one form to send and one to describe."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.paginator import InfinitePaginator
from unfold.widgets import UnfoldAdminImageFieldWidget

from news import pictures
from news.admin.theme import ModelAdmin
from news.desk.pages import person
from news.models import Photo

PICTURE_TYPES = "image/jpeg,image/png,image/webp,image/avif,image/gif"


class PictureField(forms.FileField):
    """A picture file; its value is the bytes, decoded once to be sure that they are a picture."""

    widget = UnfoldAdminImageFieldWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = PICTURE_TYPES

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The bytes, or None. Raises ValidationError with what is wrong with the file."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            content = pictures.content_of(upload)
            pictures.decode(content)
        except pictures.BadPicture as error:
            raise forms.ValidationError(str(error)) from error
        return content


class SendPhotoForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new photo."""

    picture = PictureField(label=_("Tệp ảnh"), help_text=_("JPEG, PNG, WebP, AVIF hoặc GIF, không quá 20 MB."))

    class Meta:
        model = Photo
        fields = ("alt", "caption", "credit")


@admin.register(Photo)
class PhotoAdmin(ModelAdmin):
    """The paper's photos, newest first. The file itself never changes: another picture is another photo."""

    list_display = ("thumbnail", "caption_shown", "credit", "size", "created_at")
    list_display_links = ("thumbnail", "caption_shown")
    search_fields = ("caption", "alt", "credit")
    search_help_text = _("Tìm trong chú thích, mô tả, nguồn ảnh")
    paginator = InfinitePaginator
    show_full_result_count = False
    list_per_page = 40
    actions = None
    compressed_fields = False
    readonly_fields = ("large", "size", "created_at")

    class Media:
        js = [Script("news/focal-point.js", type="module")]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """First the file, later all that is said of it."""
        words = ("alt", "caption", "credit")
        return (*words, ("focal_x", "focal_y"), "large", ("size", "created_at")) if obj else ("picture", *words)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form for sending takes the file."""
        if obj is None:
            kwargs["form"] = SendPhotoForm
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        """New photos come in through the one door for pictures."""
        if change:
            super().save_model(request, obj, form, change)
            if {"focal_x", "focal_y"}.intersection(form.changed_data):
                pictures.forget_shapes(obj)
            return
        words = {name: form.cleaned_data[name] for name in ("alt", "caption", "credit")}
        stored = pictures.take_in(form.cleaned_data["picture"], by=person(request), **words)
        obj.__dict__.update(stored.__dict__)

    def delete_model(self, request: HttpRequest, obj: Photo) -> None:
        """The files go with it."""
        pictures.discard(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> None:
        """The files go with them."""
        for photo in queryset:
            pictures.discard(photo)

    @admin.display(description=_("ảnh"))
    def thumbnail(self, photo: Photo) -> SafeString:
        """A small size, cropped as lists crop it."""
        return format_html(
            '<img class="desk-thumbnail" src="{}" alt="{}" width="160" height="{}" loading="lazy">',
            pictures.address(photo, 160, "3x2"),
            photo.alt or _("Mở ảnh"),
            pictures.height_for(photo, 160, "3x2"),
        )

    @admin.display(description=_("chú thích"))
    def caption_shown(self, photo: Photo) -> str:
        """What tells the photo from others."""
        return photo.caption or photo.alt or str(_("(chưa có chú thích)"))

    @admin.display(description=_("kích thước"))
    def size(self, photo: Photo) -> str:
        """In pixels."""
        return f"{photo.width} × {photo.height}"

    @admin.display(description=_("tâm điểm"))
    def large(self, photo: Photo) -> SafeString:
        """The photo, to point at what must stay when it is cropped."""
        return format_html(
            '<div class="desk-focus" data-focal-point><img src="{}" alt="{}" width="640" height="{}"></div>'
            '<p class="desk-hint">{}</p>',
            pictures.address(photo, 640),
            photo.alt,
            pictures.height_for(photo, 640),
            _("Bấm vào điểm quan trọng nhất của ảnh; khi cắt ảnh cho trang nhất và danh sách, điểm ấy luôn còn."),
        )
