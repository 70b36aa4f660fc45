"""Wild places: a mangrove, a dry land, a beach at night."""

from collections.abc import Callable
from math import sin

from .geometry import Points, down_to, ellipse, placed, rect, ridge, smooth, turned, wave
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .motifs import glints, leaf


def mangrove_roots(sheet: Sheet) -> None:
    """A mangrove on its stilts at high tide, an egret before it."""
    dark, green, water = "#14302f", "#3d7a58", "#8fb7a4"
    sheet.fade([(0, "#f3e2ae"), (420, "#f0cf93"), (600, "#e5b983")])
    sheet.dot(1090, 330, 104, RED)
    sheet.shade(rect(0, 300, WIDTH, 612), "#9fb48f", (800, 640), (800, 330), 0.8)
    for x in range(40, WIDTH, 130):
        _mangrove(sheet, x + sheet.random.uniform(-30, 30), 600, 210, "#8ea67f", "#8ea67f")
    for x, size in ((60, 360), (420, 320), (1330, 350), (1560, 300)):
        _mangrove(sheet, x, 620, size, "#4b7260", "#55855f")
    _mangrove(sheet, 760, 640, 560, dark, green)
    sheet.mirror(640, water, 0.15, 6)
    sheet.shade(rect(0, 640, WIDTH, HEIGHT), "#1f4a49", (800, 1020), (800, 680), 0.9)
    glints(sheet, (0, 660, WIDTH, 990), 110, "#f0d9a4", 70)
    _egret(sheet, 1200, 770, 250)
    for x, y in ((330, 870), (410, 910), (520, 866), (250, 930)):
        _seedling(sheet, x, y, 120, dark, "#6aa25c")


def _mangrove(sheet: Sheet, x: float, y: float, size: float, ink: str, crown: str) -> None:
    """A red mangrove: a trunk that stands on arching prop roots, a low wide crown; `size` is its height."""
    fork = y - size * 0.42
    for side in (-1, 1):
        for index, reach in enumerate((0.16, 0.3, 0.46, 0.62)):
            start = fork + size * (0.1 - index * 0.045)
            bend = (x + side * size * reach * 0.62, start + size * 0.06)
            sheet.line(smooth([(x, start), bend, (x + side * size * reach, y + 12)], steps=8), ink, size * 0.026)
    sheet.line(
        smooth([(x, y - size * 0.3), (x + size * 0.02, y - size * 0.55), (x - size * 0.02, y - size * 0.8)]),
        ink,
        size * 0.06,
    )
    for side in (-1, 1):
        sheet.line([(x, y - size * 0.55), (x + side * size * 0.28, y - size * 0.78)], ink, size * 0.035)
    for _ in range(40):
        px, py = x + sheet.random.gauss(0, size * 0.24), y - size * 0.85 + sheet.random.gauss(0, size * 0.075)
        tuft = ellipse(px, py, size * 0.11, size * 0.05)
        sheet.shape(tuft, crown)
        sheet.shade(
            tuft,
            mixed(crown, ink, 0.85) if ink != crown else "#7d9873",
            (px + 10, py + size * 0.07),
            (px, py - size * 0.06),
            0.9,
        )


def _egret(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A white egret that stands in shallow water."""
    white, ink = "#fbf4e2", "#1d2c2c"
    for leg in (-0.04, 0.06):
        sheet.line(placed([(leg, -0.35), (leg + 0.02, 0.04)], x, y, size), ink, size * 0.018)
    body = smooth([(-0.34, -0.28), (-0.1, -0.5), (0.12, -0.54), (0.2, -0.42), (0.08, -0.32)], closed=True)
    sheet.shape(placed(body, x, y, size), white)
    sheet.shade(placed(body, x, y, size), "#b99f7a", (x, y - size * 0.26), (x, y - size * 0.5), 0.7)
    neck = smooth([(0.14, -0.46), (0.27, -0.58), (0.13, -0.76), (0.22, -0.92)], steps=10)
    sheet.line(placed(neck, x, y, size), white, size * 0.06)
    sheet.shape(placed(ellipse(0.235, -0.925, 0.06, 0.042), x, y, size), white)
    sheet.shape(placed([(0.28, -0.955), (0.46, -0.91), (0.28, -0.9)], x, y, size), "#d98a2b")
    sheet.dot(x + size * 0.25, y - size * 0.94, 3, ink)
    sheet.ring(x, y + size * 0.03, size * 0.2, white, 2, size * 0.025)


def _seedling(sheet: Sheet, x: float, y: float, size: float, ink: str, green: str) -> None:
    sheet.line([(x, y), (x + 4, y - size * 0.7)], ink, 7)
    for angle, length in ((-150, 0.42), (-100, 0.5), (-30, 0.44)):
        sheet.shape(leaf(x + 4, y - size * 0.68, size * length, size * 0.3, angle), green)
    sheet.ring(x, y, 26, "#cfe0c8", 2, 5)


def desert_solar(sheet: Sheet) -> None:
    """Rows of panels to the horizon of a dry land."""
    blue, sand = "#1f3558", "#d98f4e"
    sheet.fade([(0, "#f7d9a0"), (330, "#f4c07c"), (480, "#eda668")])
    sheet.glow(1060, 260, 560, "#fff3cf", 0.8)
    sheet.dot(1060, 260, 112, RED)
    for y, height, ink in ((430, 60, "#d98f62"), (480, 46, "#c2744c")):
        area = down_to(ridge(sheet.random, (-20, y), (1620, y - 20), height, 0.4), HEIGHT)
        sheet.shape(area, ink)
        sheet.shade(area, "#f9d7a0", (300, y + 120), (900, y - 40), 0.6)
    for crest, ink in ((520, "#e3a462"), (560, sand)):
        sheet.shape(down_to(wave(0, WIDTH, crest, 22, 1500, crest), HEIGHT), ink)
    sheet.shade(rect(0, 560, WIDTH, HEIGHT), "#8a4526", (200, 1100), (700, 560), 0.75)
    foot, size = 560.0, 26.0
    while foot < 1150:
        _panel_row(sheet, foot, size, blue)
        foot, size = foot + size * 1.34, size * 1.34
    sheet.line([(300, 540), (300, 452)], "#5b3626", 4)
    for x in (300, 190, 96):
        sheet.line([(x, 545), (x, 452)], "#5b3626", 4)
        sheet.line([(x - 18, 464), (x + 18, 464)], "#5b3626", 3)
    sheet.line(smooth([(-10, 480), (96, 465), (142, 474), (190, 465), (245, 474), (300, 465)]), "#5b3626", 2)


def _panel_row(sheet: Sheet, y: float, size: float, blue: str) -> None:
    """One row of panels that tilt to the sun, `size` high, wider and wider apart towards us."""
    width = size * 2.4
    count = int(WIDTH / width) + 3
    for index in range(-count // 2, count // 2 + 1):
        x = 800 + index * width * 1.04 + (width * 0.3 if size > 60 else 0)
        table = [
            (x - width * 0.46, y),
            (x + width * 0.46, y),
            (x + width * 0.4, y - size * 0.62),
            (x - width * 0.4, y - size * 0.62),
        ]
        sheet.shape([(px + size * -0.5, py + size * 0.34) for px, py in table], "#7a3b22")
        for leg in (-0.3, 0.3):
            sheet.line([(x + leg * width, y - 2), (x + leg * width, y + size * 0.3)], "#3c2a2a", max(2, size * 0.035))
        sheet.shape(table, blue)
        sheet.shade(table, "#6f95c0", (x + width * 0.4, y - size * 0.7), (x - width * 0.3, y + 4), 0.75)
        for share in (0.2, 0.4, 0.6, 0.8):
            left, right = table[0][0] + width * 0.92 * share, table[3][0] + width * 0.8 * share
            sheet.line([(left, y), (right, y - size * 0.62)], "#c9d6e2", max(1, size * 0.012))
        sheet.line(
            [(x - width * 0.43, y - size * 0.31), (x + width * 0.43, y - size * 0.31)], "#c9d6e2", max(1, size * 0.012)
        )
        sheet.line([table[2], table[3]], "#f7e6c4", max(1.5, size * 0.03))


def sea_turtle(sheet: Sheet) -> None:
    """A turtle on her way from the nest, seen from above."""
    sand, navy = "#c9ab7c", "#10264a"
    sheet.fade([(0, "#8f8a86"), (300, sand), (1000, "#e2c795")])
    _surf(sheet, navy)
    sheet.shade(rect(0, 200, WIDTH, HEIGHT), "#5c4f58", (-100, 900), (760, 500), 0.8)
    sheet.stipple(rect(0, 330, WIDTH, HEIGHT), "#8b6f4c", 0.1)
    for step in range(13):
        x, y = 800 - step * 5 + 26 * sin(step * 0.7), 330 + step * 26
        for side in (-1, 1):
            sheet.shape(turned(ellipse(x + side * 106, y, 46, 8), (x, y), side * 20), "#8d7556")
        sheet.shape(ellipse(x, y, 34, 7), "#b0946a")
    _nest(sheet, 1160, 770)
    _turtle(sheet, 700, 660, 1.0)
    sheet.glow(1290, 70, 520, "#f6ecc8", 0.5, grain=True)


def _surf(sheet: Sheet, navy: str) -> None:
    """The night sea at the top of the sheet, with the moon's road and lines of foam."""
    for depth, (y, ink) in enumerate(
        ((336, "#a98d68"), (322, "#f6efdd"), (300, "#86a6b0"), (262, "#e9ead9"), (252, "#3d6a86"), (196, navy))
    ):
        line = wave(-20, 1640, y, 20, 700, depth * 0.35)
        sheet.shape([(-20, -10), *line, (1640, -10)], ink)
    sheet.fade([(0, "#0a1732"), (190, "#1c3d63")], rect(0, 0, WIDTH, 160))
    glints(sheet, (0, 10, WIDTH, 230), 70, "#4f7c9a", 70)
    glints(sheet, (1130, 6, 1450, 260), 70, "#f6ecc8", 56)


def _nest(sheet: Sheet, x: float, y: float) -> None:
    pit = ellipse(x, y, 200, 116)
    sheet.shape(ellipse(x, y - 4, 222, 134), "#d9bd8d")
    sheet.shape(pit, "#6b513d")
    sheet.shade(pit, "#2a1d1f", (x - 200, y - 60), (x + 120, y + 70), 0.95)
    for row, (count, width) in enumerate(((4, 190), (5, 240), (4, 190), (3, 120))):
        for index in range(count):
            ex = x - width / 2 + width * (index + 0.5) / count + sheet.random.uniform(-5, 5)
            ey = y - 36 + row * 28 + sheet.random.uniform(-4, 4)
            egg = ellipse(ex, ey, 26)
            sheet.shape(egg, "#fbf3e0")
            sheet.line(egg, "#5b4636", 2.5, closed=True)
            sheet.shade(egg, "#8d7a86", (ex + 22, ey + 24), (ex - 6, ey - 8), 0.9)


def _turtle(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A turtle from above on her way up the beach, moonlight from the upper right."""

    def at(points: Points) -> Points:
        return turned(placed(points, x, y, size), (x, y), 158)

    sheet.shape([(px - 26, py + 26) for px, py in at(ellipse(0, 0, 150, 196))], "#6a5a58")
    skin, shell = "#4d6a58", "#7a5a34"
    for side in (-1, 1):
        fore = smooth(
            [
                (side * 92, -120),
                (side * 190, -160),
                (side * 292, -60),
                (side * 300, 20),
                (side * 220, -50),
                (side * 116, -66),
            ],
            closed=True,
        )
        hind = smooth(
            [(side * 80, 140), (side * 140, 170), (side * 168, 240), (side * 116, 236), (side * 50, 180)], closed=True
        )
        for limb in (fore, hind):
            sheet.shape(at(limb), skin)
            sheet.shade(at(limb), "#1a2c33", at(limb)[8], at(limb)[30], 0.75)
            for px, py in limb[6:-6:7]:
                sheet.shape(ellipse(*at([(px * 0.86, py * 0.93)])[0], 7), "#86a183")
    sheet.shape(at(smooth([(-48, -170), (-56, -232), (0, -288), (56, -232), (48, -170)], closed=True)), skin)
    sheet.shape(at(smooth([(-30, -220), (0, -268), (30, -220), (0, -200)], closed=True)), "#86a183")
    for side in (-1, 1):
        sheet.shape(ellipse(*at([(side * 36, -244)])[0], 8), "#0d1424")
    carapace = at(
        smooth(
            [(0, -200), (116, -150), (152, -20), (112, 130), (0, 212), (-112, 130), (-152, -20), (-116, -150)],
            closed=True,
        )
    )
    sheet.shape(carapace, "#3a2b26")
    sheet.shape(
        at(
            smooth(
                [(0, -184), (102, -138), (134, -18), (98, 118), (0, 192), (-98, 118), (-134, -18), (-102, -138)],
                closed=True,
            )
        ),
        shell,
    )
    _scutes(sheet, at, x, y)
    sheet.shade(carapace, "#140f1c", (x - 150, y + 160), (x + 50, y - 60), 0.9)


def _scutes(sheet: Sheet, at: Callable[[Points], Points], x: float, y: float) -> None:
    """The plates of the shell: five down the middle, four at each side."""
    plates = [
        [(0, cy - 40), (44, cy - 22), (44, cy + 22), (0, cy + 40), (-44, cy + 22), (-44, cy - 22)]
        for cy in (-134, -56, 22, 100)
    ]
    for side in (-1, 1):
        for top, bottom, reach in ((-150, -86, 86), (-84, -8, 116), (-4, 66, 116), (72, 128, 82)):
            plates.append(
                [
                    (side * 54, top + 12),
                    (side * reach, top + 6),
                    (side * (reach + 6), bottom - 6),
                    (side * 54, bottom + 4),
                ]
            )
    for plate in plates:
        sheet.shape(at([(px, py) for px, py in plate]), "#b98a48")
        sheet.line(at([(px * 0.98, py) for px, py in plate]), "#3a2b26", 3, closed=True)
    for plate in plates[:4]:
        centre = plate[0][1] + 40
        sheet.shape(at(ellipse(0, centre, 17, 20)), "#e0bb72")
