"""Throwing away what browsers kept by themselves, when nobody will ask for every pause in somebody's typing any more."""

from datetime import datetime

from django.db import transaction

from news.models import Revision

BATCH = 500  # revisions in one transaction: writers wait for less than a second


def thin(before: datetime) -> int:
    """Delete the autosaves from before that moment (aware) that may go; how many these were."""
    gone = 0
    while batch := list(Revision.objects.thinnable(before).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            deleted = (
                Revision.objects.thinnable(before).filter(pk__in=batch).delete()[1]
            )  # asked again: time has passed
        gone += deleted.get(Revision._meta.label, 0)
    return gone
