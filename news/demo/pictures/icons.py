"""The files in `static/icons`, drawn again: `python -m news.demo.pictures.icons static/icons`."""

import sys
from pathlib import Path

from .marks import maskable_mark, paper_mark, rounded_mark


def write_icons(folder: Path) -> None:
    """Every icon file but `icon.svg`, which is written by hand, into an existing folder."""
    sizes = [paper_mark(size) for size in (48, 32, 16)]
    sizes[0].save(folder / "favicon.ico", sizes=[mark.size for mark in sizes], append_images=sizes[1:])
    rounded_mark(192).save(folder / "icon-192.png", optimize=True)
    rounded_mark(512).save(folder / "icon-512.png", optimize=True)
    maskable_mark(512).save(folder / "maskable-512.png", optimize=True)
    paper_mark(180).save(folder / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))
