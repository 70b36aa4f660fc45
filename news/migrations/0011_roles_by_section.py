"""The managing editor answers for every section; moderators have no business with articles."""

from typing import Any

from django.db import migrations

from news.roles import MANAGING_EDITOR, MODERATOR, grant, take


def forwards(apps: Any, schema_editor: Any) -> None:
    grant(apps, "news", {MANAGING_EDITOR: ["every_section"]})
    take(apps, "news", {MODERATOR: ["view_article"]})


def backwards(apps: Any, schema_editor: Any) -> None:
    take(apps, "news", {MANAGING_EDITOR: ["every_section"]})
    grant(apps, "news", {MODERATOR: ["view_article"]})


class Migration(migrations.Migration):
    dependencies = [("news", "0010_every_section")]
    operations = [migrations.RunPython(forwards, backwards)]
