"""A stage on the water and the puppets that play in front of it."""

from .geometry import Point, arc, ellipse, placed, rect, smooth, turned
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .motifs import birds, glints


def water_puppets(sheet: Sheet) -> None:
    """The pavilion, a dragon, Uncle Teu and a duck."""
    pond, dark = "#2f6a5c", "#14332f"
    sheet.fade([(0, "#f3d49a"), (420, "#e9a866"), (600, "#d98a54")])
    sheet.dot(1240, 190, 84, "#fbeecb")
    for _ in range(60):
        x, y = (
            sheet.random.choice((sheet.random.gauss(90, 130), sheet.random.gauss(1530, 120))),
            sheet.random.gauss(360, 110),
        )
        crown = ellipse(x, y, 90, 60)
        sheet.shape(crown, "#4d7a54")
        sheet.shade(crown, dark, (x + 20, y + 80), (x, y - 50), 0.85)
    _pavilion(sheet)
    birds(sheet, [(360, 120, 50), (430, 90, 38)], dark)
    sheet.mirror(620, pond, 0.25, 7)
    sheet.shade(rect(0, 620, WIDTH, HEIGHT), dark, (800, 1060), (800, 650), 0.9)
    glints(sheet, (0, 630, WIDTH, 990), 70, "#e9c98a", 70)
    for x, y, reach in ((520, 850, 330), (1130, 820, 250), (1390, 900, 150)):
        for step in range(5):
            share = (step + 1) / 5
            sheet.ring(x, y, reach * share, mixed("#f3dca6", pond, share * 0.8), 3.5 - share * 1.5, reach * share * 0.2)
    _dragon(sheet, 520, 850)
    _jester(sheet, 1130, 822)
    _duck(sheet, 1390, 900)


def _pavilion(sheet: Sheet) -> None:
    """The water stage: two tiers of upturned roofs on posts, a bamboo blind between them."""
    wood, tile = "#5b2320", "#a8432c"
    sheet.shape(rect(400, 380, 1200, 620), "#3a1a1c")
    sheet.shape(rect(440, 420, 1160, 620), "#c4963f")
    for y in range(424, 620, 9):
        sheet.line([(440, y), (1160, y)], "#8d6427", 2.5)
    sheet.shade(rect(440, 420, 1160, 620), "#4a2416", (800, 400), (800, 560), 0.9)
    for x in range(440, 1160, 102):
        pennant = [(x, 392), (x + 100, 392), (x + 50, 452)]
        sheet.shape(pennant, RED if (x // 102) % 2 else "#f3d68c")
    for x in (410, 600, 1000, 1190):
        sheet.box(x - 16, 340, x + 16, 640, RED)
        sheet.shade(rect(x - 16, 340, x + 16, 640), wood, (x + 20, 500), (x - 12, 500), 0.85)
    for y, half, rise, ridge in ((390, 530, 116, 330), (226, 330, 110, 190)):
        left = smooth(
            [(800 - half - 40, y - 56), (800 - half + 20, y), (800 - half * 0.72, y - 22), (800 - ridge, y - rise)],
            steps=8,
        )
        roof = [*left, *[(1600 - px, py) for px, py in reversed(left)]]
        eaves = [(800 + half - 20, y), (800, y + 14), (800 - half + 20, y)]
        sheet.shape([*roof, *eaves], tile)
        for step in range(-16, 17):
            sheet.line([(800 + step * half / 17.5, y + 2), (800 + step * ridge / 17, y - rise)], wood, 3)
        sheet.shade([*roof, *eaves], wood, (800 + half, y + 30), (800 - half * 0.3, y - rise), 0.8)
        sheet.line([(800 - ridge - 12, y - rise - 10), (800 + ridge + 12, y - rise - 10)], wood, 15)
        sheet.line(smooth([(800 - half + 20, y), (800, y + 14), (800 + half - 20, y)], steps=10), "#f3d68c", 6)
    sheet.shape(rect(520, 232, 1080, 276), "#5b2320")
    sheet.dot(800, 92, 28, "#f3d68c")
    for side in (-1, 1):
        sheet.line(
            smooth([(800 + side * 60, 104), (800 + side * 110, 60), (800 + side * 170, 96)], steps=8), "#f3d68c", 12
        )


def _dragon(sheet: Sheet, x: float, y: float) -> None:
    """A gilded dragon: a head and three loops of body above the water."""
    gold, edge = "#e3a632", "#5b2a16"

    def loop(centre: float, width: float, height: float) -> None:
        outer, inner = (
            arc(x + centre, y + 6, width, height, 180, 360),
            arc(x + centre, y + 6, width - 40, height - 44, 360, 180),
        )
        sheet.shape([*outer, *inner], gold)
        sheet.shade([*outer, *inner], edge, (x + centre + width, y + 20), (x + centre - width * 0.2, y - height), 0.85)
        for angle in range(196, 350, 16):
            at = ellipse(x + centre, y + 6, width - 3, height - 3)[angle // 4]
            sheet.shape(turned([(at[0] - 12, at[1]), (at[0], at[1] - 30), (at[0] + 12, at[1])], at, angle + 90), RED)
        for angle in range(192, 352, 12):
            at = ellipse(x + centre, y + 6, width - 22, height - 24)[angle // 4]
            sheet.line(arc(at[0], at[1], 10, 10, angle - 90, angle + 90), edge, 3)

    for centre, width, height in ((-270, 62, 76), (-140, 84, 116), (30, 104, 158)):
        loop(centre, width, height)
    neck = smooth([(118, 10), (140, -90), (120, -170), (150, -240), (230, -262), (214, -190), (196, -120), (204, 10)])
    head = smooth(
        [
            (140, -216),
            (176, -290),
            (250, -300),
            (300, -262),
            (370, -268),
            (384, -238),
            (320, -222),
            (366, -196),
            (300, -176),
            (232, -190),
            (180, -180),
        ],
        closed=True,
    )
    for part in (neck, head):
        sheet.shape(placed(part, x, y), gold)
        sheet.shade(placed(part, x, y), edge, (x + 260, y), (x + 180, y - 230), 0.8)
    sheet.shape(placed([(312, -222), (372, -218), (340, -202)], x, y), RED)
    for horn in ((170, -270, 150, -352), (206, -292, 206, -372)):
        sheet.line(placed([horn[:2], horn[2:]], x, y), RED, 13)
    for whisker in (-30, 10):
        sheet.line(smooth(placed([(370, -258), (430, -280 + whisker), (470, -230 + whisker)], x, y)), RED, 5)
    sheet.dot(x + 262, y - 258, 16, "#fbf2da")
    sheet.dot(x + 266, y - 257, 8, "#2b1a14")
    sheet.glow(x + 500, y - 190, 110, "#fff0c0", 0.8, grain=True)


def _jester(sheet: Sheet, x: float, y: float) -> None:
    """Uncle Teu, who opens every show: round belly, red loincloth, hair in two tufts, arms out."""
    skin, edge = "#e8b48a", "#6b2f22"
    belly = smooth([(-78, 8), (-92, -70), (-62, -140), (62, -140), (92, -70), (78, 8)], steps=8)
    for side in (-1, 1):
        sheet.line(smooth(placed([(side * 58, -124), (side * 130, -120), (side * 168, -196)], x, y), steps=8), skin, 32)
        sheet.shape(ellipse(*placed([(side * 170, -206)], x, y)[0], 23), skin)
    sheet.shape(placed(belly, x, y), skin)
    sheet.shade(placed(belly, x, y), edge, (x + 110, y + 20), (x - 10, y - 90), 0.8)
    vest = [(-66, -142), (-22, -142), (-52, -30), (-96, -44)]
    for side in (-1, 1):
        sheet.shape(placed([(px * -side, py) for px, py in vest], x, y), RED)
    sheet.shape(placed(smooth([(-84, -24), (0, -4), (84, -24), (78, 12), (-78, 12)], closed=True), x, y), RED)
    sheet.shape(ellipse(x, y - 54, 6), edge)
    head: list[Point] = ellipse(x, y - 204, 68, 70)
    sheet.shape(head, skin)
    sheet.shade(head, edge, (x + 80, y - 160), (x - 10, y - 220), 0.75)
    for side in (-1, 1):
        sheet.shape(ellipse(x + side * 52, y - 268, 24, 30, side * 24), "#2b1a14")
        sheet.dot(x + side * 25, y - 214, 7, "#2b1a14")
        sheet.line(arc(x + side * 25, y - 226, 16, 10, 200, 340), "#2b1a14", 4)
        sheet.shape(ellipse(x + side * 40, y - 188, 12, 9), "#e08a72")
    sheet.shape(arc(x, y - 186, 27, 21, 0, 180), RED)


def _duck(sheet: Sheet, x: float, y: float) -> None:
    body = smooth(
        [(-92, -34), (-40, -20), (20, -40), (40, -92), (76, -104), (98, -76), (82, -40), (86, 0), (30, 16), (-50, 14)],
        closed=True,
    )
    sheet.shape(placed(body, x, y), "#fbf2da")
    sheet.shade(placed(body, x, y), "#7a6a5a", (x, y + 30), (x, y - 50), 0.7)
    sheet.shape(placed([(94, -84), (136, -70), (92, -64)], x, y), "#e0902c")
    sheet.dot(x + 74, y - 80, 6, "#2b1a14")
    sheet.line(smooth(placed([(-40, -6), (0, -24), (36, -6)], x, y)), "#8d7a66", 5)
