"""Rooms where people learn, read, sit exams and meet."""

from math import cos, radians, sin

from .geometry import Point, Points, along, arc, ellipse, placed, rect, smooth, turned
from .ink import HEIGHT, INK, PAPER, RED, WIDTH, Sheet, mixed


def ballot_and_meeting(sheet: Sheet) -> None:
    """An assembly from above, a ballot box on its floor."""
    sheet.fade([(0, "#e9dcc0"), (1000, "#dccba6")])
    cx, cy = 800, 985
    for r, ink in ((960, "#d3bf95"), (800, "#c9b388"), (640, "#bfa67a"), (480, "#b59a6d"), (330, "#e6d6b4")):
        sheet.dot(cx, cy, r, ink)
        sheet.shade(arc(cx, cy, r, None, 180, 360), "#7a5c38", (cx + r, cy - 60), (cx - r * 0.3, cy - r * 0.5), 0.5)
    for ring in range(7):
        r = 420 + ring * 82
        count = 13 + ring * 3
        for seat in range(count):
            angle = 188 + 164 * seat / (count - 1)
            if abs(angle - 229) > 2.6 and abs(angle - 311) > 2.6:
                _seat(sheet, cx + r * cos(radians(angle)), cy + r * sin(radians(angle)), angle, 13 + ring * 2.2)
    for angle in (229, 311):
        aisle = [
            (cx + r * cos(radians(angle + spread)), cy + r * sin(radians(angle + spread)))
            for r, spread in ((350, -1.6), (960, -1.1), (960, 1.1), (350, 1.6))
        ]
        sheet.shape(aisle, RED)
        sheet.shade(aisle, "#5a0a12", aisle[0], aisle[1], 0.6)
    _ballot_box(sheet, 800, 830)


def _seat(sheet: Sheet, x: float, y: float, angle: float, size: float) -> None:
    """One delegate from above, turned to the floor: shoulders, head, desk; some hold up a red card."""
    out = radians(angle)
    desk = turned(rect(x - size * 1.05, y - size * 0.3, x + size * 1.05, y + size * 0.3), (x, y), angle + 90)
    dx, dy = -cos(out) * size * 1.3, -sin(out) * size * 1.3
    sheet.shape([(px + dx + 3, py + dy + 5) for px, py in desk], "#8a6c45")
    sheet.shape([(px + dx, py + dy) for px, py in desk], "#f3e6c8")
    suit = sheet.random.choice(("#24364f", "#3d4f5f", "#59463f", "#2f5a5a", "#7a4a3a"))
    sheet.shape([(px + 4, py + 6) for px, py in ellipse(x, y, size, size * 0.62, angle + 90)], "#8a6c45")
    sheet.shape(ellipse(x, y, size, size * 0.62, angle + 90), suit)
    sheet.dot(x, y, size * 0.5, sheet.random.choice(("#1d1a1c", "#2b2422", "#1d1a1c", "#7f7a74")))
    if sheet.random.random() < 0.24:
        card = rect(x + size * 0.5, y - size * 1.9, x + size * 1.4, y - size * 0.7)
        sheet.line([(x + size * 0.5, y), (x + size * 0.95, y - size)], suit, size * 0.34)
        sheet.shape(turned(card, (x, y), 8), RED)


def _ballot_box(sheet: Sheet, x: float, y: float) -> None:
    """The box in the middle of the floor with a paper half way in."""
    sheet.shape(ellipse(x + 30, y + 122, 200, 34), "#a58a5c")
    front, side, top = (
        rect(x - 150, y - 60, x + 90, y + 120),
        [(x + 90, y - 60), (x + 150, y - 110), (x + 150, y + 66), (x + 90, y + 120)],
        [(x - 150, y - 60), (x - 90, y - 110), (x + 150, y - 110), (x + 90, y - 60)],
    )
    sheet.shape(front, RED)
    sheet.shade(front, "#5a0a12", (x + 100, y + 160), (x - 120, y - 40), 0.7)
    sheet.shape(side, "#7d0d17")
    sheet.shape(top, "#d8424a")
    sheet.shape([(x - 66, y - 82), (x - 54, y - 92), (x + 66, y - 92), (x + 54, y - 82)], "#3a060c")
    slip = [(x - 50, y - 86), (x - 38, y - 220), (x + 66, y - 206), (x + 54, y - 88)]
    sheet.shape(slip, "#fdf8ea")
    sheet.shade(slip, "#b59a6d", (x + 70, y - 80), (x - 20, y - 190), 0.6)
    sheet.line([(x - 16, y - 156), (x + 2, y - 132), (x + 40, y - 178)], RED, 11)
    star = [
        (x - 30 + r * sin(radians(a)), y + 32 - r * cos(radians(a)))
        for a, r in ((step * 36, 50 if step % 2 == 0 else 20) for step in range(10))
    ]
    sheet.shape(star, "#f4c64a")


def exam_hall(sheet: Sheet) -> None:
    """Candidates at their desks from above, in slanting light."""
    sheet.fade([(0, "#e8dcbf"), (1000, "#d8c69c")])
    for column in range(-4, 26):
        sheet.line([(column * 90 - 300, 0), (column * 90 + 200, 1000)], "#cfbc92", 2)
    for window in range(5):
        left = -60 + window * 380
        beam = [(left, 0), (left + 200, 0), (left + 700, 1000), (left + 500, 1000)]
        sheet.tint(beam, "#fbf1d0", 0.6)
    for row in range(5):
        for column in range(7):
            x, y = 60 + column * 250 + row * 40 - 90, 110 + row * 205
            away = (row, column) == (2, 3)
            _candidate(sheet, x, y, RED if away else None)
    for x, y in ((1490, 330), (330, 815)):
        _invigilator(sheet, x, y)
    sheet.shade(rect(0, 0, WIDTH, HEIGHT), "#6b5436", (1800, 1150), (900, 420), 0.75)


def _candidate(sheet: Sheet, x: float, y: float, shirt: str | None) -> None:
    """A desk from above with its paper, a head bent over it, a long shadow to the lower right."""
    sheet.tint(
        [(x - 74, y - 30), (x + 74, y - 30), (x + 150, y + 70), (x + 150, y + 124), (x + 2, y + 124), (x - 74, y + 34)],
        "#8a7048",
        0.45,
    )
    desk = rect(x - 74, y - 50, x + 74, y + 34)
    sheet.shape([(px, py + 12) for px, py in desk], "#7d5430")
    sheet.shape(desk, "#c18a52")
    sheet.shade(desk, "#8a5a32", (x + 90, y + 50), (x - 40, y - 40), 0.6)
    tilt = sheet.random.uniform(-9, 9)
    paper = turned(rect(x - 34, y - 42, x + 26, y + 26), (x, y), tilt)
    sheet.shape(paper, "#fdf8ea")
    for line in range(sheet.random.randint(3, 7)):
        sheet.line(
            turned([(x - 26, y - 30 + line * 8), (x + sheet.random.uniform(4, 18), y - 30 + line * 8)], (x, y), tilt),
            "#8d93a0",
            2,
        )
    body = ellipse(x, y + 66, 56, 30)
    ink = shirt or sheet.random.choice(("#f4f0e4", "#e4ecec", "#f4f0e4", "#5f87a0"))
    sheet.shape([(px + 10, py + 12) for px, py in body], "#a88c5c")
    sheet.line([(x - 42, y + 58), (x - 34, y + 18)], ink, 19)
    sheet.line([(x + 42, y + 58), (x + 30, y + 8)], ink, 19)
    sheet.shape(body, ink)
    sheet.shade(body, "#6b6a70", (x + 60, y + 90), (x - 20, y + 50), 0.6)
    sheet.dot(x + 24, y + 2, 10, "#d29a6c")
    sheet.dot(x - 32, y + 12, 10, "#d29a6c")
    sheet.line([(x + 22, y), (x + 10, y - 18)], INK, 4)
    head = ellipse(x, y + 50, 28, 30)
    sheet.shape(head, "#231d1f")
    sheet.line(arc(x, y + 50, 17, 19, 190, 260), "#5a5054", 4)


def _invigilator(sheet: Sheet, x: float, y: float) -> None:
    sheet.tint([(x - 50, y), (x + 40, y - 30), (x + 180, y + 130), (x + 110, y + 170)], "#8a7048", 0.5)
    sheet.shape(ellipse(x, y, 70, 36, -20), "#24466a")
    sheet.shade(ellipse(x, y, 70, 36, -20), INK, (x + 60, y + 40), (x - 20, y - 10), 0.8)
    sheet.dot(x, y - 4, 31, "#231d1f")
    sheet.shape(turned(rect(x - 66, y + 20, x - 26, y + 64), (x, y), -10), PAPER)


def classroom_board(sheet: Sheet) -> None:
    """A class from behind, Pythagoras and a curve on the board."""
    sheet.fade([(0, "#f0d9a8"), (700, "#e9c98c"), (1000, "#b98250")])
    _window(sheet, 60, 90)
    board = rect(360, 110, 1400, 600)
    sheet.shape(rect(338, 88, 1422, 622), "#7a4a28")
    sheet.shape([(346, 622), (1414, 622), (1424, 644), (336, 644)], "#5b351e")
    sheet.shape(board, "#24503f")
    sheet.shade(board, "#133228", (1450, 640), (560, 200), 0.85)
    sheet.tint([(360, 230), (360, 110), (560, 110), (900, 600), (620, 600)], "#5f8a6a", 0.32)
    _chalk(sheet, "#f2f0e0")
    sheet.box(1240, 612, 1300, 628, "#f2f0e0", 4)
    sheet.box(1180, 616, 1216, 626, RED, 4)
    for row, (y, size, ink) in enumerate(((770, 0.8, "#9a6236"), (930, 1.12, "#7a4526"))):
        for column in range(4):
            x = 800 + (column - 1.5) * (330 + row * 110)
            _pupil(sheet, x, y, size, (row * 4 + column) % 5)
            _desk(sheet, x, y, size, ink)
    sheet.tint([(60, 90), (270, 90), (1010, 1000), (520, 1000), (60, 420)], "#fff3cc", 0.22)


def _window(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 16, y - 16, x + 226, y + 386, "#8a5a34")
    sheet.fade([(y, "#bfe0dc"), (y + 370, "#f8f0cc")], rect(x, y, x + 210, y + 370))
    for px, py, r in ((x + 40, y + 330, 70), (x + 120, y + 350, 84), (x + 190, y + 320, 60)):
        sheet.shape([(a, min(b, y + 370)) for a, b in ellipse(px, py, r) if x <= a <= x + 210], "#6f9c5a")
    sheet.line([(x + 105, y), (x + 105, y + 370)], "#8a5a34", 12)
    sheet.line([(x, y + 180), (x + 210, y + 180)], "#8a5a34", 12)


def _chalk(sheet: Sheet, chalk: str) -> None:
    """Geometry and a curve: a right triangle with its squares, axes with a wave."""
    a, b, c = (540.0, 440.0), (680.0, 440.0), (540.0, 335.0)
    large = [c, b, (785.0, 300.0), (645.0, 195.0)]
    sheet.line([a, b, (680, 580), (540, 580)], chalk, 3, closed=True)
    sheet.line([a, c, (435, 335), (435, 440)], chalk, 3, closed=True)
    sheet.line([a, b, c], chalk, 6, closed=True)
    sheet.hatch(large, "#f0c860", 16, 1.5, 1)
    sheet.line(large, "#f0c860", 4, closed=True)
    sheet.line([(540, 420), (560, 420), (560, 440)], chalk, 3)
    sheet.line([(920, 520), (1350, 520)], chalk, 4)
    sheet.line([(950, 550), (950, 200)], chalk, 4)
    sheet.line([(1338, 512), (1352, 520), (1338, 528)], chalk, 4)
    sheet.line([(942, 214), (950, 200), (958, 214)], chalk, 4)
    sheet.line(smooth([(950, 500), (1030, 470), (1120, 390), (1200, 280), (1330, 190)], steps=12), "#f08a7a", 6)
    for x in range(1010, 1340, 60):
        sheet.line([(x, 513), (x, 527)], chalk, 3)
    sheet.dashes([along((1200, 280), (1200, 520), step / 20) for step in range(21)], chalk, 3, 1, 1)
    sheet.dashes([along((1200, 280), (950, 280), step / 20) for step in range(21)], chalk, 3, 1, 1)


def _pupil(sheet: Sheet, x: float, y: float, size: float, kind: int) -> None:
    """A pupil from behind: white shirt, red scarf, one of five heads; `kind` 1 raises a hand."""
    shirt = placed(smooth([(-96, 20), (-92, -60), (-52, -96), (52, -96), (92, -60), (96, 20)], steps=8), x, y, size)
    if kind == 1:
        sheet.line(placed([(70, -60), (112, -150), (104, -240)], x, y, size), "#f8f4e6", 38 * size)
        sheet.line(placed([(104, -236), (102, -276)], x, y, size), "#d29a6c", 26 * size)
    sheet.shape(shirt, "#f8f4e6")
    sheet.shade(shirt, "#8c8ea0", (x + 110 * size, y + 20), (x - 10 * size, y - 60 * size), 0.75)
    sheet.shape(placed([(-44, -98), (44, -98), (0, -44)], x, y, size), RED)
    sheet.line(placed([(0, -112), (0, -92)], x, y, size), "#c88f62", 40 * size)
    head = placed(ellipse(0, -156, 56, 62), x, y, size)
    sheet.shape(head, "#2a2022")
    if kind in (0, 3):
        for side in (-1, 1):
            tail = smooth([(side * 44, -170), (side * 84, -150), (side * 78, -84), (side * 60, -110)], closed=True)
            sheet.shape(placed(tail, x, y, size), "#2a2022")
            sheet.shape(placed(ellipse(side * 54, -160, 11), x, y, size), RED)
    elif kind == 2:
        sheet.shape(placed(smooth([(-56, -160), (-62, -92), (0, -82), (62, -92), (56, -160)]), x, y, size), "#2a2022")
    else:
        for side in (-1, 1):
            sheet.shape(placed(ellipse(side * 57, -146, 11, 17), x, y, size), "#c88f62")
    sheet.line(placed(arc(0, -156, 38, 44, 200, 260), x, y, size), "#6b5650", 6 * size)


def _desk(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    top = placed([(-150, 10), (150, 10), (168, 44), (-168, 44)], x, y, size)
    sheet.shape(top, mixed(ink, "#f3d9a0", 0.35))
    front = placed(rect(-168, 44, 168, 130), x, y, size)
    sheet.shape(front, ink)
    sheet.shade(front, "#3a1f14", (x + 200 * size, y + 140 * size), (x - 120 * size, y + 40 * size), 0.8)
    sheet.shape(placed([(-60, 14), (40, 14), (46, 36), (-66, 36)], x, y, size), PAPER)
    sheet.line(placed([(-10, 14), (-10, 36)], x, y, size), "#b9a883", 2)


def village_library(sheet: Sheet) -> None:
    """A child who reads in the window between the shelves."""
    sheet.fade([(0, "#5b3a2e"), (1000, "#3a2422")])
    for shelf in range(5):
        y = 196 + shelf * 172
        sheet.shape(rect(0, y - 150, WIDTH, y), "#341d1c")
        _books(sheet, y)
        sheet.shape(rect(0, y, WIDTH, y + 22), "#8a5836")
        sheet.shape(rect(0, y + 22, WIDTH, y + 28), "#2a1718")
    for x in (0, 1180):
        sheet.box(x - 14, 0, x + 14, HEIGHT, "#8a5836")
    _arched_window(sheet, 800, 560)
    beam: Points = [(600, 250), (1000, 250), (1560, 1000), (560, 1000)]
    sheet.tint(beam, "#ffe9b0", 0.2)
    sheet.shade(beam, "#ffe9b0", (760, 240), (1060, 900), 0.5)
    sheet.shape([(0, 880), (1600, 880), (1600, 1000), (0, 1000)], "#7a4a2e")
    sheet.shade([(0, 880), (1600, 880), (1600, 1000), (0, 1000)], "#f0c478", (900, 980), (260, 890), 0.7)
    _reader(sheet, 800, 850)


def _books(sheet: Sheet, y: float) -> None:
    """A full shelf: spines of many widths and heights, some leaning, red now and then."""
    inks = ("#c8884a", "#3f6a66", "#e3c48c", "#7a3a34", "#5f7f7a", "#d9a85a", "#2f4858", "#a8623e")
    x = 16.0
    while x < WIDTH:
        width, height = sheet.random.uniform(18, 46), sheet.random.uniform(92, 138)
        ink = RED if sheet.random.random() < 0.07 else sheet.random.choice(inks)
        lean = sheet.random.choice((0, 0, 0, 0, 0, 6))
        spine = turned(rect(x, y - height, x + width - 3, y), (x, y), lean)
        sheet.shape(spine, ink)
        sheet.shade(spine, "#1c1013", (x + width, y), (x - width * 0.4, y), 0.55)
        for level in (0.2, 0.28, 0.8):
            if width > 26:
                sheet.line(
                    turned([(x + 3, y - height * level), (x + width - 6, y - height * level)], (x, y), lean),
                    "#f3dfae",
                    2.5,
                )
        x += width + lean * 2.2


def _arched_window(sheet: Sheet, x: float, y: float) -> None:
    """A tall window between the shelves, day behind it."""
    frame = [*arc(x, y - 300, 222, None, 180, 360), (x + 222, y + 250), (x - 222, y + 250)]
    pane = [*arc(x, y - 300, 196, None, 180, 360), (x + 196, y + 226), (x - 196, y + 226)]
    sheet.shape(frame, "#8a5836")
    sheet.fade([(60, "#8fc4c4"), (500, "#f6ecc4"), (790, "#f3d68c")], pane)
    for px, py, rx, ry in ((x - 130, y + 190, 120, 70), (x + 20, y + 210, 150, 60), (x + 150, y + 180, 110, 80)):
        hill: list[Point] = [(max(x - 196, min(x + 196, a)), min(b, y + 226)) for a, b in ellipse(px, py, rx, ry)]
        sheet.shape(hill, "#6f9c68")
        sheet.shade(hill, "#2f5a4a", (px, y + 240), (px, y + 120), 0.8)
    for px in (-66, 66):
        sheet.line([(x + px, y - 480), (x + px, y + 226)], "#8a5836", 11)
    for py in (-300, -120, 60):
        sheet.line([(x - 196, y + py), (x + 196, y + py)], "#8a5836", 11)
    sheet.box(x - 260, y + 244, x + 260, y + 284, "#a86c42")


def _reader(sheet: Sheet, x: float, y: float) -> None:
    """A child who sits on the sill against the light, a red book on the knees."""
    dark = "#24161c"
    sheet.shape(smooth(placed([(-60, 0), (-74, -96), (-40, -170), (20, -172), (52, -96), (70, 0)], x, y - 4)), dark)
    sheet.line(placed([(20, -10), (120, -92), (164, 40)], x, y), dark, 46)
    sheet.line(placed([(-10, -140), (40, -70), (112, -98)], x, y), dark, 34)
    sheet.shape(ellipse(x + 4, y - 226, 54, 58), dark)
    sheet.shape(smooth(placed([(-52, -230), (-66, -180), (-30, -160), (10, -180)], x, y), closed=True), dark)
    sheet.shape(placed([(84, -150), (160, -176), (176, -96), (104, -70)], x, y), RED)
    sheet.shape(placed([(84, -150), (40, -190), (60, -112), (104, -70)], x, y), "#7d0d17")
    sheet.shape(placed([(88, -156), (160, -182), (160, -174), (88, -148)], x, y), PAPER)
    sheet.line(placed([(150, 40), (200, 42)], x, y), dark, 30)
    sheet.box(x - 190, y + 26, x + 260, y + 56, "#a86c42")
