"""Vietnamese letters built from bowls, stems and marks, so that no font is needed.

A letter lives in a square of side 1: x-height from 0.42 to 0.82, marks above, the dot below.
"""

from math import sin

from .geometry import Point, Points, arc, ellipse, placed, rect, smooth
from .ink import RED, Sheet

TOP, FOOT, MIDDLE = 0.42, 0.82, 0.62  # x-height, base line, and the height between
STEM = 0.105
THIN = 0.034

Glyph = list[Points]


def quoc_ngu_letters(sheet: Sheet) -> None:
    """A case of large wooden type: letters with one mark and with two."""
    sheet.fade([(0, "#2a1f1c"), (1000, "#1d1616")])
    cream, navy, ochre, teal = "#f3e6c8", "#1f3350", "#dfa33f", "#3f7472"
    sorts: tuple[tuple[int, int, int, Glyph, str, str], ...] = (
        (1, 0, 2, [*e(), *circumflex(), *acute(0.2)], RED, cream),
        (0, 0, 1, [*a(), *breve()], cream, navy),
        (0, 1, 1, o() + horn(0.7) + hook(), navy, cream),
        (0, 2, 1, d(barred=True), ochre, "#2a1f1c"),
        (1, 2, 1, [*a(), *circumflex()], teal, cream),
        (2, 2, 1, u() + horn(0.78) + tilde(), cream, RED),
        (3, 0, 1, [*o(), *circumflex(), *dot_below()], ochre, "#2a1f1c"),
        (3, 1, 1, [*e(), *circumflex()], cream, "#2a1f1c"),
        (3, 2, 1, [*o(), *acute()], navy, ochre),
        (4, 0, 1, u() + horn(0.78), teal, cream),
        (4, 1, 1, o() + horn(0.7) + grave(), RED, cream),
        (4, 2, 1, [*a(), *hook()], cream, teal),
    )
    for column, row, size, glyph, wood, ink in sorts:
        _sort(sheet, (column * 320 + 4, row * 326 + 14), size * 320 + (size - 1) * 6 - 8, glyph, wood, ink)


def _sort(sheet: Sheet, corner: Point, side: float, glyph: Glyph, wood: str, ink: str) -> None:
    """One piece of type: a block with its letter, lit from the upper left."""
    x, y = corner
    block = rect(x, y, x + side, y + side)
    sheet.box(x, y, x + side, y + side, wood, 10)
    for line in range(7):
        level = y + side * (0.08 + line * 0.14)
        vein = [
            (px, level + side * 0.02 * sin(px / side * 5 + line * 1.7 + x))
            for px in range(int(x) + 8, int(x + side) - 6, 16)
        ]
        sheet.stipple([*vein, *[(px, py + 3) for px, py in reversed(vein)]], "#2a1f1c", 0.22)
    sheet.shade(block, "#140e10", (x + side * 1.1, y + side * 1.15), (x + side * 0.3, y + side * 0.3), 0.6)
    for part in glyph:
        sheet.shape(placed(part, x + side * 0.012, y + side * 0.016, side), "#140e10")
    for part in glyph:
        sheet.shape(placed(part, x, y, side), ink)


def o() -> Glyph:
    """A bowl stressed at its sides."""
    outer, inner = ellipse(0.5, MIDDLE, 0.24, 0.205), ellipse(0.5, MIDDLE, 0.135, 0.175)
    return [[*outer, *reversed(inner)]]


def e() -> Glyph:
    """A bowl that stays open at the lower right, and its bar."""
    outer, inner = arc(0.5, MIDDLE, 0.24, 0.205, 38, 360), arc(0.5, MIDDLE, 0.14, 0.172, 360, 52)
    return [[*outer, *inner], rect(0.34, MIDDLE - THIN / 2, 0.74, MIDDLE + THIN / 2)]


def a() -> Glyph:
    """The round a of handwriting and of children's books."""
    outer, inner = ellipse(0.46, MIDDLE, 0.22, 0.205), ellipse(0.475, MIDDLE, 0.125, 0.172)
    return [[*outer, *reversed(inner)], *stem(0.615, TOP, FOOT)]


def d(barred: bool) -> Glyph:
    """The letter d, or đ with its bar."""
    outer, inner = ellipse(0.46, MIDDLE, 0.22, 0.205), ellipse(0.475, MIDDLE, 0.125, 0.172)
    letter = [[*outer, *reversed(inner)], *stem(0.615, 0.16, FOOT)]
    return [*letter, rect(0.48, 0.255, 0.84, 0.305)] if barred else letter


def u() -> Glyph:
    """Two uprights and the cup between them."""
    cup = [*arc(0.475, 0.67, 0.2, 0.155, 180, 0), *arc(0.5, 0.67, 0.12, 0.112, 0, 180)]
    return [
        cup,
        rect(0.275, TOP, 0.275 + STEM, 0.68),
        [(0.22, TOP), (0.36, TOP), (0.36, TOP + THIN), (0.22, TOP + 0.05)],
        *stem(0.6, TOP, FOOT),
    ]


def stem(left: float, top: float, foot: float) -> Glyph:
    """An upright with a flag at its head and a spur at its foot."""
    flag = [(left - 0.06, top), (left + STEM, top - 0.02), (left + STEM, top + 0.06), (left - 0.06, top + 0.032)]
    spur = [
        (left, foot - 0.06),
        (left + STEM, foot - 0.06),
        (left + STEM + 0.065, foot - 0.035),
        (left + STEM + 0.065, foot),
        (left, foot),
    ]
    return [rect(left, top, left + STEM, foot), flag, spur]


def circumflex() -> Glyph:
    """The roof of â, ê, ô."""
    return [[(0.3, 0.365), (0.47, 0.225), (0.53, 0.225), (0.7, 0.365), (0.64, 0.375), (0.5, 0.287), (0.36, 0.375)]]


def breve() -> Glyph:
    """The bowl above ă."""
    return [[*arc(0.5, 0.245, 0.175, 0.13, 0, 180), *arc(0.5, 0.232, 0.145, 0.066, 180, 0)]]


def horn(x: float) -> Glyph:
    """The beard of ơ and ư, at the upper right of the letter."""
    outer = smooth(
        [(x - 0.03, TOP + 0.035), (x + 0.08, TOP + 0.02), (x + 0.115, TOP - 0.05), (x + 0.06, TOP - 0.1)], steps=8
    )
    inner = smooth(
        [(x + 0.045, TOP - 0.06), (x + 0.055, TOP - 0.02), (x + 0.015, TOP + 0.0), (x - 0.03, TOP + 0.0)], steps=8
    )
    return [[*outer, *inner]]


def acute(shift: float = 0.0) -> Glyph:
    """A wedge that rises to the right; shifted to the side above a circumflex."""
    lift = -0.1 if shift else 0.0
    wedge = [(0.46, 0.345), (0.56, 0.175), (0.66, 0.195), (0.655, 0.22), (0.49, 0.36)]
    return [[(x + shift, y + lift) for x, y in wedge]]


def grave() -> Glyph:
    """A wedge that falls to the right."""
    return [[(1 - x, y) for x, y in acute()[0]]]


def hook() -> Glyph:
    """The small question mark of the asking tone."""
    outer = smooth([(0.43, 0.235), (0.44, 0.17), (0.53, 0.15), (0.595, 0.205), (0.55, 0.275), (0.515, 0.345)], steps=8)
    inner = smooth([(0.475, 0.34), (0.49, 0.265), (0.52, 0.22), (0.51, 0.19), (0.48, 0.2), (0.475, 0.235)], steps=8)
    return [[*outer, *inner]]


def tilde() -> Glyph:
    """The wave of the tumbling tone."""
    upper = smooth([(0.29, 0.3), (0.34, 0.22), (0.42, 0.205), (0.52, 0.25), (0.6, 0.25), (0.67, 0.2)], steps=8)
    lower = smooth([(0.71, 0.21), (0.65, 0.3), (0.57, 0.325), (0.48, 0.285), (0.4, 0.27), (0.33, 0.315)], steps=8)
    return [[*upper, *lower]]


def dot_below() -> Glyph:
    """The dot of the heavy tone."""
    return [ellipse(0.5, 0.905, 0.055)]
