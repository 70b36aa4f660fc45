"""Drawing ahead, by the worker beside the server: so that no reader waits for a photo's first size.

Nothing depends on it. Where no worker runs, or it was ended in the middle, each size is drawn by who first asks for it.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from news import sizes
from news.likeness import likeness_of
from news.models import Photo

LOST_AFTER = timedelta(minutes=15)  # a photo takes seconds: what runs for longer was killed with its worker
MOST_TRIES = 3  # a photo that killed so many workers would kill the next


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


def run_again() -> int:
    """Put what killed workers left back into the queue, or aside after MOST_TRIES; how many will run again.

    Should such a worker still be alive, both draw the same pictures. Other jobs stay: a letter must not go out twice.
    """
    now = timezone.now()
    drawing = DBTaskResult.objects.running().filter(task_path=draw_sizes.module_path, started_at__lt=now - LOST_AFTER)
    tried = {job.pk: len(job.worker_ids) for job in drawing.only("worker_ids")}
    given_up = [pk for pk, tries in tried.items() if tries >= MOST_TRIES]
    drawing.filter(pk__in=given_up).update(
        status=TaskResultStatus.FAILED, finished_at=now, traceback="Killed each time."
    )
    return drawing.filter(pk__in=tried).update(status=TaskResultStatus.READY, started_at=None)
