"""Which phases are on, in which order, and their thresholds: one row, which appears with the first change."""

from django.db import migrations, models

import comments.models.words


class Migration(migrations.Migration):
    dependencies = [("comments", "0018_what_became_of_an_address")]
    operations = [
        migrations.CreateModel(
            name="PipelineSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("version", models.CharField(default=comments.models.words.new_version, max_length=16)),
                ("chosen", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "các bước kiểm bình luận",
                "verbose_name_plural": "các bước kiểm bình luận",
                "default_permissions": ("view", "change"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="pipeline_settings_one_row")
                ],
            },
        ),
    ]
