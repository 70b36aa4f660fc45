"""The score that is learned from decisions, each comment's own, and the queue in the order of doubt by index."""

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("comments", "0026_who_bans_and_switches")]
    operations = [
        migrations.CreateModel(
            name="LearnedScore",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("version", models.CharField(max_length=20)),
                ("packed", models.BinaryField()),
                ("figures", models.JSONField(default=dict)),
                ("trained_at", models.DateTimeField(verbose_name="học lúc")),
            ],
            options={
                "verbose_name": "điểm tự học",
                "verbose_name_plural": "điểm tự học",
                "constraints": [models.CheckConstraint(condition=models.Q(id=1), name="learned_score_one_row")],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="score",
            field=models.PositiveSmallIntegerField(
                blank=True, editable=False, null=True, verbose_name="khả năng bị từ chối"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("state"), Coalesce("score", -1).desc(), models.F("id"), name="comment_by_doubt"
            ),
        ),
    ]
