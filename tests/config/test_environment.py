"""A wrong value in the environment stops the start with a sentence that names the variable."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

ROOT = Path(__file__).resolve().parents[2]
KEY = "from config.environment import secret_key; from pathlib import Path; import sys; print(secret_key(Path(sys.argv[1])))"


def settings_with(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What reading the settings comes to in a process of its own."""
    told = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **variables}
    command = [sys.executable, "-c", "import config.settings as s; print(s.DATABASES, s.SECURE_HSTS_SECONDS)"]
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "có"),
        ("HTTPS", "2"),
        ("BEHIND_PROXY", "proxy"),
        ("DEMO", "-"),
        ("COMMENTS_PER_MINUTE", "0"),
        ("COMMENTS_PER_MINUTE", "sáu"),
        ("READER_DATA_DAYS", "0"),
        ("REJECTED_DAYS", "nửa năm"),
        ("DATABASE_URL", "mysql://a:b@127.0.0.1/c"),
        ("DATABASE_URL", "toa-soan"),
        ("DATABASE_URL", "postgres://a:b@127.0.0.1:cong/c"),
        ("EMAIL_URL", "thu"),
        ("LOG_LEVEL", "ồn"),
        ("DESK_LANGUAGE", "fr"),
    ],
)
def test_a_wrong_value_names_its_variable(tmp_path: Path, name: str, value: str) -> None:
    done = settings_with(tmp_path, **{name: value})
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert f"Biến môi trường {name} " in last
    assert "environment variable" in last


def test_a_password_in_a_wrong_address_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://toa-soan:mat-khau-kin@may-chu/bao")
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.database_url("DATABASE_URL")
    assert "mat-khau-kin" not in str(caught.value)


@pytest.mark.parametrize("kind", ["toa-soan", "postgre://toa-soan:mat-khau-kin@may-chu/bao"])
def test_an_address_of_no_known_kind_is_refused_without_a_warning_that_shows_it(tmp_path: Path, kind: str) -> None:
    done = settings_with(tmp_path, DATABASE_URL=kind)
    assert "DATABASE_URL" in done.stderr
    assert "UserWarning" not in done.stderr
    assert "mat-khau-kin" not in done.stderr


def test_an_empty_list_of_hosts_is_none_given(tmp_path: Path) -> None:
    told = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "ALLOWED_HOSTS": ""}
    command = [sys.executable, "-c", "import config.settings as s; print(s.ALLOWED_HOSTS)"]
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True)
    assert "127.0.0.1" in done.stdout


def test_an_empty_environment_is_a_paper_on_sqlite(tmp_path: Path) -> None:
    done = settings_with(tmp_path)
    assert str(tmp_path / "toa-soan.sqlite3") in done.stdout


def test_a_directory_may_have_any_name(tmp_path: Path) -> None:
    odd = tmp_path / "tòa soạn 100% + a?b#c"
    assert "toa-soan.sqlite3" in settings_with(odd).stdout
    assert (odd / "secret-key").is_file()


def test_the_operator_says_how_long_browsers_hold_on_to_tls(tmp_path: Path) -> None:
    assert int(settings_with(tmp_path).stdout.split()[-1]) == 365 * 24 * 3600
    assert settings_with(tmp_path, HSTS_SECONDS="0").stdout.split()[-1] == "0"
    assert "HSTS_SECONDS" in settings_with(tmp_path, HSTS_SECONDS="-1").stderr


def test_postgresql_checks_its_connections(tmp_path: Path) -> None:
    done = settings_with(tmp_path, DATABASE_URL="postgres://a:b@127.0.0.1/c")
    assert "'CONN_HEALTH_CHECKS': True" in done.stdout


def test_the_key_is_made_once_and_for_the_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY")
    first = environment.secret_key(tmp_path)
    assert len(first) >= 50
    assert environment.secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    told = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}

    def key(_: int) -> str:
        command = [sys.executable, "-c", KEY, str(tmp_path)]
        return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=True).stdout

    with ThreadPoolExecutor(4) as several:
        assert len(set(several.map(key, range(4)))) == 1


@pytest.mark.parametrize(
    ("hosts", "https", "port", "address"),
    [
        (["127.0.0.1", "localhost"], False, "", "http://127.0.0.1:8000"),
        (["127.0.0.1"], False, "8123", "http://127.0.0.1:8123"),
        (["*", ".bao.example", "www.bao.example"], True, "", "https://www.bao.example"),
        (["bao.example"], False, "8123", "http://bao.example"),
        ([], False, "", "http://127.0.0.1:8000"),
    ],
)
def test_letters_lead_to_the_first_whole_name_unless_told_otherwise(hosts, https, port, address, monkeypatch):
    monkeypatch.setenv("PORT", port)
    monkeypatch.delenv("SITE_ADDRESS", raising=False)
    assert environment.site_address("SITE_ADDRESS", hosts, https) == address
    monkeypatch.setenv("SITE_ADDRESS", "https://bao.example/")
    assert environment.site_address("SITE_ADDRESS", hosts, https) == "https://bao.example"


@pytest.mark.parametrize(
    "told", ["bao.example", "ftp://bao.example", "https://", "https://bao.example/x", "https://b?q"]
)
def test_an_address_that_leads_nowhere_stops_the_start(told, monkeypatch):
    monkeypatch.setenv("SITE_ADDRESS", told)
    with pytest.raises(ImproperlyConfigured, match="SITE_ADDRESS"):
        environment.site_address("SITE_ADDRESS", [], False)
