"""`.venv` is built once, repaired where it must be, and left alone otherwise."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from config.start import packages
from config.start.trouble import Trouble


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A checkout of its own, and the steps that were run in it instead of being run for real."""
    steps: list[str] = []

    def run(command: list[str]) -> None:
        steps.append("venv" if "venv" in command else f"pip {Path(command[-1]).name}")
        packages.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        packages.PYTHON.touch()

    for name in (packages.RUNTIME, packages.DEVELOPMENT):
        (tmp_path / name).write_text("django==5.2\n")
    monkeypatch.setattr(packages, "CHECKOUT", tmp_path)
    monkeypatch.setattr(packages, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(packages, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(packages, "_run", run)
    return steps


def test_an_empty_machine_gets_an_environment_with_the_pins(ran: list[str]) -> None:
    assert packages.ready(packages.RUNTIME) == packages.PYTHON
    assert ran == ["venv", "pip requirements.txt"]


def test_the_second_time_nothing_is_done(ran: list[str]) -> None:
    packages.ready(packages.RUNTIME)
    ran.clear()
    packages.ready(packages.RUNTIME)
    assert ran == []


def test_changed_pins_are_installed_into_the_same_environment(ran: list[str]) -> None:
    packages.ready(packages.RUNTIME)
    ran.clear()
    (packages.CHECKOUT / packages.RUNTIME).write_text("django==5.2.1\n")
    packages.ready(packages.RUNTIME)
    assert ran == ["pip requirements.txt"]


def test_the_suite_s_tools_come_on_top(ran: list[str]) -> None:
    packages.ready(packages.RUNTIME)
    packages.ready(packages.RUNTIME, packages.DEVELOPMENT)
    assert ran == ["venv", "pip requirements.txt", "pip requirements-dev.txt"]


def test_an_environment_that_was_moved_is_built_anew(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    packages.ready(packages.RUNTIME)
    ran.clear()
    packages.VENV.rename(packages.CHECKOUT / "moved")
    monkeypatch.setattr(packages, "VENV", packages.CHECKOUT / "moved")
    monkeypatch.setattr(packages, "PYTHON", packages.VENV / "bin" / "python")
    packages.ready(packages.RUNTIME)
    assert ran == ["venv", "pip requirements.txt"]


def test_an_environment_without_its_python_is_built_anew(ran: list[str]) -> None:
    packages.ready(packages.RUNTIME)
    ran.clear()
    packages.PYTHON.unlink()
    packages.ready(packages.RUNTIME)
    assert ran == ["venv", "pip requirements.txt"]


def test_an_interrupted_installation_is_started_over(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    packages.ready(packages.RUNTIME)
    (packages.CHECKOUT / packages.RUNTIME).write_text("django==5.2.1\n")
    working = packages._run

    def interrupted(command: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(packages, "_run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        packages.ready(packages.RUNTIME)
    ran.clear()
    monkeypatch.setattr(packages, "_run", working)
    packages.ready(packages.RUNTIME)
    assert ran == ["venv", "pip requirements.txt"]


def test_a_refusal_of_pip_is_one_sentence_and_keeps_the_environment(
    ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.ready(packages.RUNTIME)
    (packages.CHECKOUT / packages.RUNTIME).write_text("django==5.2.1\n")
    working = packages._run

    def refused(command: list[str]) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="ERROR: no matching distribution\n")

    monkeypatch.setattr(packages, "_run", refused)
    with pytest.raises(Trouble, match=r"Không cài được .*no matching distribution.* / Cannot install"):
        packages.ready(packages.RUNTIME)
    ran.clear()
    monkeypatch.setattr(packages, "_run", working)
    packages.ready(packages.RUNTIME)
    assert ran == ["pip requirements.txt"]


def test_a_python_without_venv_is_told_what_to_install(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Trouble, match="apt install python3-venv"):
        packages.ready(packages.RUNTIME)


def wheel(folder: Path, name: str, version: str, *metadata: str) -> str:
    """An empty package that pip can install; its requirement line with hash."""
    info = f"{name}-{version}.dist-info"
    file = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        described = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *metadata]
        archive.writestr(f"{info}/METADATA", "\n".join(described) + "\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", f"{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def test_a_newer_release_of_what_another_package_wants_with_an_extra_breaks_nothing(tmp_path: Path) -> None:
    meter = wheel(tmp_path, "meter", "1.0", "Provides-Extra: toml")
    wheel(tmp_path, "meter", "2.0", "Provides-Extra: toml")
    plugin = wheel(tmp_path, "plugin", "1.0", "Requires-Dist: meter[toml]>=1")
    pins = tmp_path / "pins.txt"
    pins.write_text(meter + plugin)
    offline = ["--isolated", "--no-index", f"--find-links={tmp_path}", f"--target={tmp_path / 'site'}"]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *packages.OPTIONS, *offline, "-r", str(pins)],
        check=True,
        capture_output=True,
    )
    assert {path.name for path in (tmp_path / "site").glob("*.dist-info")} == {
        "meter-1.0.dist-info",
        "plugin-1.0.dist-info",
    }


def test_pip_s_first_error_is_the_reason_and_not_what_it_says_after_it(
    ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.ready(packages.RUNTIME)
    (packages.CHECKOUT / packages.RUNTIME).write_text("django==5.2.1\n")

    def refused(command: list[str]) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="WARNING: slow\nERROR: hash differs\n    a wheel\n")

    monkeypatch.setattr(packages, "_run", refused)
    with pytest.raises(Trouble, match=r"\(ERROR: hash differs\)"):
        packages.ready(packages.RUNTIME)
