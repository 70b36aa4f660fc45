"""The desk's rooms: the sidebar shows each person the doors that open to them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import SiteSettings

# A group of rooms: its name; lists of models (name, icon, model); other pages (name, icon, address, permission).
Lists = tuple[tuple[Any, str, str], ...]
Pages = tuple[tuple[Any, str, str, str], ...]
ROOMS: tuple[tuple[Any, Lists, Pages], ...] = (
    (
        gettext_lazy("Tòa soạn"),
        (
            (gettext_lazy("Bài viết"), "article", "news.article"),
            (gettext_lazy("Ảnh"), "photo_library", "news.photo"),
            (gettext_lazy("Bộ ảnh"), "gallery_thumbnail", "news.gallery"),
        ),
        (),
    ),
    (
        gettext_lazy("Bạn đọc"),
        (
            (gettext_lazy("Bình luận"), "forum", "comments.comment"),
            (gettext_lazy("Từ theo dõi"), "shield", "comments.watchedword"),
            (gettext_lazy("Các bước kiểm bình luận"), "filter_alt", "comments.pipelinesettings"),
        ),
        (
            (gettext_lazy("Lệnh cấm"), "block", "comments_desk:bans", "comments.view_ban"),
            (
                gettext_lazy("Nhận bình luận"),
                "speaker_notes_off",
                "comments_desk:switches",
                "comments.add_commentswitch",
            ),
            (gettext_lazy("Điểm tự học"), "school", "admin:comments_learned_score", "comments.moderate_comment"),
            (gettext_lazy("Số liệu kiểm duyệt"), "bar_chart", "comments_desk:figures", "comments.moderate_comment"),
        ),
    ),
    (
        gettext_lazy("Mặt báo"),
        (
            (gettext_lazy("Chuyên mục"), "newspaper", "news.section"),
            (gettext_lazy("Chủ đề"), "sell", "news.tag"),
            (gettext_lazy("Tác giả"), "signature", "news.author"),
            (gettext_lazy("Đính chính, cải chính"), "rule", "news.correction"),
            (gettext_lazy("Tên theo nếp nhà"), "spellcheck", "news.housename"),
            (gettext_lazy("Kiểm tra trước khi đăng"), "fact_check", "news.checkrule"),
        ),
        (),
    ),
    (
        gettext_lazy("Quản trị"),
        (
            (gettext_lazy("Người dùng"), "group", "news.user"),
            (gettext_lazy("Vai trò"), "badge", "auth.group"),
            (gettext_lazy("Thiết lập báo"), "tune", "news.sitesettings"),
        ),
        (
            (gettext_lazy("Dữ liệu bạn đọc"), "privacy_tip", "admin:comments_kept", "news.view_auditentry"),
            (gettext_lazy("Lời mời"), "mail", "desk:invitations", "news.add_user"),
            (gettext_lazy("Nhật ký hệ thống"), "history", "desk:audit", "news.view_auditentry"),
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
    if request.user.has_perm("news.edit_any_article") or request.user.has_perm("news.change_article"):
        work.append({"title": _("Lịch đăng"), "icon": "calendar_month", "link": reverse("desk:calendar")})
    if request.user.has_perm("comments.moderate_comment"):
        work.append({"title": _("Hàng đợi bình luận"), "icon": "rate_review", "link": reverse("queue:queue")})
    groups: list[dict[str, Any]] = [{"title": "", "items": work}]
    for title, lists, pages in ROOMS:
        items = [{"title": str(name), "icon": icon, "link": may_see[m]} for name, icon, m in lists if may_see.get(m)]
        items += pages_for(request, pages)
        if items:
            groups.append({"title": str(title), "separator": True, "items": items})
    return groups


def pages_for(request: HttpRequest, pages: Pages) -> list[dict[str, Any]]:
    """Links to those pages that open to the person."""
    open_to = [page for page in pages if request.user.has_perm(page[3])]
    return [{"title": str(name), "icon": icon, "link": reverse(address)} for name, icon, address, _right in open_to]


def list_address(label: str) -> str:
    """Where the list of a model (`app.model`) is; "" if it has none."""
    try:
        return reverse(f"admin:{label.replace('.', '_')}_changelist")
    except NoReverseMatch:
        return ""


def paper_name(request: HttpRequest) -> str:
    """The paper's name, above the sidebar and on the log-in page."""
    return SiteSettings.objects.current().name
