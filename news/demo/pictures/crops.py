"""What the country grows and sells: coffee and rice, with the shape of their prices and sales."""

from math import atan2, cos, degrees, radians, sin

from .geometry import Points, ellipse, placed, rect, smooth, turned
from .ink import INK, PAPER, RED, Sheet, ball
from .motifs import axes, leaf


def coffee_price_chart(sheet: Sheet) -> None:
    """A price that jumps, over roasted beans and a branch of cherries."""
    brown, dark = "#7a4a2a", "#2c1712"
    sheet.fade([(0, "#f4e6cb"), (1000, "#ead2a6")])
    frame = (170, 150, 1440, 800)
    axes(sheet, frame, 12, 5, dark, "#d9c19a")
    walk, level = [], 0.2
    for step in range(61):
        trend = 0.16 + 0.55 * (step / 60) ** 1.5 + 0.12 * sin(step / 6.2) + (0.14 if 38 < step < 47 else 0)
        level += (trend - level) * 0.4 + sheet.random.uniform(-0.035, 0.035)
        walk.append((170 + 1270 * step / 60, 800 - 650 * level))
    area = [*walk, (1440, 798), (170, 798)]
    sheet.shape(area, "#d9a86a")
    sheet.shade(area, brown, (800, 860), (800, 330), 0.95)
    sheet.line(walk, RED, 9)
    for index in (0, 41, 60):
        sheet.dot(*walk[index], 17, PAPER)
        sheet.ring(*walk[index], 17, RED, 7)
    places = [(sheet.random.uniform(-30, 900), sheet.random.uniform(850, 1010)) for _ in range(46)]
    for x, y in sorted(places, key=lambda place: place[1]):
        if y > 850 + x * 0.12:
            _bean(sheet, x, y, sheet.random.uniform(52, 70), sheet.random.uniform(0, 180))
    for x, y, angle in ((1010, 945, 20), (1150, 900, 120), (1230, 962, 70), (1390, 925, 160)):
        _bean(sheet, x, y, 62, angle)
    _sprig(sheet, 330, 200)


def _sprig(sheet: Sheet, x: float, y: float) -> None:
    """A branch of the coffee tree with ripe cherries."""
    twig = smooth([(x, y), (x + 150, y + 40), (x + 300, y + 130), (x + 420, y + 250)], steps=12)
    sheet.line(twig, "#4d3420", 11)
    for index, angle in ((3, -70), (6, 80), (14, -50), (17, 110), (26, -30), (29, 130), (36, 50)):
        blade = leaf(*twig[index], 170, 84, angle)
        sheet.shape(blade, "#5f7a3d")
        sheet.shade(blade, "#22352a", twig[index], blade[10], 0.85)
        sheet.line([twig[index], blade[18]], "#8fa560", 2.5)
    for index in (8, 19, 30):
        for px, py in ((-30, 4), (24, -18), (8, 32), (-10, -30)):
            ball(sheet, twig[index][0] + px, twig[index][1] + py, 25, RED, "#4a0810", "#f2b09a")


def _bean(sheet: Sheet, x: float, y: float, length: float, angle: float) -> None:
    """A roasted coffee bean with its S-shaped crease."""
    body = ellipse(x, y, length, length * 0.66, angle)
    sheet.shape([(px + 6, py + 9) for px, py in body], "#b58a58")
    sheet.shape(body, "#6b3c22")
    sheet.shade(body, "#22100d", (x + length * 0.8, y + length * 0.8), (x - length * 0.4, y - length * 0.4), 0.95)
    crease = smooth(
        [(-length * 0.9, 0), (-length * 0.4, length * 0.16), (length * 0.4, -length * 0.16), (length * 0.9, 0)], steps=8
    )
    sheet.line(turned(placed(crease, x, y), (x, y), angle), "#1c0d0b", length * 0.1)
    sheet.line(turned(placed(crease[6:-6], x - 3, y - 5), (x, y), angle), "#a3683e", 2.5)


def rice_export_chart(sheet: Sheet) -> None:
    """Bars that grow behind ripe ears of rice."""
    sheet.fade([(0, "#f5ecd0"), (1000, "#ecd9a2")])
    frame = (180, 170, 1420, 860)
    axes(sheet, frame, 10, 5, grid="#dccb9c")
    for index in range(10):
        level = 0.3 + 0.058 * index + 0.06 * sin(index * 1.9)
        x, y = 180 + 124 * (index + 0.5), 860 - 690 * level
        ink = RED if index == 9 else ("#86a050" if index % 2 else "#6f8f47")
        column = rect(x - 40, y, x + 40, 857)
        sheet.shape(column, ink)
        sheet.shade(column, "#2b4228" if ink != RED else "#4f0a14", (x + 60, 880), (x - 30, y + 40), 0.85)
        sheet.line([(x - 40, y), (x + 40, y)], INK, 4)
    for path in (
        ((1130, 1040), (1010, 620), (860, 390), (660, 330), (520, 440)),
        ((1200, 1040), (1150, 560), (1020, 270), (800, 150), (640, 210)),
        ((1060, 1040), (880, 760), (680, 610), (480, 580), (370, 700)),
        ((1260, 1040), (1290, 640), (1240, 330), (1090, 200), (1000, 230)),
    ):
        stem = smooth(path, steps=12)
        sheet.line(stem, "#7a6a22", 7)
        _ear(sheet, stem)
    for x, angle, length in ((1100, -118, 640), (1180, -76, 560), (1240, -52, 460), (1020, -140, 420)):
        blade = leaf(x, 1040, length, 66, angle)
        sheet.shape(blade, "#4f7a3c")
        sheet.shade(blade, "#1f3d28", (x, 1040), blade[14], 0.85)


def _ear(sheet: Sheet, stem: Points) -> None:
    """Ripe grains in pairs along the last half of a stem, pointing on."""
    for index in range(len(stem) // 2, len(stem) - 1):
        (x, y), (nx, ny) = stem[index], stem[index + 1]
        ahead = degrees(atan2(ny - y, nx - x))
        for side in (-1, 1):
            tilt = radians(ahead + side * sheet.random.uniform(18, 46))
            gx, gy = x + 30 * cos(tilt), y + 30 * sin(tilt) + 6
            grain = ellipse(gx, gy, 30, 11.5, degrees(tilt))
            sheet.shape(grain, "#ecc14a")
            sheet.shade(grain, "#8a4f1c", (gx + 14, gy + 20), (gx - 8, gy - 10), 0.9)
            sheet.line(grain, "#9a6a22", 1.5, closed=True)
