"""Portraits of the demo edition's authors: nobody real, no features, told apart by hair, dress, glasses and light."""

from random import Random

from PIL import Image

from .geometry import Points, arc, ellipse, rect, smooth
from .ink import Sheet, mixed

SIDE = 800
GROUNDS = (
    ("#b3121d", "#e9c9a0"),
    ("#24466a", "#e8b04a"),
    ("#3f7472", "#f0c9a0"),
    ("#dfa33f", "#f6e6c0"),
    ("#6d4a5a", "#e08a62"),
    ("#5f7f52", "#efd79a"),
    ("#34506b", "#d9573a"),
)
DRESSES = ("#f3ead8", "#1f3350", "#b3121d", "#4f7a6a", "#c98a3c", "#3a2f3c")
SKINS = ("#e3b184", "#d29a6c", "#eabf98", "#c58a5e")
HAIRS = ("#221a1d", "#33262a", "#1d1d26", "#6f6a6c")


def portrait(seed: int) -> Image.Image:
    """A square portrait, 800 by 800; each seed is another person, and neighbours differ in every part."""
    sheet = Sheet(f"portrait {seed}", size=(SIDE, SIDE))
    random = Random(seed)  # noqa: S311 - chance for faces, no secret
    ground, disc = GROUNDS[seed % len(GROUNDS)]
    dress, skin = DRESSES[(seed * 5 + 1) % len(DRESSES)], SKINS[(seed * 3) % len(SKINS)]
    hair = HAIRS[3] if seed % 5 == 3 else HAIRS[random.randrange(3)]
    if dress == ground:
        dress = "#f3ead8"
    sheet.fade([(0, ground), (SIDE, mixed(ground, "#1a1420", 0.35))])
    sheet.dot(400 + random.uniform(-50, 50), 370, 300, disc)
    sheet.shade(ellipse(400, 370, 300), ground, (140, 700), (460, 330), 0.75)
    style = seed % 7
    _hair_behind(sheet, style, hair)
    _shoulders(sheet, (seed * 2 + seed // 3) % 4, dress, skin)
    _head(sheet, skin, random.uniform(0.94, 1.05))
    _hair_front(sheet, style, hair)
    if seed % 3 == 1:
        _glasses(sheet, "#1d1a20")
    return sheet.printed()


def _head(sheet: Sheet, skin: str, width: float) -> None:
    """Neck, ears and a face that is only its shadow side."""
    dark = mixed(skin, "#4a1f24", 0.7)
    neck = rect(348, 440, 452, 610)
    sheet.shape(
        smooth([(346, 440), (350, 560), (320, 610), (400, 660), (480, 610), (450, 560), (454, 440)], closed=True), skin
    )
    sheet.shade(neck, dark, (400, 470), (400, 590), 0.9)
    for side in (-1, 1):
        sheet.shape(ellipse(400 + side * 126 * width, 378, 22, 36), mixed(skin, dark, 0.25))
    face = smooth(
        [
            (400 - 128 * width, 320),
            (400 - 122 * width, 420),
            (352, 504),
            (400, 526),
            (448, 504),
            (400 + 122 * width, 420),
            (400 + 128 * width, 320),
            (400, 210),
        ],
        closed=True,
    )
    sheet.shape(face, skin)
    sheet.shade(face, dark, (540, 470), (390, 370), 0.95)
    nose = smooth([(402, 356), (424, 424), (398, 434)])
    sheet.shape(nose, mixed(skin, dark, 0.45))
    sheet.line(arc(400, 452, 34, 20, 25, 155), dark, 6)
    for side in (-1, 1):
        sheet.line(arc(400 + side * 54, 366, 25, 12, 200, 340), dark, 7)


def _hair_behind(sheet: Sheet, style: int, hair: str) -> None:
    """What falls behind the shoulders: long hair, a bob, a bun."""
    if style == 1:
        fall: Points = smooth(
            [(256, 330), (236, 520), (250, 700), (400, 740), (550, 700), (564, 520), (544, 330), (400, 180)],
            closed=True,
        )
        sheet.shape(fall, hair)
    elif style == 3:
        sheet.shape(
            smooth(
                [(250, 340), (238, 470), (270, 540), (400, 560), (530, 540), (562, 470), (550, 340), (400, 180)],
                closed=True,
            ),
            hair,
        )
    elif style == 5:
        sheet.dot(400, 172, 74, hair)
        sheet.line(arc(400, 172, 50, None, 190, 280), mixed(hair, "#d9a878", 0.4), 6)


def _hair_front(sheet: Sheet, style: int, hair: str) -> None:
    """Parting, fringe, crop, waves, cap or headband over the forehead."""
    light = mixed(hair, "#d9a878", 0.45)
    tops: tuple[Points, ...] = (
        [
            (264, 350),
            (262, 250),
            (330, 178),
            (440, 170),
            (524, 220),
            (540, 350),
            (512, 290),
            (440, 262),
            (340, 284),
            (290, 290),
        ],
        [
            (252, 420),
            (250, 280),
            (330, 186),
            (440, 176),
            (530, 240),
            (550, 420),
            (514, 330),
            (440, 240),
            (330, 300),
            (284, 350),
        ],
        [(262, 340), (270, 244), (350, 190), (460, 186), (530, 250), (540, 340), (516, 290), (400, 268), (284, 290)],
        [
            (248, 440),
            (246, 280),
            (330, 180),
            (470, 180),
            (554, 280),
            (552, 440),
            (520, 340),
            (500, 322),
            (300, 322),
            (280, 340),
        ],
        [
            (258, 340),
            (250, 260),
            (284, 210),
            (330, 196),
            (370, 160),
            (430, 182),
            (490, 176),
            (520, 226),
            (552, 262),
            (542, 340),
            (500, 282),
            (420, 290),
            (350, 262),
            (290, 300),
        ],
        [(262, 360), (264, 260), (340, 190), (460, 190), (536, 260), (538, 360), (490, 272), (400, 240), (310, 272)],
        [(270, 330), (276, 270), (400, 236), (524, 270), (530, 330), (500, 284), (400, 262), (300, 284)],
    )
    crown = smooth(tops[style], closed=True)
    sheet.shape(crown, hair)
    sheet.shade(crown, light, (300, 190), (400, 300), 0.5)
    if style == 6:
        cap = smooth([(254, 300), (266, 220), (340, 160), (460, 160), (534, 220), (546, 300), (400, 262)], closed=True)
        sheet.shape(cap, "#efe2c4")
        sheet.shade(cap, "#6d5a4a", (560, 300), (380, 190), 0.8)
        sheet.shape(
            smooth([(262, 286), (400, 250), (540, 286), (620, 318), (400, 296), (300, 300)], closed=True), "#b3121d"
        )


def _shoulders(sheet: Sheet, kind: int, dress: str, skin: str) -> None:
    """Shirt with collar, round neck, ao dai, or jacket over a shirt."""
    dark = mixed(dress, "#14101a", 0.8)
    trunk = smooth(
        [(60, 820), (96, 690), (200, 622), (330, 590), (400, 640), (470, 590), (600, 622), (704, 690), (740, 820)],
        steps=8,
    )
    sheet.shape(trunk, dress)
    sheet.shade(trunk, dark, (760, 820), (380, 640), 0.85)
    if kind == 0:
        for side in (-1, 1):
            sheet.shape(
                [(400, 690), (400 + side * 84, 576), (400 + side * 116, 640), (400 + side * 44, 716)],
                mixed(dress, "#fffaf0", 0.45),
            )
        sheet.line([(400, 700), (400, 800)], dark, 4)
        for y in (736, 780):
            sheet.dot(414, y, 6, dark)
    elif kind == 1:
        sheet.line(arc(400, 590, 96, 62, 8, 172), mixed(dress, "#fffaf0", 0.5), 15)
    elif kind == 2:
        sheet.shape([(340, 570), (460, 570), (468, 640), (400, 664), (332, 640)], mixed(dress, "#fffaf0", 0.25))
        sheet.line(smooth([(404, 660), (470, 690), (560, 800)]), dark, 5)
        sheet.line([(340, 574), (400, 600), (460, 574)], skin, 8)
    else:
        sheet.shape([(340, 590), (460, 590), (430, 800), (370, 800)], "#f6efdf")
        for side in (-1, 1):
            sheet.shape(
                [
                    (400 + side * 66, 580),
                    (400 + side * 130, 640),
                    (400 + side * 96, 690),
                    (400 + side * 24, 800),
                    (400 + side * 8, 800),
                ],
                mixed(dress, "#14101a", 0.35),
            )


def _glasses(sheet: Sheet, ink: str) -> None:
    for side in (-1, 1):
        sheet.ring(400 + side * 58, 374, 44, ink, 8, 38)
        sheet.line([(400 + side * 100, 366), (400 + side * 128, 358)], ink, 7)
    sheet.line(arc(400, 370, 16, 10, 190, 350), ink, 7)
