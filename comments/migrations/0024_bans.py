"""Bans, what was swept with them, and the version of the list that processes hold."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import comments.models.words


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0023_comments_know_their_network"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Ban",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("name", models.CharField(blank=True, max_length=240, verbose_name="tên")),
                ("name_key", models.CharField(blank=True, max_length=240)),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="thư điện tử")),
                ("email_key", models.CharField(blank=True, max_length=64)),
                ("address_hash", models.CharField(blank=True, max_length=64)),
                ("network_hash", models.CharField(blank=True, max_length=64)),
                ("hashed_in", models.CharField(blank=True, max_length=7)),
                ("note", models.CharField(max_length=200, verbose_name="lý do")),
                ("silent", models.BooleanField(default=False, verbose_name="lặng lẽ")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="đến")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                (
                    "swept_state",
                    models.CharField(
                        choices=[
                            ("waiting", "chờ duyệt"),
                            ("approved", "đã duyệt"),
                            ("rejected", "không đăng"),
                            ("spam", "thư rác"),
                            ("taken_back", "người gửi rút lại"),
                        ],
                        default="rejected",
                        max_length=10,
                    ),
                ),
                ("swept_reason", models.CharField(blank=True, max_length=20)),
                ("lifted_at", models.DateTimeField(blank=True, null=True, verbose_name="gỡ lúc")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="hoàn tác lúc")),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
                ("search_text", models.TextField(blank=True, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người cấm",
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="bans",
                        to="comments.comment",
                        verbose_name="vì bình luận",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lệnh cấm",
                "verbose_name_plural": "lệnh cấm",
                "ordering": ["-at", "-id"],
                "default_permissions": ("view", "add", "change"),
            },
        ),
        migrations.CreateModel(
            name="KeptVersion",
            fields=[
                (
                    "table",
                    models.CharField(
                        choices=[("bans", "Bans"), ("switches", "Switches")],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.CharField(default=comments.models.words.new_version, max_length=16)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("table__in", ["bans", "switches"])), name="kept_table_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Swept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("featured_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "chưa tới lượt"),
                            ("done", "đã làm"),
                            ("refused", "không làm được"),
                            ("undone", "đã hoàn tác"),
                            ("kept", "không hoàn tác được"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("sentence", models.CharField(blank=True, max_length=300)),
                (
                    "ban",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="swept", to="comments.ban"
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="swept", to="comments.comment"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="swept",
                        to="comments.decision",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="ban",
            index=models.Index(fields=["-at", "-id"], name="ban_newest"),
        ),
        migrations.AddConstraint(
            model_name="ban",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erased_at__isnull", False),
                    models.Q(
                        ("address_hash", ""), ("email_key", ""), ("name_key", ""), ("network_hash", ""), _negated=True
                    ),
                    _connector="OR",
                ),
                name="ban_on_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="ban",
            constraint=models.CheckConstraint(
                condition=models.Q(("swept_state__in", ["rejected", "spam"])), name="ban_sweeps_out_of_sight"
            ),
        ),
        migrations.AddIndex(
            model_name="swept",
            index=models.Index(fields=["ban", "outcome", "id"], name="swept_in_turn"),
        ),
        migrations.AddConstraint(
            model_name="swept",
            constraint=models.UniqueConstraint(fields=("ban", "comment"), name="swept_once"),
        ),
    ]
