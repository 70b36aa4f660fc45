"""The desk's rooms: the sidebar shows each person the doors that open to them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import SiteSettings

ROOMS: tuple[tuple[Any, tuple[tuple[Any, str, str], ...]], ...] = (
    (
        gettext_lazy("Tòa soạn"),
        (
            (gettext_lazy("Bài viết"), "article", "news.article"),
            (gettext_lazy("Bình luận"), "forum", "comments.comment"),
            (gettext_lazy("Ảnh"), "photo_library", "news.photo"),
            (gettext_lazy("Bộ ảnh"), "gallery_thumbnail", "news.gallery"),
        ),
    ),
    (
        gettext_lazy("Mặt báo"),
        (
            (gettext_lazy("Chuyên mục"), "newspaper", "news.section"),
            (gettext_lazy("Chủ đề"), "sell", "news.tag"),
            (gettext_lazy("Tác giả"), "signature", "news.author"),
        ),
    ),
    (
        gettext_lazy("Quản trị"),
        (
            (gettext_lazy("Người dùng"), "group", "news.user"),
            (gettext_lazy("Vai trò"), "badge", "auth.group"),
            (gettext_lazy("Thiết lập báo"), "tune", "news.sitesettings"),
        ),
    ),
)


def rooms(request: HttpRequest) -> list[dict[str, Any]]:
    """The sidebar: groups of links to what the person may see."""
    may_see = {
        model._meta.label_lower: list_address(model._meta.label_lower)
        for model, desk in admin.site._registry.items()
        if desk.has_view_or_change_permission(request)
    }
    work = [{"title": _("Việc hôm nay"), "icon": "home_work", "link": reverse("admin:index")}]
    if request.user.has_perm("news.add_article"):
        work.append({"title": _("Nhập bài từ tệp"), "icon": "upload_file", "link": reverse("desk:import")})
    groups: list[dict[str, Any]] = [{"title": "", "items": work}]
    for title, entries in ROOMS:
        items = [{"title": str(name), "icon": icon, "link": may_see[m]} for name, icon, m in entries if may_see.get(m)]
        if items:
            groups.append({"title": str(title), "separator": True, "items": items})
    return groups


def list_address(label: str) -> str:
    """Where the list of a model (`app.model`) is; "" if it has none."""
    try:
        return reverse(f"admin:{label.replace('.', '_')}_changelist")
    except NoReverseMatch:
        return ""


def paper_name(request: HttpRequest) -> str:
    """The paper's name, above the sidebar and on the log-in page."""
    return SiteSettings.objects.current().name
