"""`make run` as a stranger meets it: in an empty directory, over real sockets, with the standard library alone.

Start, read, comment, approve, read again, send broken requests, stop, start again, stop. `python3 -m tests.smoke`.
"""

import contextlib
import http.cookiejar
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
COLD_START = 90  # seconds; the second start has 5
WORDS = f"Bài viết rất bổ ích, xin cảm ơn tòa soạn ({os.getpid()})."
BROKEN = {  # what is sent over the wire: the statuses that are a fair answer
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 600_000 + b"\r\n\r\n": (400, 431),
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": (400, 404, 414, 431),
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(500)) + b"\r\n": (400, 431),
    b"GET / HTTP/1.1\r\nHost: may-khac.example\r\n\r\n": (400,),
    b"GET / HTTP/1.1\r\n\r\n": (400,),
    b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": (405,),
    b"get / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": (400, 405),
    b"GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": (400,),
    b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": (400, 404),
    b"kh\xc3\xb4ng ph\xe1\xba\xa3i HTTP\r\n\r\n": (400,),
    b"POST /binh-luan/1/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n": (400,),
    b"POST /binh-luan/1/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n": (413,),
}


class Failed(Exception):
    """A step did not go as it should; says what was seen."""


class Visitor:
    """A browser without anything but a cookie jar."""

    def __init__(self, base: str) -> None:
        self.base, self.address = base, "/"
        self.cookies = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies)).open

    def visit(self, path: str, form: dict[str, str] | None = None) -> str:
        """The page at `path`, after sending `form` if there is one. Raises Failed unless it ends in a 200."""
        url = path if path.startswith("http") else self.base + path
        request = urllib.request.Request(url, headers={"Referer": self.base + self.address})
        try:
            with self._open(request, urlencode(form).encode() if form is not None else None, timeout=30) as answer:
                self.address = answer.geturl().removeprefix(self.base)
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise Failed(f"{path}: {error.code}: {error.read()[:500]!r}") from error

    def token(self, page: str) -> str:
        """The CSRF token in a page of the desk."""
        return found(r'name="csrfmiddlewaretoken" value="(\w+)"', page)


class Paper:
    """One `make run`."""

    def __init__(self, directory: Path, port: int) -> None:
        self.directory, self.port = directory, port
        self.base = f"http://127.0.0.1:{port}"

    def start(self, within: float) -> str:
        """Start it; how long it took until it said that it was ready."""
        environment = {**os.environ, "DATA_DIR": str(self.directory), "PORT": str(self.port), "HOST": "127.0.0.1"}
        environment.pop("DATABASE_URL", None)
        started = time.monotonic()
        self.output = (self.directory.parent / "output.txt").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            ["make", "run"], cwd=ROOT, env=environment, stdout=self.output, stderr=subprocess.STDOUT
        )
        while "/toa-soan/" not in self.said():
            if self.process.poll() is not None or time.monotonic() - started > within:
                raise Failed(f"not ready after {time.monotonic() - started:.0f} s:\n{self.said()}")
            time.sleep(0.1)
        return f"{time.monotonic() - started:.1f} s"

    def said(self) -> str:
        """What it has printed so far."""
        return (self.directory.parent / "output.txt").read_text(encoding="utf-8")

    def stop(self) -> str:
        """SIGTERM while clients hold connections; how long it took. Raises Failed if that was too long."""
        held = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(10)]
        for connection in held[:5]:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        took = time.monotonic() - started
        for connection in held:
            connection.close()
        with socket.socket() as trial:
            if took >= 5 or trial.connect_ex(("127.0.0.1", self.port)) == 0:
                raise Failed(f"ended after {took:.1f} s, port still open: {took < 5}")
        return f"{took:.1f} s"

    def login(self, role: str) -> tuple[str, str]:
        """User name and password from logins.txt."""
        path = self.directory / "logins.txt"
        if stat.S_IMODE(path.stat().st_mode) != 0o600:
            raise Failed("logins.txt can be read by others")
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        return next((name, password) for found, name, password in lines if found == role)


def found(pattern: str, page: str) -> str:
    """The first group of `pattern` in `page`. Raises Failed if it is not there."""
    match = re.search(pattern, page, re.DOTALL)
    if match is None:
        raise Failed(f"no {pattern!r} in: {page[:300]!r}…")
    return match[1]


def read(reader: Visitor) -> str:
    """From the front page to an article; its address."""
    address = found(r'href="(/[a-z0-9-]+-\d+\.html)"', reader.visit("/"))
    if "BÌNH LUẬN" not in reader.visit(address):
        raise Failed(f"{address} has no comments")
    return address


def comment(reader: Visitor, article: str, words: str = WORDS) -> str:
    """Write one under the article; the receipt's address."""
    reader.visit(found(r'action="(/binh-luan/\d+/)"', reader.visit(article)), {"name": "Bạn Đọc", "text": words})
    if "/binh-luan/phieu/" not in reader.address or list(reader.cookies):
        raise Failed(f"landed on {reader.address} with cookies {list(reader.cookies)}")
    return reader.address


def sign_in(editor: Visitor, login: tuple[str, str]) -> None:
    """At the desk."""
    form = {"username": login[0], "password": login[1], "next": "/toa-soan/"}
    editor.visit("/toa-soan/login/", {**form, "csrfmiddlewaretoken": editor.token(editor.visit("/toa-soan/login/"))})


def decide(editor: Visitor, act: str = "duyet", words: str = WORDS) -> str:
    """Find the comment at the desk, press its button; the button's address."""
    page = editor.visit("/toa-soan/comments/comment/")
    if words not in page:
        raise Failed(f"the comment is not in the list at {editor.address}")
    after = page[page.index(words) :]
    button = found(rf'formaction="(/toa-soan/comments/comment/\d+/quyet-dinh/{act}/)"', after)
    editor.visit(button, {"csrfmiddlewaretoken": editor.token(page)})
    return button


def answers_broken_requests(port: int) -> str:
    """Each over a connection of its own; how many there were."""
    for sent, fair in BROKEN.items():
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # refused before it was read to the end
                connection.sendall(sent)
            try:
                answer = connection.recv(200)
            except ConnectionResetError:
                continue
        status = int(answer.split()[1]) if answer.startswith(b"HTTP/1.") else 0
        if status not in fair:
            raise Failed(f"{sent[:60]!r}: {answer[:60]!r}, not {fair}")
    return f"{len(BROKEN)}"


def steps(paper: Paper) -> list[tuple[str, Callable[[], object]]]:
    """The whole walk, in order. Later steps use what earlier ones left in `seen`."""
    reader, editor, seen = Visitor(paper.base), Visitor(paper.base), dict[str, str]()

    def approved() -> str:
        sign_in(editor, paper.login("biên tập viên"))
        return decide(editor)

    def reads_again() -> str:
        for page, words in ((seen["receipt"], "đăng"), (seen["article"], WORDS)):
            if words not in reader.visit(page):
                raise Failed(f"{page} does not show {words!r}")
        return seen["article"]

    return [
        ("cold start", lambda: paper.start(COLD_START)),
        ("read an article", lambda: seen.setdefault("article", read(reader))),
        ("comment", lambda: seen.setdefault("receipt", comment(reader, seen["article"]))),
        ("approve at the desk", approved),
        ("read the comment", reads_again),
        ("broken requests", lambda: answers_broken_requests(paper.port)),
        ("stop", paper.stop),
        ("second start", lambda: paper.start(5)),
        ("the comment is still there", reads_again),
        ("stop again", paper.stop),
    ]


def main() -> int:
    """Walk; 0 if every step went well."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = int(os.environ.get("PORT") or trial.getsockname()[1])
    folder = Path(tempfile.mkdtemp(prefix="toa-soan-smoke-"))
    paper, passed = Paper(folder / "var", port), 0
    todo = steps(paper)
    try:
        for name, step in todo:
            print(f"✓ {name}: {step()}", flush=True)
            passed += 1
    except (Failed, OSError, KeyError) as error:
        print(f"✗ {name}: {error!r}\n{error}\n--- make run ---\n{paper.said()[-3000:]}", flush=True)
    finally:
        process = getattr(paper, "process", None)
        if process is not None and process.poll() is None:
            process.terminate()
            process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)
    print(f"smoke: {passed} passed, {len(todo) - passed} failed", flush=True)
    return 0 if passed == len(todo) else 1


if __name__ == "__main__":
    sys.exit(main())
