"""The paper's emblem and its icons: a folded sheet with the letters TS on press red.

`static/icons/icon.svg` is the same drawing on the same grid of 64, written by hand.
"""

from PIL import Image, ImageDraw

from .geometry import Point, Points, arc
from .ink import RED

GRID = 64
OVERSIZE = 4  # drawn at this multiple and reduced
SHEET_WHITE, FOLD, FOLD_SHADOW = "#fdf8ec", "#e3cfae", "#8c0e18"

SHEET: Points = [(12, 11), (43, 11), (54, 22), (54, 53), (12, 53)]
CORNER: Points = [(43, 11), (54, 22), (43, 22)]
LETTER_T: Points = [(16.5, 27), (34, 27), (34, 32.6), (28.2, 32.6), (28.2, 48), (22.3, 48), (22.3, 32.6), (16.5, 32.6)]
S_TOP, S_FOOT = (41.9, 33.4), (41.9, 41.6)  # centres of the two bows of the S
S_RADIUS, S_PEN = 4.1, 5.0


def paper_mark(size: int) -> Image.Image:
    """The emblem that fills its square, RGB. Below 48 pixels the sheet goes and the letters grow."""
    return _drawn(size, small=size < 48).convert("RGB")


def rounded_mark(size: int) -> Image.Image:
    """The emblem with round corners on a transparent ground, RGBA."""
    mark = _drawn(size, small=size < 48)
    mask = Image.new("L", (size * OVERSIZE, size * OVERSIZE))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), mask.width * 14 // GRID, fill=255)
    mark.putalpha(mask.reduce(OVERSIZE))
    return mark


def maskable_mark(size: int) -> Image.Image:
    """The emblem drawn smaller, so that its sheet lies in the circle (80 % of the side) that every launcher keeps."""
    mark = Image.new("RGB", (size, size), RED)
    inner = round(size * 0.74)
    mark.paste(paper_mark(inner), ((size - inner) // 2, (size - inner) // 2))
    return mark


def _drawn(size: int, small: bool) -> Image.Image:
    image = Image.new("RGBA", (size * OVERSIZE, size * OVERSIZE), RED)
    pen = ImageDraw.Draw(image)
    unit = size * OVERSIZE / GRID

    def fill(points: Points, ink: str, about: Point = (33, 37.5), grow: float = 1.0, to: Point = (33, 37.5)) -> None:
        pen.polygon(
            [((to[0] + (x - about[0]) * grow) * unit, (to[1] + (y - about[1]) * grow) * unit) for x, y in points],
            fill=ink,
        )

    if small:
        for letter in (LETTER_T, letter_s()):
            fill(letter, SHEET_WHITE, about=(32.5, 37.5), grow=1.6, to=(32, 32))
        return image.reduce(OVERSIZE)
    fill([(x + 2.5, y + 2.5) for x, y in SHEET], FOLD_SHADOW)
    fill(SHEET, SHEET_WHITE)
    fill(CORNER, FOLD)
    for letter in (LETTER_T, letter_s()):
        fill(letter, RED)
    fill([(16.5, 16), (38, 16), (38, 18.6), (16.5, 18.6)], RED)
    fill([(16.5, 21), (38, 21), (38, 22.4), (16.5, 22.4)], RED)
    return image.reduce(OVERSIZE)


def letter_s() -> Points:
    """An S of two bows drawn with a broad pen: out along one edge, back along the other."""
    out, inside = S_RADIUS + S_PEN / 2, S_RADIUS - S_PEN / 2
    upper = [*arc(*S_TOP, out, None, -25, -180), *arc(*S_TOP, out, None, 180, 90)]
    lower = [*arc(*S_FOOT, inside, None, -90, 0), *arc(*S_FOOT, inside, None, 0, 155)]
    back = [*arc(*S_FOOT, out, None, 155, 0), *arc(*S_FOOT, out, None, 0, -90)]
    rest = [*arc(*S_TOP, inside, None, 90, 180), *arc(*S_TOP, inside, None, 180, 335)]
    return [*upper, *lower, *back, *rest]
