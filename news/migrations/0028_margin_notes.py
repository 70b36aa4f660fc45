import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0027_count_reads"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarginNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        choices=[("headline", "tít"), ("standfirst", "sapo"), ("body", "nội dung")],
                        max_length=10,
                        verbose_name="ở",
                    ),
                ),
                ("exact", models.TextField(blank=True)),
                ("prefix", models.CharField(blank=True, max_length=100)),
                ("suffix", models.CharField(blank=True, max_length=100)),
                ("position", models.PositiveIntegerField(default=0)),
                ("text", models.TextField(verbose_name="ghi chú")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="lúc")),
                ("reworded_at", models.DateTimeField(null=True, verbose_name="sửa lúc")),
                ("resolved_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="margin_notes", to="news.article"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="margin_notes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="margin_notes",
                        to="news.revision",
                        verbose_name="bản",
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="news.marginnote",
                    ),
                ),
            ],
            options={
                "verbose_name": "ghi chú bên lề",
                "verbose_name_plural": "ghi chú bên lề",
                "ordering": ["id"],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("resolved_at", None), ("thread", None)),
                        fields=["article"],
                        name="margin_notes_unsettled",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="margin_note_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("thread", None),
                            models.Q(("exact", ""), ("field", ""), ("resolved_at", None)),
                            _connector="OR",
                        ),
                        name="margin_answer_is_only_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("exact", ""), ("field", "")),
                            models.Q(models.Q(("field", ""), _negated=True), models.Q(("exact", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="margin_passage_whole",
                    ),
                ],
            },
        ),
    ]
