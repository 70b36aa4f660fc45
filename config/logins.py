"""The first people of a new newsroom: one for each role, with passwords that were never anywhere else."""

import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import transaction

from news.models import User
from news.roles import ADMINISTRATOR, EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER

PEOPLE = {  # role: user name, display name (invented)
    REPORTER: ("phongvien", "Lê Thu Hà"),
    EDITOR: ("bientap", "Trần Quang Minh"),
    MANAGING_EDITOR: ("thuky", "Nguyễn Bích Ngọc"),
    MODERATOR: ("kiemduyet", "Phạm Gia Hân"),
    ADMINISTRATOR: ("quantri", "Đỗ Anh Tuấn"),
}
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read for another: no l and 1, no o and 0, no i
GROUPS, GROUP_LENGTH = 4, 4  # 16 letters out of 31: 79 bits


def anyone() -> bool:
    """Whether anybody can sign in already."""
    return User.objects.exists()


def make_people(path: Path) -> None:
    """Make one person a role and write `role, user name, password` to `path` (mode 0600), or neither."""
    with transaction.atomic():
        write_privately(path, "".join(f"{role}\t{name}\t{_make(role)}\n" for role, (name, _) in PEOPLE.items()))


def _make(role: str) -> str:
    username, display_name = PEOPLE[role]
    password = new_password()
    person = User.objects.create_user(username, password=password, display_name=display_name, is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    return password


def new_password() -> str:
    """Groups of letters that can be read out on the telephone, such as `k7fm-x2qd-9hwp-vt4c`."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))


def write_privately(path: Path, text: str) -> None:
    """Put `text` into `path` whole or not at all, readable by its owner alone."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
