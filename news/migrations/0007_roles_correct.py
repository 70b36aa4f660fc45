"""The managing editor may correct in public."""

from typing import Any

from django.db import migrations

from news.roles import MANAGING_EDITOR, grant


def allow(apps: Any, schema_editor: Any) -> None:
    grant(apps, "news", {MANAGING_EDITOR: ["correct_article"]})


class Migration(migrations.Migration):
    dependencies = [("news", "0006_correction")]
    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
