"""Permissions in words. Django keeps their names in English in the database ("Can add …")."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext as _

APPS = ("news", "comments")
NOT_AT_THE_DESK = (  # written by the house alone, or with the article that they belong to
    *("articleauthor", "oldslug", "logentry", "revision", "presence", "previewlink", "decision", "sender"),
    *("photouse", "formerkey", "gallery", "galleryphoto", "articlegallery", "attachment"),
)


def grantable(permissions: QuerySet[Permission]) -> QuerySet[Permission]:
    """Those that open something at the desk."""
    at_the_desk = permissions.filter(content_type__app_label__in=APPS).exclude(content_type__model__in=NOT_AT_THE_DESK)
    return at_the_desk.select_related("content_type").order_by("content_type__app_label", "content_type__model", "id")


def described(permission: Permission) -> str:
    """ "Thêm bài viết" for `add_article`; a permission of our own has a Vietnamese name already."""
    acts = {"add": _("Thêm"), "change": _("Sửa"), "delete": _("Xóa"), "view": _("Xem")}
    act, _separator, model = permission.codename.partition("_")
    if act in acts and model == permission.content_type.model:
        kind = permission.content_type.model_class()
        return f"{acts[act]} {kind._meta.verbose_name if kind else model}"
    return permission.name
