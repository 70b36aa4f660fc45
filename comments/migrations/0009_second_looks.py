"""Readers may ask for another look at what was not shown; how long comments usually wait is read by index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0008_earlier_wordings")]
    operations = [
        migrations.CreateModel(
            name="SecondLook",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE,
                        primary_key=True,
                        related_name="second_look",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE, related_name="second_look", to="comments.decision"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=2000, verbose_name="lời người gửi")),
                ("at", models.DateTimeField(verbose_name="xin lúc")),
            ],
            options={"verbose_name": "lời xin xem lại", "verbose_name_plural": "lời xin xem lại"},
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["before", "-at"], name="decision_newest_from"),
        ),
    ]
