"""The tiled roofs of an old quarter."""

from collections.abc import Sequence

from .geometry import Point, along, arc, ellipse, rect, smooth
from .ink import RED, Sheet, mixed


def old_quarter_roofs(sheet: Sheet) -> None:
    """Roof behind tiled roof, and somebody’s washing."""
    sheet.fade([(0, "#f6d9a6"), (420, "#edb27c")])
    sheet.dot(1120, 170, 96, "#fbeecb")
    for x, y, w in ((300, 330, 360), (660, 300, 320), (1010, 320, 330), (1380, 300, 420), (40, 350, 300)):
        _house(sheet, x, y, w, "#c58a68", "#d9a782", 0.55)
    _tree(sheet, 210, 420, 150)
    for x, y, w in ((520, 470, 400), (900, 440, 380), (1310, 460, 460), (120, 500, 420)):
        _house(sheet, x, y, w, "#b1623f", "#e8bd8c", 0.75)
    _tree(sheet, 1500, 560, 190)
    for x, y, w in ((330, 660, 560), (820, 620, 420), (1230, 660, 500)):
        _house(sheet, x, y, w, "#9c4a2c", "#f0cc96", 0.9)
    for x, y, w in ((60, 850, 560), (640, 840, 580), (1180, 870, 640)):
        _house(sheet, x, y, w, "#7d3422", "#e2b27c", 1.0)
    _washing(sheet, (560, 700), (1010, 690))


def _house(sheet: Sheet, x: float, y: float, width: float, tile: str, wall: str, near: float) -> None:
    """A tube house seen over its tiled roof: ridge around x, eaves on y; `near` 0 to 1 deepens shade and detail."""
    height, shadow = width * 0.34, mixed(tile, "#341a1c", 0.75)
    left, right = x - width / 2, x + width / 2
    front = rect(left + width * 0.05, y - 10, right - width * 0.05, y + height * 1.5)
    sheet.shape(front, wall)
    sheet.shade(front, shadow, (x, y - 20), (x, y + height * 0.7), 0.95)
    for share in (0.2, 0.5, 0.8):
        wx = left + width * share
        lit = sheet.random.random() < 0.3
        sheet.box(
            wx - width * 0.05, y + height * 0.32, wx + width * 0.05, y + height * 0.78, "#f9d77e" if lit else "#4d6a63"
        )
        sheet.line([(wx, y + height * 0.32), (wx, y + height * 0.78)], shadow, 2.5)
    slope = [(left - 14, y), (left + width * 0.1, y - height), (right - width * 0.1, y - height), (right + 14, y)]
    sheet.shape(slope, tile)
    _tiles(sheet, slope, tile, shadow, near)
    sheet.shade(slope, shadow, (right + 60, y + 20), (x - width * 0.15, y - height), 0.75)
    ridge = smooth(
        [
            (left + width * 0.07, y - height - 8),
            (x - width * 0.2, y - height),
            (x + width * 0.2, y - height),
            (right - width * 0.07, y - height - 8),
        ]
    )
    sheet.line(ridge, shadow, 5 + 7 * near)
    sheet.line([slope[0], slope[3]], shadow, 4 + 5 * near)


def _tiles(sheet: Sheet, slope: Sequence[Point], tile: str, shadow: str, near: float) -> None:
    """Rows of scalloped tiles from ridge to eaves."""
    rows, columns = int(7 + 3 * near), int((slope[3][0] - slope[0][0]) / 26)
    for row in range(1, rows + 1):
        start, end = along(slope[1], slope[0], row / rows), along(slope[2], slope[3], row / rows)
        pitch = (end[0] - start[0]) / columns
        for column in range(columns - row % 2):
            x = start[0] + pitch * (column + (0.5 if row % 2 else 0.0))
            ink = mixed(tile, sheet.random.choice((shadow, "#f2b98a", tile, tile)), 0.35)
            sheet.shape(arc(x + pitch / 2, start[1] - 5, pitch / 2, 11, 0, 180), ink)
            sheet.line(arc(x + pitch / 2, start[1] - 5, pitch / 2, 11, 10, 170), shadow, 1.6)


def _tree(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A round crown that stands up between the houses."""
    for _ in range(34):
        px, py = x + sheet.random.gauss(0, size * 0.42), y - size * 0.2 + sheet.random.gauss(0, size * 0.3)
        tuft = ellipse(px, py, size * 0.24, size * 0.17)
        sheet.shape(tuft, "#54684a")
        sheet.shade(tuft, "#23352d", (px + size * 0.1, py + size * 0.2), (px - size * 0.05, py - size * 0.14), 0.9)


def _washing(sheet: Sheet, left: Point, right: Point) -> None:
    """A clothes line between two roofs."""
    for end in (left, right):
        sheet.line([end, (end[0], end[1] - 110)], "#3a1d18", 6)
    middle = ((left[0] + right[0]) / 2, left[1] - 80)
    rope = smooth([(left[0], left[1] - 104), middle, (right[0], right[1] - 104)], steps=14)
    sheet.line(rope, "#3a1d18", 2.5)
    for index, ink in zip((4, 9, 14, 19, 23), (RED, "#f6ead0", "#4d6a63", "#f6ead0", "#e0a24a"), strict=True):
        x, y = rope[index]
        sheet.shape([(x - 26, y), (x + 26, y), (x + 23, y + 66), (x - 21, y + 60)], ink)
        sheet.shade(
            [(x - 26, y), (x + 26, y), (x + 23, y + 66), (x - 21, y + 60)],
            "#3a1d18",
            (x + 40, y + 70),
            (x - 10, y),
            0.6,
        )
