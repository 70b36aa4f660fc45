"""What is kept about readers goes by a date: when it went, and what is due, found by index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_second_looks")]
    operations = [
        migrations.AddField(
            model_name="comment",
            name="contact_erased_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="comment",
            name="words_erased_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(words_erased_at=None) | models.Q(state__in=("rejected", "spam", "taken_back")),
                name="comment_erased_is_not_shown",
            ),
        ),
    ]
