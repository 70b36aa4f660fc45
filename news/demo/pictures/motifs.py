"""Small things that appear in several pictures: people, boats, palms, birds, axes."""

from collections.abc import Sequence
from math import cos, radians, sin

from .geometry import Point, Points, ellipse, placed, rect, smooth
from .ink import INK, RED, Sheet


def hat(sheet: Sheet, x: float, y: float, width: float, ink: str, dark: str | None = None) -> None:
    """A conical hat, its brim's middle at x, y."""
    cone = [(x - width / 2, y), (x, y - width * 0.42), (x + width / 2, y), (x, y + width * 0.07)]
    sheet.shape(cone, ink)
    if dark:
        sheet.shape([(x, y - width * 0.42), (x + width / 2, y), (x, y + width * 0.07)], dark)


def farmer(sheet: Sheet, x: float, y: float, size: float, ink: str, straw: str) -> None:
    """A standing figure with a conical hat, feet at x, y, `size` tall."""
    for side in (-1, 1):
        leg = [(side * 0.02, -0.3), (side * 0.03, 0), (side * 0.1, 0), (side * 0.13, -0.4), (0, -0.42)]
        sheet.shape(placed(leg, x, y, size), ink)
    shirt = smooth([(-0.11, -0.34), (-0.1, -0.55), (-0.13, -0.67), (0.13, -0.67), (0.1, -0.55), (0.12, -0.34)], steps=6)
    sheet.shape(placed(shirt, x, y, size), ink)
    sheet.line(smooth(placed([(-0.09, -0.62), (-0.17, -0.5), (-0.13, -0.37)], x, y, size), steps=6), ink, size * 0.075)
    sheet.line(smooth(placed([(0.09, -0.62), (0.17, -0.51), (0.25, -0.42)], x, y, size), steps=6), ink, size * 0.075)
    sheet.dot(x, y - size * 0.75, size * 0.085, ink)
    hat(sheet, x, y - size * 0.78, size * 0.44, straw)


def sampan(sheet: Sheet, x: float, y: float, length: float, ink: str, rower: str | None = None) -> None:
    """A low rowing boat on the waterline y; with a rower in that ink it is under way."""
    hull = smooth([(-0.5, -0.1), (-0.3, -0.02), (0, 0), (0.3, -0.02), (0.52, -0.13)], steps=6)
    keel = smooth([(0.52, -0.13), (0.33, 0.06), (0, 0.09), (-0.33, 0.06), (-0.5, -0.1)], steps=6)
    if rower:
        farmer(sheet, x - length * 0.24, y + length * 0.01, length * 0.42, ink, rower)
        sheet.line([(x - length * 0.2, y - length * 0.24), (x - length * 0.46, y + length * 0.12)], ink, length * 0.016)
    sheet.shape(placed([*hull, *keel], x, y, length), ink)


def trawler(
    sheet: Sheet, x: float, y: float, length: float, ink: str, cabin: str, flag: str = RED, flip: bool = False
) -> None:
    """A wooden fishing boat with a high prow, a cabin aft, masts and a flag; x, y is amidships on the waterline."""
    sheer = smooth([(-0.5, -0.13), (-0.3, -0.1), (0, -0.08), (0.3, -0.14), (0.56, -0.3)], steps=8)
    hull = [*sheer, *smooth([(0.56, -0.3), (0.47, -0.1), (0.4, 0.03), (0, 0.05), (-0.44, 0.03)], steps=6)]
    house = [
        (-0.4, -0.1),
        (-0.4, -0.27),
        (-0.36, -0.27),
        (-0.36, -0.36),
        (-0.14, -0.36),
        (-0.12, -0.27),
        (-0.02, -0.27),
        (0, -0.1),
    ]

    def at(px: float, py: float) -> Point:
        return placed([(px, py)], x, y, length, flip)[0]

    for mast, top in ((0.14, -0.66), (-0.25, -0.56)):
        sheet.line([at(mast, -0.08), at(mast, top)], ink, length * 0.012)
        sheet.line([at(mast, top), at(0.54, -0.29)], ink, length * 0.004)
        sheet.line([at(mast, top), at(-0.48, -0.12)], ink, length * 0.004)
    sheet.line([at(0.14, -0.2), at(0.42, -0.5)], ink, length * 0.009)
    sheet.shape(placed(house, x, y, length, flip), cabin)
    for window in (-0.33, -0.26, -0.19):
        sheet.shape(placed(rect(window, -0.33, window + 0.04, -0.29), x, y, length, flip), ink)
    sheet.shape(placed(hull, x, y, length, flip), ink)
    sheet.line(placed([(px, py + 0.035) for px, py in sheer], x, y, length, flip), flag, length * 0.012)
    sheet.shape([at(0.14, -0.66), at(0.27, -0.63), at(0.14, -0.58)], flag)


def palm(sheet: Sheet, x: float, y: float, height: float, ink: str, lean: float = 0.2) -> None:
    """A coconut palm, root at x, y, its crown `lean` of its height to the side."""
    top = (x + lean * height, y - height)
    trunk = smooth([(x, y), (x + lean * height * 0.35, y - height * 0.5), top], steps=10)
    for index, (px, py) in enumerate(trunk[:-1]):
        sheet.line([(px, py), trunk[index + 1]], ink, height * (0.045 - 0.022 * index / len(trunk)))
    for angle in (-170, -140, -105, -70, -38, -8, 18, 165):
        frond(sheet, top, angle, height * (0.42 if angle < 0 else 0.34), ink)


def frond(sheet: Sheet, root: Point, angle: float, length: float, ink: str) -> None:
    """One palm leaf that leaves its root at an angle and droops."""
    turn, droop = radians(angle), length * 0.55
    tip = (root[0] + length * cos(turn), root[1] + length * sin(turn) + droop * abs(cos(turn)))
    crest = (root[0] + length * 0.55 * cos(turn), root[1] + length * 0.62 * sin(turn) - length * 0.06)
    rib = smooth([root, crest, tip], steps=7)
    sheet.line(rib, ink, length * 0.03)
    for index, (px, py) in enumerate(rib[2:], 2):
        blade = length * 0.2 * (1 - index / len(rib) * 0.6)
        side = 1 if cos(turn) >= 0 else -1
        sheet.shape([(px - 4, py), (px + side * blade * 0.45, py + blade), (px + 5, py - 2)], ink)
        sheet.shape([(px - 4, py), (px + side * blade * 0.9, py - blade * 0.15), (px + 4, py + 3)], ink)


def birds(sheet: Sheet, flock: Sequence[tuple[float, float, float]], ink: str) -> None:
    """Gulls far off: x, y and wing span each."""
    for x, y, span in flock:
        wings = [(-0.5, -0.12), (-0.28, -0.24), (0, 0), (0.28, -0.26), (0.5, -0.1)]
        sheet.line(smooth(placed(wings, x, y, span), steps=6), ink, max(2.0, span * 0.06))


def glints(sheet: Sheet, box: tuple[float, float, float, float], count: int, ink: str, length: float = 60) -> None:
    """Short level strokes on water, finer and shorter towards the top of the box."""
    left, top, right, bottom = box
    for _ in range(count):
        depth = sheet.random.random() ** 1.4
        x, y = sheet.random.uniform(left, right), top + (bottom - top) * depth
        half = length * (0.2 + depth) * sheet.random.uniform(0.4, 1)
        sheet.shape([(x - half, y), (x, y - 1 - 2 * depth), (x + half, y), (x, y + 1 + 2 * depth)], ink)


def axes(
    sheet: Sheet,
    frame: tuple[float, float, float, float],
    columns: int,
    rows: int,
    ink: str = INK,
    grid: str = "#d9cdb6",
) -> None:
    """A chart's frame: gridlines, base line, left axis and tick marks."""
    left, top, right, bottom = frame
    for row in range(1, rows + 1):
        y = bottom - (bottom - top) * row / rows
        sheet.line([(left, y), (right, y)], grid, 2)
        sheet.line([(left - 12, y), (left, y)], ink, 2.5)
    for column in range(columns + 1):
        x = left + (right - left) * column / columns
        sheet.line([(x, bottom), (x, bottom + 12)], ink, 2.5)
    sheet.line([(left, top - 24), (left, bottom)], ink, 3)
    sheet.line([(left - 12, bottom), (right + 24, bottom)], ink, 4)


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Points:
    """A pointed leaf that starts at x, y and points along `angle` degrees (0 right, 90 down)."""
    c, s = cos(radians(angle)), sin(radians(angle))
    outline = smooth([(0, 0), (0.3, -0.45), (0.65, -0.4), (1, 0)], steps=6) + smooth(
        [(1, 0), (0.65, 0.4), (0.3, 0.45), (0, 0)], steps=6
    )
    return [(x + px * length * c - py * width * s, y + px * length * s + py * width * c) for px, py in outline]


def cloud(sheet: Sheet, x: float, y: float, width: float, ink: str) -> None:
    """A flat-bottomed cloud around x, its base on y."""
    for px, r in ((-0.32, 0.1), (-0.14, 0.17), (0.08, 0.22), (0.28, 0.13)):
        sheet.shape([point for point in ellipse(x + px * width, y - r * width * 0.25, r * width) if point[1] <= y], ink)
    sheet.box(x - width * 0.5, y - width * 0.06, x + width * 0.5, y, ink, width * 0.03)
