"""An address and a directory are tried before anything is made."""

import socket
import stat
import threading
from pathlib import Path

import pytest

from config.start import place
from config.start.trouble import Trouble


def test_an_empty_environment_means_this_machine_alone() -> None:
    here = place.place_from({})
    assert (here.host, here.port, here.directory) == ("127.0.0.1", 8000, place.CHECKOUT / "var")
    assert here.url == "http://127.0.0.1:8000"


def test_the_environment_may_say_otherwise(tmp_path: Path) -> None:
    here = place.place_from({"HOST": "::1", "PORT": "81", "DATA_DIR": str(tmp_path)})
    assert here.url == "http://[::1]:81"
    assert here.logins == tmp_path / "logins.txt"


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "80 80", "٨٠"])
def test_a_port_that_is_none_is_named(port: str) -> None:
    with pytest.raises(Trouble, match=r"PORT=.* / PORT"):
        place.place_from({"PORT": port})


def test_a_taken_port_is_told_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Trouble, match=f"Cổng {port} .*`PORT={port + 1} make run`.* / Port {port} is taken"):
            place.refuse_taken_port(place.Place("127.0.0.1", port, tmp_path))


def test_a_port_is_free_again_once_its_listener_is_gone(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    place.refuse_taken_port(place.Place("127.0.0.1", port, tmp_path))


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"HOST='192\.0\.2\.1'"):
        place.refuse_taken_port(place.Place("192.0.2.1", 8000, tmp_path))


def test_a_new_directory_is_the_owner_s_alone(tmp_path: Path) -> None:
    place.open_directory(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_a_directory_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match=r"Không ghi được .* / Cannot write .*DATA_DIR"):
        place.open_directory(tmp_path / "file" / "var")


def test_two_starts_in_one_directory_take_turns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order: list[str] = []

    def second() -> None:
        with place.alone_in(tmp_path):
            order.append("second")

    with place.alone_in(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        other.join(0.3)
        order.append("first")
    other.join()
    assert order == ["first", "second"]
    assert "chờ đến lượt" in capsys.readouterr().out
