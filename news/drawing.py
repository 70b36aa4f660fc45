"""Drawing ahead, by the worker beside the server: so that no reader waits for a photo's first size.

Nothing depends on it. Where no worker runs, or it was ended in the middle, each size is drawn by who first asks for it.
"""

from django.db import transaction
from django_tasks import task

from news import sizes
from news.likeness import likeness_of
from news.models import Photo


@task()
def draw_sizes(photo_id: int) -> int:
    """Draw what pages will ask for and is not there yet; gives how many that were. A photo that is gone is no trouble."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None or not photo.original.storage.exists(str(photo.original.name)):
        return 0
    missing = [size for size in sizes.asked_for(photo) if not sizes.path_of(photo, *size).exists()]
    for width, shape, ending in missing:
        sizes.draw(photo, width, shape, ending)
    if not photo.likeness and (likeness := likeness_of(sizes.original(photo))):
        photo.likeness = likeness  # a photo from before there were any
        photo.save(update_fields=["likeness"])
    return len(missing)


def draw_ahead(photo: Photo) -> None:
    """Ask the worker for the photo's sizes once the photo is stored for good; a queue that is away is only logged."""
    transaction.on_commit(lambda: draw_sizes.enqueue(photo.pk), robust=True)
