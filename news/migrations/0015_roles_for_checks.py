"""Who decides what is checked before publishing, and who keeps the list of names."""

from typing import Any

from django.db import migrations

from news.roles import NEWS_PERMISSIONS, grant


def make_roles(apps: Any, schema_editor: Any) -> None:
    grant(apps, "news", NEWS_PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0014_first_house_names"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
