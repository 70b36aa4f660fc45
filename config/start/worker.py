"""The worker that draws photos ahead: one process beside the server, run as `python -m config.start.worker`.

It may fail without anybody noticing but the log: what it has not drawn is drawn when a reader asks.
"""

import os
import sys

import django
from django.core.management import call_command
from django.utils.module_loading import import_string

QUEUES = ["*"]
POLITENESS = 10  # nice(1): readers' requests go first
LOOK_EVERY = 2.0  # seconds between two looks into an empty queue
TASKS_A_LIFE = 500  # then a fresh process: pictures leave memory in pieces
KEEP_FOR = 7  # days that the queue remembers what is done
WORKER = (
    "django_tasks_db.management.commands.db_worker.Worker"  # named, since its tables must be known before it is loaded
)


def main() -> int:
    """Work until told to stop (SIGTERM), or until TASKS_A_LIFE are done."""
    os.nice(POLITENESS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("prune_db_task_results", min_age_days=KEEP_FOR, queue_name="*", verbosity=0)
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


if __name__ == "__main__":
    sys.exit(main())
