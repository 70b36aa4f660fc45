"""The world in dots: continents sketched as coarse polygons of longitude and latitude, sampled on a grid."""

from math import sin

from PIL import Image, ImageDraw

from .geometry import Point, Points, along
from .ink import PAPER, RED, Sheet, mixed

LAND: tuple[tuple[Point, ...], ...] = (
    (
        (-168, 66), (-156, 71), (-128, 70), (-110, 68), (-95, 72), (-82, 68), (-94, 60), (-82, 54), (-78, 62),
        (-64, 59), (-56, 52), (-66, 45), (-71, 41), (-76, 35), (-81, 30), (-80, 25), (-84, 30), (-91, 29),
        (-97, 26), (-97, 20), (-90, 21), (-88, 16), (-83, 14), (-81, 8), (-86, 11), (-96, 15), (-106, 21),
        (-112, 29), (-118, 34), (-124, 41), (-124, 48), (-134, 57), (-150, 60), (-164, 55), (-158, 60),
    ),
    ((-114, 76), (-95, 80), (-70, 82), (-78, 74), (-64, 66), (-74, 63), (-90, 70), (-112, 71)),
    ((-56, 82), (-30, 83), (-20, 74), (-30, 68), (-43, 60), (-52, 66), (-58, 75)),
    (
        (-79, 9), (-72, 12), (-60, 9), (-50, 1), (-35, -6), (-39, -17), (-48, -26), (-57, -37), (-65, -43),
        (-69, -53), (-74, -48), (-71, -30), (-71, -18), (-81, -5),
    ),
    (
        (-6, 36), (10, 37), (20, 32), (33, 31), (43, 12), (51, 11), (40, -5), (40, -16), (32, -28), (20, -35),
        (13, -22), (9, 0), (-8, 5), (-17, 14), (-12, 28),
    ),
    (
        (-9, 37), (-9, 43), (-1, 47), (4, 52), (9, 55), (11, 60), (6, 62), (15, 69), (28, 71), (40, 67), (60, 69),
        (72, 72), (100, 77), (115, 74), (140, 73), (170, 70), (180, 68), (178, 63), (162, 58), (157, 51),
        (155, 60), (140, 56), (134, 45), (128, 38), (126, 35), (124, 40), (118, 39), (122, 31), (116, 23),
        (108, 21), (106, 18), (109, 13), (105, 9), (101, 13), (104, 2), (99, 8), (98, 16), (91, 22), (81, 15),
        (77, 8), (73, 18), (67, 25), (57, 26), (60, 22), (52, 16), (44, 13), (35, 28), (35, 36), (27, 37),
        (28, 41), (23, 37), (19, 42), (13, 45), (18, 40), (15, 38), (9, 44), (3, 43), (0, 38),
    ),
    ((-6, 50), (1, 52), (-3, 58), (-6, 56)),
    ((-10, 52), (-6, 52), (-7, 55)),
    ((-23, 64), (-14, 65), (-19, 67)),
    ((130, 32), (136, 34), (141, 36), (142, 43), (145, 44), (140, 45), (138, 38), (131, 34)),
    ((95, 5), (104, -2), (106, -6), (100, -1)),
    ((106, -7), (115, -8), (110, -9)),
    ((109, 1), (117, 7), (118, 1), (115, -4), (110, -2)),
    ((119, -5), (121, 1), (125, 1), (122, -4)),
    ((120, 18), (122, 18), (126, 7), (122, 7), (124, 12)),
    ((131, -1), (141, -3), (150, -10), (138, -8)),
    ((120, 22), (122, 25), (121, 25)),
    (
        (114, -22), (122, -17), (130, -12), (136, -12), (136, -16), (142, -11), (146, -19), (153, -27), (150, -37),
        (141, -38), (131, -32), (116, -35),
    ),
    ((167, -46), (174, -41), (173, -35), (178, -38), (172, -44)),
    ((44, -25), (47, -25), (50, -15), (45, -17)),
    ((80, 7), (82, 8), (81, 6)),
    ((-84, 22), (-75, 20), (-77, 22)),
)  # fmt: skip
ISLANDS = ((112, 16.5), (114, 10.5))  # Hoang Sa and Truong Sa are smaller than the grid and must not fall through it
HOME = (105.8, 21.0)
PLACES = (
    (139.7, 35.7),
    (151.2, -33.9),
    (2.3, 48.9),
    (-74.0, 40.7),
    (-46.6, -23.5),
    (77.2, 28.6),
    (36.8, -1.3),
    (-122.4, 37.8),
)

STEP = 3.0  # degrees between dots
CENTRE = 80  # longitude in the middle of the sheet, so that home and its neighbours are inside every crop


def world_map_dots(sheet: Sheet) -> None:
    """Lines from home over a world of dots."""
    sheet.fade([(0, "#101c36"), (1000, "#1c3354")])
    sheet.glow(*_spot(*HOME), 620, "#3c6a8f", 0.7, grain=True)
    _dots(sheet)
    for east, north in PLACES:
        _arc(sheet, _spot(*HOME), _spot(east, north))
    x, y = _spot(*HOME)
    for r in (22, 40, 62):
        sheet.ring(x, y, r, RED, 3)
    sheet.dot(x, y, 13, "#f25a4a")


def _spot(east: float, north: float) -> Point:
    """A place on the sheet; the map is cut open in the Pacific."""
    return 800 + ((east - CENTRE + 180) % 360 - 180) * 4.55, 610 - north * 7


def _dots(sheet: Sheet) -> None:
    land = Image.new("1", (1440, 720))
    pen = ImageDraw.Draw(land)
    for outline in LAND:
        pen.polygon([((east + 180) * 4, (90 - north) * 4) for east, north in outline], fill=1)
    for row in range(int(140 / STEP)):
        north = 80 - row * STEP
        for column in range(int(360 / STEP)):
            east = -180 + (column + 0.5 * (row % 2)) * STEP
            if land.getpixel((int((east + 180) * 4) % 1440, int((90 - north) * 4))):
                x, y = _spot(east, north)
                near = max(0.0, 1 - ((x - 916) ** 2 + (y - 445) ** 2) ** 0.5 / 900)
                sheet.dot(x, y, 4.6 + 1.4 * near, mixed("#5f86a0", "#f3dfae", near))
    for place in ISLANDS:
        sheet.dot(*_spot(*place), 4, "#f3dfae")


def _arc(sheet: Sheet, start: Point, end: Point) -> None:
    """A flight's line: higher the farther it goes, with a spark on its way."""
    rise = 0.12 * abs(end[0] - start[0]) + 0.3 * abs(end[1] - start[1]) + 40
    path: Points = []
    for step in range(61):
        x, y = along(start, end, step / 60)
        path.append((x, y - rise * sin(step / 60 * 3.14159)))
    sheet.line(path, mixed(RED, "#f2744a", 0.35), 4)
    sheet.glow(*path[38], 30, "#ffe2a8", 0.9)
    sheet.dot(*path[38], 5, "#fff1cf")
    sheet.dot(*end, 10, PAPER)
    sheet.dot(*end, 5, RED)
