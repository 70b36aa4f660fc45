"""Comments close by themselves so many days after publication, if the paper wants that."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0032_pen_yields"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="comments_close_after",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Bài đăng quá số ngày này thì thôi nhận bình luận mới. Để trống: không tự đóng.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="tự đóng bình luận sau (ngày)",
            ),
        ),
    ]
