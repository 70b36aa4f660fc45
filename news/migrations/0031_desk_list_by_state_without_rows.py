"""The desk's list of one state far down: what is live is read in the index itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0030_bulk_acts")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["state", "-edited_at", "-id", "published_at", "expires_at"], name="article_state_last_edited_2"
            ),
        ),
        migrations.RemoveIndex(model_name="article", name="article_state_last_edited"),
    ]
