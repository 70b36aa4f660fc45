"""Second half of the start, inside the virtual environment: database, people, demo edition, static files.

Run as `python -m config.start.prepare`; ends with code 1 and one sentence where something is in the way.
"""

import os
import sys
import traceback
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from config.start.place import LOGINS
from config.start.trouble import Trouble, complain, say


def prepare() -> None:
    """Bring the database, the first people, the demo edition and the static files up to date. Raises Trouble."""
    read_settings()
    reach_database()
    migrate()
    fill_first_edition()
    refresh_statistics()
    gather_static_files()


def read_settings() -> None:
    """Set Django up. Raises Trouble with the variable's name if the environment holds a wrong value."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        vietnamese, _, english = str(error).partition(" / ")
        raise Trouble(vietnamese, english or vietnamese) from error


def reach_database() -> None:
    """Raises Trouble if the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        reason = (str(error).strip().splitlines() or ["?"])[0]
        raise Trouble(
            f"Không kết nối được cơ sở dữ liệu ({reason}): hãy kiểm tra DATABASE_URL và máy chủ cơ sở dữ liệu.",
            "Cannot reach the database: check DATABASE_URL and that the server runs.",
        ) from error


def migrate() -> None:
    """Apply the migrations that are missing. Raises Trouble if the database refuses."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return
    say(f"→ Cập nhật cơ sở dữ liệu ({len(missing)} bước) …")
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        raise Trouble(
            f"Không cập nhật được cơ sở dữ liệu ({str(error).strip()}): hãy kiểm tra quyền và dung lượng trống.",
            "Cannot migrate the database: check its permissions and free space.",
        ) from error


def fill_first_edition() -> None:
    """On the first start: the demo edition (unless DEMO=0), then one person a role.

    People come last and mark the first start as done, so that an interrupted one is taken up again.
    """
    from django.conf import settings

    from config import logins

    if logins.anyone():
        return
    if settings.DEMO:
        say("→ Dàn số báo mẫu …")
        call_command("load_demo", verbosity=0)
    say("→ Cấp tài khoản cho từng vai trò …")
    logins.make_people(settings.DATA_DIR / LOGINS)


def refresh_statistics() -> None:
    """SQLite plans by what it was last told of the tables' sizes; PostgreSQL keeps count by itself."""
    from news import statistics

    if connection.vendor == "sqlite":
        statistics.refresh()


def gather_static_files() -> None:
    """Collect and compress static files where anything changed since the last time."""
    from config import static_files

    if static_files.changed():
        say("→ Gom tệp tĩnh …")
        static_files.gather()


def main() -> int:
    """Prepare; 0, or 1 with one sentence on standard error."""
    try:
        prepare()
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception:
        complain(_unexpected(traceback.format_exc()))
        return 1
    return 0


def _unexpected(trace: str) -> str:
    record = Path(os.environ.get("DATA_DIR", "var")) / "start-error.log"
    try:
        record.write_text(trace, encoding="utf-8")
    except OSError:
        return trace
    last = trace.strip().splitlines()[-1]
    return f"Không khởi động được ({last}): chi tiết trong {record}. / The start failed: see {record}."


if __name__ == "__main__":
    sys.exit(main())
