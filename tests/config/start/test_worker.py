"""The worker looks for what killed workers left, whatever goes wrong while it looks."""

import pytest
from django.utils.module_loading import import_string

from config.start import worker


class Enough(Exception):
    """The test has seen what it wanted."""


def test_a_look_that_fails_is_logged_and_the_next_one_comes(monkeypatch, caplog):
    looks: list[str] = []

    def look() -> None:
        looks.append("look")
        if len(looks) == 1:
            raise RuntimeError("database away")

    def wait(seconds: float) -> None:
        assert seconds == worker.LEFT_EVERY
        if len(looks) == 2:
            raise Enough

    monkeypatch.setattr(worker, "import_string", lambda name: look if name == worker.RUN_AGAIN else None)
    monkeypatch.setattr(worker.time, "sleep", wait)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    with pytest.raises(Enough):
        worker.look_for_left_jobs()
    assert "killed worker" in caplog.text


def test_what_it_calls_by_name_is_there():
    assert all(callable(import_string(name)) for name in (worker.RUN_AGAIN, worker.SEND_LETTERS))


def test_letters_are_looked_for_every_half_minute_whatever_goes_wrong(monkeypatch, caplog):
    def wait(seconds: float) -> None:
        assert seconds == worker.LETTERS_EVERY
        raise Enough

    monkeypatch.setattr(worker, "import_string", lambda name: {worker.SEND_LETTERS: None}[name])
    monkeypatch.setattr(worker.time, "sleep", wait)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    with pytest.raises(Enough):
        worker.send_letters()
    assert "could not send letters" in caplog.text
