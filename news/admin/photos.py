"""The photo library: a wall of photos with one form to send many, and a page for each photo."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.paginator import InfinitePaginator

from news import photo_library, pictures
from news.admin.photo_forms import WORDS, DescribePhotoForm, SendPhotoForm
from news.admin.photo_places import places_of
from news.admin.returned_forms import ReturnedForms
from news.desk.pages import page, person
from news.models import Photo


@admin.register(Photo)
class PhotoAdmin(ReturnedForms):
    """The paper's photos, newest first."""

    list_before_template = "news/desk/parts/send_photos.html"
    search_fields = ("search_text",)  # shows the box; what is found is get_search_results' matter
    search_help_text = gettext_lazy("Tìm trong mô tả, chú thích, nguồn ảnh; gõ không dấu cũng được")
    paginator = InfinitePaginator
    show_full_result_count = False
    list_per_page = 48
    actions = None
    compressed_fields = False
    readonly_fields = ("focus", "size", "created_at")

    class Media:
        js = [Script("news/focal-point.js", type="module")]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """With or without diacritics, every word must be there."""
        return Photo.objects.filter(pk__in=queryset.values("pk")).with_words(search_term).order_by("-pk"), False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """First the file, later all that is said of it."""
        if obj is None:
            return ("picture", *WORDS, "again")
        return ("focus", ("focal_x", "focal_y"), *WORDS, "taken_at", "picture", ("size", "created_at"))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """A form that knows who fills it in."""
        kwargs["form"] = DescribePhotoForm if obj else SendPhotoForm
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.person = person(request)
        return form

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        """New photos come in through the library's door, and so does another file for an old one."""
        content = form.cleaned_data.get("picture")
        if not change:
            words = {name: form.cleaned_data[name] for name in WORDS}
            received = photo_library.receive(content, person(request), again=form.cleaned_data["again"], **words)
            obj.__dict__.update(received.photo.__dict__)
            if received.alike:
                names = ", ".join(f"“{photo}”" for photo in received.alike)
                messages.info(request, _("Ảnh này trông giống ảnh đã có: %(photos)s.") % {"photos": names})
            return
        super().save_model(request, obj, form, change)
        if content:
            led = photo_library.replace_file(obj, content, person(request))
            messages.info(request, _("Đã thay tệp ảnh; nội dung của %(count)d bài đã theo tệp mới.") % {"count": led})
        elif {"focal_x", "focal_y"}.intersection(form.changed_data):
            pictures.new_focus(obj)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The page of a photo, with where it stands."""
        photo = self.get_object(request, object_id) if object_id else None
        context = {"places": places_of(photo, person(request))} if photo else {}
        return super().changeform_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Asks before deleting; says where the photo stands instead while it is used (409)."""
        photo = self.get_object(request, object_id)
        if photo and self.has_delete_permission(request, photo) and pictures.is_used(photo):
            return self.in_use(request, photo)
        try:
            return super().delete_view(request, object_id, extra_context)
        except pictures.InUse:
            return self.in_use(request, Photo.objects.get(pk=object_id))

    def in_use(self, request: HttpRequest, photo: Photo) -> HttpResponse:
        """Why the photo stays."""
        context = {"photo": photo, "places": places_of(photo, person(request)), "title": _("Ảnh đang được dùng")}
        return page(request, "news/desk/photo_in_use.html", 409, **context)

    def delete_model(self, request: HttpRequest, obj: Photo) -> None:
        """The files go with it."""
        pictures.discard(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> None:
        """The files go with them."""
        for photo in queryset:
            pictures.discard(photo)

    @admin.display(description=gettext_lazy("kích thước"))
    def size(self, photo: Photo) -> str:
        """In pixels."""
        return f"{photo.width} × {photo.height}"

    @admin.display(description=gettext_lazy("tâm điểm"))
    def focus(self, photo: Photo) -> SafeString:
        """The photo, to point at what must stay when it is cropped, and the crops."""
        context = {
            "photo": photo,
            "address": pictures.address(photo, 640),
            "width": min(640, photo.width),
            "height": pictures.height_for(photo, min(640, photo.width)),
            "shapes": [("3x2", "3:2"), ("16x9", "16:9"), ("1x1", "1:1")],
        }
        return render_to_string("news/desk/parts/focus.html", context)
