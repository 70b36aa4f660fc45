"""A print after the village of Dong Ho: a hen and her chicks in flat colour and black line."""

from math import cos, radians, sin

from .geometry import Points, arc, ellipse, placed, rect, smooth
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .motifs import leaf

BLACK, YELLOW, GREEN, INDIGO, ORANGE = "#2b201c", "#e9b33c", "#5f8a4c", "#34506b", "#d9622e"


def dong_ho_print(sheet: Sheet) -> None:
    """A hen with her chicks, as the village prints them for the new year."""
    sheet.fade([(0, "#efd9ae"), (1000, "#e8cc9a")])
    for _ in range(1500):  # the shell powder that makes this paper glitter
        sheet.dot(
            sheet.random.uniform(0, WIDTH), sheet.random.uniform(0, HEIGHT), sheet.random.uniform(0.8, 2.6), "#fbf2da"
        )
    for y in range(-20, HEIGHT, 26):  # the marks of the pine-needle brush
        bow = smooth(
            [(0, y), (500, y + sheet.random.uniform(-8, 8)), (1100, y + sheet.random.uniform(-8, 8)), (1600, y)],
            steps=6,
        )
        sheet.line(bow, "#ecd3a2", 2)
    sheet.line(rect(44, 44, 1556, 956), BLACK, 7, closed=True)
    sheet.line(rect(62, 62, 1538, 938), RED, 4, closed=True)
    _grass(sheet)
    _tail(sheet)
    _hen(sheet)
    for x, y, size, flip, ink in (
        (330, 806, 1.0, False, YELLOW), (520, 850, 0.92, True, ORANGE), (1150, 838, 1.05, True, YELLOW),
        (1330, 740, 0.95, True, ORANGE), (1400, 872, 0.9, False, YELLOW), (240, 640, 0.85, False, ORANGE),
        (905, 196, 0.82, True, YELLOW),
    ):  # fmt: skip
        _chick(sheet, x, y, size, flip, ink)
    _seal(sheet, 1432, 180)


def _inked(sheet: Sheet, points: Points, ink: str, width: float = 6) -> None:
    """A colour block and, slightly off it as in hand printing, its black outline."""
    sheet.shape([(x + 5, y + 4) for x, y in points], ink)
    sheet.line(points, BLACK, width, closed=True)


def _hen(sheet: Sheet) -> None:
    body = smooth(
        [
            (520, 400),
            (620, 470),
            (780, 490),
            (900, 420),
            (960, 300),
            (1010, 240),
            (1085, 240),
            (1110, 310),
            (1090, 420),
            (1060, 560),
            (960, 690),
            (800, 740),
            (640, 700),
            (540, 590),
            (480, 480),
        ],
        closed=True,
    )
    _inked(sheet, body, "#f0c766", 9)
    sheet.shade(body, "#c46a2a", (760, 780), (800, 520), 0.75)
    for leg in (740, 860):
        sheet.line([(leg, 730), (leg - 6, 850)], BLACK, 17)
        sheet.line([(leg, 730), (leg - 6, 850)], ORANGE, 8)
        for toe in (-52, -8, 44):
            sheet.line([(leg - 6, 846), (leg + toe, 880)], BLACK, 10)
    for row in range(5):
        for step in range(6 - row % 2):
            x, y = 910 + step * 30 - row * 6 + (row % 2) * 15, 380 + row * 38
            if x < 1085 - row * 6:
                sheet.line(arc(x, y, 15, 15, 10, 170), BLACK, 4)
                sheet.dot(x, y + 6, 4, RED)
    _wing(sheet)
    comb = smooth(
        [
            (1000, 246),
            (986, 190),
            (1020, 206),
            (1030, 160),
            (1056, 202),
            (1086, 168),
            (1092, 216),
            (1120, 206),
            (1096, 256),
        ],
        closed=True,
    )
    _inked(sheet, comb, RED)
    _inked(sheet, [(1104, 280), (1180, 304), (1104, 326)], YELLOW)
    sheet.line([(1106, 303), (1168, 305)], BLACK, 4)
    _inked(sheet, smooth([(1094, 330), (1132, 350), (1124, 404), (1088, 396), (1080, 350)], closed=True), RED)
    sheet.dot(1060, 282, 20, "#fbf2da")
    sheet.ring(1060, 282, 20, BLACK, 5)
    sheet.dot(1064, 283, 9, BLACK)


def _wing(sheet: Sheet) -> None:
    """A wing of three courses of feathers around a spiral."""
    wing = smooth(
        [
            (860, 470),
            (930, 540),
            (900, 640),
            (780, 690),
            (640, 670),
            (540, 600),
            (520, 520),
            (620, 540),
            (720, 510),
            (780, 470),
        ],
        closed=True,
    )
    _inked(sheet, wing, INDIGO, 8)
    for angle, length, ink in ((197, 292, GREEN), (184, 300, YELLOW), (171, 290, RED), (158, 250, "#fbf2da")):
        _inked(sheet, leaf(812, 576, length, 56, angle), ink, 5)
        sheet.line([leaf(812, 576, length * 0.9, 56, angle)[0], leaf(812, 576, length * 0.86, 56, angle)[18]], BLACK, 3)
    for r, ink in ((92, BLACK), (84, RED), (62, BLACK), (55, YELLOW), (34, BLACK), (28, GREEN), (10, BLACK)):
        sheet.dot(826, 568, r, ink)
    for angle in range(0, 360, 30):
        sheet.dot(826 + 73 * cos(radians(angle)), 568 + 73 * sin(radians(angle)), 5, "#fbf2da")


def _tail(sheet: Sheet) -> None:
    """Tail feathers that rise and fall back behind the body."""
    for index, (lift, ink) in enumerate(
        ((-250, GREEN), (-206, RED), (-150, INDIGO), (-92, YELLOW), (-30, GREEN), (34, RED))
    ):
        reach = 250 + index * 14
        outer = [
            (560, 470),
            (560 - reach * 0.5, 430 + lift),
            (560 - reach, 470 + lift * 0.7),
            (560 - reach * 1.06, 560 + lift * 0.3),
        ]
        inner = [(560 - reach * 0.8, 500 + lift * 0.55), (560 - reach * 0.42, 490 + lift * 0.7), (580, 540)]
        plume = smooth(outer, steps=10) + smooth(inner, steps=10)
        _inked(sheet, plume, ink, 7)
        sheet.line(
            smooth(
                [(556, 490), (560 - reach * 0.46, 462 + lift * 0.86), (560 - reach * 0.9, 490 + lift * 0.62)], steps=10
            ),
            "#fbf2da",
            4,
        )


def _chick(sheet: Sheet, x: float, y: float, size: float, flip: bool, ink: str) -> None:

    def at(points: Points) -> Points:
        return placed(points, x, y, size, flip)

    for leg in (-12, 22):
        sheet.line(at([(leg, 40), (leg, 82)]), BLACK, 7)
        sheet.line(at([(leg - 16, 84), (leg + 20, 84)]), BLACK, 6)
    body = smooth(
        [
            (-92, -30),
            (-50, 0),
            (10, -10),
            (30, -60),
            (70, -80),
            (104, -54),
            (98, -10),
            (78, 36),
            (20, 62),
            (-48, 48),
            (-84, 12),
        ],
        closed=True,
    )
    _inked(sheet, at(body), ink, 6)
    _inked(
        sheet,
        at(smooth([(-56, 8), (-10, 0), (30, 12), (6, 40), (-36, 36)], closed=True)),
        RED if ink == YELLOW else INDIGO,
        5,
    )
    for step in range(3):
        sheet.line(at([(-34 + step * 16, 14), (-22 + step * 16, 30)]), "#fbf2da", 3.5)
    _inked(sheet, at([(102, -56), (134, -44), (102, -32)]), RED, 5)
    sheet.shape(ellipse(*at([(74, -48)])[0], 8 * size), BLACK)


def _grass(sheet: Sheet) -> None:
    ground = smooth([(66, 880), (400, 862), (800, 884), (1200, 858), (1536, 878)], steps=10)
    sheet.shape([*ground, (1536, 934), (66, 934)], mixed(GREEN, "#e8cc9a", 0.25))
    sheet.line(ground, BLACK, 6)
    for x in range(100, 1540, 96):
        for angle in (-125, -92, -58):
            blade = leaf(x, 898, 44, 13, angle)
            sheet.shape(blade, GREEN)
            sheet.line(blade, BLACK, 3, closed=True)
    for x, y in ((150, 180), (300, 130), (1250, 180), (1230, 480), (1420, 430)):
        for angle in range(0, 360, 60):
            _inked(sheet, leaf(x, y, 44, 30, angle), RED if x % 3 else ORANGE, 4)
        sheet.dot(x, y, 14, YELLOW)
        sheet.ring(x, y, 14, BLACK, 4)


def _seal(sheet: Sheet, x: float, y: float) -> None:
    """The printer's stamp: lines that stand for characters."""
    sheet.box(x - 46, y - 62, x + 46, y + 62, RED, 8)
    for column in (-20, 20):
        for row in (-40, -14, 12, 38):
            sheet.line([(x + column - 13, y + row), (x + column + 13, y + row)], "#f6e6c4", 5)
        sheet.line([(x + column, y - 46), (x + column, y + 46)], "#f6e6c4", 5)
