"""How strict each check before publishing is, for every section or for one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0011_roles_by_section"),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, verbose_name="điều kiểm tra")),
                (
                    "severity",
                    models.CharField(
                        choices=[("blocking", "chặn đăng"), ("warning", "cảnh báo"), ("off", "tắt")],
                        max_length=8,
                        verbose_name="mức",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_rules",
                        to="news.section",
                        verbose_name="chuyên mục",
                    ),
                ),
            ],
            options={
                "verbose_name": "mức kiểm tra trước khi đăng",
                "verbose_name_plural": "kiểm tra trước khi đăng",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("section", None)), fields=("code",), name="check_rule_once"
                    ),
                    models.UniqueConstraint(fields=("section", "code"), name="check_rule_once_a_section"),
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["blocking", "warning", "off"])),
                        name="check_rule_severity_known",
                    ),
                ],
            },
        ),
    ]
