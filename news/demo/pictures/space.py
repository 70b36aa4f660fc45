"""The night sky, from below and from orbit."""

from math import cos, pi, sin

from .geometry import Points, arc, down_to, ellipse, placed, rect, smooth, turned
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .landscape import hills


def stars(sheet: Sheet, count: int, bottom: float, ink: str = "#f4ecd2") -> None:
    """Stars of three sizes above a height, many small and few large."""
    for _ in range(count):
        r = 1.1 + 2.6 * sheet.random.random() ** 6
        sheet.dot(sheet.random.uniform(0, WIDTH), sheet.random.uniform(0, bottom), r, ink)


def night_sky_milky_way(sheet: Sheet) -> None:
    """The Milky Way over hills, a telescope and a tent."""
    sheet.fade([(0, "#0b1430"), (420, "#20366b"), (760, "#5d6f9c"), (860, "#d9a877")])
    _milky_way(sheet)
    stars(sheet, 620, 800)
    sheet.line([(330, 130), (520, 206)], "#f4ecd2", 3)
    sheet.line([(250, 98), (330, 130)], "#9fb0d8", 2)
    for y, height, ink in ((740, 130, "#34456f"), (810, 100, "#1d2a4c"), (890, 60, "#0d1630")):
        area = hills(sheet, y, height, ink, 0.52)
        sheet.shade(area, mixed(ink, "#d9a877", 0.5), (800, y + 150), (800, y - 50), 0.5)
    sheet.shape(
        down_to(smooth([(-20, 950), (400, 900), (640, 872), (900, 880), (1240, 930), (1620, 940)]), HEIGHT), "#070d20"
    )
    _camp(sheet, 560, 884)


def _milky_way(sheet: Sheet) -> None:
    """A slanting band of light, clumped and split by a dark lane, printed as stipple."""
    axis = ((1330.0, -60.0), (560.0, 800.0))
    for step in range(70):
        share = step / 70
        x, y = (axis[0][i] + (axis[1][i] - axis[0][i]) * share for i in (0, 1))
        spread = 120 + 60 * sin(share * 7)
        px, py = x + sheet.random.gauss(0, spread * 0.5), y + sheet.random.gauss(0, spread * 0.3)
        ink = sheet.random.choice(("#8fa6dc", "#f0d9b8", "#c7cdea", "#7f8fd0"))
        sheet.glow(px, py, sheet.random.uniform(60, 190), ink, 0.4, grain=step % 2 == 0)
    for step in range(34):
        share = step / 34
        x = axis[0][0] + (axis[1][0] - axis[0][0]) * share + 46 * sin(share * 9)
        y = axis[0][1] + (axis[1][1] - axis[0][1]) * share
        sheet.glow(x, y, sheet.random.uniform(40, 95), "#14224c", 0.75)
    for _ in range(900):
        share = sheet.random.random()
        x = axis[0][0] + (axis[1][0] - axis[0][0]) * share + sheet.random.gauss(0, 120)
        y = axis[0][1] + (axis[1][1] - axis[0][1]) * share + sheet.random.gauss(0, 70)
        sheet.dot(x, y, sheet.random.uniform(0.8, 2.2), "#f8f1dc")


def _camp(sheet: Sheet, x: float, y: float) -> None:
    """Somebody at a telescope beside a lit tent."""
    sheet.glow(x + 190, y - 20, 190, "#f0a05a", 0.55)
    sheet.shape([(x + 90, y + 14), (x + 190, y - 96), (x + 310, y + 10)], RED)
    sheet.shape([(x + 190, y - 96), (x + 310, y + 10), (x + 226, y + 13)], "#6d0f1c")
    sheet.shape([(x + 150, y + 14), (x + 190, y - 80), (x + 196, y + 14)], "#f6c87a")
    ink = "#070d20"
    for foot in (-56, -20, 10):
        sheet.line([(x - 24, y - 76), (x + foot, y + 8)], ink, 6)
    sheet.line([(x - 66, y - 58), (x + 40, y - 136)], ink, 20)
    sheet.shape(
        smooth(
            [
                (x - 122, y + 10),
                (x - 120, y - 56),
                (x - 98, y - 92),
                (x - 74, y - 80),
                (x - 70, y - 30),
                (x - 80, y + 10),
            ]
        ),
        ink,
    )
    sheet.dot(x - 84, y - 104, 19, ink)


def satellite_orbit(sheet: Sheet) -> None:
    """A satellite that scans a strip of the earth."""
    sheet.fade([(0, "#070b1c"), (1000, "#101d3f")])
    stars(sheet, 300, HEIGHT)
    cx, cy, r = 620, 1560, 1010
    for width, ink in ((90, "#16305e"), (54, "#2a5b90"), (26, "#6fb0cf"), (8, "#e9f4ea")):
        sheet.dot(cx, cy, r + width, ink)
    globe = ellipse(cx, cy, r)
    sheet.shape(globe, "#1d5482")
    _continents(sheet, cx, cy, r)
    sheet.shade(globe, "#050a1a", (1500, 1300), (480, 640), 0.97)
    path = arc(cx, cy, r + 400, r + 300, 195, 345)
    sheet.dashes(path, "#e8c98a", 3, 1, 1)
    cone = [(1010, 340), (560, 640), (850, 592)]
    sheet.tint(cone, "#f4d890", 0.2)
    sheet.shade(cone, "#f4d890", (1010, 340), (690, 640), 0.6)
    sheet.line([(560, 640), (850, 592)], RED, 5)
    _satellite(sheet, 1010, 330, 1.0)


def _continents(sheet: Sheet, cx: float, cy: float, r: float) -> None:
    """Land, clouds and city lights near the limb, squeezed towards it as on a ball."""
    for angle, depth, width, height in (
        (-112, 60, 150, 44),
        (-97, 130, 190, 70),
        (-84, 74, 120, 34),
        (-126, 190, 210, 90),
        (-76, 180, 170, 80),
    ):
        x, y = cx + (r - depth) * cos(angle * pi / 180), cy + (r - depth) * sin(angle * pi / 180)
        rim = [
            (px * sheet.random.uniform(0.72, 1.15), py * sheet.random.uniform(0.7, 1.2))
            for px, py in ellipse(0, 0, width, height)[::5]
        ]
        land = turned([(x + px, y + py) for px, py in smooth(rim, closed=True, steps=5)], (x, y), angle + 90)
        sheet.shape(land, "#5f9a6a")
        sheet.shade(land, "#d9c07a", (x - width, y - height), (x + width * 0.5, y + height), 0.7)
    for angle, depth, reach in (
        (-119, 30, 7),
        (-107, 44, 9),
        (-93, 30, 6),
        (-101, 84, 8),
        (-117, 96, 6),
        (-88, 104, 7),
        (-80, 52, 5),
    ):
        for layer, ink in ((14, "#b9d0d6"), (0, "#f1f3e8")):
            band = r - depth - layer
            sheet.line(arc(cx, cy, band, band, angle - reach + layer * 0.1, angle + reach), ink, 5 + depth * 0.1)


def _satellite(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A body in gold foil between two wings of cells, tilted, with a dish towards the earth."""

    def at(points: Points) -> Points:
        return turned(placed(points, x, y, size), (x, y), -24)

    for side in (-1, 1):
        sheet.line(at([(side * 60, 0), (side * 110, 0)]), "#c9ced8", 8)
        for cell in range(3):
            left = side * (104 + cell * 88)
            wing = at(rect(min(left, left + side * 82), -58, max(left, left + side * 82), 58))
            sheet.shape(wing, "#2c4f8f")
            sheet.shade(wing, "#8fb5e0", wing[0], wing[2], 0.7)
            for row in (-29, 0, 29):
                sheet.line(at([(left, row), (left + side * 82, row)]), "#dbe4f0", 2)
            sheet.line(at([(left + side * 41, -58), (left + side * 41, 58)]), "#dbe4f0", 2)
    body = at(rect(-62, -74, 62, 74))
    sheet.shape(body, "#e0a83e")
    sheet.shade(body, "#6d3f16", body[2], body[0], 0.9)
    sheet.shape(at(rect(-62, -74, 62, -48)), "#f4e7c8")
    sheet.shape(at(rect(-62, 8, 62, 24)), RED)
    sheet.shape(at(smooth([(-58, 112), (-30, 88), (30, 88), (58, 112), (0, 122)], closed=True)), "#f4efe2")
    sheet.line(at([(0, 108), (0, 146)]), "#f4efe2", 5)
    sheet.line(at([(30, -74), (52, -128)]), "#f4efe2", 4)
    sheet.shape(ellipse(*at([(52, -130)])[0], 8), RED)
