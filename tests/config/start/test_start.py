"""The start as a whole: what it says, and in whose words it fails."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config import start
from config.start import __main__ as begin
from config.start import prepare
from config.start.place import CHECKOUT, Place


def run(tmp_path: Path, module: str = "config.start", **variables: str) -> subprocess.CompletedProcess[str]:
    """One start with a directory of its own."""
    told = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **variables}
    return subprocess.run([sys.executable, "-m", module], cwd=CHECKOUT, env=told, capture_output=True, text=True)


def test_an_old_python_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(str(start.__file__)).read_text(encoding="utf-8")
    code = compile(ast.parse(source, feature_version=(3, 4)), "start", "exec")
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"đang dùng 3\.9.* / Python 3\.11 or newer is needed, this is 3\.9"):
        exec(code, {})


def test_a_taken_port_ends_the_start_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run(tmp_path / "var", PORT=str(other.getsockname()[1]))
    assert done.returncode == 1
    assert "đang có chương trình khác dùng" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "var").iterdir()) == []


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DATABASE_URL": "postgres://a:geheim@127.0.0.1:1/x"}, "Không kết nối được cơ sở dữ liệu"),
        ({"DATABASE_URL": "mysql://a/b"}, "DATABASE_URL"),
        ({"LOG_LEVEL": "ồn"}, "LOG_LEVEL"),
    ],
)
def test_what_is_in_the_way_is_one_sentence_in_two_languages(
    tmp_path: Path, variables: dict[str, str], words: str
) -> None:
    done = run(tmp_path, "config.start.prepare", **variables)
    assert done.returncode == 1
    assert words in done.stderr
    assert " / " in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "geheim" not in done.stderr


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "toa-soan.sqlite3").write_bytes(b"khong phai co so du lieu" * 100)
    done = run(tmp_path, "config.start.prepare")
    assert "Không kết nối được cơ sở dữ liệu" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_addresses_and_the_editor_s_login_are_announced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logins.txt").write_text("phóng viên\tpv\tmot\nbiên tập viên\tbt\thai\n", encoding="utf-8")
    begin.announce(Place("0.0.0.0", 8123, tmp_path))
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8123/toa-soan/" in said
    assert "bt / hai" in said
    assert "mot" not in said


def test_addresses_are_announced_when_the_logins_were_put_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin.announce(Place("127.0.0.1", 8123, tmp_path))
    assert "http://127.0.0.1:8123/\n" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(("demo", "laid_out"), [(True, ["load_demo"]), (False, [])])
def test_the_first_start_lays_out_the_demo_edition_unless_told_not_to(
    settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo: bool, laid_out: list[str]
) -> None:
    settings.DATA_DIR, settings.DEMO = tmp_path, demo
    called: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: called.append(name))
    prepare.fill_first_edition()
    assert called == laid_out
    assert (tmp_path / "logins.txt").is_file()
    prepare.fill_first_edition()
    assert called == laid_out


@pytest.mark.django_db
def test_an_interrupted_first_start_is_taken_up_again(
    settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR, settings.DEMO = tmp_path, True

    def interrupted(name: str, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(prepare, "call_command", interrupted)
    with pytest.raises(KeyboardInterrupt):
        prepare.fill_first_edition()
    called: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: called.append(name))
    prepare.fill_first_edition()
    assert called == ["load_demo"]
