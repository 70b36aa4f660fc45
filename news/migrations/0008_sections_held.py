from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0007_roles_correct"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="holds_every_section",
            field=models.BooleanField(
                db_default=True,
                default=True,
                help_text="Bỏ chọn thì biên tập viên chỉ sửa, trả, đăng, hẹn giờ bài của các mục chọn dưới đây.",
                verbose_name="phụ trách mọi chuyên mục",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="sections",
            field=models.ManyToManyField(
                blank=True, related_name="editors", to="news.section", verbose_name="chuyên mục phụ trách"
            ),
        ),
    ]
