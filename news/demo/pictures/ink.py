"""The sheet that every illustration is printed on: flat inks, stippled shade, glow, mist, mirror and paper grain.

Coordinates are those of the finished picture (1600 by 1000 unless said otherwise); shapes are drawn at twice that size and
reduced at the end. Chance comes only from the picture's own name, so that a picture is the same on every machine.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sin
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

from .geometry import Point, Points, ellipse, rect

WIDTH, HEIGHT = 1600, 1000
SCALE = 2  # shapes are drawn at this multiple, which is cheaper than antialiasing each of them

PAPER = "#f3e9d5"
INK = "#1d2430"
RED = "#b3121d"  # the paper's own colour: nearly every picture carries it once
NIGHT = "#131d33"

_RAMP_HOLD = 1792  # rows of full density that stand before the 256 rows of a ramp

_RIM = 180  # what Pillow's radial gradient has come to where its circle meets the edge of its square


class Sheet:
    """One picture in the making. Shapes go on top of what is there, in the order in which they are called."""

    def __init__(self, name: str, ground: str = PAPER, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self.random = Random(name)  # noqa: S311 - chance for brush strokes, no secret
        self.size = size
        self.image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)
        self._noise = self._grains(size).resize(self.image.size, Image.Resampling.BILINEAR)

    def _grains(self, size: tuple[int, int]) -> Image.Image:
        return Image.frombytes("L", size, self.random.randbytes(size[0] * size[1]))

    # Flat shapes

    def shape(self, points: Sequence[Point], ink: str) -> None:
        """A filled polygon."""
        self.pen.polygon(_scaled(points), fill=ink)

    def line(self, points: Sequence[Point], ink: str, width: float = 3, closed: bool = False) -> None:
        """A line with round joints and ends."""
        path = _scaled([*points, points[0]] if closed else points)
        thick = max(1, round(width * SCALE))
        self.pen.line(path, fill=ink, width=thick, joint="curve" if thick > 3 else None)
        if thick > 5 and not closed:
            for x, y in (path[0], path[-1]):
                self.pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=ink)

    def dashes(self, points: Sequence[Point], ink: str, width: float = 3, dash: int = 2, gap: int = 2) -> None:
        """Every `dash` of `dash + gap` stretches of a line that has many points."""
        for start in range(0, len(points) - dash, dash + gap):
            self.line(points[start : start + dash + 1], ink, width)

    def dot(self, x: float, y: float, r: float, ink: str, ry: float | None = None) -> None:
        """A disc, or an upright ellipse with `ry`."""
        ry = r if ry is None else ry
        self.pen.ellipse((*_scaled([(x - r, y - ry)])[0], *_scaled([(x + r, y + ry)])[0]), fill=ink)

    def ring(self, x: float, y: float, r: float, ink: str, width: float = 3, ry: float | None = None) -> None:
        """A circle’s outline, or an ellipse’s with `ry`."""
        ry = r if ry is None else ry
        frame = (*_scaled([(x - r, y - ry)])[0], *_scaled([(x + r, y + ry)])[0])
        self.pen.ellipse(frame, outline=ink, width=max(1, round(width * SCALE)))

    def box(self, left: float, top: float, right: float, bottom: float, ink: str, radius: float = 0) -> None:
        """A rectangle with round corners."""
        frame = (*_scaled([(left, top)])[0], *_scaled([(right, bottom)])[0])
        self.pen.rounded_rectangle(frame, radius * SCALE, fill=ink)

    def text(self, at: Point, words: str, ink: str, size: float = 26, anchor: str = "mm") -> None:
        """Numbers and Latin letters only: Pillow's own face knows no Vietnamese."""
        face = ImageFont.load_default(size * SCALE)
        self.pen.text(_scaled([at])[0], words, fill=ink, font=face, anchor=anchor)

    # Tone

    def tint(self, points: Sequence[Point], ink: str, share: float) -> None:
        """A see-through polygon."""
        box, mask = self._mask(points)
        self.image.paste(ink, box, mask.point(lambda v: int(v * share)))

    def shade(self, points: Sequence[Point], ink: str, start: Point, end: Point, density: float = 0.9) -> None:
        """Stipple a polygon: dense at `start`, thinning out to nothing at `end`, both points of the sheet."""
        box, mask = self._mask(points)
        ramp = _ramp(box, _scaled([start])[0], _scaled([end])[0], density)
        self.image.paste(ink, box, ImageChops.multiply(mask, self._stippled(ramp, box)))

    def stipple(self, points: Sequence[Point], ink: str, density: float = 0.3) -> None:
        """Stipple a polygon evenly."""
        box, mask = self._mask(points)
        even = Image.new("L", mask.size, int(density * 255))
        self.image.paste(ink, box, ImageChops.multiply(mask, self._stippled(even, box)))

    def hatch(self, points: Sequence[Point], ink: str, gap: float = 12, width: float = 2, slant: float = 1) -> None:
        """Fill a polygon with slanting parallel lines."""
        box, mask = self._mask(points)
        lines = Image.new("L", mask.size)
        pen, (w, h) = ImageDraw.Draw(lines), mask.size
        reach = int(abs(slant) * h)
        for x in range(-reach, w + reach, max(1, round(gap * SCALE))):
            pen.line((x, 0, x + slant * h, h), fill=255, width=round(width * SCALE))
        self.image.paste(ink, box, ImageChops.multiply(mask, lines))

    def glow(self, x: float, y: float, r: float, ink: str, strength: float = 0.8, grain: bool = False) -> None:
        """Light around a point, smooth or (with `grain`) stippled."""
        side = round(r * 2 * SCALE)
        fall = Image.radial_gradient("L").point(lambda v: int(max(0, 1 - v / _RIM) ** 2 * 255 * strength))
        mask = fall.resize((side, side), Image.Resampling.BILINEAR)
        left, top = round((x - r) * SCALE), round((y - r) * SCALE)
        if grain:
            noise = self._noise.crop((left, top, left + side, top + side))
            mask = ImageChops.subtract(mask, noise, 0.125)
        self.image.paste(ink, (left, top), mask)

    def fade(self, stops: Sequence[tuple[float, str]], points: Sequence[Point] | None = None) -> None:
        """Run from colour to colour down the sheet (or a polygon): `stops` are heights with their ink."""
        box, mask = self._mask(points or rect(0, 0, *self.size))
        rows = [_between(stops, y / SCALE) for y in range(box[1], box[3])]
        column = Image.frombytes("RGB", (1, len(rows)), bytes(part for row in rows for part in row))
        self.image.paste(column.resize(mask.size, Image.Resampling.NEAREST), box, mask)

    def mist(self, top: float, bottom: float, ink: str, strength: float = 0.6) -> None:
        """A band of haze, thickest at `bottom` and cut there."""
        height = round((bottom - top) * SCALE)
        rows = bytes(int(255 * strength * (row / height) ** 1.5) for row in range(height))
        mask = Image.frombytes("L", (1, height), rows).resize((self.image.width, height), Image.Resampling.NEAREST)
        self.image.paste(ink, (0, round(top * SCALE)), mask)

    def mirror(
        self, waterline: float, ink: str, veil: float = 0.35, sway: float = 5, bottom: float | None = None
    ) -> None:
        """Reflect what stands above the waterline, broken by ripples, and veil it in the water's ink with depth."""
        bottom = self.size[1] if bottom is None else bottom
        line, depth = round(waterline * SCALE), round((bottom - waterline) * SCALE)
        above = self.image.crop((0, line - depth, self.image.width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        rows = bytes(int(255 * (veil + (0.92 - veil) * (row / depth))) for row in range(depth))
        mask = Image.frombytes("L", (1, depth), rows).resize(above.size, Image.Resampling.NEAREST)
        above.paste(ink, (0, 0), mask)
        self.image.paste(above, (0, line))
        band = 4 * SCALE
        for row in range(0, depth, band):
            shift = sway * SCALE * (0.25 + row / depth) * (sin(row * 0.11) + self.random.uniform(-0.7, 0.7))
            self.image.paste(above.crop((0, row, above.width, min(row + band, depth))), (round(shift), line + row))

    def _mask(self, points: Sequence[Point]) -> tuple[tuple[int, int, int, int], Image.Image]:
        """The polygon's box on the drawing, cut at its edges, and the polygon as a mask of that size."""
        path = _scaled(points)
        xs, ys = [x for x, _ in path], [y for _, y in path]
        left, top = max(0, int(min(xs))), max(0, int(min(ys)))
        right, bottom = min(self.image.width, int(max(xs)) + 1), min(self.image.height, int(max(ys)) + 1)
        box = (left, top, max(right, left + 1), max(bottom, top + 1))
        mask = Image.new("L", (box[2] - left, box[3] - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in path], fill=255)
        return box, mask

    def _stippled(self, tone: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
        return ImageChops.subtract(tone, self._noise.crop(box), 0.2)

    def printed(self) -> Image.Image:
        """The finished picture: reduced to its size, on paper with tooth and a slow unevenness of the ink."""
        picture = self.image.reduce(SCALE)
        tooth = self._grains(self.size).filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: 128 + (v - 128) // 5)
        coarse = self._grains((self.size[0] // 16, self.size[1] // 16)).resize(self.size, Image.Resampling.BICUBIC)
        paper = ImageChops.add(tooth, coarse.point(lambda v: 128 + (v - 128) // 14), offset=-128)
        return ImageChops.soft_light(picture, Image.merge("RGB", (paper, paper, paper)))


def _scaled(points: Sequence[Point]) -> Points:
    return [(x * SCALE, y * SCALE) for x, y in points]


def _ramp(box: tuple[int, int, int, int], start: Point, end: Point, density: float) -> Image.Image:
    """A tone of the box's size that is `density` up to `start` and falls to 0 at `end`."""
    full = int(255 * density)
    strip = bytes([full]) * _RAMP_HOLD + bytes(int((255 - step) * density) for step in range(256))
    dx, dy = end[0] - start[0], end[1] - start[1]
    pace = 256 / (dx * dx + dy * dy)
    a, b = dx * pace, dy * pace
    c = _RAMP_HOLD + (box[0] - start[0]) * a + (box[1] - start[1]) * b
    size = (box[2] - box[0], box[3] - box[1])
    column = Image.frombytes("L", (1, len(strip)), strip)
    return column.transform(size, Image.Transform.AFFINE, (0, 0, 0.5, a, b, c), Image.Resampling.NEAREST)


def _between(stops: Sequence[tuple[float, str]], y: float) -> tuple[int, int, int]:
    """The colour at a height between two stops."""
    if y <= stops[0][0]:
        return _rgb(stops[0][1])
    for (y0, upper), (y1, lower) in pairwise(stops):
        if y <= y1:
            return _mixed(_rgb(upper), _rgb(lower), (y - y0) / (y1 - y0))
    return _rgb(stops[-1][1])


def _rgb(ink: str) -> tuple[int, int, int]:
    red, green, blue = ImageColor.getrgb(ink)[:3]
    return red, green, blue


def _mixed(one: tuple[int, int, int], other: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def mixed(one: str, other: str, share: float) -> str:
    """An ink between two inks: all of the first at 0, all of the second at 1."""
    return "#{:02x}{:02x}{:02x}".format(*_mixed(_rgb(one), _rgb(other), share))


def ball(sheet: Sheet, x: float, y: float, r: float, ink: str, dark: str, light: str) -> None:
    """A round body lit from the upper left."""
    body = ellipse(x, y, r)
    sheet.shape(body, ink)
    sheet.shade(body, dark, (x + r * 0.8, y + r * 0.8), (x - r * 0.2, y - r * 0.2), 0.85)
    sheet.dot(x - r * 0.38, y - r * 0.38, r * 0.2, light)
