"""How the start speaks: one short line a step, one sentence in two languages when it cannot go on."""

import sys


class Trouble(Exception):
    """The start cannot go on. Holds what the person should do about it, in Vietnamese and in English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese} / {english}")


def say(line: str) -> None:
    """Print `line` at once, whatever the terminal's encoding is."""
    encoding = sys.stdout.encoding or "ascii"
    print(line.encode(encoding, "replace").decode(encoding), flush=True)


def complain(line: str) -> None:
    """Print `line` to standard error, whatever the terminal's encoding is."""
    encoding = sys.stderr.encoding or "ascii"
    print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)
