"""Who likes and who reports, once an address and once a browser."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0014_threads_by_index")]
    operations = [
        migrations.CreateModel(
            name="Like",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address_hash", models.CharField(max_length=64, verbose_name="mã địa chỉ")),
                ("browser_hash", models.CharField(blank=True, max_length=64)),
                ("counts", models.BooleanField(default=True, verbose_name="được tính")),
                ("turns", models.PositiveSmallIntegerField(default=1)),
                ("at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "lượt thích",
                "verbose_name_plural": "lượt thích",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("offensive", "xúc phạm, thô tục"),
                            ("off_topic", "lạc đề"),
                            ("unfounded", "quy kết không căn cứ"),
                            ("personal", "lộ thông tin cá nhân"),
                            ("advertising", "quảng cáo"),
                            ("unreadable", "không đọc được"),
                            ("repeated", "lặp lại"),
                            ("illegal", "vi phạm pháp luật"),
                        ],
                        max_length=20,
                        verbose_name="lý do",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=1200, verbose_name="lời người báo cáo")),
                ("address_hash", models.CharField(blank=True, max_length=64, verbose_name="mã địa chỉ")),
                ("browser_hash", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "báo cáo",
                "verbose_name_plural": "báo cáo",
                "ordering": ["-id"],
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="like",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="liked_by", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reports",
                to="comments.decision",
            ),
        ),
        migrations.AddIndex(
            model_name="like",
            index=models.Index(fields=["address_hash", "at"], name="like_from_address"),
        ),
        migrations.AddIndex(
            model_name="like",
            index=models.Index(fields=["at"], name="like_by_time"),
        ),
        migrations.AddConstraint(
            model_name="like",
            constraint=models.UniqueConstraint(fields=("comment", "address_hash"), name="like_once_an_address"),
        ),
        migrations.AddConstraint(
            model_name="like",
            constraint=models.UniqueConstraint(
                condition=models.Q(("browser_hash", ""), _negated=True),
                fields=("comment", "browser_hash"),
                name="like_once_a_browser",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["address_hash", "at"], name="report_from_address"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("address_hash", ""), _negated=True), fields=["at"], name="report_by_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        [
                            "offensive",
                            "off_topic",
                            "unfounded",
                            "personal",
                            "advertising",
                            "unreadable",
                            "repeated",
                            "illegal",
                        ],
                    )
                ),
                name="report_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("address_hash", ""), _negated=True),
                fields=("comment", "address_hash"),
                name="report_once_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("browser_hash", ""), _negated=True),
                fields=("comment", "browser_hash"),
                name="report_once_a_browser",
            ),
        ),
    ]
