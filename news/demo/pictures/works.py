"""Bridges, trains, ports and barrages: what people build into a landscape."""

from .geometry import Point, Points, along, arc, down_to, ellipse, placed, rect, smooth
from .ink import HEIGHT, INK, RED, WIDTH, Sheet, mixed
from .landscape import hills
from .motifs import birds, cloud, glints, sampan


def bridge_at_dusk(sheet: Sheet) -> None:
    """A cable-stayed bridge and its mirror image."""
    plum, dark, amber = "#3a2a55", "#1c1836", "#ffd58a"
    sheet.fade([(0, "#2c2a5c"), (260, "#7a4a78"), (470, "#e07a62"), (620, "#f9c77e")])
    sheet.glow(1130, 590, 560, "#ffe3a0", 0.8)
    sheet.dot(1130, 560, 78, "#fbe6b4")
    for x, y, w in ((380, 190, 420), (1200, 260, 360), (760, 330, 260)):
        sheet.shade(ellipse(x, y, w, 22), "#f2a07a", (x, y + 30), (x, y - 26), 0.8)
    for y, height, ink in ((590, 40, "#a9586c"), (612, 26, plum)):
        hills(sheet, y, height, ink, 0.45, 645)
    for x in range(0, 420, 34):
        sheet.box(x, 600 - sheet.random.uniform(0, 70), x + 26, 645, plum)
    _span(sheet, dark, amber)
    sheet.mirror(640, "#4b2c56", 0.12, 6)
    sheet.shade(rect(0, 640, WIDTH, HEIGHT), dark, (800, 1060), (800, 690), 0.9)
    glints(sheet, (980, 650, 1290, 970), 80, "#ffdf9e", 60)
    glints(sheet, (0, 660, WIDTH, 990), 60, "#e88f70", 60)
    sampan(sheet, 330, 850, 330, dark, "#f0b878")
    birds(sheet, [(900, 200, 44), (960, 170, 32), (850, 160, 28)], dark)


def _span(sheet: Sheet, ink: str, light: str) -> None:
    """A cable-stayed bridge from edge to edge: two A-shaped towers, fans of cables, a deck with lamps."""

    def deck(x: float) -> float:
        return 560 + ((x - 800) / 800) ** 2 * 42

    for tower in (500.0, 1200.0):
        for side in (-1, 1):
            for step in range(1, 15):
                foot = tower + side * step * (25 if (tower < 800) == (side > 0) else 36)
                sheet.line([(tower, 150 + step * 11), (foot, deck(foot))], mixed(ink, "#f0a070", 0.25), 2.2)
        sheet.line([(tower, 120), (tower, 320)], ink, 17)
        for side in (-1, 1):
            sheet.shape(
                [
                    (tower, 280),
                    (tower + side * 12, 280),
                    (tower + side * 58, 560),
                    (tower + side * 40, 646),
                    (tower + side * 24, 646),
                    (tower + side * 34, 560),
                ],
                ink,
            )
        sheet.box(tower - 44, 470, tower + 44, 486, ink)
        sheet.dot(tower, 112, 8, RED)
    road = [(x, deck(x)) for x in range(-20, 1640, 20)]
    sheet.shape([*road, *[(x, y + 22) for x, y in reversed(road)]], ink)
    for x in range(30, 1600, 70):
        sheet.line([(x, deck(x)), (x, deck(x) - 28)], ink, 2.5)
        sheet.glow(x, deck(x) - 30, 24, light, 0.9)
        sheet.dot(x, deck(x) - 30, 4.5, light)
    for x in range(90, 1560, 124):
        sheet.box(x, deck(x) - 13, x + 24, deck(x) - 3, RED if x % 3 else light, 4)


def high_speed_train(sheet: Sheet) -> None:
    """A train on its viaduct above paddies."""
    sheet.fade([(0, "#9cc4c4"), (420, "#e4e6c6"), (640, "#f6e3b0")])
    sheet.dot(420, 220, 84, "#fbf3d6")
    for x, y, w in ((300, 170, 300), (980, 130, 380), (1340, 230, 260)):
        cloud(sheet, x, y, w, "#f5f1df")
    for y, height, ink in ((380, 150, "#8fb4a8"), (480, 110, "#5f9488"), (600, 80, "#3c7468")):
        area = hills(sheet, y, height, ink, 0.52)
        sheet.shade(area, "#f3e6ba", (800, y + 240), (800, y - 40), 0.7)
    _fields(sheet)
    for x in (150, 560, 970, 1380):
        pier = [(x - 34, 660), (x + 34, 660), (x + 22, 720), (x + 26, 1000), (x - 26, 1000), (x - 22, 720)]
        sheet.shape(pier, "#cfc7ae")
        sheet.shade(pier, "#3a4a4a", (x + 44, 800), (x - 20, 800), 0.9)
    sheet.box(-20, 622, 1640, 668, "#e2d9bf")
    sheet.shade(rect(-20, 622, 1640, 668), "#3a4a4a", (800, 680), (800, 622), 0.9)
    _train(sheet, 1330, 620)
    for _ in range(46):
        level, left = sheet.random.uniform(430, 630), sheet.random.uniform(-200, 1000)
        streak = [(left, level), (left + sheet.random.uniform(60, 300), level)]
        sheet.line(streak, sheet.random.choice(("#fbf6e4", "#fbf6e4", RED)), 1.6)
    for x in range(90, 1600, 290):
        sheet.line([(x, 622), (x, 410), (x + 64, 410)], "#2e4444", 6)
    for y in (416, 440):
        sheet.line([(-20, y), (1620, y)], "#2e4444", 1.8)


def _fields(sheet: Sheet) -> None:
    """Paddies on the valley floor and a river between them."""
    sheet.shape(rect(0, 740, WIDTH, HEIGHT), "#86a850")
    inks = ("#9cb858", "#d5bf58", "#74984a", "#b9c468")
    for row in range(5):
        top, bottom = 740 + row * 26 * (1 + row * 0.4), 740 + (row + 1) * 26 * (1 + (row + 1) * 0.4)
        for column in range(-8, 9):
            spread, below = 120 * (1 + row * 0.28), 120 * (1 + (row + 1) * 0.28)
            field = [
                (800 + column * spread, top),
                (800 + (column + 1) * spread, top),
                (800 + (column + 1) * below, bottom - 4),
                (805 + column * below, bottom - 4),
            ]
            sheet.shape(field, inks[(column * 3 + row * 5) % 4])
    river = smooth([(620, 738), (720, 780), (610, 850), (800, 1010)], steps=12)
    sheet.shape([*river, *[(x + 30 + (y - 738) * 0.9, y) for x, y in reversed(river)]], "#bcd8d4")
    sheet.shade(rect(0, 740, WIDTH, HEIGHT), "#2d5a4c", (800, 1060), (800, 760), 0.75)


def _train(sheet: Sheet, nose: float, rail: float) -> None:
    """A train that runs to the right; its tip is at `nose`."""
    top = rail - 138
    front = smooth(
        [(nose - 330, top), (nose - 190, top + 12), (nose - 70, top + 62), (nose, top + 108), (nose - 8, rail - 12)],
        steps=10,
    )
    body = [(-30, top), *front, (nose - 30, rail - 4), (-30, rail - 4)]
    sheet.shape(body, "#f8f3e4")
    sheet.shade(body, "#7b8f94", (800, rail + 6), (800, top + 60), 0.85)
    sheet.shape([(-30, rail - 46), (nose - 4, rail - 34), (nose - 8, rail - 16), (-30, rail - 26)], RED)
    sheet.shape(
        smooth(
            [
                (nose - 212, top + 14),
                (nose - 130, top + 34),
                (nose - 78, top + 62),
                (nose - 170, top + 62),
                (nose - 226, top + 44),
            ],
            closed=True,
        ),
        INK,
    )
    for x in range(-10, int(nose) - 290, 62):
        sheet.box(x, top + 34, x + 42, top + 66, "#27414a", 8)
        sheet.shape([(x + 12, top + 34), (x + 24, top + 34), (x + 10, top + 66), (x + 2, top + 66)], "#6f98a0")
    for x in (200, 620, 1010):
        sheet.line([(x, top), (x, rail - 4)], "#9aa6a2", 4)
    for share in (0.2, 0.55, 0.86):
        y = along((0, top), (0, rail), share)[1]
        sheet.line([(-20, y), (420, y)], "#fffaf0", 2)
    sheet.glow(nose - 26, rail - 44, 90, "#fff3c0", 0.9)


def container_port(sheet: Sheet) -> None:
    """Cranes, a ship and boxes on the quay."""
    navy, steel = "#182c46", "#33506e"
    sheet.fade([(0, "#f0c793"), (330, "#f6deb0"), (560, "#f9ebc9")])
    sheet.dot(540, 330, 112, "#fdf4d8")
    for x, y, w in ((1180, 140, 360), (260, 190, 300)):
        cloud(sheet, x, y, w, "#fbeccb")
    hills(sheet, 560, 40, "#c9a68a", 0.45, 700)
    _crane(sheet, 1420, 640, 0.62, "#8b8f98")
    _crane(sheet, 1130, 660, 0.8, steel)
    _ship(sheet, navy)
    _crane(sheet, 640, 800, 1.18, RED)
    sheet.shape(rect(0, 800, WIDTH, HEIGHT), "#c9b48e")
    sheet.shade(rect(0, 800, WIDTH, HEIGHT), "#5a4a44", (800, 1060), (800, 800), 0.7)
    _stack(sheet, -30, 925, 4, 4)
    _stack(sheet, 1150, 925, 4, 3)
    for x in (700, 960):
        _truck(sheet, x, 930)
    sheet.line([(0, 958), (1600, 958)], "#f6e6c0", 4)


def _crane(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    """A ship-to-shore crane with its boom out to the right; legs stand on y."""

    def beam(x0: float, y0: float, x1: float, y1: float, width: float = 13) -> None:
        sheet.line(placed([(x0, y0), (x1, y1)], x, y, size), ink, width * size)

    for leg in (-110, 70):
        beam(leg, 0, leg + (20 if leg < 0 else -6), -400, 18)
    for level in (-120, -260):
        beam(-104, level, 66, level)
    beam(-104, -120, 66, -260, 7)
    beam(-230, -400, 520, -400, 20)
    beam(-230, -380, 520, -380, 6)
    beam(-20, -400, 10, -590, 14)
    beam(64, -400, 10, -590, 14)
    for reach in (-230, 240, 500):
        beam(10, -588, reach, -404, 5)
    sheet.shape(placed(rect(-200, -448, -90, -404), x, y, size), ink)
    sheet.shape(placed(rect(286, -384, 340, -346), x, y, size), mixed(ink, "#f6ead0", 0.5))
    for rope in (294, 332):
        beam(rope, -350, rope, -210, 3)
    sheet.shape(placed(rect(252, -212, 374, -160), x, y, size), "#e0a03c")
    sheet.hatch(placed(rect(252, -212, 374, -160), x, y, size), "#9c6420", 12, 2, 0)
    sheet.shade(
        placed(rect(-130, -400, -84, 0), x, y, size),
        mixed(ink, "#10182a", 0.7),
        (x - 140 * size, y),
        (x - 60 * size, y - 380 * size),
        0.5,
    )


def _ship(sheet: Sheet, ink: str) -> None:
    """A container ship at the quay, and the boxes on her deck."""
    sheet.shape(rect(0, 694, WIDTH, 810), "#6f98a0")
    glints(sheet, (0, 698, WIDTH, 800), 60, "#f6e6c0", 60)
    inks = ("#c9452f", "#e0a03c", "#3f7f83", "#e9dcc0", "#2f4f7a", "#8c3b3f")
    for column in range(13):
        for row in range(2 + (column * 7) % 3):
            x, y = 690 + column * 62, 606 - row * 34
            sheet.box(x, y - 32, x + 58, y, inks[(column * 5 + row * 3) % len(inks)])
            sheet.hatch(rect(x, y - 32, x + 58, y), ink, 10, 1, 0)
    hull = [(560, 580), (640, 606), (1620, 606), (1620, 740), (650, 740), (610, 690)]
    sheet.shape(hull, ink)
    sheet.shape([(618, 700), (1620, 700), (1620, 742), (650, 742)], RED)
    sheet.shade(hull, "#4f7896", (560, 600), (1300, 700), 0.5)
    sheet.line([(578, 600), (640, 622), (1620, 622)], "#f6e6c0", 3)


def _stack(sheet: Sheet, left: float, base: float, columns: int, rows: int) -> None:
    """Containers on the quay, one course after another."""
    inks = ("#2f5f7a", "#c9452f", "#e0a03c", "#3f7f6b", "#e9dcc0", "#73323e")
    for column in range(columns):
        for row in range(rows - (column + int(left)) % 2):
            x, y = left + column * 122, base - row * 66
            ink = inks[(column * 4 + row * 5 + int(left) % 5) % len(inks)]
            side = rect(x, y - 62, x + 118, y)
            sheet.shape(side, ink)
            sheet.hatch(rect(x + 6, y - 56, x + 112, y - 6), mixed(ink, "#10182a", 0.4), 11, 2.5, 0)
            sheet.shade(side, "#10182a", (x + 130, y + 10), (x + 10, y - 50), 0.7)


def _truck(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 96, y - 74, x + 44, y - 20, "#3f7f83")
    sheet.hatch(rect(x - 90, y - 68, x + 38, y - 26), "#1f4a52", 11, 2, 0)
    sheet.shape([(x + 50, y - 20), (x + 50, y - 66), (x + 76, y - 66), (x + 94, y - 42), (x + 94, y - 20)], "#f3e4c4")
    sheet.shape([(x + 62, y - 58), (x + 74, y - 58), (x + 86, y - 42), (x + 62, y - 42)], INK)
    sheet.box(x - 100, y - 22, x + 96, y - 12, INK)
    for wheel in (-74, -46, 20, 74):
        sheet.dot(x + wheel, y - 8, 14, INK)
        sheet.dot(x + wheel, y - 8, 6, "#c9b48e")


def river_barrage(sheet: Sheet) -> None:
    """Gates between fresh water and salt, one of them raised; a tide gauge."""
    salt, fresh, concrete, dark = "#2f6f86", "#8fae6a", "#d8ceb6", "#22333f"
    sheet.fade([(0, "#bcd3c8"), (300, "#efe6c6"), (420, "#f6dcae")])
    for x, y, w in ((330, 150, 380), (1180, 190, 330)):
        cloud(sheet, x, y, w, "#f8f1dc")
    hills(sheet, 410, 46, "#93ad86", 0.5, 520)
    sheet.shape(rect(0, 470, WIDTH, 704), fresh)
    sheet.shade(rect(0, 470, WIDTH, 704), "#4d7a50", (800, 720), (800, 470), 0.8)
    glints(sheet, (0, 476, WIDTH, 690), 90, "#e9ecc8", 60)
    for index in range(6):
        _gate(sheet, 40 + index * 262, concrete, dark, raised=index == 3)
    sheet.box(-20, 300, 1620, 342, concrete)
    sheet.shade(rect(-20, 300, 1620, 342), dark, (800, 350), (800, 304), 0.8)
    for x in range(0, 1600, 32):
        sheet.line([(x, 300), (x, 276)], dark, 2.5)
    sheet.line([(0, 276), (1600, 276)], dark, 4)
    sheet.mirror(700, salt, 0.25, 6)
    sheet.shade(rect(0, 700, WIDTH, HEIGHT), "#123b52", (800, 1060), (800, 720), 0.9)
    glints(sheet, (0, 710, WIDTH, 990), 100, "#a8cbd0", 80)
    sheet.shade([(846, 700), (1052, 700), (1180, 1000), (620, 1000)], "#e6ecd0", (950, 690), (950, 960), 0.8)
    _tide_gauge(sheet, 370, 990)


def _gate(sheet: Sheet, x: float, concrete: str, dark: str, raised: bool) -> None:
    """One bay of the barrage: pier with its tower, and a steel leaf that is down or raised."""
    top = 470.0 if raised else 560.0
    leaf_area = rect(x + 62, top - 130, x + 262, 700 if not raised else top - 10)
    if not raised:
        sheet.shape(rect(x + 62, 440, x + 262, 704), "#3d6a78")
    sheet.shape(leaf_area, "#4f7f8a" if not raised else RED)
    sheet.hatch(leaf_area, dark, 34, 3, 0)
    sheet.shade(leaf_area, dark, (x + 300, 720), (x + 100, 440), 0.7)
    for level in (480, 560, 640):
        if not raised:
            sheet.line([(x + 62, level), (x + 262, level)], dark, 5)
    pier = [(x, 250), (x + 66, 250), (x + 66, 700), (x + 78, 716), (x - 12, 716), (x, 700)]
    sheet.shape(pier, concrete)
    sheet.shade(pier, dark, (x + 84, 500), (x + 8, 500), 0.85)
    cabin = [(x - 14, 170), (x + 33, 134), (x + 80, 170), (x + 80, 250), (x - 14, 250)]
    sheet.shape(cabin, "#c8573f")
    sheet.shape(rect(x - 4, 178, x + 70, 250), concrete)
    sheet.box(x + 18, 194, x + 48, 228, dark, 3)


def _tide_gauge(sheet: Sheet, x: float, foot: float) -> None:
    """A staff gauge in the water: alternating E-shaped marks and plain numbers of the marks."""
    sheet.shape([(px + 16, py) for px, py in rect(x - 58, 330, x + 58, foot + 20)], "#17303f")
    sheet.box(x - 58, 320, x + 58, foot + 20, "#fbf5e4", 6)
    for index in range(13):
        y = 350 + index * 50
        ink = RED if index % 2 else INK
        sheet.box(x - 46, y, x - 26, y + 25, ink)
        for tooth in (0, 10, 20):
            sheet.box(x - 46, y + tooth, x + 4, y + tooth + 5, ink)
        if index % 2 == 0:
            sheet.text((x + 30, y + 14), str((12 - index) // 2), INK, 34)
    ripple: list[Point] = arc(x, 846, 96, 14, 0, 360)
    wet: Points = rect(x - 58, 846, x + 58, foot + 20)
    sheet.tint(wet, "#2f6f86", 0.6)
    sheet.line(ripple[:46], "#e6f0ea", 3)
    sheet.line(down_to([(x - 58, 846), (x + 58, 846)], 850), "#e6f0ea", 3)
