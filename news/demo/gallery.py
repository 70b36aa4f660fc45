"""The demo edition's pictures: drawn by several processes at once, then taken in through the same door as uploads."""

import multiprocessing
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO

from news.demo.pictures import draw, portrait

QUALITY = 88  # of the JPEG; paper grain goes to mush below, the file doubles above
PORTRAIT = "portrait-"

Drawing = Callable[[Iterable[str]], dict[str, bytes]]


def portrait_name(seed: int) -> str:
    """The name under which a portrait is asked for."""
    return f"{PORTRAIT}{seed}"


def draw_all(names: Iterable[str]) -> dict[str, bytes]:
    """JPEG files by picture name. Fresh processes: a forked one would share our database connection."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        return dict(zip(wanted, pool.map(draw_one, wanted), strict=True))


def draw_one(name: str) -> bytes:
    """One picture as a JPEG file. Raises KeyError for a name that nobody can draw."""
    picture = portrait(int(name.removeprefix(PORTRAIT))) if name.startswith(PORTRAIT) else draw(name)
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
