"""The newsroom's roles, with what each may do with news."""

from typing import Any

from django.db import migrations

from news.roles import NEWS_PERMISSIONS, grant


def make_roles(apps: Any, schema_editor: Any) -> None:
    grant(apps, "news", NEWS_PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
