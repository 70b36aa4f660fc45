"""The same, and nearly the same, is found by marks."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0019_pipeline_settings")]
    operations = [
        migrations.CreateModel(
            name="Said",
            fields=[
                ("mark", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="comments.comment"
                    ),
                ),
            ],
            options={
                "verbose_name": "dấu của lời đã nói",
                "verbose_name_plural": "dấu của lời đã nói",
            },
        ),
    ]
