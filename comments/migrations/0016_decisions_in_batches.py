"""What was one act on several comments is known as one; one's own decisions are listed by index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0015_likes_and_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="decision",
            name="batch",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["by", "-at", "-id"], name="decision_own_by_time"),
        ),
        migrations.RemoveIndex(model_name="decision", name="decision_own_newest"),  # nobody asked in that order
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(batch__isnull=False), fields=["batch", "id"], name="decision_of_batch"
            ),
        ),
    ]
