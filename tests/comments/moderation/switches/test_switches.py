"""Comments closed, slowed down or read first, for a while."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, CommentSwitch, Discussion, State, SwitchKind
from comments.moderation import counts
from comments.moderation.errors import NotAllowed
from comments.moderation.switches.keeping import Wanted, switch_off, switch_on
from news import roles
from news.models import AuditEntry, CommentPolicy
from tests.comments.sending import send, set_policy, set_site
from tests.factories import LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # a Monday, noon in Vietnam
CLOSE, PRE, SLOW = SwitchKind.CLOSE, SwitchKind.PRE, SwitchKind.SLOW


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def article(clock):
    return LiveArticleFactory(section=SectionFactory(parent=SectionFactory()))


def switched(kind: SwitchKind, **changes: Any) -> CommentSwitch:
    """By the house."""
    minutes = {"minutes": 5} if kind == SLOW else {}
    return switch_on(Wanted(kind, **{**minutes, **changes}), None)


def page_of(article) -> str:
    answer = Client().get(article.get_absolute_url())
    assert answer.status_code == 200
    return answer.text


def everywhere(article) -> list[dict[str, Any]]:
    """The places in which a switch concerns the article."""
    return [{"article": article}, {"section": article.section}, {"section": article.section.parent}, {}]


@pytest.mark.parametrize("place", range(4))
def test_closing_reaches_as_far_as_it_says_and_ends_by_itself(clock, article, place):
    other = LiveArticleFactory()
    switched(CLOSE, until=NOW + timedelta(hours=1), **everywhere(article)[place])
    page = page_of(article)
    assert "tạm đóng đến Thứ Hai, 23/11/2026, 13:00 (GMT+7)" in page and "<form" not in page.split("BÌNH LUẬN")[1]
    answer = send(article)
    assert answer.status_code == 409 and "Bài viết rất bổ ích." in answer.text and "13:00" in answer.text
    assert send(other).status_code == (409 if place == 3 else 303)
    clock.move_to(NOW + timedelta(hours=1, seconds=-1))
    assert send(article).status_code == 409
    clock.move_to(NOW + timedelta(hours=1))
    assert "tạm đóng" not in page_of(article)
    assert send(article).status_code == 303


def test_a_page_in_a_cache_is_asked_for_again_and_is_another_one(clock, article):
    reader = Client()
    switch = switched(CLOSE, until=NOW + timedelta(hours=1))
    first = reader.get(article.get_absolute_url())
    assert "s-maxage=1," in first["Cache-Control"]
    known = {"If-None-Match": first["ETag"]}
    assert reader.get(article.get_absolute_url(), headers=known).status_code == 304
    clock.move_to(switch.until)
    after = reader.get(article.get_absolute_url(), headers=known)
    assert after.status_code == 200 and "tạm đóng" not in after.text


def test_a_switch_without_an_end_holds_until_somebody_ends_it(clock, article):
    switch = switched(CLOSE)
    clock.move_to(NOW + timedelta(days=400))
    assert "Phần bình luận đang tạm đóng." in page_of(article)
    switch_off(switch, None)
    switch_off(switch, None)
    assert send(article).status_code == 303
    assert [entry.act for entry in AuditEntry.objects.order_by("pk")] == ["commentswitch.on", "commentswitch.off"]


def test_the_form_is_not_offered_on_older_comments_and_the_receipt_neither(article):
    send(article)
    comment = Comment.objects.get()
    switched(CLOSE)
    older = Client().get(f"/binh-luan/{article.pk}/").text
    assert "tạm đóng" in older and "#gui-binh-luan" not in older
    assert "Sửa bình luận" not in Client().get(comment.receipt_url()).text
    answer = Client().post(f"{comment.receipt_url()}sua/", {"text": "Lời khác.", "name": "Lan", "lan": 0})
    assert answer.status_code == 409 and "Lời khác." in answer.text


def test_reading_first_wins_over_showing_at_once_and_not_the_other_way(clock, article):
    set_policy(article, CommentPolicy.POST)
    switch = switched(PRE, until=NOW + timedelta(hours=1))
    assert "Bình luận hiện ngay" not in page_of(article)
    send(article)
    assert Comment.objects.get().state == State.WAITING
    clock.move_to(switch.until)
    assert "Bình luận hiện ngay" in page_of(article)
    send(article, text="Lời khác.")
    assert Comment.objects.newest_first()[0].state == State.APPROVED
    set_policy(article, CommentPolicy.CLOSED)
    switched(PRE)
    assert send(article, text="Lời nữa.").status_code == 409


def test_slowing_down_lets_one_comment_in_so_many_minutes_from_one_source_under_that_article(clock, article):
    other = LiveArticleFactory()
    switched(SLOW, article=article, minutes=10, until=NOW + timedelta(hours=2))
    assert "một bình luận trong 10 phút, đến Thứ Hai, 23/11/2026, 14:00" in page_of(article)
    assert send(article).status_code == 303
    clock.move_to(NOW + timedelta(minutes=9, seconds=59))
    answer = send(article, text="Lời thứ hai.")
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert "một bình luận trong 10 phút" in answer.text and "Lời thứ hai." in answer.text
    assert send(article, text="Người khác.", address="198.51.100.7").status_code == 303
    assert send(other, text="Bài khác.").status_code == 303
    clock.move_to(NOW + timedelta(minutes=10))
    assert send(article, text="Lời thứ hai.").status_code == 303


def test_a_double_click_and_a_change_are_no_second_comment(article):
    switched(SLOW, minutes=10)
    first = send(article)
    assert send(article)["Location"] == first["Location"]
    comment = Comment.objects.get()
    Client().post(f"{comment.receipt_url()}sua/", {"text": "Lời khác.", "name": "Lan", "lan": 0})
    assert Comment.objects.get().text == "Lời khác."


def test_of_several_the_strictest_wins_and_of_two_ends_the_later(clock, article):
    switched(SLOW, article=article, minutes=2)
    switched(SLOW, section=article.section, minutes=10)
    switched(SLOW, minutes=5)
    assert "một bình luận trong 10 phút" in page_of(article)
    switched(CLOSE, article=article, until=NOW + timedelta(hours=1))
    switched(CLOSE, until=NOW + timedelta(hours=3))
    assert "15:00" in page_of(article)
    switched(CLOSE, section=article.section)
    assert "Phần bình luận đang tạm đóng." in page_of(article)


def test_the_same_switch_in_the_same_place_takes_the_others_place(clock, article):
    first = switched(CLOSE, article=article, until=NOW + timedelta(hours=5))
    switched(CLOSE, article=article, until=NOW + timedelta(hours=1))
    assert "13:00" in page_of(article)
    first.refresh_from_db()
    assert first.ended_at == NOW


def test_hidden_comments_stay_hidden_whatever_is_switched(article):
    set_policy(article, CommentPolicy.HIDDEN)
    switched(PRE)
    switched(SLOW)
    assert "BÌNH LUẬN" not in page_of(article)


def test_an_article_stops_taking_comments_at_the_age_that_the_paper_sets(clock, article):
    set_site(comments_close_after=3)
    ends = article.published_at + timedelta(days=3)
    clock.move_to(ends - timedelta(seconds=1))
    assert send(article).status_code == 303
    clock.move_to(ends)
    assert "Bài đăng đã quá 3 ngày nên thôi nhận bình luận." in page_of(article)
    assert send(article, text="Muộn.").status_code == 409
    set_site(comments_close_after=None)
    assert send(article, text="Muộn.").status_code == 303


def test_a_switch_under_an_article_is_a_change_of_its_discussion(article):
    send(article)
    before = Discussion.objects.get().version
    switch = switched(CLOSE, article=article)
    assert Discussion.objects.get().version == before + 1
    switch_off(switch, None)
    assert Discussion.objects.get().version == before + 2


def test_switches_cost_no_query_however_many_there_are(article):
    send(article, address="192.0.2.9")
    counts.recount(article.pk)
    sizes = []
    for number in (0, 50):
        for _each in range(number):
            switched(SLOW, article=LiveArticleFactory())
        for text in ("Để dựng bảng.", "Để đếm."):
            with CaptureQueriesContext(connection) as sending:
                send(article, text=f"{text} {number}", address=f"198.51.100.{number}")
            with CaptureQueriesContext(connection) as reading:
                page_of(article)
        sizes.append((len(sending), len(reading)))
    assert sizes[0] == sizes[1]
    assert sizes[0][0] <= 8 and sizes[0][1] <= 8


@pytest.mark.parametrize(
    ("role", "held", "under_article", "elsewhere"),
    [
        (roles.REPORTER, True, False, False),
        (roles.EDITOR, True, True, False),
        (roles.EDITOR, False, False, False),
        (roles.MODERATOR, True, True, False),
        (roles.MODERATOR, False, False, False),
        (roles.MANAGING_EDITOR, False, True, True),
        (roles.ADMINISTRATOR, True, False, False),
    ],
)
def test_who_may_switch_where(article, role, held, under_article, elsewhere):
    person = UserFactory(role=role, holds_every_section=held)
    for place in everywhere(article):
        may = under_article if "article" in place else elsewhere
        standing = switched(CLOSE, **place)
        acts = (lambda place=place: switch_on(Wanted(CLOSE, **place), person), lambda: switch_off(standing, person))  # noqa: B023
        for act in reversed(acts):
            if may:
                act()
            else:
                with pytest.raises(NotAllowed):
                    act()
        assert CommentSwitch.objects.live(timezone.now()).filter(ended_by=None).exists()
        CommentSwitch.objects.all().delete()
