"""Drawing the demo edition's pictures in several processes."""

import pytest

from news import pictures
from news.demo.gallery import draw_all, portrait_name


def test_drawings_are_pictures_that_the_paper_takes():
    drawn = draw_all(["savings_curve", portrait_name(1)])
    assert pictures.decode(drawn["savings_curve"]).size == (1600, 1000)
    assert pictures.decode(drawn[portrait_name(1)]).size == (800, 800)


def test_a_name_that_is_asked_for_twice_is_drawn_once():
    assert list(draw_all([portrait_name(2), portrait_name(2)])) == [portrait_name(2)]


def test_nothing_asked_nothing_drawn():
    assert draw_all([]) == {}


def test_a_name_that_nobody_can_draw_is_an_error():
    with pytest.raises(KeyError):
        draw_all(["bay_giua_troi"])
