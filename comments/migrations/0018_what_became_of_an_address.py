"""What became of an address's comments is counted by index alone, also of one that floods."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0017_reservations")]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["address_hash", "state"], name="comment_address_state"),
        ),
    ]
