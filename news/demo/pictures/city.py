"""Evenings in town: rain on a skyline, lanterns over a street."""

from .geometry import Point, along, arc, ellipse, placed, rect, smooth
from .ink import HEIGHT, RED, WIDTH, Sheet, mixed
from .motifs import farmer, glints, hat


def city_skyline_rain(sheet: Sheet) -> None:
    """A city at night in the rain, two umbrellas on the wet quay."""
    night, amber = "#121a34", "#f3b95c"
    sheet.fade([(0, "#1b2547"), (420, "#3b4a78"), (640, "#a5788a")])
    sheet.glow(830, 600, 760, "#f0a878", 0.55)
    for base, ink, low, high, chance in (
        (660, "#55608c", 200, 430, 0.12),
        (660, "#36426e", 140, 350, 0.3),
        (660, "#1d284e", 60, 250, 0.42),
    ):
        _towers(sheet, base, ink, (low, high), amber, chance)
    sheet.shape([(800, 660), (800, 190), (826, 120), (832, 40), (838, 120), (864, 190), (864, 660)], "#1d284e")
    for y in range(210, 650, 26):
        sheet.box(812, y, 852, y + 11, amber if y % 78 else "#6d6a80")
    sheet.dot(832, 40, 7, RED)
    sheet.mirror(660, night, 0.1, 9)
    sheet.shade(rect(0, 660, WIDTH, HEIGHT), "#0a1024", (800, 1080), (800, 690), 0.9)
    glints(sheet, (200, 672, 1400, 990), 120, "#e7a96a", 56)
    for _ in range(330):
        left, top = sheet.random.uniform(0, 1700), sheet.random.uniform(-40, HEIGHT)
        fall = sheet.random.uniform(24, 84)
        grey = sheet.random.choice(("#7f8fb8", "#9fb0d0", "#5c6c9a"))
        sheet.line([(left, top), (left - fall * 0.28, top + fall)], grey, 1.5)
    for x, size, ink in ((560, 300, RED), (1130, 210, "#e8dcc0")):
        _umbrella(sheet, x, 950 if size > 250 else 880, size, ink, "#0a1024")
    for _ in range(60):
        sheet.ring(
            sheet.random.uniform(0, WIDTH),
            sheet.random.uniform(740, 990),
            sheet.random.uniform(5, 22),
            "#8b93b4",
            1.5,
            4,
        )


def _towers(sheet: Sheet, base: float, ink: str, heights: tuple[float, float], light: str, chance: float) -> None:
    """A row of towers between two heights, some windows lit."""
    x = -30.0
    while x < WIDTH:
        width = sheet.random.uniform(64, 140)
        top = base - sheet.random.uniform(*heights)
        sheet.box(x, top, x + width, base, ink)
        sheet.shade(rect(x, top, x + width, base), "#0d1530", (x, base), (x + width * 0.8, top), 0.55)
        if sheet.random.random() < 0.4:
            sheet.line([(x + width / 2, top), (x + width / 2, top - 46)], ink, 4)
        for wx in range(int(x + 12), int(x + width - 14), 20):
            for wy in range(int(top + 14), int(base - 20), 26):
                if sheet.random.random() < chance:
                    sheet.box(wx, wy, wx + 9, wy + 13, mixed(light, "#f7ecd0", sheet.random.random()))
        x += width + sheet.random.uniform(-14, 10)


def _umbrella(sheet: Sheet, x: float, y: float, size: float, ink: str, dark: str) -> None:
    """Somebody under an umbrella, feet at x, y, and their shadow on the wet street."""
    sheet.shape(ellipse(x, y + 4, size * 0.3, size * 0.035), dark)
    for foot in (-0.06, 0.07):
        sheet.line(placed([(foot, 0), (foot * 0.4, -0.4)], x, y, size), dark, size * 0.06)
    coat = [(-0.13, -0.18), (-0.11, -0.5), (-0.06, -0.6), (0.07, -0.6), (0.12, -0.48), (0.14, -0.18)]
    sheet.shape(smooth(placed(coat, x, y, size), steps=6), dark)
    sheet.dot(x, y - size * 0.66, size * 0.065, dark)
    sheet.line(placed([(0.1, -0.42), (0.12, -0.95)], x, y, size), dark, size * 0.02)
    dome = arc(0.08, -0.68, 0.46, 0.36, 180, 360)
    hem = [point for start in (0.31, 0.0, -0.31) for point in arc(0.08 + start, -0.68, 0.155, 0.05, 360, 180)]
    sheet.shape(placed(dome + hem, x, y, size), ink)
    sheet.shade(
        placed(dome + hem, x, y, size), dark, (x + size * 0.55, y - size * 0.6), (x - size * 0.1, y - size * 0.9), 0.8
    )
    for rib in (-0.155, 0.155):
        sheet.line(smooth(placed([(0.08 + rib, -0.68), (0.08 + rib * 0.7, -0.9), (0.08, -1.04)], x, y, size)), dark, 2)


def lantern_street(sheet: Sheet) -> None:
    """A street of old houses under strings of lanterns."""
    night = "#161a36"
    sheet.fade([(0, "#1a2046"), (420, "#46386a"), (640, "#c8705a")])
    sheet.glow(800, 610, 520, "#ffc877", 0.85)
    for side in (-1, 1):
        for depth in range(5, -1, -1):
            _facade(sheet, side, depth)
    street = [(700, 640), (900, 640), (1620, 1010), (-20, 1010)]
    sheet.shape(street, "#4d3448")
    sheet.shade(street, "#f0a860", (800, 620), (800, 960), 0.9)
    sheet.shade(street, night, (-100, 1010), (560, 780), 0.9)
    sheet.shade(street, night, (1700, 1010), (1040, 780), 0.9)
    for x, y, size in ((770, 690, 74), (812, 694, 70), (860, 720, 104), (724, 745, 120)):
        farmer(sheet, x, y, size, "#2a1c38", "#d99a5a")
    _walker(sheet, 960, 900, 270, "#1a1330", RED)
    for y, sag, size, span in ((470, 40, 22, 0.24), (380, 60, 34, 0.42), (230, 90, 56, 0.74), (40, 130, 92, 1.2)):
        _garland(sheet, y, sag, size, span * 800)


def _facade(sheet: Sheet, side: int, depth: int) -> None:
    """One house front of the street; depth 0 is the nearest."""
    near, far = 800 / (1 + depth * 0.62), 800 / (1 + (depth + 1) * 0.62)
    xs = [800 + side * (near + 30), 800 + side * (far - 70)]
    tone = mixed("#241f45", "#b0645c", depth / 6)

    def wall(share: float, level: float) -> Point:
        x = xs[0] + (xs[1] - xs[0]) * share
        scale = abs(x - 800) / 800
        return x, 630 + scale * level

    front = [wall(0, -640), wall(1, -640), wall(1, 400), wall(0, 400)]
    sheet.shape(front, tone)
    sheet.shade(front, "#f2a25c", wall(0.8, 260), wall(0.4, -360), 0.55)
    for floor, height in ((-60, 190), (-430, 210)):
        for share in (0.12, 0.42, 0.72):
            pane = [
                wall(share, floor),
                wall(share + 0.19, floor),
                wall(share + 0.19, floor + height),
                wall(share, floor + height),
            ]
            sheet.shape(pane, mixed("#f6b860", tone, 0.55 if floor < -100 and share > 0.4 else 0.1))
            sheet.line([along(pane[0], pane[1], 0.5), along(pane[3], pane[2], 0.5)], tone, 4)
    for level in (-170, -640):
        eave = [wall(-0.02, level), wall(1.04, level), wall(1.0, level + 62), wall(0.02, level + 76)]
        sheet.shape([(px - side * 16, py + 14) for px, py in eave], "#1b1736")
        sheet.shape(eave, mixed("#5d2c38", tone, depth / 8))


def _walker(sheet: Sheet, x: float, y: float, size: float, ink: str, dress: str) -> None:
    """A woman in ao dai seen from behind, hat at her back."""
    sheet.shape(ellipse(x + 10, y, size * 0.2, size * 0.03), ink)
    for foot in (-0.05, 0.05):
        sheet.line(placed([(foot, 0), (foot * 0.6, -0.4)], x, y, size), "#e9d6bd", size * 0.055)
    gown = [
        (-0.11, -0.74),
        (-0.08, -0.56),
        (-0.12, -0.4),
        (-0.15, -0.08),
        (0.13, -0.05),
        (0.12, -0.4),
        (0.08, -0.56),
        (0.11, -0.74),
    ]
    sheet.shape(smooth(placed(gown, x, y, size), steps=6), dress)
    sheet.shade(
        smooth(placed(gown, x, y, size), steps=6), ink, (x - size * 0.2, y), (x + size * 0.06, y - size * 0.4), 0.8
    )
    for side in (-1, 1):
        sheet.line(
            smooth(placed([(side * 0.1, -0.7), (side * 0.15, -0.55), (side * 0.12, -0.42)], x, y, size)),
            dress,
            size * 0.06,
        )
    sheet.shape(
        smooth(placed([(-0.05, -0.84), (-0.055, -0.5), (0, -0.44), (0.055, -0.5), (0.05, -0.84)], x, y, size)), ink
    )
    sheet.dot(x, y - size * 0.85, size * 0.07, ink)
    hat(sheet, x, y - size * 0.86, size * 0.36, "#f0d6a0", "#cf9f62")


def _garland(sheet: Sheet, y: float, sag: float, size: float, span: float) -> None:
    """A string of lanterns across the street."""
    rope = smooth([(800 - span, y - sag), (800, y + sag * 0.2), (800 + span, y - sag)], steps=24)
    sheet.line(rope, "#120f28", max(2, size * 0.05))
    inks = (RED, "#f0a63c", "#d9573a", "#f6d27a", "#7a9c6a")
    for index in range(5):
        x, top = rope[int((index + 0.5) / 5 * (len(rope) - 1))]
        _lantern(sheet, x, top + size * 0.3, size, inks[(index + int(size)) % len(inks)])


def _lantern(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    """A silk lantern that hangs from y; `size` is half its width."""
    sheet.glow(x, y + size, size * 3, ink, 0.55)
    body = ellipse(x, y + size * 0.85, size, size * 0.85)
    sheet.shape(body, ink)
    sheet.glow(x, y + size * 0.95, size * 0.95, "#fff3c4", 0.95)
    sheet.shade(body, "#5c0f26", (x - size * 1.1, y), (x - size * 0.2, y + size * 0.7), 0.8)
    for share in (0.35, 0.75):
        sheet.ring(x, y + size * 0.85, size * share, mixed(ink, "#4d0f20", 0.5), max(1, size * 0.03), size * 0.85)
    for level in (0, 1.7):
        sheet.box(
            x - size * 0.34,
            y + size * level - size * 0.08,
            x + size * 0.34,
            y + size * level + size * 0.08,
            "#2a1430",
            3,
        )
    sheet.line([(x, y + size * 1.75), (x, y + size * 2.5)], ink, max(2, size * 0.09))
    sheet.line([(x, y - size * 0.34), (x, y)], "#120f28", 2)
