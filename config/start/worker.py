"""The worker that draws photos ahead and sends letters: one process beside the server, run as `python -m config.start.worker`.

It may fail without anybody noticing but the log: what it has not drawn is drawn when a reader asks.
"""

import logging
import os
import sys
import threading
import time

import django
from django.core.management import call_command
from django.db import close_old_connections
from django.utils.module_loading import import_string

QUEUES = ["*"]
POLITENESS = 10  # nice(1): readers' requests go first
LOOK_EVERY = 2.0  # seconds between two looks into an empty queue
TASKS_A_LIFE = 500  # then a fresh process: pictures leave memory in pieces
KEEP_FOR = 7  # days that the queue remembers what is done
LEFT_EVERY = 300.0  # seconds between two looks for what a killed worker left
RUN_AGAIN = "news.drawing.run_again"
LETTERS_EVERY = 30.0  # seconds between two looks for letters to readers that are due
SEND_LETTERS = "comments.letters.sending.send_due"
WORKER = (
    "django_tasks_db.management.commands.db_worker.Worker"  # named, since its tables must be known before it is loaded
)


def main() -> int:
    """Work until told to stop (SIGTERM), or until TASKS_A_LIFE are done."""
    os.nice(POLITENESS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("prune_db_task_results", min_age_days=KEEP_FOR, queue_name="*", verbosity=0)
    for chore in (look_for_left_jobs, send_letters):
        threading.Thread(target=chore, daemon=True).start()
    worker = import_string(WORKER)(
        queue_names=QUEUES,
        interval=LOOK_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=TASKS_A_LIFE,
        worker_id=f"{os.uname().nodename}-{os.getpid()}"[-64:],
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()
    return 0


def look_for_left_jobs() -> None:
    """At once and every LEFT_EVERY seconds."""
    again_and_again(RUN_AGAIN, LEFT_EVERY, "could not look for jobs that a killed worker left")


def send_letters() -> None:
    """At once and every LETTERS_EVERY seconds."""
    again_and_again(SEND_LETTERS, LETTERS_EVERY, "could not send letters to readers")


def again_and_again(name: str, seconds: float, trouble: str) -> None:
    """Call what is named, with pauses, for as long as the process lives; what goes wrong is logged as that trouble."""
    while True:
        try:
            import_string(name)()
        except Exception:
            logging.getLogger(__name__).exception(trouble)
        close_old_connections()
        time.sleep(seconds)


if __name__ == "__main__":
    sys.exit(main())
