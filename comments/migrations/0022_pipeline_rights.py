"""Managing editors and administrators decide what the pipeline does."""

from typing import Any

from django.db import migrations

from comments.roles import PIPELINE_PERMISSIONS
from news.roles import grant, take


def give(apps: Any, schema_editor: Any) -> None:
    grant(apps, "comments", PIPELINE_PERMISSIONS)


def take_back(apps: Any, schema_editor: Any) -> None:
    take(apps, "comments", PIPELINE_PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [("comments", "0021_floods_by_index")]
    operations = [migrations.RunPython(give, take_back)]
