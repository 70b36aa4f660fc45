"""Roles are groups with permissions. The migrations of both apps make them from their own table."""

from typing import Any

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
]
MANAGING = [
    *EDITING,
    "withdraw_article",
    "delete_article",
    "add_section",
    "change_section",
    "delete_section",
    "delete_tag",
    "delete_author",
    "delete_photo",
    "view_sitesettings",
    "change_sitesettings",
]
NEWS_PERMISSIONS: dict[str, list[str]] = {
    REPORTER: WRITING,
    EDITOR: EDITING,
    MANAGING_EDITOR: MANAGING,
    MODERATOR: ["view_article"],
    ADMINISTRATOR: ["add_user", "change_user", "view_user", "view_sitesettings", "change_sitesettings", "view_section"],
}
# Apart from the table above, which the second migration reads before this table's model is there.
AUDIT_PERMISSIONS = {MANAGING_EDITOR: ["view_auditentry"], ADMINISTRATOR: ["view_auditentry"]}


def grant(apps: Any, app_label: str, table: dict[str, list[str]]) -> None:
    """Make the groups and give each its permissions of one app. For migrations: `apps` is their historical registry.

    Permissions are normally made after all migrations have run, so those that are named are made here first.
    """
    from django.apps import apps as real_apps
    from django.contrib.auth.management import create_permissions

    config = real_apps.get_app_config(app_label)
    create_permissions(config, apps=apps, verbosity=0)
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
    for role, codenames in table.items():
        group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        found = list(permissions.filter(codename__in=codenames))
        if len(found) != len(set(codenames)):
            raise LookupError(f"unknown permissions for {role}: {set(codenames) - {one.codename for one in found}}")
        group.permissions.add(*found)
