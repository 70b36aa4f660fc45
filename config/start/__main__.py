"""`make run`: `python3 -m config.start`."""

import os
import subprocess
import sys

from config.start import packages, place, serve
from config.start.trouble import Trouble, complain, say

EDITOR = "biên tập viên"  # the role whose login is shown: it can do all that one wants to try first


def main() -> int:
    """Prepare, serve, end. The exit code: 0 after a wanted end, 1 with one sentence where something is in the way."""
    os.umask(0o077)  # the database, the key and the logins are nobody else's business
    try:
        return start()
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    except KeyboardInterrupt:
        complain("Đã dừng theo yêu cầu. / Stopped as asked.")
        return 130


def start() -> int:
    """Everything from an empty machine to a paper that answers, in order. Raises Trouble."""
    here = place.place_from(os.environ)
    place.open_directory(here.directory)
    place.refuse_taken_port(here)
    python = packages.ready(packages.RUNTIME)
    environment = serve.server_environment(here, os.environ)
    arguments = serve.command(python, here, environment)
    with place.alone_in(here.directory):
        prepared = subprocess.run([str(python), "-m", "config.start.prepare"], env=environment, cwd=place.CHECKOUT)  # noqa: S603
    if prepared.returncode:
        return prepared.returncode
    place.refuse_taken_port(here)
    say("→ Mở máy chủ …")
    return serve.serve(arguments, environment, here, lambda: announce(here), serve.worker_command(python))


def announce(here: place.Place) -> None:
    """Say where the paper and the desk are, and with which login one may enter."""
    say("")
    say(f"  Báo:            {here.url}/")
    say(f"  Bàn làm việc:   {here.url}/toa-soan/")
    for role, username, password in logins(here):
        if role == EDITOR:
            say(f"  Biên tập viên:  {username} / {password}")
            say(f"  Các vai trò khác: {here.logins}")
    say("  Nhấn Ctrl-C để dừng.")
    say("")


def logins(here: place.Place) -> list[list[str]]:
    """The lines of logins.txt (role, user name, password) as far as it is there."""
    try:
        lines = here.logins.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    return [parts for line in lines if len(parts := line.split("\t")) == 3]


if __name__ == "__main__":
    sys.exit(main())
