import json
import zlib
from typing import Any

from django.db import migrations
from django.db.models import Q

from news.models.photos import keys_in


def note_uses(apps: Any, schema_editor: Any) -> None:
    """Which photos the drafts that wait today will show, that readers don't see already."""
    articles, photos, uses = (apps.get_model("news", name) for name in ("Article", "Photo", "PhotoUse"))
    waiting = articles.objects.filter(draft_waiting=True).exclude(newest_revision=None)
    for article in waiting.only("newest_revision").select_related("newest_revision__dictionary").iterator(200):
        content = json.loads(json_of(article.newest_revision))
        keys = keys_in(content["body"])
        found = list(photos.objects.filter(Q(pk=content["lead_photo"]) | Q(key__in=keys)).values_list("pk", "key"))
        places = [(pk, "body") for pk, key in found if key in keys]
        places += [(pk, "lead") for pk, _key in found if pk == content["lead_photo"]]
        uses.objects.bulk_create(
            (uses(article_id=article.pk, photo_id=pk, place=place, waiting=True) for pk, place in places),
            ignore_conflicts=True,
        )


def json_of(revision: Any) -> bytes:
    """The text of a revision; the dictionary of a packed one is a revision that needs none."""
    if revision.dictionary is None:
        return zlib.decompress(bytes(revision.packed))
    unpacker = zlib.decompressobj(zdict=zlib.decompress(bytes(revision.dictionary.packed)))
    return unpacker.decompress(bytes(revision.packed)) + unpacker.flush()


def forget_uses(apps: Any, schema_editor: Any) -> None:
    """Code that doesn't know of waiting drafts would take these for what readers see."""
    apps.get_model("news", "PhotoUse").objects.filter(waiting=True).delete()


class Migration(migrations.Migration):
    dependencies = [("news", "0024_waiting_drafts_apart")]
    operations = [migrations.RunPython(note_uses, forget_uses)]
