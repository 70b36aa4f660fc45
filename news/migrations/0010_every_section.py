from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0009_review_begins"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-edited_at", "-id"],
                "permissions": [
                    ("edit_any_article", "Sửa bài của mọi người"),
                    ("publish_article", "Duyệt, hẹn giờ và đăng bài"),
                    ("return_article", "Trả bài cho phóng viên"),
                    ("withdraw_article", "Gỡ bài đã đăng"),
                    ("correct_article", "Đính chính công khai bài đã đăng"),
                    ("every_section", "Phụ trách mọi chuyên mục"),
                ],
                "verbose_name": "bài viết",
                "verbose_name_plural": "bài viết",
            },
        ),
    ]
