"""The first people of a new newsroom."""

import re
import stat
from pathlib import Path

import pytest
from django.test import Client

from config import logins
from news.models import User
from news.roles import ROLES

pytestmark = pytest.mark.django_db


def test_each_role_has_a_person_who_can_sign_in(tmp_path: Path, client: Client) -> None:
    path = tmp_path / "logins.txt"
    logins.make_people(path)
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert [role for role, _, _ in lines] == list(ROLES)
    for role, username, password in lines:
        assert client.login(username=username, password=password)
        assert client.get("/toa-soan/").status_code == 200
        person = User.objects.get(username=username)
        assert [group.name for group in person.groups.all()] == [role]
        assert person.display_name
        assert not person.is_superuser


def test_passwords_are_for_the_owner_s_eyes_alone(tmp_path: Path) -> None:
    logins.make_people(tmp_path / "logins.txt")
    assert stat.S_IMODE((tmp_path / "logins.txt").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["logins.txt"]


def test_passwords_differ_and_can_be_read_out() -> None:
    found = {logins.new_password() for _ in range(50)}
    assert len(found) == 50
    assert all(re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", one) for one in found)


def test_nobody_is_made_when_the_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        logins.make_people(tmp_path / "khong-co" / "logins.txt")
    assert not logins.anyone()


def test_who_opens_the_sign_in_page_itself_lands_at_the_desk(tmp_path: Path, client: Client) -> None:
    logins.make_people(tmp_path / "logins.txt")
    _role, username, password = (tmp_path / "logins.txt").read_text(encoding="utf-8").splitlines()[0].split("\t")
    answer = client.post("/toa-soan/login/", {"username": username, "password": password})
    assert answer["Location"] == "/toa-soan/"
