import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0028_margin_notes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="notices_by_mail",
            field=models.BooleanField(
                db_default=True,
                default=True,
                help_text="Khi bài được gửi duyệt, trả lại, ghi chú, đăng hay gỡ. Tin báo trong bàn làm việc thì luôn có.",
                verbose_name="nhận tin báo qua thư",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="margin_note",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="news.marginnote",
            ),
        ),
        migrations.AlterField(
            model_name="notice",
            name="kind",
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
                    ("margin_note", "ghi chú bên lề"),
                    ("margin_answer", "trả lời ghi chú"),
                ],
                max_length=20,
                verbose_name="việc",
            ),
        ),
    ]
