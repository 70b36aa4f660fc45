"""Static files are gathered when something changed, and only then."""

from pathlib import Path

import pytest

from config import static_files


@pytest.fixture(autouse=True)
def small_house(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source folder with one file, and a collector that only counts."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "paper.css").write_text("a{}")
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT.mkdir()

    def collect(*args: object, **options: object) -> None:
        (settings.STATIC_ROOT / "staticfiles.json").write_text("{}")

    monkeypatch.setattr(static_files, "call_command", collect)
    return source


def test_the_first_start_gathers_and_the_second_does_not() -> None:
    assert static_files.changed()
    static_files.gather()
    assert not static_files.changed()


def test_a_changed_file_is_gathered_again(small_house: Path) -> None:
    static_files.gather()
    (small_house / "paper.css").write_text("a{color:red}")
    assert static_files.changed()


def test_a_new_file_is_gathered(small_house: Path) -> None:
    static_files.gather()
    (small_house / "desk.css").write_text("b{}")
    assert static_files.changed()


def test_files_that_went_missing_are_gathered_again(settings) -> None:
    static_files.gather()
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    assert static_files.changed()


def test_an_interrupted_gathering_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    static_files.gather()

    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(static_files, "call_command", interrupted)
    with pytest.raises(KeyboardInterrupt):
        static_files.gather()
    assert static_files.changed()
