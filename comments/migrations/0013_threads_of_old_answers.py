"""Answers that were there before: what they answer, and whether readers see them under it."""

from django.db import migrations
from django.db.models import Exists, F, OuterRef


def mark(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects.order_by()
    answers = comments.filter(parent__isnull=False)
    shown = comments.filter(pk=OuterRef("parent"), state="approved")
    answers.filter(Exists(shown)).update(starts_thread=False, in_answer_to=F("parent"))
    answers.exclude(Exists(shown)).update(in_answer_to=F("parent"))
    comments.filter(Exists(comments.filter(parent=OuterRef("pk")))).update(has_answers=True)


class Migration(migrations.Migration):
    dependencies = [("comments", "0012_answers_likes_and_keys")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop, elidable=True)]
