"""Which letters went to readers, each once, and who wants none about answers."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("comments", "0027_learned_score")]
    operations = [
        migrations.CreateModel(
            name="LetterEnd",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE,
                        primary_key=True,
                        related_name="letter_end",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={"verbose_name": "lời thôi nhận thư", "verbose_name_plural": "lời thôi nhận thư"},
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("decided", "kết quả duyệt"), ("answered", "có người trả lời")], max_length=10
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="letters", to="comments.comment"),
                ),
            ],
            options={
                "verbose_name": "thư gửi bạn đọc",
                "verbose_name_plural": "thư gửi bạn đọc",
                "indexes": [models.Index(fields=["-began_at"], name="letter_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=["about", "kind"], name="letter_once"),
                    models.CheckConstraint(condition=Q(kind__in=["decided", "answered"]), name="letter_kind_known"),
                    models.CheckConstraint(condition=Q(sent_at=None) | Q(next_try_at=None), name="letter_sent_is_done"),
                ],
            },
        ),
    ]
