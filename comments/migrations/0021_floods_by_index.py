"""Floods are counted by index: the newest comments under an article."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0020_what_was_said")]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["article", "-created_at"], name="comment_newest_under"),
        ),
    ]
