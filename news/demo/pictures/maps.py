"""Maps and plans: a coast, a network, the world, a course."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin

from .geometry import Point, Points, along, down_to, ellipse, rect, smooth
from .ink import HEIGHT, INK, PAPER, RED, WIDTH, Sheet, mixed

# Longitude and latitude along the mainland coast from the Gulf of Tonkin to the Mekong's mouths, drawn by eye.
COAST = (
    (111.6, 21.7), (110.9, 21.4), (110.4, 21.1), (110.3, 20.3), (109.8, 20.4), (109.7, 21.4), (109.0, 21.6),
    (108.1, 21.55), (107.4, 21.1), (106.8, 20.7), (106.5, 20.2),
    (105.95, 19.9), (105.75, 19.1), (105.8, 18.6), (106.4, 18.05), (106.7, 17.6), (107.2, 16.9), (107.9, 16.4),
    (108.25, 16.05), (108.7, 15.5), (108.95, 14.9),
    (109.15, 14.1), (109.3, 13.3), (109.4, 12.7), (109.2, 12.1), (109.15, 11.6), (108.7, 11.1), (108.0, 10.7),
    (107.2, 10.3),
)  # fmt: skip
HAINAN = (
    (108.7, 19.3),
    (109.2, 19.8),
    (109.8, 20.05),
    (110.6, 20.1),
    (111.0, 19.7),
    (110.5, 18.9),
    (109.9, 18.4),
    (109.3, 18.25),
    (108.7, 18.6),
)
HOANG_SA = (
    (111.6, 16.5),
    (111.75, 16.35),
    (112.0, 16.6),
    (112.35, 16.85),
    (112.3, 16.95),
    (111.2, 15.78),
    (111.5, 16.05),
    (112.7, 16.65),
)
TRUONG_SA = ((114.3, 11.4), (114.35, 11.05), (114.7, 10.7), (113.8, 11.2))

SEAS_LEFT, SEAS_TOP, DEGREE = 103.2, 21.9, 98.0


def storm_track_map(sheet: Sheet) -> None:
    """A storm’s way towards the coast: past track, wind radii, cone of forecast."""
    deep = "#2d5a70"
    sheet.fade([(0, "#a9cbcb"), (1000, "#c6dcd2")])
    _graticule(sheet, deep)
    _coastline(sheet, deep)
    track = smooth(
        [
            _at(120.2, 14.5),
            _at(118.6, 14.9),
            _at(116.9, 15.4),
            _at(115.0, 16.0),
            _at(112.6, 16.8),
            _at(109.9, 17.4),
            _at(107.2, 18.1),
        ],
        steps=14,
    )
    now = 42
    _cone(sheet, track[now:])
    sheet.line(track[: now + 1], INK, 7)
    for x, y in track[0:now:14]:
        sheet.dot(x, y, 15, PAPER)
        sheet.ring(x, y, 15, INK, 6)
    sheet.dashes(track[now:], RED, 7, 2, 1)
    for x, y in track[now + 14 :: 13]:
        sheet.dot(x, y, 17, RED)
    _cyclone(sheet, *track[now])
    _islands(sheet)
    _compass(sheet, 1360, 160)


def _at(east: float, north: float) -> Point:
    """A place on the sheet for a longitude and a latitude."""
    return (east - SEAS_LEFT) * DEGREE, (SEAS_TOP - north) * DEGREE


def _graticule(sheet: Sheet, ink: str) -> None:
    for east in range(104, 120, 2):
        x, _ = _at(east, 0)
        sheet.line([(x, 0), (x, HEIGHT)], mixed(ink, "#c6dcd2", 0.62), 1.5)
        sheet.text((x + 8, HEIGHT - 20), str(east), ink, 22, "lm")
    for north in range(12, 22, 2):
        _, y = _at(0, north)
        sheet.line([(0, y), (WIDTH, y)], mixed(ink, "#c6dcd2", 0.62), 1.5)
        sheet.text((WIDTH - 14, y - 16), str(north), ink, 22, "rm")


def _coastline(sheet: Sheet, ink: str) -> None:
    """The mainland and Hainan, with water lines along the shore."""
    shore = smooth([_at(*place) for place in COAST], steps=5)
    mainland = [(1000.0, -40.0), *shore, (330.0, 1180.0), (-200.0, 1180.0), (-200.0, -40.0)]
    island = smooth([_at(*place) for place in HAINAN], closed=True, steps=5)
    for reach in (34, 21, 9):
        for land in (mainland, island):
            sheet.line(land, mixed(ink, "#b4d2cf", 0.5 + reach / 90), reach * 2 + 3, closed=True)
            sheet.line(land, "#b4d2cf", reach * 2, closed=True)
    for land in (mainland, island):
        sheet.shape(land, "#f1e3c2")
        sheet.shade(land, "#a98a58", (-60, 500), (520, 430), 0.6)
        sheet.line(land, "#7a5f3a", 3.5, closed=True)


def _islands(sheet: Sheet) -> None:
    """Hoang Sa and the north of Truong Sa, drawn last so that no storm covers them."""
    for x, y in (_at(*place) for place in (*HOANG_SA, *TRUONG_SA)):
        sheet.dot(x, y, 7, "#fbf3dd")
        sheet.ring(x, y, 8, "#5b4424", 2.5)


def _cone(sheet: Sheet, ahead: Points) -> None:
    """Where the centre may go: the forecast's uncertainty, wider with time."""
    left: Points = []
    right: Points = []
    for step, (x, y) in enumerate(ahead):
        nx, ny = ahead[min(step + 1, len(ahead) - 1)]
        px, py = ahead[max(step - 1, 0)]
        length = ((nx - px) ** 2 + (ny - py) ** 2) ** 0.5
        spread = 20 + 5.2 * step
        left.append((x + (ny - py) / length * spread, y - (nx - px) / length * spread))
        right.append((x - (ny - py) / length * spread, y + (nx - px) / length * spread))
    cone = [*left, *reversed(right)]
    sheet.tint(cone, "#fbf3dd", 0.45)
    sheet.hatch(cone, "#c9564e", 18, 2, -1)
    sheet.line(cone, RED, 3, closed=True)


def _cyclone(sheet: Sheet, x: float, y: float) -> None:
    """Wind radii around the eye and the sign that weather maps use for a tropical cyclone."""
    for r, density in ((300, 0.2), (205, 0.34), (120, 0.6)):
        sheet.stipple(ellipse(x, y, r), RED, density)
        sheet.ring(x, y, r, RED, 3)
    for turn in range(2):
        arm = [
            (x + (-1) ** turn * px, y + (-1) ** turn * py)
            for px, py in smooth(
                [(-58, 8), (-50, -48), (0, -76), (62, -84), (20, -62), (-6, -44), (-20, -12)], closed=True
            )
        ]
        sheet.shape(arm, RED)
    sheet.dot(x, y, 60, RED)
    sheet.dot(x, y, 24, PAPER)


def _compass(sheet: Sheet, x: float, y: float) -> None:
    sheet.ring(x, y, 66, INK, 2.5)
    sheet.ring(x, y, 56, INK, 1.5)
    for turn in range(4):
        a = turn * pi / 2
        tip, near = (x + 84 * sin(a), y - 84 * cos(a)), (x + 15 * sin(a + pi / 4), y - 15 * cos(a + pi / 4))
        far = (x + 15 * sin(a - pi / 4), y - 15 * cos(a - pi / 4))
        sheet.shape([tip, near, (x, y)], RED if turn == 0 else INK)
        sheet.shape([tip, far, (x, y)], PAPER)
        sheet.line([tip, near, (x, y), far], INK, 2, closed=True)


INTERCHANGES = ((580, 460), (860, 340), (600, 620), (780, 620), (1270, 430), (690, 530), (460, 580), (340, 460))


def metro_line_map(sheet: Sheet) -> None:
    """Four lines of an invented metro."""
    sheet.fade([(0, "#f5efdf"), (1000, "#ece2c9")])
    for step in range(-10, 28):
        sheet.line([(step * 100 - 500, 0), (step * 100 + 500, 1000)], "#e3d8bf", 1.5)
        sheet.line([(step * 100 + 500, 0), (step * 100 - 500, 1000)], "#e3d8bf", 1.5)
    river = _bent([(-60, 180), (220, 180), (560, 520), (560, 640), (800, 880), (1660, 880)], 80)
    for width, ink in ((104, "#9cc3cc"), (88, "#b9d8dc")):
        sheet.line(river, ink, width)
    for x, y, r in ((1240, 230, 120), (300, 790, 96)):
        sheet.box(x - r, y - r * 0.7, x + r, y + r * 0.7, "#c6d3a2", 40)
        sheet.stipple(ellipse(x, y, r * 0.8, r * 0.5), "#6f8f52", 0.35)
    lines = (
        ("#2f6f8f", [(90, 620), (420, 620), (700, 340), (1180, 340), (1520, 680)], 9),
        ("#e0a02c", [(180, 90), (180, 300), (500, 620), (1080, 620), (1420, 280), (1420, 70)], 9),
        ("#4f8a5b", [(420, 940), (420, 800), (860, 360), (860, 60)], 6),
        (RED, [(80, 460), (620, 460), (860, 700), (1240, 700), (1380, 840), (1560, 840)], 9),
    )
    for ink, corners, _ in lines:
        sheet.line(_bent([(x + 5, y + 8) for x, y in corners], 60), "#cdbf9f", 28)
        sheet.line(_bent(corners, 60), ink, 28)
    for ink, corners, count in lines:
        _stations(sheet, corners, ink, count)
    for x, y in INTERCHANGES:
        sheet.dot(x, y, 33, INK)
        sheet.dot(x, y, 23, PAPER)
    for number, (ink, corners, _) in enumerate(lines, 1):
        x, y = corners[0]
        sheet.box(x - 36, y - 36, x + 36, y + 36, ink, 14)
        sheet.text((x, y + 2), str(number), PAPER, 46)


def _bent(corners: Sequence[Point], radius: float) -> Points:
    """A line through the corners with each corner rounded."""
    path: Points = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        start, end = _short_of(corner, before, radius), _short_of(corner, after, radius)
        for step in range(13):
            t = step / 12
            path.append(along(along(start, corner, t), along(corner, end, t), t))
    return [*path, corners[-1]]


def _short_of(corner: Point, other: Point, radius: float) -> Point:
    length = ((corner[0] - other[0]) ** 2 + (corner[1] - other[1]) ** 2) ** 0.5
    return along(corner, other, min(0.5, radius / length))


def _stations(sheet: Sheet, corners: Sequence[Point], ink: str, count: int) -> None:
    """Stations at equal distances along a line."""
    path = _bent(corners, 60)
    lengths = [((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 for (x0, y0), (x1, y1) in pairwise(path)]
    for index in range(1, count + 1):
        rest = sum(lengths) * index / count
        for (start, end), length in zip(pairwise(path), lengths, strict=True):
            if rest <= length:
                x, y = along(start, end, rest / length)
                if all((x - ix) ** 2 + (y - iy) ** 2 > 50**2 for ix, iy in INTERCHANGES):
                    sheet.dot(x, y, 12, PAPER)
                    sheet.ring(x, y, 12, mixed(ink, INK, 0.4), 3)
                break
            rest -= length


def marathon_route(sheet: Sheet) -> None:
    """A course through an invented town, and its profile."""
    sheet.fade([(0, "#efe6cf"), (1000, "#e9dcbd")])
    blocks, street = "#dccba4", "#f6f0de"
    sheet.shape(rect(0, 0, WIDTH, 690), blocks)
    for left in range(-400, 1700, 118):
        sheet.line([(left, -10), (left + 300, 700)], street, 15 if left % 3 else 26)
    for top in range(-300, 900, 104):
        sheet.line([(-10, top + 130), (1610, top - 150)], street, 15 if top % 3 else 26)
    river = smooth([(-40, 560), (260, 470), (520, 540), (800, 430), (1120, 500), (1660, 330)], steps=14)
    sheet.line(river, "#8fb9c0", 104)
    sheet.line(river, "#b4d5d6", 88)
    for x, y, rx, ry in ((1180, 190, 150, 96), (330, 220, 120, 84)):
        sheet.shape(ellipse(x, y, rx, ry, -14), "#a9bf80")
        sheet.stipple(ellipse(x, y, rx * 0.9, ry * 0.9, -14), "#56783f", 0.3)
    for x, y in ((420, 500), (980, 466), (1340, 430)):
        sheet.line([(x - 24, y - 74), (x + 24, y + 74)], street, 28)
        for side in (-16, 16):
            sheet.line([(x - 24 + side, y - 74), (x + 24 + side, y + 74)], "#8d7a55", 2.5)
    route = _bent(
        [
            (250, 600),
            (430, 560),
            (390, 410),
            (640, 330),
            (560, 150),
            (900, 70),
            (1010, 300),
            (1300, 216),
            (1390, 560),
            (1110, 620),
            (1030, 430),
            (760, 520),
            (800, 600),
        ],
        50,
    )
    sheet.line([(x + 5, y + 8) for x, y in route], "#b39f72", 15)
    sheet.line(route, RED, 15)
    for point in route[14::26]:
        sheet.dot(*point, 17, PAPER)
        sheet.ring(*point, 17, RED, 5)
    _flag(sheet, route[0], "#2f6f5a")
    _flag(sheet, route[-1], INK)
    _elevation(sheet)


def _flag(sheet: Sheet, foot: Point, ink: str) -> None:
    """Start or finish."""
    x, y = foot
    sheet.line([(x, y), (x, y - 96)], INK, 6)
    sheet.shape([(x, y - 96), (x + 74, y - 76), (x, y - 54)], ink)
    sheet.dot(x, y, 17, ink)
    sheet.dot(x, y, 8, PAPER)


def _elevation(sheet: Sheet) -> None:
    """The profile of the course under the map, with its distances."""
    sheet.shape(rect(0, 690, WIDTH, HEIGHT), "#f5eedb")
    sheet.line([(0, 690), (WIDTH, 690)], INK, 4)
    for y in (770, 840, 910):
        sheet.line([(120, y), (1500, y)], "#d9cdb0", 2)
    climbs = [
        (120 + 1380 * step / 80, 850 - 42 * sin(step / 9) - 30 * sin(step / 4.1 + 2) - 12 * sin(step / 1.7))
        for step in range(81)
    ]
    profile = smooth(climbs, steps=3)
    sheet.shape(down_to(profile, 930), "#e0a890")
    sheet.shade(down_to(profile, 930), RED, (800, 720), (800, 930), 0.7)
    sheet.line(profile, RED, 6)
    sheet.line([(106, 930), (1514, 930)], INK, 4)
    for kilometre in range(0, 43, 6):
        x = 120 + 1380 * kilometre / 42.195
        sheet.line([(x, 930), (x, 944)], INK, 3)
        sheet.text((x, 966), str(kilometre), INK, 28)
