"""Floods are counted by index: the newest comments under an article, and those from one network."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0020_what_was_said")]
    operations = [
        migrations.AddField(
            model_name="comment",
            name="network_hash",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=64),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["article", "-created_at"], name="comment_newest_under"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["network_hash", "-created_at"], name="comment_from_network"),
        ),
    ]
