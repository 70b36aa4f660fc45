from typing import Any

from django.db import migrations

from news.models.photos import SEARCHED, keys_in
from news.vietnamese.letters import fold


def fill_search_texts(apps: Any, schema_editor: Any) -> None:
    """The words of the photos that are there, folded."""
    photos = apps.get_model("news", "Photo").objects
    for photo in photos.only("alt", "caption", "credit").iterator(500):
        photos.filter(pk=photo.pk).update(search_text=fold(f"{photo.alt} {photo.caption} {photo.credit}")[:SEARCHED])


def note_uses(apps: Any, schema_editor: Any) -> None:
    """Where photos stand today."""
    uses = apps.get_model("news", "PhotoUse")
    numbers = dict(apps.get_model("news", "Photo").objects.values_list("key", "pk"))
    articles = apps.get_model("news", "Article").objects
    leads = articles.exclude(lead_photo=None).order_by("pk").values_list("pk", "lead_photo")
    uses.objects.bulk_create(
        (uses(article_id=article, photo_id=photo, place="lead") for article, photo in leads.iterator(2000)),
        batch_size=500,
        ignore_conflicts=True,
    )
    bodies = articles.filter(body__contains="/anh/").order_by("pk").values_list("pk", "body")
    for article, body in bodies.iterator(200):
        shown = sorted({numbers[key] for key in keys_in(body) if key in numbers})
        uses.objects.bulk_create(
            (uses(article_id=article, photo_id=photo, place="body") for photo in shown), ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("news", "0019_photo_library")]
    operations = [
        migrations.RunPython(fill_search_texts, migrations.RunPython.noop),
        migrations.RunPython(note_uses, migrations.RunPython.noop),
    ]
