"""What the drawn pictures promise: all there, the right size, the same every time, and worth looking at."""

from functools import cache
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat

from news.demo import pictures
from tests.databases import once

pytestmark = once

PEOPLE = range(8)


@cache
def drawn(name: str) -> Image.Image:
    """A picture small enough to compare, its grain averaged away; drawn once for all tests."""
    return pictures.draw(name).resize((160, 100), Image.Resampling.BOX)


@cache
def person(seed: int) -> Image.Image:
    return pictures.portrait(seed).resize((80, 80), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far apart two pictures are: 0 for the same, 255 for black and white."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def test_a_picture_is_1600_by_1000_and_in_colour():
    picture = pictures.draw("blood_drive")
    assert (picture.size, picture.mode) == ((1600, 1000), "RGB")


def test_a_picture_is_the_same_on_every_call():
    assert pictures.draw("storm_track_map").tobytes() == pictures.draw("storm_track_map").tobytes()


def test_drawing_one_picture_leaves_no_trace_in_the_next():
    alone = pictures.draw("metro_line_map").tobytes()
    pictures.draw("savings_curve")
    assert pictures.draw("metro_line_map").tobytes() == alone


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError):
        pictures.draw("grey_box")


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_has_light_and_dark_and_more_than_one_ink(name):
    spread = ImageStat.Stat(drawn(name).convert("L"))
    low, high = spread.extrema[0]
    assert spread.stddev[0] > 15
    assert high - low > 110
    assert len(drawn(name).quantize(32).getcolors()) > 16


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_still_has_a_subject_when_cropped_square(name):
    middle = drawn(name).crop((30, 0, 130, 100))
    assert ImageStat.Stat(middle.convert("L")).stddev[0] > 15


def test_no_two_pictures_look_alike():
    alike = [pair for pair in combinations(pictures.NAMES, 2) if difference(*map(drawn, pair)) < 12]
    assert alike == []


def test_a_portrait_is_square_and_the_same_on_every_call():
    assert pictures.portrait(3).size == (800, 800)
    assert pictures.portrait(3).tobytes() == pictures.portrait(3).tobytes()


def test_no_two_authors_look_alike():
    alike = [pair for pair in combinations(PEOPLE, 2) if difference(*map(person, pair)) < 12]
    assert alike == []
