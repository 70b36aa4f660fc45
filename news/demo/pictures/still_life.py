"""Things laid out to be looked at: a first-aid kit, a monochord."""

from math import cos, exp, pi, radians, sin

from .geometry import Points, ellipse, placed, rect, smooth, turned
from .ink import INK, RED, Sheet, mixed
from .motifs import leaf


def first_aid_kit(sheet: Sheet) -> None:
    """Four hands that reach for a first-aid case."""
    sheet.fade([(0, "#f5e6c8"), (1000, "#ecc99a")])
    for angle in range(-180, 1, 12):
        a, b = radians(angle), radians(angle + 6)
        ray = [(800, 560), (800 + 1400 * cos(a), 560 + 1400 * sin(a)), (800 + 1400 * cos(b), 560 + 1400 * sin(b))]
        sheet.tint(ray, "#fbf3dc", 0.6)
    sheet.shape(ellipse(800, 866, 560, 60), "#c99a68")
    sheet.shade(ellipse(800, 866, 560, 60), "#6b3a26", (800, 930), (800, 820), 0.7)
    _contents(sheet)
    _case(sheet)
    for x, y, angle, flip, skin, sleeve in (
        (250, 640, 14, False, "#e3b083", "#2f5a6b"), (1350, 640, -14, True, "#b97a50", RED),
        (330, 360, 34, False, "#8a5638", "#e0a33c"), (1270, 360, -34, True, "#e8bd94", "#5f8a6a"),
    ):  # fmt: skip
        _hand(sheet, x, y, angle, flip, skin, sleeve)


def _case(sheet: Sheet) -> None:
    """The open box: a front with a white field and the red cross."""
    front = [(520, 520), (1080, 520), (1062, 860), (538, 860)]
    sheet.shape(front, RED)
    sheet.shade(front, "#4d0711", (1130, 900), (700, 560), 0.85)
    sheet.box(508, 500, 1092, 540, "#8c0e18", 12)
    sheet.dot(800, 696, 132, "#fdf7e8")
    sheet.shade(ellipse(800, 696, 132), "#c9ae8a", (930, 830), (780, 670), 0.6)
    sheet.box(768, 612, 832, 780, RED)
    sheet.box(716, 664, 884, 728, RED)
    for x in (600, 1000):
        sheet.box(x - 26, 488, x + 26, 566, "#e8d5b0", 8)
        sheet.box(x - 14, 530, x + 14, 552, "#8a6a48", 4)


def _contents(sheet: Sheet) -> None:
    """What stands out of the box: bandage, scissors, bottle, plaster, thermometer."""
    sheet.box(560, 300, 660, 540, "#3f7a86", 16)
    sheet.shade(rect(560, 300, 660, 540), "#173a48", (690, 540), (580, 330), 0.85)
    sheet.box(582, 262, 638, 306, "#f6ead0", 6)
    sheet.box(560, 370, 660, 460, "#fdf7e8")
    sheet.line([(610, 388), (610, 442)], RED, 14)
    sheet.line([(583, 415), (637, 415)], RED, 14)
    for ring, ink in (
        (92, "#fbf3e0"),
        (70, "#ead9bb"),
        (62, "#fbf3e0"),
        (42, "#ead9bb"),
        (34, "#fbf3e0"),
        (16, "#c9ae8a"),
    ):
        sheet.dot(760, 430, ring, ink)
    sheet.shade(ellipse(760, 430, 92), "#a9855c", (850, 520), (730, 410), 0.8)
    sheet.shape([(838, 400), (852, 392), (900, 540), (848, 540)], "#fbf3e0")
    for side in (-1, 1):
        sheet.line([(930 + side * 4, 540), (930 - side * 34, 300)], "#8c98a0", 17)
        sheet.ring(930 - side * 44, 266, 42, "#24364f", 13)
    sheet.dot(930, 452, 10, INK)
    strip = turned(rect(1000, 330, 1058, 560), (1030, 440), 10)
    sheet.shape(strip, "#e8b98a")
    sheet.stipple(strip, "#a8683e", 0.12)
    sheet.shape(turned(rect(1004, 400, 1054, 466), (1030, 440), 10), "#f7dfba")


def _hand(sheet: Sheet, x: float, y: float, angle: float, flip: bool, skin: str, sleeve: str) -> None:
    """A hand held out towards the box, sleeve first; wrist at x, y."""

    def at(points: Points) -> Points:
        return turned(placed(points, x, y, 1, flip), (x, y), angle)

    arm = at([(-520, -66), (-70, -52), (-70, 52), (-520, 74)])
    sheet.shape(arm, sleeve)
    sheet.shade(arm, INK, at([(-200, 90)])[0], at([(-230, -30)])[0], 0.7)
    sheet.line(at([(-70, -54), (-70, 54)]), mixed(sleeve, "#fbf3dc", 0.45), 16)
    dark = mixed(skin, "#3a1a12", 0.6)
    palm = at(smooth([(-64, -40), (10, -50), (74, -44), (92, 0), (76, 46), (6, 50), (-64, 40)], closed=True))
    for reach, level in ((192, -32), (206, -8), (196, 16), (166, 38)):
        sheet.line(at(smooth([(60, level), (130, level * 1.1 - 6), (reach, level + 4)], steps=5)), skin, 25)
    sheet.shape(palm, skin)
    sheet.line(at(smooth([(10, -34), (60, -86), (122, -92)], steps=6)), skin, 29)
    sheet.shade(palm, dark, at([(20, 80)])[0], at([(0, -10)])[0], 0.75)
    for level in (-20, 4, 27):
        sheet.line(at([(88, level), (160, level + 2)]), dark, 2.5)


def dan_bau_waves(sheet: Sheet) -> None:
    """A monochord being plucked, its harmonics as lines."""
    deep, gold = "#1f1830", "#e0b060"
    sheet.fade([(0, "#2a1f45"), (620, "#7a3450"), (1000, "#2a1a30")])
    sheet.glow(560, 600, 760, "#e87a4a", 0.6, grain=True)
    for line in range(13):
        _string_wave(sheet, line)
    body = [(250, 740), (1400, 700), (1430, 800), (1400, 826), (236, 836), (226, 790)]
    sheet.shape([(x + 10, y + 34) for x, y in body], deep)
    sheet.shape(body, "#8a4a26")
    sheet.shape([(250, 740), (1400, 700), (1424, 752), (232, 782)], "#c98a48")
    for grain in range(9):
        y = 744 + grain * 4.4
        path = [(x, y - (x - 250) * 0.036 + 3 * sin(x / 90 + grain)) for x in range(264, 1400, 24)]
        sheet.line(path, mixed("#c98a48", "#7a4020", 0.5), 1.6)
    sheet.shade(body, "#2a1018", (800, 860), (800, 760), 0.85)
    for x in (520, 800, 1080):
        _inlay(sheet, x, 806 - (x - 250) * 0.008)
    rod = smooth([(330, 745), (318, 560), (300, 420), (330, 280), (410, 190)], steps=12)
    for index, point in enumerate(rod[:-1]):
        sheet.line([point, rod[index + 1]], "#1a1020", 15 - index * 0.2)
    gourd = smooth(
        [(284, 600), (258, 540), (284, 500), (300, 470), (336, 470), (352, 500), (372, 545), (350, 600), (318, 612)],
        closed=True,
    )
    sheet.shape(gourd, gold)
    sheet.shade(gourd, "#6b3018", (390, 620), (290, 520), 0.85)
    sheet.line([(312, 520), (1330, 704)], "#fbf0d0", 3)
    sheet.shape([(1318, 702), (1342, 700), (1348, 660), (1330, 654), (1314, 664)], deep)
    sheet.dot(1331, 700, 9, RED)
    _plucking_hand(sheet, 960, 628)


def _string_wave(sheet: Sheet, line: int) -> None:
    """One of the waves that leave the string: harmonics of a plucked string, dying out to both ends."""
    share = line / 12
    ink = mixed("#f6d58a", RED, share)
    path = []
    for x in range(330, 1641, 7):
        t = (x - 330) / 1310
        swell = sin(pi * t) ** 0.8 * exp(-0.9 * t)
        spread = min(1.0, t * 5)
        swing = sin(2 * pi * t * (3 + line * 0.22)) + 0.45 * sin(4 * pi * t * (3 + line * 0.22) + line)
        path.append((x, 470 - 190 * t**0.6 + (line - 6) * 24 * spread + swing * swell * (96 - abs(line - 6) * 7)))
    sheet.line(path, ink, 5.5 if line in (3, 6, 9) else 2.2)


def _inlay(sheet: Sheet, x: float, y: float) -> None:
    """Mother-of-pearl flowers on the side board."""
    for angle in range(0, 360, 72):
        sheet.shape(leaf(x, y, 20, 13, angle - 90), "#f1e6cf")
    sheet.dot(x, y, 5, RED)
    for side in (-1, 1):
        sheet.line(smooth([(x + side * 26, y), (x + side * 60, y - 9), (x + side * 96, y + 3)]), "#e3c89a", 3)
        sheet.shape(leaf(x + side * 60, y - 8, 24, 10, -30 if side > 0 else 210), "#f1e6cf")


def _plucking_hand(sheet: Sheet, x: float, y: float) -> None:
    """A right hand with the little plectrum, its edge on the string."""
    sleeve = [
        (x + 84, y - 104),
        (x + 240, y - 150),
        (x + 680, y - 330),
        (x + 680, y + 20),
        (x + 330, y - 10),
        (x + 120, y - 4),
    ]
    sheet.shape(sleeve, "#f1e6cf")
    sheet.shade(sleeve, "#7a5a6a", (x + 420, y + 40), (x + 330, y - 150), 0.85)
    sheet.line([(x + 84, y - 100), (x + 122, y - 6)], RED, 18)
    for reach, level in ((-70, -28), (-62, 0), (-40, 24)):
        sheet.line(
            smooth([(x + 60, y - 60 + level), (x + 6, y - 54 + level), (x + reach, y - 8 + level)], steps=6),
            "#dca679",
            25,
        )
    fist = smooth(
        [(x + 20, y - 104), (x + 90, y - 122), (x + 146, y - 66), (x + 120, y - 6), (x + 50, y + 4), (x + 10, y - 40)],
        closed=True,
    )
    sheet.shape(fist, "#dca679")
    sheet.shade(fist, "#6b3230", (x + 120, y + 30), (x + 50, y - 70), 0.8)
    sheet.line([(x - 60, y - 30), (x - 112, y + 14)], "#f6e3b0", 6)
    sheet.ring(x - 112, y + 22, 26, "#f6d58a", 2.5)
