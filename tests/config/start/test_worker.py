"""The worker looks for what killed workers left, whatever goes wrong while it looks."""

import pytest

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
