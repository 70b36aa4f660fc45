"""The forms of a photo: sending one with its words, describing it, giving it another file."""

import hashlib
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminImageFieldWidget, UnfoldAdminTextareaWidget

from news import photo_library, pictures, rights
from news.models import Photo, User
from news.vietnamese.plain import clean_line

PICTURE_TYPES = "image/jpeg,image/png,image/webp,image/avif,image/gif"
WORDS = ("alt", "caption", "credit")


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


class PhotoWords(forms.ModelForm):  # type: ignore[type-arg]
    """What is said of a photo, each in one line."""

    person: User | None = None  # who sits at the desk; set by the admin

    class Meta:
        model = Photo
        fields: tuple[str, ...] = WORDS
        widgets = {name: UnfoldAdminTextareaWidget({"rows": 2}) for name in ("alt", "caption")}

    def clean(self) -> dict[str, Any]:
        """One line each."""
        cleaned = super().clean() or self.cleaned_data
        return cleaned | {name: clean_line(cleaned[name]) for name in WORDS if isinstance(cleaned.get(name), str)}


class SendPhotoForm(PhotoWords):
    """A new photo."""

    picture = PictureField(label=_("Tệp ảnh"), help_text=_("JPEG, PNG, WebP, AVIF hoặc GIF, không quá 20 MB."))
    again = forms.BooleanField(label=_("Vẫn tải lên dù kho đã có đúng tệp này"), required=False)

    def clean(self) -> dict[str, Any]:
        """Adds an error that leads to the photo that is there if the library has the same file."""
        cleaned = super().clean()
        content = cleaned.get("picture")
        known = Photo.objects.of_bytes(hashlib.sha256(content).hexdigest()) if content else None
        if known and not cleaned.get("again"):
            sentence = str(_('Ảnh này đã có trong kho: <a href="{}">mở ảnh đã có</a>.'))
            self.add_error("picture", format_html(sentence, reverse("admin:news_photo_change", args=[known.pk])))
        return cleaned


class DescribePhotoForm(PhotoWords):
    """A stored photo, with another file if one is sent."""

    picture = PictureField(
        label=_("Thay bằng tệp khác"),
        required=False,
        help_text=_("Ảnh giữ nguyên mọi chỗ đang dùng, chú thích và nguồn; tệp cũ không còn ai xem được."),
    )

    class Meta(PhotoWords.Meta):
        fields = (*WORDS, "taken_at", "focal_x", "focal_y")

    def clean_picture(self) -> Any:
        """The bytes, if the person may put them everywhere where the photo stands."""
        content = self.cleaned_data["picture"]
        if content and self.person:
            try:
                photo_library.require_replaceable(self.instance, self.person)
            except rights.NotAllowed as error:
                raise forms.ValidationError(str(error)) from error
        return content
