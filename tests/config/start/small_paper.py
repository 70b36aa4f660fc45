"""An application that answers at once, except one page that takes longer than anybody waits."""

import threading
from collections.abc import Callable, Iterable


def application(environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
    """200 for everything; `/slow` after a minute."""
    if environ["PATH_INFO"] == "/slow":
        threading.Event().wait(60)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
