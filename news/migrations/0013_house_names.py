"""How the paper spells leaders, bodies and organisations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0012_check_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150, unique=True, verbose_name="cách viết đúng")),
                (
                    "wrong",
                    models.TextField(
                        blank=True,
                        help_text="Mỗi dòng một cách. Khác chữ hoa, khác dấu thì không cần ghi: máy tự nhận ra.",
                        max_length=1000,
                        verbose_name="cách viết sai hay gặp",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên viết theo nếp nhà",
                "verbose_name_plural": "tên viết theo nếp nhà",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="house_name_not_empty")
                ],
            },
        ),
    ]
