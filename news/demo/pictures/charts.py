"""Charts as illustrations. They show the shape of an idea and carry no figures that a reader could quote."""

from math import cos, radians, sin

from .geometry import along, arc, ellipse, placed, rect, smooth
from .ink import INK, PAPER, RED, Sheet, mixed
from .motifs import axes, leaf

# An invented tariff in round numbers: up to so many kWh a month, a unit costs so many dong.
TIERS = ((100, 2000), (200, 2500), (400, 3200), (500, 3800))


def electricity_tiers_chart(sheet: Sheet) -> None:
    """A tariff that climbs by steps, under a lamp."""
    sheet.fade([(0, "#f6e6bd"), (1000, "#efd9a6")])
    left, top, right, bottom = frame = (210, 150, 1270, 830)
    axes(sheet, frame, 5, 5, grid="#dcc48c")
    for column in range(6):
        sheet.text((left + (right - left) * column / 5, bottom + 44), str(column * 100), INK, 30)
    _pylon(sheet, 1430, 830, 650)
    x0, stairs = float(left), []
    for (limit, price), ink in zip(TIERS, ("#f0c04a", "#e89a3c", "#d8683a", RED), strict=True):
        x1, y = left + (right - left) * limit / 500, bottom - (bottom - top) * price / 5000
        column_area = rect(x0 + 4, y, x1 - 4, bottom - 3)
        sheet.shape(column_area, ink)
        sheet.shade(column_area, mixed(ink, "#4a1420", 0.75), (x1, bottom + 40), (x0, y + 60), 0.75)
        stairs += [(x0, y), (x1, y)]
        x0 = x1
    sheet.line(stairs, INK, 7)
    sheet.line([(400, -10), (400, 150)], INK, 6)
    _bulb(sheet, 400, 250, 112)


def _bulb(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A lamp that hangs, lit."""
    sheet.glow(x, y + 20, r * 3.2, "#fffdf0", 0.9, grain=True)
    for angle in range(0, 360, 30):
        if angle != 270:
            c, s = cos(radians(angle)), sin(radians(angle))
            sheet.line(
                [(x + r * 1.3 * c, y + r * (0.35 + 1.3 * s)), (x + r * 1.5 * c, y + r * (0.35 + 1.5 * s))], "#d98a2b", 6
            )
    neck = [(x - r * 0.42, y - r * 0.7), (x + r * 0.42, y - r * 0.7)]
    glass = smooth([*neck, *arc(x, y + r * 0.35, r, None, -38, 218)], closed=True, steps=4)
    sheet.shape(glass, "#fff8da")
    sheet.shade(glass, "#e29a2c", (x + r * 1.1, y + r * 1.3), (x - r * 0.1, y + r * 0.1), 0.9)
    sheet.line(glass, INK, 5, closed=True)
    sheet.line(arc(x, y + r * 0.35, r * 0.76, None, 160, 215), "#f2cf7c", 8)
    coil = [(x + r * 0.4 * (step / 8 - 1), y + r * (0.45 + 0.14 * (-1) ** step)) for step in range(17)]
    sheet.line([(x - r * 0.16, y - r * 0.6), coil[0]], INK, 3)
    sheet.line([(x + r * 0.16, y - r * 0.6), coil[-1]], INK, 3)
    sheet.line(coil, RED, 6)
    sheet.box(x - r * 0.42, y - r * 1.02, x + r * 0.42, y - r * 0.56, INK, 10)
    for level in (0.9, 0.76):
        sheet.line([(x - r * 0.4, y - r * level), (x + r * 0.4, y - r * (level - 0.04))], "#8a8f98", 4)


def _pylon(sheet: Sheet, x: float, foot: float, height: float) -> None:
    """A lattice tower for the power line."""

    def half(level: float) -> float:
        return height * (0.13 - 0.11 * level)

    for side in (-1, 1):
        sheet.line([(x + side * half(0), foot), (x + side * half(1), foot - height)], INK, 7)
    for step in range(9):
        low, high = step / 9, (step + 1) / 9
        y0, y1 = foot - height * low, foot - height * high
        sheet.line([(x - half(low), y0), (x + half(high), y1)], INK, 3)
        sheet.line([(x + half(low), y0), (x - half(high), y1)], INK, 3)
        sheet.line([(x - half(high), y1), (x + half(high), y1)], INK, 3)
    for level, reach in ((0.72, 0.17), (0.84, 0.14), (0.96, 0.1)):
        y = foot - height * level
        sheet.line([(x - height * reach, y + 14), (x, y - 8), (x + height * reach, y + 14)], INK, 6)
        for side in (-1, 1):
            sheet.line([(x + side * height * reach, y + 14), (x + side * height * reach, y + 44)], RED, 7)
        end = x + height * reach
        sheet.line(smooth([(end, y + 44), (end + 110, y + 76), (end + 640, y + 40)]), INK, 3)


def savings_curve(sheet: Sheet) -> None:
    """Interest on interest against simple interest, over thirty years of coins."""
    sheet.fade([(0, "#e3ead6"), (1000, "#cfdcc0")])
    green, gold = "#2f5f4a", "#e0ab3c"
    left, top, right, bottom = frame = (190, 150, 1430, 830)
    axes(sheet, frame, 6, 5, "#1c3530", "#b9cbb0")
    for column in range(7):
        sheet.text((left + (right - left) * column / 6, bottom + 46), str(column * 5), "#1c3530", 32)
    growth = [1.06 ** (step / 2) for step in range(61)]  # 6 % a year for 30 years, interest on interest
    scale = (bottom - top) / 6.4
    curve = [(left + (right - left) * step / 60, bottom - scale * value) for step, value in enumerate(growth)]
    first, last = (left, bottom - scale), (right, bottom - scale * 2.8)
    gain = [*curve, last, first]
    sheet.shape(gain, "#a8c49a")
    sheet.shade(gain, green, (1430, 300), (560, 760), 0.9)
    for step in range(6, 61, 9):
        x, y = curve[step]
        _coins(sheet, x, bottom, max(1, round((bottom - y) / 25.5)), gold)
    sheet.dashes([along(first, last, step / 40) for step in range(41)], "#1c3530", 5, 1, 1)
    sheet.line(curve, RED, 10)
    x, y = curve[-1]
    sheet.line(smooth([(x, y), (x + 6, y - 60), (x - 4, y - 104)]), green, 10)
    for angle, length in ((-150, 130), (-28, 112), (-92, 84)):
        blade = leaf(x - 2, y - 92, length, length * 0.62, angle)
        sheet.shape(blade, "#5f9a54")
        sheet.shade(blade, green, (x, y - 80), blade[10], 0.85)


def _coins(sheet: Sheet, x: float, foot: float, count: int, gold: str) -> None:
    """A pile of coins that stands on the axis."""
    for index in range(count):
        y, lean = foot - 14 - index * 25, 4 * sin(index * 2.1 + x)
        edge = [*arc(x + lean, y, 50, 13, 0, 180), *arc(x + lean, y - 22, 50, 13, 180, 360)]
        sheet.shape(edge, mixed(gold, "#7a4a16", 0.35))
        sheet.shade(edge, "#5b3212", (x + 60, y), (x - 20, y), 0.85)
        sheet.shape(ellipse(x + lean, y - 22, 50, 13), mixed(gold, "#fff2c0", 0.35 if index == count - 1 else 0.1))
        sheet.line(arc(x + lean, y - 22, 50, 13, 0, 360), "#7a4a16", 2)
        if index == count - 1:
            sheet.ring(x + lean, y - 22, 34, "#b07a24", 2.5, 8)


def blood_drive(sheet: Sheet) -> None:
    """A drop of blood beside tubes that fill."""
    sheet.fade([(0, "#f7e9d8"), (1000, "#f0d5bf")])
    frame = (640, 190, 1440, 850)
    axes(sheet, frame, 8, 5, "#4a1a20", "#e2c4ae")
    tops = []
    for index in range(8):
        x, y = 640 + 100 * (index + 0.5), 850 - 660 * (0.2 + 0.085 * index + 0.04 * sin(index * 2.4))
        tube = [(x - 28, y), (x + 28, y), (x + 28, 820), *arc(x, 820, 28, 26, 0, 180), (x - 28, 820)]
        ink = mixed("#e3877a", RED, index / 7)
        sheet.shape(tube, ink)
        sheet.shade(tube, "#5a0812", (x + 36, 860), (x - 24, y + 30), 0.85)
        sheet.line([(x - 15, y + 22), (x - 15, 790)], mixed(ink, "#fff2e6", 0.55), 5)
        tops.append((x, y - 46))
    sheet.line(tops, "#4a1a20", 4)
    for x, y in tops:
        _drop(sheet, x, y + 2, 20)
    sheet.ring(380, 520, 330, "#e8b9a4", 3)
    sheet.ring(380, 520, 372, "#e8b9a4", 2)
    _drop(sheet, 380, 560, 228)
    sheet.line([(380, 470), (380, 730)], "#f9ecdd", 50)
    sheet.line([(250, 600), (510, 600)], "#f9ecdd", 50)
    for x, y, r in ((150, 250, 26), (110, 790, 34), (610, 120, 18), (650, 905, 22), (210, 130, 14)):
        _drop(sheet, x, y, r)


def _drop(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A drop around x, y that is r wide at its belly."""
    belly = arc(x, y, r, None, -32, 212)
    shape = [
        (x, y - r * 1.95),
        *smooth([(x, y - r * 1.95), (x + r * 0.3, y - r * 1.3), belly[0]]),
        *belly[1:-1],
        *smooth([belly[-1], (x - r * 0.3, y - r * 1.3), (x, y - r * 1.95)]),
    ]
    sheet.shape(shape, RED)
    sheet.shade(shape, "#4d0610", (x + r, y + r), (x - r * 0.5, y - r * 0.5), 0.9)
    sheet.line(arc(x, y, r * 0.74, None, 150, 215), "#f3a596", max(2, r * 0.08))


def vaccine_fridge(sheet: Sheet) -> None:
    """A refrigerator of vials and its temperature between 2 and 8 degrees, with one alarm."""
    sheet.fade([(0, "#dfe9e6"), (1000, "#c3d6d6")])
    navy = "#1c3550"
    frame = (600, 190, 1470, 810)
    left, _, right, bottom = frame
    axes(sheet, frame, 12, 5, navy, "#b3c8ca")
    low, high = bottom - 124, bottom - 496
    sheet.shape(rect(left + 3, high, right, low), "#a9d0c2")
    sheet.stipple(rect(left + 3, high, right, low), "#4f9a88", 0.12)
    for y, mark in ((high, "8"), (low, "2")):
        sheet.dashes([along((left, y), (right, y), step / 60) for step in range(61)], "#2f7a68", 4, 1, 1)
        sheet.text((left - 44, y), mark, navy, 44)
        sheet.ring(left - 24, y - 16, 5, navy, 2.5)
    trace = [
        (
            left + 870 * step / 72,
            bottom - 300 - 54 * sin(step / 3.1) - sheet.random.uniform(-16, 16) - (250 if 45 <= step <= 49 else 0),
        )
        for step in range(73)
    ]
    sheet.line(smooth(trace, steps=4), navy, 6)
    peak = min(trace, key=lambda point: point[1])
    sheet.glow(*peak, 90, RED, 0.6, grain=True)
    sheet.dot(*peak, 15, RED)
    _fridge(sheet, navy)


def _fridge(sheet: Sheet, ink: str) -> None:
    """A vaccine refrigerator with a glass door, shelves of vials and a dial thermometer."""
    sheet.shape(ellipse(330, 936, 250, 26), "#8fa9ae")
    for foot in (150, 480):
        sheet.box(foot - 22, 900, foot + 22, 934, ink, 4)
    sheet.box(104, 96, 526, 914, "#f9f4e6", 26)
    sheet.shade(rect(104, 122, 526, 890), "#7d99a0", (600, 900), (280, 420), 0.7)
    sheet.box(140, 250, 490, 872, ink, 14)
    sheet.fade([(262, "#dff0ee"), (860, "#9fc9d0")], rect(152, 262, 478, 860))
    for shelf in (452, 656, 850):
        for index, x in enumerate((196, 272, 348, 424)):
            _vial(sheet, x, shelf - 6, 0.66 + 0.08 * ((index + shelf) % 3), ink)
        sheet.box(152, shelf - 6, 478, shelf + 8, "#f9f4e6")
    sheet.tint([(152, 560), (330, 262), (420, 262), (152, 720)], "#ffffff", 0.28)
    sheet.box(500, 460, 514, 660, ink, 7)
    sheet.dot(210, 176, 50, ink)
    sheet.dot(210, 176, 42, PAPER)
    sheet.line(arc(210, 176, 32, None, 200, 280), "#4f9a88", 9)
    sheet.line([(210, 176), (198, 148)], RED, 6)
    sheet.dot(210, 176, 7, ink)
    for x, lamp in ((400, "#4f9a88"), (446, RED)):
        sheet.dot(x, 176, 13, lamp)


def _vial(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    """A vaccine vial with a red cap and a blank label."""
    glass = placed(
        smooth([(-48, 0), (-50, -120), (-44, -150), (-22, -170), (22, -170), (44, -150), (50, -120), (48, 0)], steps=6),
        x,
        y,
        size,
    )
    sheet.shape(glass, "#eaf3f0")
    liquid = placed(rect(-48, -96, 48, -2), x, y, size)
    sheet.shape(liquid, "#9cc7cf")
    sheet.shape(placed(rect(-49, -84, 49, -28), x, y, size), "#fbf6e6")
    for line in (-70, -56, -42):
        sheet.line(placed([(-34, line), (20 + line * 0.3, line)], x, y, size), ink, 4 * size)
    sheet.shade(glass, ink, (x + 70 * size, y), (x - 10 * size, y - 60 * size), 0.7)
    sheet.shape(placed(rect(-26, -196, 26, -166), x, y, size), "#b9c4c6")
    sheet.shape(placed(rect(-32, -224, 32, -190), x, y, size), RED)
