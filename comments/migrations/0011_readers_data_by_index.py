"""What is due to be erased is found by index, however many comments are kept."""

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("comments", "0010_readers_data_ends")]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                fields=["created_at"], condition=models.Q(contact_erased_at=None), name="comment_contact_due"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("state"),
                Coalesce("decided_at", "created_at"),
                condition=models.Q(words_erased_at=None),
                name="comment_words_due",
            ),
        ),
        migrations.AddIndex(
            model_name="sender",
            index=models.Index(fields=["first_seen_at"], name="sender_by_time"),
        ),
    ]
