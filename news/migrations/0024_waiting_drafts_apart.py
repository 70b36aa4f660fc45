from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0023_notices")]
    operations = [
        migrations.AddField(
            model_name="articlegallery",
            name="waiting",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddField(
            model_name="attachment",
            name="shown",
            field=models.BooleanField(db_default=True, default=False, editable=False),
        ),
        migrations.AddField(
            model_name="photouse",
            name="waiting",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
