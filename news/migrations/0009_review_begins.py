import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0008_sections_held"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người duyệt",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="review_began_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="bắt đầu duyệt lúc"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("reviewer", None), ("review_began_at__isnull", False), _connector="OR"),
                name="article_review_has_time",
            ),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("created", "tạo bài"),
                    ("imported", "nhập từ tệp"),
                    ("edited", "sửa"),
                    ("restored", "khôi phục bản cũ"),
                    ("merged", "gộp hai bản"),
                    ("handed_in", "gửi duyệt"),
                    ("taken_back", "lấy lại bài"),
                    ("review_begun", "bắt đầu duyệt"),
                    ("review_left", "thôi duyệt"),
                    ("returned", "trả bài"),
                    ("published", "đăng"),
                    ("scheduled", "hẹn giờ"),
                    ("updated", "cập nhật bản đang đăng"),
                    ("unscheduled", "bỏ hẹn giờ"),
                    ("withdrawn", "gỡ bài"),
                    ("reopened", "mở lại thành nháp"),
                    ("expiry_set", "đặt hạn hiển thị"),
                    ("corrected", "đính chính công khai"),
                    ("correction_edited", "sửa lời đính chính"),
                    ("correction_withdrawn", "rút lời đính chính"),
                ],
                max_length=20,
                verbose_name="việc",
            ),
        ),
    ]
