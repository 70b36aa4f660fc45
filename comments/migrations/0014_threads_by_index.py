"""A page of threads is found by index in each of its orders, and so is what readers report."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0013_threads_of_old_answers")]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["parent", "state", "id"], name="comment_answers"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("starts_thread", True)), fields=["article", "state", "-id"], name="comment_threads"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("starts_thread", True)),
                fields=["article", "state", "-likes", "-id"],
                name="comment_threads_liked",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("featured_at__isnull", False)),
                fields=["article", "-featured_at", "-id"],
                name="comment_featured_under",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("open_reports__gt", 0)),
                fields=["state", "-open_reports", "-id"],
                name="comment_reported",
            ),
        ),
        migrations.RemoveIndex(
            model_name="comment",
            name="comment_replies",
        ),
        migrations.AlterField(
            model_name="comment",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="replies",
                to="comments.comment",
                verbose_name="trả lời cho",
            ),
        ),
    ]
