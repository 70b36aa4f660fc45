"""Roles are groups with permissions. The migrations of both apps make them from their own table."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

REPORTER = "phóng viên"
EDITOR = "biên tập viên"
MANAGING_EDITOR = "thư ký tòa soạn"
MODERATOR = "kiểm duyệt viên"
ADMINISTRATOR = "quản trị"
ROLES = (REPORTER, EDITOR, MANAGING_EDITOR, MODERATOR, ADMINISTRATOR)

WRITING = [
    "add_article",
    "change_article",
    "view_article",
    "add_photo",
    "change_photo",
    "view_photo",
    "view_section",
    "view_tag",
    "view_author",
]
EDITING = [
    *WRITING,
    "edit_any_article",
    "publish_article",
    "return_article",
    "add_tag",
    "change_tag",
    "add_author",
    "change_author",
    "view_housename",
]
MANAGING = [
    *EDITING,
    "withdraw_article",
    "correct_article",
    "delete_article",
    "add_section",
    "change_section",
    "delete_section",
    "delete_tag",
    "delete_author",
    "delete_photo",
    "every_section",
    "view_sitesettings",
    "change_sitesettings",
    "view_checkrule",
    "change_checkrule",
    "add_housename",
    "change_housename",
    "delete_housename",
]
NEWS_PERMISSIONS: dict[str, list[str]] = {
    REPORTER: WRITING,
    EDITOR: EDITING,
    MANAGING_EDITOR: MANAGING,
    MODERATOR: [],  # comments alone; what they need of an article stands beside the comment
    ADMINISTRATOR: ["add_user", "change_user", "view_user", "view_sitesettings", "change_sitesettings", "view_section"],
}
# Apart from the table above, which the second migration reads before this table's model is there.
AUDIT_PERMISSIONS = {MANAGING_EDITOR: ["view_auditentry"], ADMINISTRATOR: ["view_auditentry"]}


def grant(apps: Any, app_label: str, table: dict[str, list[str]]) -> None:
    """Make the groups and give each its permissions of one app. For migrations: `apps` is their historical registry.

    Permissions are normally made after all migrations have run, so those that are named are made here first. One that
    today's models have and the historical ones don't yet is granted by the migration that comes after its own.
    """
    from django.apps import apps as real_apps
    from django.contrib.auth.management import create_permissions

    config = real_apps.get_app_config(app_label)
    create_permissions(config, apps=apps, verbosity=0)
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
    later = codenames_of(config.get_models()) - {one.codename for one in permissions}
    for role, names in table.items():
        codenames = set(names) - later
        group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        found = list(permissions.filter(codename__in=codenames))
        if len(found) != len(codenames):
            raise LookupError(f"unknown permissions for {role}: {codenames - {one.codename for one in found}}")
        group.permissions.add(*found)


def take(apps: Any, app_label: str, table: dict[str, list[str]]) -> None:
    """The opposite of `grant`, for what a role may no longer do; a group that isn't there has nothing to lose."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
    for role, codenames in table.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=role):
            group.permissions.remove(*permissions.filter(codename__in=codenames))


def codenames_of(models: Iterable[type[Model]]) -> set[str]:
    """Every permission that the models ask for."""
    return {
        name
        for options in (model._meta for model in models)
        for name in (
            *(f"{act}_{options.model_name}" for act in options.default_permissions),
            *(codename for codename, _words in options.permissions),
        )
    }
