"""A comment knows the network around its address, as a hash; a person's comments are found by e-mail."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0022_pipeline_rights"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="network_hash",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=64),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("network_hash", ""), _negated=True),
                fields=["network_hash", "-created_at"],
                name="comment_from_network",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("email", ""), _negated=True),
                fields=["email", "-created_at"],
                name="comment_from_email",
            ),
        ),
    ]
