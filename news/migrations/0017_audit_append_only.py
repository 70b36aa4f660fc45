"""The database itself refuses to change or delete what is in the log of the desk."""

from typing import Any

from django.db import migrations

from news.append_only import protect, release

TABLE = "news_auditentry"


def forwards(apps: Any, schema_editor: Any) -> None:
    protect(schema_editor.connection, TABLE)


def backwards(apps: Any, schema_editor: Any) -> None:
    release(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("news", "0016_accounts")]
    operations = [migrations.RunPython(forwards, backwards)]
