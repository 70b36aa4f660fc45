"""A newsroom begins with a useful list, and moderators may change it."""

from typing import Any

from django.db import migrations

from comments.models.words import THE_LIST, new_version
from comments.moderation.words.starter import entries
from comments.roles import WORDS
from news.roles import MANAGING_EDITOR, MODERATOR, grant, take
from news.vietnamese.letters import fold


def give(apps: Any, schema_editor: Any) -> None:
    grant(apps, "comments", dict.fromkeys((MANAGING_EDITOR, MODERATOR), WORDS))
    word = apps.get_model("comments", "WatchedWord")
    word.objects.bulk_create(
        word(
            text=entry.text,
            folded=fold(entry.text),
            strictness=entry.strictness.value,
            swaps=entry.swaps,
            action=entry.action.value,
            reason=entry.reason.value,
            exceptions="\n".join(entry.exceptions),
        )
        for entry in entries()
    )
    offered = [entry.text for entry in entries()]
    apps.get_model("comments", "WordList").objects.create(pk=THE_LIST, version=new_version(), offered=offered)


def take_back(apps: Any, schema_editor: Any) -> None:
    take(apps, "comments", dict.fromkeys((MANAGING_EDITOR, MODERATOR), WORDS))
    apps.get_model("comments", "WatchedWord").objects.all().delete()
    apps.get_model("comments", "WordList").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("comments", "0006_watched_words")]
    operations = [migrations.RunPython(give, take_back)]
