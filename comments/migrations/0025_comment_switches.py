"""Comments can be closed, slowed down or read first, with an end."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0024_bans"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CommentSwitch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("close", "đóng bình luận"), ("pre", "duyệt trước khi hiện"), ("slow", "giãn nhịp")],
                        max_length=8,
                        verbose_name="việc",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(default=0, verbose_name="phút giữa hai bình luận")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="đến")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="ghi chú")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tắt lúc")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comment_switches",
                        to="news.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người bật",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comment_switches",
                        to="news.section",
                    ),
                ),
            ],
            options={
                "verbose_name": "công tắc bình luận",
                "verbose_name_plural": "công tắc bình luận",
                "ordering": ["-at", "-id"],
                "permissions": [("switch_everywhere", "Bật, tắt bình luận cho chuyên mục và toàn báo")],
                "default_permissions": ("add",),
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="comment_switch_newest"),
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["at"], name="comment_switch_not_ended"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["close", "pre", "slow"])), name="comment_switch_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("article", None), ("section", None), _connector="OR"),
                        name="comment_switch_one_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "slow"), ("minutes__gt", 0)),
                            models.Q(models.Q(("kind", "slow"), _negated=True), ("minutes", 0)),
                            _connector="OR",
                        ),
                        name="comment_switch_minutes_where_slow",
                    ),
                ],
            },
        ),
    ]
