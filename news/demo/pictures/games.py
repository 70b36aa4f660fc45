"""The sports pages: a pitch with its passes, a chess position."""

from math import atan2, degrees

from .geometry import Point, Points, along, arc, ellipse, placed, rect, smooth
from .ink import INK, PAPER, RED, WIDTH, Sheet, mixed

# Eleven players in a 4-3-3 that attacks to the right, and how often the ball goes between two of them (1 to 5).
ELEVEN = (
    (230, 500),
    (430, 190),
    (390, 390),
    (390, 620),
    (440, 820),
    (640, 500),
    (820, 320),
    (830, 700),
    (1130, 180),
    (1240, 510),
    (1120, 830),
)
PASSES = (
    (0, 2, 3), (0, 3, 2), (1, 2, 2), (2, 3, 5), (3, 4, 3), (2, 5, 4), (3, 5, 4), (1, 6, 3), (4, 7, 3), (5, 6, 5),
    (5, 7, 4), (6, 7, 3),
    (1, 8, 2), (6, 8, 4), (7, 10, 4), (6, 9, 3), (7, 9, 2), (8, 9, 2), (4, 10, 1), (10, 9, 2), (0, 5, 1),
)  # fmt: skip
DEFENDERS = ((1460, 500), (1310, 400), (1300, 610), (1265, 250), (1255, 770), (1010, 480))


def football_pitch(sheet: Sheet) -> None:
    """A team’s passes from above, and the line of offside."""
    sheet.fade([(0, "#3f7a4e"), (1000, "#336a48")])
    for stripe in range(0, 12, 2):
        sheet.tint(rect(80 + stripe * 120, 60, 200 + stripe * 120, 940), "#6aa05c", 0.42)
    sheet.shade(rect(0, 0, WIDTH, 1000), "#123828", (1750, 1100), (700, 380), 0.85)
    _markings(sheet, "#eef0dc")
    line = sorted(x for x, _ in DEFENDERS)[-2]  # offside is measured from the second-last opponent (Law 11)
    sheet.tint(rect(line, 60, 1520, 940), "#f4c64a", 0.2)
    sheet.dashes([(line, 60 + step * 11) for step in range(81)], "#f4c64a", 6, 2, 1)
    for x, y in DEFENDERS:
        sheet.shape(ellipse(x + 8, y + 11, 27), "#1c4a34")
        sheet.dot(x, y, 27, "#1d2d4a")
        sheet.ring(x, y, 27, "#9fb4c8", 5)
    for one, other, weight in PASSES:
        _pass(sheet, ELEVEN[one], ELEVEN[other], weight)
    for number, (x, y) in enumerate(ELEVEN):
        busy = sum(weight for one, other, weight in PASSES if number in (one, other))
        r = 24 + busy * 1.7
        sheet.shape(ellipse(x + 9, y + 12, r), "#1c4a34")
        ink = "#e9b53e" if number == 0 else RED
        sheet.shape(ellipse(x, y, r), ink)
        sheet.shade(ellipse(x, y, r), "#4d0a14", (x + r, y + r), (x - r * 0.2, y - r * 0.2), 0.8)
        sheet.ring(x, y, r, PAPER, 5)
        sheet.text((x, y + 2), str(number + 1), PAPER, r * 0.95)
    _ball(sheet, 915, 245, 26)


def _markings(sheet: Sheet, chalk: str) -> None:
    sheet.line(rect(80, 60, 1520, 940), chalk, 5, closed=True)
    sheet.line([(800, 60), (800, 940)], chalk, 5)
    sheet.ring(800, 500, 125, chalk, 5)
    sheet.dot(800, 500, 9, chalk)
    for side in (-1, 1):
        goal = 800 + side * 720
        for depth, half in ((226, 276), (75, 126)):
            sheet.line(
                [
                    (goal, 500 - half),
                    (goal - side * depth, 500 - half),
                    (goal - side * depth, 500 + half),
                    (goal, 500 + half),
                ],
                chalk,
                5,
            )
        spot = goal - side * 150
        sheet.dot(spot, 500, 8, chalk)
        bulge = arc(spot, 500, 125, None, -53, 53) if side < 0 else arc(spot, 500, 125, None, 127, 233)
        sheet.line(bulge, chalk, 5)
        net = rect(min(goal, goal + side * 44), 440, max(goal, goal + side * 44), 560)
        sheet.hatch(net, chalk, 11, 1.5, 1)
        sheet.hatch(net, chalk, 11, 1.5, -1)
        sheet.line(net, chalk, 5, closed=True)
        for y, start in ((60, 0 if side < 0 else 90), (940, 270 if side < 0 else 180)):
            sheet.line(arc(goal, y, 22, None, start, start + 90), chalk, 4)


def _pass(sheet: Sheet, start: Point, end: Point, weight: int) -> None:
    """A bowed arrow, thicker for more passes."""
    middle = along(start, end, 0.5)
    bow = (middle[0] + (end[1] - start[1]) * 0.09, middle[1] - (end[0] - start[0]) * 0.09)
    path = smooth([start, bow, end], steps=14)
    sheet.line(path, mixed("#3f7a4e", "#fbf3d2", 0.35 + weight * 0.13), 2 + weight * 2.4)
    x, y = path[17]
    angle = degrees(atan2(path[18][1] - y, path[18][0] - x))
    tip: Points = [(16 + weight * 2, 0), (-10, -9 - weight * 1.6), (-10, 9 + weight * 1.6)]
    sheet.shape(_aimed(tip, (x, y), angle), "#fbf3d2")


def _aimed(points: Points, at: Point, angle: float) -> Points:
    from_zero = ellipse(0, 0, 1)[round(angle % 360 / 4) % 90]
    c, s = from_zero
    return [(at[0] + px * c - py * s, at[1] + px * s + py * c) for px, py in points]


def _ball(sheet: Sheet, x: float, y: float, r: float) -> None:
    sheet.dot(x + 9, y + 13, r, "#1c4a34")
    sheet.dot(x, y, r, "#fbf7ea")
    for angle in range(0, 360, 72):
        corner = ellipse(x, y, r * 0.84)[round(((angle + 18) % 360) / 4)]
        sheet.line([(x, y), corner], INK, 2.5)
        sheet.shape(ellipse(*corner, r * 0.22), INK)
    sheet.shape(ellipse(x, y, r * 0.36)[::18], INK)
    sheet.ring(x, y, r, INK, 3)


# Half outlines of turned chess pieces: distance from the axis and height, from the foot up, in units of the piece's height.
FOOT = ((0.24, 0.0), (0.24, 0.06), (0.2, 0.09), (0.2, 0.13), (0.13, 0.2))
PAWN = (*FOOT, (0.09, 0.5), (0.15, 0.54), (0.1, 0.58))
KING = (*FOOT, (0.09, 0.58), (0.16, 0.62), (0.16, 0.65), (0.1, 0.68), (0.15, 0.86), (0.07, 0.9))
QUEEN = (
    *FOOT,
    (0.08, 0.6),
    (0.15, 0.64),
    (0.15, 0.67),
    (0.09, 0.7),
    (0.17, 0.9),
    (0.12, 0.87),
    (0.09, 0.93),
    (0.04, 0.9),
)
ROOK = (*FOOT, (0.12, 0.6), (0.17, 0.65), (0.17, 0.84), (0.1, 0.84), (0.1, 0.78), (0.05, 0.78), (0.05, 0.84))
BISHOP = (*FOOT, (0.07, 0.54), (0.14, 0.58), (0.08, 0.62), (0.13, 0.74), (0.03, 0.9))


def chess_board(sheet: Sheet) -> None:
    """The middle of a game, seen from the side that attacks."""
    sheet.fade([(0, "#2d4a4a"), (380, "#4f7468"), (1000, "#27403f")])
    sheet.glow(420, 60, 760, "#e9d9a0", 0.6, grain=True)
    corners = ((410.0, 330.0), (1190.0, 330.0), (1640.0, 985.0), (-40.0, 985.0))
    sheet.shape([(x, y + 44) for x, y in corners], "#1a1512")
    sheet.shape([(corners[0][0] - 24, 316), (corners[1][0] + 24, 316), (1700, 1010), (-100, 1010)], "#5b3522")
    for row in range(8):
        for column in range(8):
            square = [_square(column + dx, row + dy) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
            sheet.shape(square, "#ead7ad" if (row + column) % 2 == 0 else "#8f5a36")
    board = [_square(0, 0), _square(8, 0), _square(8, 8), _square(0, 8)]
    sheet.shade(board, "#1d1210", (1700, 1000), (620, 420), 0.85)
    black, white = ("#26242c", "#6f7a84"), ("#f3e6c8", "#8d6a48")
    for column, row, kind, height, inks in (
        (4, 0, KING, 270, black), (2, 1, PAWN, 150, black), (6, 0, ROOK, 190, black), (5, 1, PAWN, 150, black),
        (3, 2, BISHOP, 230, black), (6, 2, PAWN, 165, black),
        (1, 3, PAWN, 180, white), (4, 4, PAWN, 210, black), (3, 4, PAWN, 210, white),
        (5, 5, QUEEN, 440, (RED, "#3a060c")), (0, 4, BISHOP, 300, white), (6, 6, PAWN, 290, white),
        (0, 6, ROOK, 350, white), (2, 7, KING, 520, white),
    ):  # fmt: skip
        x, y = _square(column + 0.5, row + 0.6)
        _piece(sheet, x, y, height, kind, *inks)


def _square(column: float, row: float) -> Point:
    """A corner of the board in perspective: rows from the far side, growing towards us."""
    depth = row / (row + (8 - row) * 1.95)
    left, right = along((410, 330), (-40, 985), depth), along((1190, 330), (1640, 985), depth)
    return along(left, right, column / 8)


def _piece(sheet: Sheet, x: float, y: float, height: float, half: tuple[Point, ...], ink: str, dark: str) -> None:
    """A turned piece, lit from the left, with its long shadow on the board."""
    right = smooth([(px, -py) for px, py in half], steps=4) if half is not ROOK else [(px, -py) for px, py in half]
    outline = [*right, *[(-px, py) for px, py in reversed(right)]]
    fallen = [
        (x + px * height * 0.9 - py * height * 0.75, y + px * height * 0.12 + py * height * 0.16) for px, py in outline
    ]
    sheet.tint(fallen, "#140c0c", 0.45)
    body = placed(outline, x, y, height)
    base = ellipse(x, y, height * 0.24, height * 0.06)
    for part in (base, body):
        sheet.shape(part, ink)
    if half is PAWN:
        body = ellipse(x, y - height * 0.7, height * 0.15)
        sheet.shape(body, ink)
        sheet.shade(body, dark, (x + height * 0.16, y - height * 0.6), (x - height * 0.05, y - height * 0.74), 0.9)
        body = placed(outline, x, y, height)
    if half in (QUEEN, BISHOP):
        sheet.dot(x, y - height * 0.95, height * 0.045, ink)
    if half is KING:
        sheet.box(x - height * 0.022, y - height * 1.06, x + height * 0.022, y - height * 0.88, ink)
        sheet.box(x - height * 0.07, y - height * 1.01, x + height * 0.07, y - height * 0.97, ink)
    if half is BISHOP:
        sheet.line(placed([(0.01, -0.84), (0.08, -0.72)], x, y, height), dark, height * 0.02)
    sheet.shade(body, dark, (x + height * 0.24, y), (x - height * 0.06, y), 0.9)
    sheet.shade(base, dark, (x + height * 0.24, y + 6), (x - height * 0.1, y), 0.9)
    for level in (0.09, 0.6):
        sheet.line(
            placed(arc(0, -level, 0.16 if level > 0.1 else 0.2, 0.025, 20, 160), x, y, height),
            dark,
            max(2, height * 0.01),
        )
