"""What readers' answers, likes, reports and forms sent twice need to be known by, on the comment itself."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0011_readers_data_by_index")]
    operations = [
        migrations.AddField(
            model_name="comment",
            name="has_answers",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddField(
            model_name="comment",
            name="in_answer_to",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="direct_answers",
                to="comments.comment",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="likes",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="lượt thích"),
        ),
        migrations.AddField(
            model_name="comment",
            name="open_reports",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="báo cáo chưa xem"),
        ),
        migrations.AddField(
            model_name="comment",
            name="starts_thread",
            field=models.BooleanField(db_default=True, default=True, editable=False),
        ),
        migrations.AddField(
            model_name="comment",
            name="submission_key",
            field=models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_answer_to", models.F("id")), _negated=True), name="comment_answers_another"
            ),
        ),
    ]
