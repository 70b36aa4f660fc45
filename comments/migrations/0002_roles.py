"""What each role may do with comments."""

from typing import Any

from django.db import migrations

from comments.roles import COMMENT_PERMISSIONS
from news.roles import grant


def make_roles(apps: Any, schema_editor: Any) -> None:
    grant(apps, "comments", COMMENT_PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [("comments", "0001_initial"), ("news", "0002_roles")]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
