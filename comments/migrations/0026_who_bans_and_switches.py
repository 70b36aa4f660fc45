"""Moderators and the managing editor ban; who moderates or edits holds comments back under an article."""

from typing import Any

from django.db import migrations

from comments.roles import SWITCHING
from news.roles import grant, take


def give(apps: Any, schema_editor: Any) -> None:
    grant(apps, "comments", SWITCHING)


def take_back(apps: Any, schema_editor: Any) -> None:
    take(apps, "comments", SWITCHING)


class Migration(migrations.Migration):
    dependencies = [("comments", "0025_comment_switches")]
    operations = [migrations.RunPython(give, take_back)]
