"""`make test`: the whole suite on SQLite, then on PostgreSQL. Arguments go to pytest.

With --no-skips (or CI=1) a test that was skipped for want of a tool is a failure. --only sqlite takes one database.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_CHOSEN = 5  # pytest's exit code
# On CI the same order for everybody, as with the examples of Hypothesis; a new one at every desk.
ORDER_ON_CI = "--randomly-seed=44"
# The original text does not belong to the project, so it may be missing; the rest speaks of the other database.
ALLOWED_SKIPS = ("bản gốc không có", "chỉ có ở")


@dataclass
class Result:
    """What one run over one database came to."""

    database: str
    exit_code: int
    seconds: float
    counts: dict[str, int] = field(default_factory=dict)
    skips: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """One line of the summary."""
        words = ", ".join(f"{number} {name}" for name, number in self.counts.items() if number or name != "errors")
        return f"{self.database:<11} {words or 'no tests'} in {self.seconds:.0f} s"


def main(arguments: list[str]) -> int:
    """Run, sum up; 0 if all is well, else pytest's exit code or 1 for a forbidden skip."""
    options, passed_on = _parser().parse_known_args(arguments)
    results = []
    with _run_folder() as folder:
        for database in [options.only] if options.only else ["sqlite", "postgresql"]:
            print(f"\n{f' {database} ':═^100}", flush=True)
            results.append(run_on(database, passed_on, folder))
            if results[-1].exit_code == 130:
                break
    return _sum_up(results, no_skips=options.no_skips or is_ci())


def is_ci() -> bool:
    """Whether this machine says that it is the project's CI (`CI=1`)."""
    return os.environ.get("CI", "") not in ("", "0", "false")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--no-skips", action="store_true")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    return parser


@contextmanager
def _run_folder() -> Iterator[Path]:
    """Where everything temporary of the run goes, so that nothing stays behind whatever ends it."""
    signal.signal(signal.SIGTERM, _as_interrupt)
    folder = Path(tempfile.mkdtemp(prefix="toa-soan-run-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def run_on(database: str, arguments: list[str], folder: Path) -> Result:
    """One run over one database, its output passed through."""
    started = time.monotonic()
    report = folder / f"{database}.xml"
    try:
        if database == "sqlite":
            code = _pytest(arguments, report, folder, None)
        else:
            with postgres.running() as url:
                code = _pytest(arguments, report, folder, url)
    except KeyboardInterrupt:
        code = 130
    except postgres.PostgresDidNotStart as error:
        print(f"PostgreSQL thử nghiệm không khởi động được. / The test PostgreSQL did not start.\n{error}", flush=True)
        code = 1
    result = Result(database, code, time.monotonic() - started)
    _read(report, result)
    return result


def _pytest(arguments: list[str], report: Path, folder: Path, url: str | None) -> int:
    environment = {**os.environ, "TMPDIR": str(folder), "DATABASE_URL": url or ""}
    workers = (
        []
        if any(one == "-n" or one.startswith("-n") for one in arguments)
        else ["-n", _workers(), "--dist", "worksteal"]
    )
    order = [ORDER_ON_CI] if is_ci() else []
    command = [sys.executable, "-m", "pytest", *workers, *order, f"--junitxml={report}", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, process_group=0)
    try:
        return process.wait()
    except BaseException:
        _interrupt(process)
        raise


def _workers() -> str:
    """One more than there are processors: tests in a browser mostly wait."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return str(processors + 1)


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    """Let pytest and its workers end by themselves, then end what is left of them."""
    for number, patience in ((signal.SIGINT, 8), (signal.SIGTERM, 2), (signal.SIGKILL, 5)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            break
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _read(report: Path, result: Result) -> None:
    """Counts and reasons for skips out of pytest's own report, as far as it was written."""
    try:
        suites = list(ElementTree.parse(report).iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return
    total, failed, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    passed = total - failed - errors - skipped
    result.counts = {"passed": passed, "failed": failed, "errors": errors, "skipped": skipped}
    for suite in suites:
        for case in suite.iter("testcase"):
            result.skips += [
                f"{case.get('classname')}::{case.get('name')}: {skip.get('message')}"
                for skip in case.iter("skipped")
                if skip.get("type") == "pytest.skip"
            ]


def _sum_up(results: list[Result], no_skips: bool) -> int:
    print(f"\n{' tổng kết ':═^100}")
    for result in results:
        print(result.line)
    codes = [one.exit_code for one in results if one.exit_code != NO_TESTS_CHOSEN]
    code = next(filter(None, codes), 0) if codes else NO_TESTS_CHOSEN
    wanting = [f"{one.database}: {skip}" for one in results for skip in one.skips if not _allowed(skip)]
    if no_skips and wanting:
        print("Có kiểm thử bị bỏ qua vì thiếu công cụ. / Tests were skipped for want of a tool:", *wanting, sep="\n  ")
        code = code or 1
    if code == NO_TESTS_CHOSEN:
        print("Không có kiểm thử nào khớp. / No test matches.")
    print(
        f"{_total(results, 'passed')} passed, {_total(results, 'failed') + _total(results, 'errors')} failed",
        flush=True,
    )
    return code


def _allowed(skip: str) -> bool:
    return any(reason in skip for reason in ALLOWED_SKIPS)


def _total(results: list[Result], name: str) -> int:
    return sum(result.counts.get(name, 0) for result in results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
