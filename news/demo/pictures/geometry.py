"""Plain geometry for the illustrations: everything here makes lists of points and draws nothing."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, radians, sin
from random import Random

Point = tuple[float, float]
Points = list[Point]


def ellipse(x: float, y: float, rx: float, ry: float | None = None, tilt: float = 0) -> Points:
    """An ellipse (a circle without `ry`) around x, y, turned by `tilt` degrees."""
    return turned(arc(x, y, rx, ry, 0, 360), (x, y), tilt)


def arc(x: float, y: float, rx: float, ry: float | None, start: float, end: float) -> Points:
    """Points along an arc from `start` to `end` degrees; 0 is to the right, 90 is down."""
    ry = rx if ry is None else ry
    steps = max(8, int(abs(end - start) / 4))
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + rx * cos(angle), y + ry * sin(angle)) for angle in angles]


def rect(left: float, top: float, right: float, bottom: float) -> Points:
    """A rectangle by its edges."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def turned(points: Iterable[Point], centre: Point, degrees: float) -> Points:
    """The points turned clockwise about a centre."""
    if not degrees:
        return list(points)
    c, s, (cx, cy) = cos(radians(degrees)), sin(radians(degrees)), centre
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in points]


def placed(points: Iterable[Point], x: float, y: float, size: float = 1, flip: bool = False) -> Points:
    """A shape drawn around 0, 0 brought to its place on the sheet, mirrored if wanted."""
    side = -size if flip else size
    return [(x + px * side, y + py * size) for px, py in points]


def smooth(points: Sequence[Point], closed: bool = False, steps: int = 10) -> Points:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    curve: Points = []
    for index in range(count if closed else count - 1):
        curve += [_catmull(ring[index : index + 4], step / steps) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _catmull(four: Sequence[Point], t: float) -> Point:
    a, b, c, d = four
    weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, (a, b, c, d), strict=True)) / 2
    y = sum(weight * point[1] for weight, point in zip(weights, (a, b, c, d), strict=True)) / 2
    return x, y


def ridge(random: Random, left: Point, right: Point, height: float, rough: float = 0.55, depth: int = 7) -> Points:
    """A line of hills between two points by midpoint displacement: `rough` 0.4 is a dune, 0.6 is rock."""
    line = [left, right]
    for _ in range(depth):
        finer = [line[0]]
        for (x0, y0), (x1, y1) in pairwise(line):
            finer += [((x0 + x1) / 2, (y0 + y1) / 2 + random.uniform(-height, height)), (x1, y1)]
        line, height = finer, height * rough
    return line


def wave(left: float, right: float, y: float, height: float, length: float, phase: float = 0) -> Points:
    """A sine line from left to right."""
    steps = int(abs(right - left) / 8) + 1
    xs = [left + (right - left) * step / steps for step in range(steps + 1)]
    return [(x, y + height * sin(2 * pi * x / length + phase)) for x in xs]


def down_to(line: Sequence[Point], bottom: float) -> Points:
    """The area under a line."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def along(start: Point, end: Point, share: float) -> Point:
    """The point that lies `share` (0 to 1) of the way from start to end."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
