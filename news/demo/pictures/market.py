"""A market stall: fruit in baskets under a striped cloth."""

from math import sin

from .geometry import Points, along, arc, ellipse, placed, rect, smooth, turned
from .ink import RED, WIDTH, Sheet, ball, mixed
from .motifs import hat, leaf


def market_stall(sheet: Sheet) -> None:
    """A seller with her balance behind baskets of fruit."""
    sheet.fade([(0, "#f3d9a4"), (1000, "#e8b878")])
    back = "#6d4a4a"
    sheet.shape(rect(0, 240, WIDTH, 620), back)
    sheet.shade(rect(0, 240, WIDTH, 620), "#d98f5a", (800, 640), (800, 250), 0.75)
    for x in (90, 560, 1040, 1510):
        sheet.line([(x, 120), (x, 660)], "#3b2630", 16)
    for x in (220, 350, 480, 1150, 1280, 1410):
        sheet.line([(x, 250), (x, 330)], "#3b2630", 3)
        _bananas(sheet, x, 330)
    _seller(sheet, 800, 690)
    _awning(sheet)
    for x, y, w, kind in (
        (170, 700, 330, "mango"),
        (530, 720, 330, "pomelo"),
        (1080, 720, 330, "dragon"),
        (1440, 700, 330, "orange"),
    ):
        _basket(sheet, x, y, w, kind)
    for x, y, w, kind in ((330, 900, 420, "dragon"), (800, 915, 430, "mango"), (1280, 900, 420, "leafy")):
        _basket(sheet, x, y, w, kind)


def _awning(sheet: Sheet) -> None:
    """Striped cloth with a scalloped hem, lit from the left."""
    for index in range(16):
        left, right = index * 104 - 40, index * 104 + 64
        top_left, top_right = 800 + (left - 800) * 0.86, 800 + (right - 800) * 0.86
        ink = RED if index % 2 else "#f6ead0"
        sheet.shape([(top_left, 30), (top_right, 30), (right, 216), (left, 216)], ink)
        sheet.shape(arc((left + right) / 2, 214, 52, 44, 0, 180), ink)
    cloth = rect(-60, 30, 1660, 262)
    sheet.shade(cloth, "#4a1a2a", (900, 290), (800, 110), 0.6)
    sheet.line([(-20, 30), (1620, 30)], "#3b2630", 14)


def _seller(sheet: Sheet, x: float, y: float) -> None:
    """A woman behind the baskets, a balance in her hand."""
    blouse = smooth([(-120, 0), (-112, -150), (-64, -214), (64, -214), (112, -150), (120, 0)], steps=8)
    sheet.shape(placed(blouse, x, y), "#4f6f78")
    sheet.shade(placed(blouse, x, y), "#1f2f3c", (x + 140, y), (x - 40, y - 160), 0.85)
    sheet.line([(x + 96, y - 170), (x + 168, y - 100), (x + 190, y - 190)], "#4f6f78", 44)
    sheet.dot(x + 192, y - 204, 23, "#c98a5e")
    sheet.shape(placed([(-24, -210), (24, -210), (20, -250), (-20, -250)], x, y), "#b5764e")
    sheet.shape(ellipse(x, y - 282, 52, 60), "#c98a5e")
    sheet.shade(ellipse(x, y - 282, 52, 60), "#6b3a30", (x + 60, y - 260), (x - 30, y - 290), 0.85)
    hat(sheet, x, y - 296, 280, "#f3dfae", "#d2ad70")
    sheet.line([(x + 192, y - 220), (x + 192, y - 260)], "#2b1d24", 3)
    sheet.line([(x + 92, y - 252), (x + 300, y - 268)], "#2b1d24", 6)
    for px, py in ((x + 104, y - 253), (x + 290, y - 267)):
        sheet.line([(px - 40, py + 104), (px, py), (px + 40, py + 104)], "#2b1d24", 2)
        sheet.shape(arc(px, py + 104, 44, 22, 0, 180), "#c9973e")


def _bananas(sheet: Sheet, x: float, y: float) -> None:
    for tier in (0, 38):
        for angle in (64, 80, 100, 116):
            finger = turned(smooth([(0, 0), (34, 12), (74, 6), (78, -4), (40, -10)], closed=True), (0, 0), angle)
            sheet.shape(placed(finger, x, y + tier), "#e8b93c" if angle != 100 else "#d19a2c")
    sheet.line([(x, y - 8), (x, y + 50)], "#6b5a24", 8)


def _basket(sheet: Sheet, x: float, y: float, width: float, kind: str) -> None:
    """A round bamboo basket heaped with one fruit, its rim on y."""
    inks = {
        "mango": ("#eab23a", "#a8571f"),
        "pomelo": ("#a9bb55", "#4d6b2c"),
        "dragon": ("#cf2f5f", "#6d1238"),
        "orange": ("#ec8b2e", "#9c4318"),
    }
    r = width * 0.115
    for row, count in enumerate((3, 4, 5)):
        for index in range(count):
            px = x + (index - (count - 1) / 2) * r * 1.62 + sheet.random.uniform(-4, 4)
            py = y - r * (2.35 - row * 1.05) + sheet.random.uniform(-3, 3)
            if kind == "leafy":
                for angle in (-150, -120, -90, -60, -30):
                    green = leaf(px, py + r * 0.8, r * 2.1, r * 0.9, angle)
                    sheet.shape(green, mixed("#6f9c48", "#35602f", sheet.random.random()))
                continue
            ball(sheet, px, py, r, *inks[kind], mixed(inks[kind][0], "#fff4d6", 0.6))
            if kind == "dragon":
                for angle in (-150, -100, -60, -10):
                    sheet.shape(leaf(px + r * 0.5 * sin(angle), py - r * 0.3, r * 0.9, r * 0.3, angle), "#7fa04a")
    _weave(sheet, x, y, width)


def _weave(sheet: Sheet, x: float, y: float, width: float) -> None:
    bowl: Points = [
        (x - width / 2, y),
        (x + width / 2, y),
        (x + width * 0.38, y + width * 0.27),
        (x - width * 0.38, y + width * 0.27),
    ]
    sheet.shape(bowl, "#c08a4c")
    for row in range(5):
        for column in range(13):
            if (row + column) % 2:
                left = along(bowl[0], bowl[3], row / 5)[0] + 4
                step = (along(bowl[1], bowl[2], row / 5)[0] - left) / 13
                top = y + width * 0.054 * row + 4
                sheet.box(left + step * column, top, left + step * (column + 1), top + width * 0.042, "#8f5d30", 3)
    sheet.shade(bowl, "#3d2024", (x + width * 0.55, y + width * 0.3), (x - width * 0.2, y), 0.85)
    sheet.line([(x - width / 2, y), (x + width / 2, y)], "#e0b06a", width * 0.04)
