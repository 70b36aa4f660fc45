"""Readers may change a comment for a few minutes: what it said before is kept, and which wording stands is numbered."""

from django.db import migrations, models

STATES = [
    ("waiting", "chờ duyệt"),
    ("approved", "đã duyệt"),
    ("rejected", "không đăng"),
    ("spam", "thư rác"),
    ("taken_back", "người gửi rút lại"),
]


class Migration(migrations.Migration):
    dependencies = [("comments", "0007_first_watched_words")]
    operations = [
        migrations.AddField(
            model_name="comment",
            name="edition",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False, verbose_name="số lần sửa"),
        ),
        migrations.AddField(
            model_name="comment",
            name="first_fingerprint",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=64),
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=240, verbose_name="tên")),
                ("text", models.TextField(verbose_name="bình luận")),
                ("state", models.CharField(choices=STATES, max_length=10, verbose_name="trạng thái")),
                ("at", models.DateTimeField(verbose_name="sửa lúc")),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE, related_name="wordings", to="comments.comment"
                    ),
                ),
            ],
            options={
                "verbose_name": "lời trước khi sửa",
                "verbose_name_plural": "lời trước khi sửa",
                "ordering": ["-id"],
            },
        ),
    ]
