"""Counting readings: what a reader's browser tells is looked at, added up in memory, and written down every few seconds.

A process that is killed loses what it has not yet written: no reading is worth a write of its own.
"""

import logging
import re
import threading
import time
from datetime import datetime
from multiprocessing.util import Finalize

from django.db import DatabaseError, connections
from django.http import HttpRequest
from django.utils import timezone

from news.addresses import client_address, household
from news.ids import LARGEST_ID
from news.origins import is_foreign
from news.reads import storing
from news.reads.repeats import Repeats
from news.reads.tally import Place, Tally

WRITE_EVERY = 10.0  # seconds from the first reading that waits to their writing down
LONGEST_BROWSER = 300  # characters of a User-Agent that tell browsers apart
# Words by which programs name themselves; a reader's browser has none of them (Cubot makes telephones).
ROBOTS = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|headless|lighthouse|preview|monitor|scan|fetch|http|python|curl|wget|java/|okhttp",
    re.IGNORECASE,
)
BROWSER = re.compile(r"^Mozilla/5\.0 \(", re.IGNORECASE)  # RFC 9110, section 10.1.5, and every browser's habit

logger = logging.getLogger(__name__)
tally, repeats = Tally(), Repeats()
_writing = threading.Lock()


def count(request: HttpRequest, article: int) -> bool:
    """Count a reading of the article, if a reader's browser tells of it from our own page for the first time in a while."""
    browser = request.headers.get("User-Agent", "")[:LONGEST_BROWSER]
    if article > LARGEST_ID or is_robot(browser) or is_foreign(request):
        return False
    if not repeats.is_new(article, household(client_address(request)), browser, time.monotonic()):
        return False
    if tally.add({Place(article, hour_of(timezone.now())): 1}):
        write_soon()
    return True


def is_robot(browser: str) -> bool:
    """Whether a User-Agent is not that of a reader's browser."""
    return not BROWSER.match(browser) or ROBOTS.search(browser) is not None


def hour_of(moment: datetime) -> datetime:
    """When the hour of that moment (aware) began; Vietnam's clock and UTC differ by whole hours."""
    return moment.replace(minute=0, second=0, microsecond=0)


def write_soon() -> None:
    """Write down what waits, a while from now, in a thread of its own: no reader waits for it."""
    timer = threading.Timer(WRITE_EVERY, write_and_close)
    timer.daemon = True
    timer.start()


def write_and_close() -> None:
    """Write down what waits; the thread's connection is of no more use."""
    try:
        write()
    finally:
        connections.close_all()


def write() -> int:
    """Write down what waits, and give how many readings that were. What the database refuses waits on."""
    with _writing:
        waiting = tally.take()
        try:
            return storing.store(waiting) if waiting else 0
        except DatabaseError:
            logger.warning("Readings wait: the database does not take them", exc_info=True)
            if tally.add(waiting):
                write_soon()
            return 0


# Server processes are children of one that manages them, and those skip atexit; this runs at the end of either kind.
Finalize(None, write, exitpriority=0)
