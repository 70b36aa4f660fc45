"""Earlier wordings and pleas of what is shown go by a date, found by index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0028_letters_to_readers")]
    operations = [
        migrations.AddIndex(model_name="wording", index=models.Index(fields=["at"], name="wording_by_time")),
        migrations.AddIndex(model_name="secondlook", index=models.Index(fields=["at"], name="second_look_by_time")),
    ]
