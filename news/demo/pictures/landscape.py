"""Land and water: wide views in few inks, light first."""

from math import sin

from .geometry import Point, Points, down_to, ellipse, placed, rect, ridge, smooth
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .motifs import birds, farmer, glints, palm, sampan, trawler


def hills(sheet: Sheet, y: float, height: float, ink: str, rough: float = 0.5, bottom: float = HEIGHT) -> Points:
    """A range of hills across the whole sheet; gives its outline back for shading."""
    rise = sheet.random.uniform(-height, height) * 0.4
    area = down_to(ridge(sheet.random, (-20, y - rise), (WIDTH + 20, y + rise), height, rough), bottom)
    sheet.shape(area, ink)
    return area


def dawn_harbour(sheet: Sheet) -> None:
    """Fishing boats and a basket boat before a red sun."""
    navy, deep, coral = "#16263f", "#274463", "#e2876a"
    sheet.fade([(0, "#3d5c7a"), (190, "#b98a86"), (390, "#efb28a"), (560, "#fbe3b4")])
    sheet.glow(1010, 500, 620, "#fff0c4", 0.75)
    sheet.dot(1010, 486, 124, RED)
    sheet.shade(ellipse(1010, 486, 124), "#f4a860", (1010, 610), (1010, 400), 0.9)
    for y, height, ink in ((500, 70, "#c98f86"), (540, 46, "#7f6f80")):
        area = hills(sheet, y, height, ink, 0.48, 562)
        sheet.shade(area, "#fbe3b4", (800, 565), (800, y - 40), 0.55)
    trawler(sheet, 640, 560, 210, "#4b5470", "#8a7c86")
    trawler(sheet, 1300, 560, 170, "#4b5470", "#8a7c86", flip=True)
    sheet.mirror(560, deep, 0.12, 6)
    sheet.shade(rect(0, 560, WIDTH, HEIGHT), navy, (800, 1040), (800, 640), 0.85)
    glints(sheet, (860, 570, 1160, 960), 90, "#fbd9a0", 70)
    glints(sheet, (0, 600, WIDTH, 990), 70, coral, 50)
    trawler(sheet, 500, 800, 640, navy, "#31486a")
    glints(sheet, (190, 818, 800, 880), 26, navy, 90)
    _basket_boat(sheet, 1190, 850, navy)
    birds(sheet, [(700, 190, 66), (790, 150, 46), (620, 140, 38), (860, 230, 34), (1180, 270, 44)], navy)


def _basket_boat(sheet: Sheet, x: float, y: float, ink: str) -> None:
    """A round bamboo boat with one standing rower."""
    farmer(sheet, x - 6, y - 4, 190, ink, "#f0c890")
    sheet.line([(x + 12, y - 110), (x + 122, y + 44)], ink, 7)
    sheet.shape(smooth([(x - 116, y - 30), (x - 92, y + 30), (x, y + 54), (x + 92, y + 30), (x + 116, y - 30)]), ink)
    sheet.shape(ellipse(x, y - 30, 116, 24), "#44597a")
    sheet.shape(smooth([(x - 22, y - 20), (x - 24, y - 60), (x + 24, y - 60), (x + 22, y - 20)]), ink)
    glints(sheet, (x - 150, y + 40, x + 150, y + 80), 14, "#fbd9a0", 50)


def rice_terraces(sheet: Sheet) -> None:
    """Terraced hills between seed time and harvest."""
    sheet.fade([(0, "#f6e3b0"), (420, "#e9d79a")])
    sheet.dot(1130, 190, 92, "#f3b24a")
    for y, height, ink in ((300, 120, "#a9b98c"), (370, 90, "#7f9f78")):
        area = hills(sheet, y, height, ink, 0.5)
        sheet.shade(area, "#f6e3b0", (800, y + 190), (800, y - 60), 0.7)
    _terraced_hill(sheet, (1250, 880), 980, 520, 11, 4.1)
    _terraced_hill(sheet, (180, 980), 860, 590, 12, 0.4)
    _terraced_hill(sheet, (900, 1160), 1050, 430, 8, 2.2)
    farmer(sheet, 792, 828, 92, "#3a2a20", "#f6e3b0")
    sheet.shape([(782, 768), (802, 768), (800, 784), (786, 786)], RED)
    birds(sheet, [(560, 160, 54), (640, 205, 40), (480, 220, 34)], "#4d6a4a")


def _terraced_hill(sheet: Sheet, foot: Point, width: float, height: float, count: int, phase: float) -> None:
    """Terraces like stacked plates from the foot up: each a dark bank below a field of rice or water."""
    fields = ("#6f9a3d", "#93b24a", "#d9bb4c", "#e8cf72", "#86a845", "#c5d3b8", "#b4a83f")
    for level in range(count):
        share = level / count
        rx, ry = width * (1 - share) ** 0.8 * 0.62, height * 0.3 * (1 - share) ** 0.75
        x, y = foot[0] + 60 * sin(phase + share * 4), foot[1] - height * share**0.9
        field = _plate(x, y, rx, ry, phase + share * 1.1)
        sheet.shape([(px, py + 17 - 6 * share) for px, py in field], "#47582a")
        ink = fields[(level * 3 + int(phase * 2)) % len(fields)]
        sheet.shape(field, ink)
        sheet.shade(field, mixed(ink, "#24401f", 0.75), (x - rx, y + ry * 0.3), (x + rx * 0.35, y - ry * 0.2), 0.8)
        sheet.line(field[: len(field) // 2 + 4], mixed(ink, "#fff6d0", 0.55), 3)
        if level % 3 == 1:
            _rice_rows(sheet, x, y, rx, ry, mixed(ink, "#24401f", 0.45))


def _plate(x: float, y: float, rx: float, ry: float, phase: float) -> Points:
    """A wavy ellipse, like a contour line on a hill."""
    rim = []
    for px, py in ellipse(0, 0, 1):
        bend = 1 + 0.09 * sin(3 * px + phase * 2) + 0.07 * sin(5 * px - phase * 3 + 2 * py)
        rim.append((x + rx * px * bend, y + ry * py * bend))
    return rim


def _rice_rows(sheet: Sheet, x: float, y: float, rx: float, ry: float, ink: str) -> None:
    """Tufts of planted rice along the lower half of a terrace."""
    for row in (0.45, 0.62, 0.79):
        for step in range(-14, 15):
            px, py = x + rx * step / 16 * (1.02 - row * 0.35), y + ry * (row - (step / 17) ** 2 * 0.62)
            sheet.line([(px, py), (px - 3, py - 9)], ink, 2)
            sheet.line([(px, py), (px + 4, py - 8)], ink, 2)


def flood_delta(sheet: Sheet) -> None:
    """Houses on stilts and rowing boats in the high water."""
    teal, dark, pale = "#2d5a60", "#12333b", "#d7dccb"
    sheet.fade([(0, "#5f8484"), (250, "#a7bbae"), (520, "#efe4c4")])
    for x, y, rx, ry in ((300, 120, 420, 70), (980, 70, 520, 90), (1400, 190, 380, 60), (720, 210, 300, 34)):
        sheet.shade(ellipse(x, y, rx, ry), "#3f686c", (x, y + ry), (x, y - ry * 1.1), 0.75)
    sheet.shade(rect(0, 470, WIDTH, 522), "#8aa69c", (800, 530), (800, 455), 0.9)
    for x in range(-20, WIDTH, 74):
        lean = sheet.random.uniform(-0.25, 0.25)
        palm(sheet, x + sheet.random.uniform(-20, 20), 522, sheet.random.uniform(70, 130), "#5b8580", lean)
    for x, size in ((180, 120), (380, 96), (1090, 110), (1500, 130)):
        _stilt_house(sheet, x, 522, size, "#3a666a", "#4d7a7a", pale)
    palm(sheet, 250, 560, 430, dark, 0.16)
    palm(sheet, 1440, 560, 360, dark, -0.2)
    _stilt_house(sheet, 860, 566, 330, dark, teal, "#f0c46a")
    sheet.shape([(690, 420), (730, 420), (724, 476), (694, 474)], RED)
    sheet.line([(610, 418), (800, 424)], dark, 3)
    sheet.mirror(560, "#cdd3bd", 0.2, 5)
    sheet.shade(rect(0, 560, WIDTH, HEIGHT), teal, (800, 1060), (800, 600), 0.8)
    glints(sheet, (0, 575, WIDTH, 1000), 120, pale, 70)
    sampan(sheet, 470, 800, 470, dark, "#e8d6a2")
    sampan(sheet, 1230, 700, 210, dark, "#e8d6a2")
    glints(sheet, (260, 835, 720, 900), 20, dark, 70)


def _stilt_house(sheet: Sheet, x: float, y: float, size: float, ink: str, wall: str, light: str) -> None:
    """A house on stilts in water up to y; `size` is its width."""
    for share in (-0.42, -0.2, 0.05, 0.3, 0.42):
        sheet.line([(x + share * size, y), (x + share * size, y - size * 0.3)], ink, size * 0.028)
    sheet.shape(placed(rect(-0.45, -0.55, 0.45, -0.22), x, y, size), wall)
    sheet.shade(
        placed(rect(-0.45, -0.55, 0.45, -0.22), x, y, size), ink, (x + size * 0.45, y), (x - size * 0.3, y), 0.8
    )
    sheet.shape(placed(rect(-0.55, -0.25, 0.55, -0.21), x, y, size), ink)
    sheet.shape(placed([(-0.58, -0.5), (-0.4, -0.86), (0.36, -0.86), (0.58, -0.5)], x, y, size), ink)
    for share in range(-5, 6):
        sheet.line(placed([(share * 0.105, -0.51), (share * 0.073, -0.85)], x, y, size), wall, size * 0.006)
    sheet.shape(placed(rect(-0.3, -0.44, -0.16, -0.3), x, y, size), light)
    sheet.shape(placed(rect(0.06, -0.47, 0.2, -0.23), x, y, size), light)


def polar_ice(sheet: Sheet) -> None:
    """A cliff of ice, and a ship that shows its size."""
    deep, mid, ice, white = "#12304d", "#4f87a6", "#cfe3e8", "#f6f8f4"
    sheet.fade([(0, "#7fb0c4"), (300, "#c6dde0"), (480, "#f2eddc")])
    sheet.dot(440, 210, 70, "#fbf6e4")
    sheet.glow(440, 210, 380, "#fbf6e4", 0.6)
    area = hills(sheet, 420, 80, "#8fb6c6", 0.55, 560)
    sheet.shade(area, white, (800, 570), (800, 380), 0.7)
    _ice_shelf(sheet, white, ice, mid)
    _berg(sheet, [(170, 560), (205, 470), (262, 430), (300, 372), (352, 420), (402, 470), (430, 560)], white, mid)
    sheet.box(452, 546, 502, 562, RED)
    sheet.shape([(436, 540), (524, 540), (508, 562), (450, 562)], RED)
    sheet.box(462, 520, 492, 541, white)
    sheet.line([(486, 500), (486, 540)], deep, 4)
    sheet.mirror(560, mid, 0.3, 5)
    sheet.shade(rect(0, 560, WIDTH, HEIGHT), deep, (800, 1000), (800, 575), 0.95)
    glints(sheet, (0, 580, WIDTH, 1000), 90, "#a9cbd6", 80)
    for x, y, w in (
        (620, 690, 150),
        (250, 760, 230),
        (980, 800, 300),
        (560, 900, 260),
        (1370, 720, 170),
        (1400, 925, 240),
    ):
        _floe(sheet, x, y, w, white, mid)
    birds(sheet, [(660, 250, 46), (720, 215, 34), (600, 205, 30)], deep)


def _ice_shelf(sheet: Sheet, white: str, ice: str, shadow: str) -> None:
    """A cliff of ice that comes in from the right: broken columns, lit and dark, under a field of snow."""
    sheet.shape([(650, 562), (700, 352), (1620, 240), (1620, 562)], ice)
    x = 660.0
    while x < WIDTH + 20:
        width, tone = sheet.random.uniform(26, 92), sheet.random.choice((white, ice, "#b3d3de", "#8fbacb", ice))
        top, slip = 356 - (x - 690) * 0.118 + sheet.random.uniform(-10, 16), sheet.random.uniform(-14, 14)
        column = [(x, top), (x + width, top - width * 0.1), (x + width + slip, 562), (x + slip, 562)]
        sheet.shape(column, tone)
        sheet.shade(column, shadow, (x, 580), (x + width * 0.6, top + 50), 0.75)
        if sheet.random.random() < 0.4:
            sheet.shape([(x - 4, top), (x + 6, top), (x + slip + 9, 562), (x + slip, 562)], "#28587c")
        x += width
    edge = [(px, 356 - (px - 690) * 0.118 + sheet.random.uniform(-7, 12)) for px in range(1630, 655, -34)]
    sheet.shape([(690, 338), (860, 306), (1160, 262), (1400, 250), (1620, 208), *edge], white)


def _berg(sheet: Sheet, outline: Points, white: str, shadow: str) -> None:
    sheet.shape(outline, white)
    peak = min(outline, key=lambda point: point[1])
    lee = [
        peak,
        *[point for point in outline if point[0] > peak[0]],
        (peak[0] - 30, outline[-1][1]),
        (peak[0] + 12, 470),
    ]
    sheet.shape(lee, "#a8cbd8")
    sheet.shade(lee, shadow, (outline[-1][0], outline[-1][1]), peak, 0.9)


def _floe(sheet: Sheet, x: float, y: float, width: float, white: str, edge: str) -> None:
    """A drifting plate of ice with a blue rim under water."""
    count = 9
    rim = [(px * sheet.random.uniform(0.8, 1.1), py) for px, py in ellipse(0, 0, 0.5, 0.09)[:: max(1, 90 // count)]]
    sheet.shape(placed(rim, x, y + width * 0.05, width), edge)
    sheet.shape(placed(rim, x, y, width), white)
