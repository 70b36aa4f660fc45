"""Who may read the log of the desk."""

from typing import Any

from django.db import migrations

from news.roles import AUDIT_PERMISSIONS, grant


def let_read(apps: Any, schema_editor: Any) -> None:
    grant(apps, "news", AUDIT_PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [("news", "0017_audit_append_only")]
    operations = [migrations.RunPython(let_read, migrations.RunPython.noop)]
