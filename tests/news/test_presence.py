"""Who has an article open, and who of them holds the pen."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction

from news import lifecycle, presence
from news.models import Article, Presence, State
from news.models.presence import FORGOTTEN, FRESH
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FIRST, SECOND = "cua-so-thu-nhat", "cua-so-thu-hai"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def article() -> Article:
    return ArticleFactory()


def an_editor():
    return UserFactory(role="biên tập viên")


def holders(article: Article) -> list[str]:
    return list(Presence.objects.filter(article=article, holds=True).values_list("window", flat=True))


def test_whoever_opens_first_holds_the_pen_and_keeps_it(clock, article):
    first, second = an_editor(), an_editor()
    assert presence.beat(article, first, FIRST)
    assert not presence.beat(article, second, SECOND)
    clock.shift(10)
    assert presence.beat(article, first, FIRST)
    assert holders(article) == [FIRST]


def test_two_windows_of_one_person_are_two(clock, article):
    editor = an_editor()
    assert presence.beat(article, editor, FIRST)
    assert not presence.beat(article, editor, SECOND)


def test_a_claim_that_was_not_heard_of_falls_to_the_next(clock, article):
    presence.beat(article, an_editor(), FIRST)
    clock.shift(FRESH - timedelta(seconds=1))
    assert not presence.beat(article, an_editor(), SECOND)
    clock.shift(timedelta(seconds=1))
    assert presence.beat(article, an_editor(), SECOND)
    assert holders(article) == [SECOND]


def test_who_takes_over_holds_and_the_other_learns_it_at_the_next_beat(clock, article):
    first, second = an_editor(), an_editor()
    presence.beat(article, first, FIRST)
    presence.beat(article, second, SECOND)
    presence.take_over(article, second, SECOND)
    assert not presence.beat(article, first, FIRST)
    assert holders(article) == [SECOND]
    holder = presence.held_elsewhere(article, FIRST)
    assert holder and holder.user == second
    assert presence.held_elsewhere(article, SECOND) is None


def test_who_may_not_write_neither_holds_nor_takes_over(clock):
    reporter = UserFactory(role="phóng viên")
    article = ArticleFactory(created_by=reporter, state=State.REVIEW)
    assert not presence.beat(article, reporter, FIRST)
    with pytest.raises(lifecycle.NotAllowed):
        presence.take_over(article, reporter, FIRST)
    assert presence.beat(article, an_editor(), SECOND)


def test_who_leaves_frees_the_pen_but_a_page_that_comes_back_at_once_keeps_it(clock, article):
    first, second = an_editor(), an_editor()
    presence.beat(article, first, FIRST)
    presence.leave(article, first, FIRST)
    assert not presence.beat(article, second, SECOND)
    assert presence.beat(article, first, FIRST)
    presence.leave(article, first, FIRST)
    clock.shift(presence.LEAVING)
    assert presence.beat(article, second, SECOND)


def test_nobody_closes_another_s_window(clock, article):
    presence.beat(article, an_editor(), FIRST)
    presence.leave(article, an_editor(), FIRST)
    clock.shift(presence.LEAVING)
    assert not presence.beat(article, an_editor(), SECOND)


def test_signing_in_as_somebody_else_in_the_same_window_is_no_stranger(clock, article):
    presence.beat(article, an_editor(), FIRST)
    other = an_editor()
    assert presence.beat(article, other, FIRST)
    assert Presence.objects.get().user == other


def test_the_database_knows_one_holder_only(article):
    for window, holds in ((FIRST, True), (SECOND, False)):
        Presence.objects.create(article=article, user=an_editor(), window=window, holds=holds, seen_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Presence.objects.update(holds=True)


def test_the_field_is_told_in_the_editors_words_and_made_up_ones_are_not_kept(clock, article):
    editor = an_editor()
    presence.beat(article, editor, FIRST, "standfirst")
    assert presence.label_of(Presence.objects.get().field) == "sapo"
    presence.beat(article, editor, FIRST, "bylines")
    assert presence.label_of(Presence.objects.get().field) == "tác giả của bài"
    for made_up in ("khong-co", "password", "import_digest", "x" * 500):
        presence.beat(article, editor, FIRST, made_up)
        assert presence.label_of(Presence.objects.get().field) == ""


def test_a_beat_clears_a_bounded_part_of_what_nobody_asks_about(clock, article, monkeypatch):
    monkeypatch.setattr(presence, "CLEARED_AT_ONCE", 3)
    editor = an_editor()
    for number in range(5):
        presence.beat(article, editor, f"cua-so-cu-{number}")
    clock.shift(FORGOTTEN)
    presence.beat(article, editor, FIRST)
    assert Presence.objects.count() == 3
    presence.beat(article, editor, FIRST)
    assert list(Presence.objects.values_list("window", flat=True)) == [FIRST]


def test_the_pen_of_who_passed_the_article_on_goes_to_who_comes_for_it(clock, article):
    editor, writer = an_editor(), an_editor()
    presence.beat(article, editor, FIRST)
    presence.hand_on(article, editor)
    assert presence.beat(article, editor, FIRST)  # until somebody comes
    assert presence.beat(article, writer, SECOND)
    assert not presence.beat(article, editor, FIRST)
    assert holders(article) == [SECOND]


def test_it_does_not_wander_between_one_persons_windows_nor_to_who_may_not_write(clock, article):
    editor = an_editor()
    presence.beat(article, editor, FIRST)
    presence.hand_on(article, editor)
    assert not presence.beat(article, editor, SECOND)
    assert not presence.beat(article, UserFactory(role="phóng viên"), "cua-so-thu-ba")
    assert holders(article) == [FIRST]


def test_who_takes_the_article_on_gets_the_pen_and_keeps_it(clock, article):
    editor, writer = an_editor(), an_editor()
    presence.beat(article, editor, FIRST)
    presence.claim(article, writer)
    assert presence.beat(article, writer, SECOND)
    assert not presence.beat(article, editor, FIRST)
    assert presence.beat(article, writer, SECOND)


def test_taking_over_on_purpose_ends_the_courtesy(clock, article):
    editor, writer = an_editor(), an_editor()
    presence.beat(article, editor, FIRST)
    presence.hand_on(article, editor)
    presence.beat(article, writer, SECOND)
    presence.take_over(article, editor, FIRST)
    assert not presence.beat(article, writer, SECOND)
    assert holders(article) == [FIRST]


def test_who_may_no_longer_write_lets_go_of_a_pen_that_was_passed_on(clock):
    writer = UserFactory(role="phóng viên")
    article = ArticleFactory(created_by=writer)
    assert presence.beat(article, writer, FIRST)
    presence.hand_on(article, writer)
    lifecycle.hand_in(article, writer)
    assert not presence.beat(article, writer, FIRST)
    assert holders(article) == []
