"""The small charts of the page on which the desk opens."""

from datetime import datetime, timedelta

import pytest
import time_machine

from comments.models import Comment
from news.desk.charts import Chart, difference
from news.models import ReadHour
from news.vietnamese.dates import VIETNAM
from tests.factories import CommentFactory
from tests.news.desk.browser import signed_in

NOON = datetime(2026, 11, 26, 12, 30, tzinfo=VIETNAM)  # a Thursday
MIDNIGHT = datetime(2026, 11, 26, tzinfo=VIETNAM)
A_WEEK_AGO = MIDNIGHT - timedelta(days=7)
WORDS = ("Lượt đọc hôm nay", "Chưa có gì.")


def chart(counts, now=NOON) -> Chart:
    return Chart.of("thu", WORDS, counts, now)


def test_today_ends_with_the_hour_that_is_running():
    drawn = chart({MIDNIGHT: 5, MIDNIGHT + timedelta(hours=12): 7})
    assert len(drawn.today) == 13 and drawn.total == 12
    assert [row.today for row in drawn.rows][11:15] == [0, 7, None, None]
    assert len(drawn.rows) == 24


def test_the_day_is_vietnams():
    drawn = chart({MIDNIGHT - timedelta(hours=1): 100, MIDNIGHT: 1})
    assert drawn.total == 1


def test_finished_hours_are_compared_with_the_same_hours_of_a_week_ago():
    drawn = chart({MIDNIGHT: 112, NOON.replace(minute=0): 999, A_WEEK_AGO: 100, A_WEEK_AGO + timedelta(hours=12): 555})
    assert drawn.compared == "Đến 12 giờ: 112, Thứ Năm tuần trước 100 (hơn 12%)."


def test_without_hours_to_compare_the_whole_day_is_told():
    late = {A_WEEK_AGO + timedelta(hours=20): 1234}
    assert chart(late).compared == "Cả ngày Thứ Năm tuần trước: 1.234."
    assert chart({A_WEEK_AGO: 3}, MIDNIGHT).compared == "Cả ngày Thứ Năm tuần trước: 3."


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (112, 100, "hơn 12%"),
        (88, 100, "kém 12%"),
        (100, 100, "như nhau"),
        (20000, 10, "gấp 2.000 lần"),
        (25, 10, "gấp 2,5 lần"),
        (199, 100, "hơn 99%"),
    ],
)
def test_a_change_is_told_in_words(now, then, words):
    assert difference(now, then) == words


def test_bars_and_steps_stay_within_the_drawing():
    drawn = chart({MIDNIGHT + timedelta(hours=hour): hour for hour in range(13)} | {A_WEEK_AGO: 24})
    assert all(0 <= bar.y <= 72 and bar.height > 0 for bar in drawn.bars)
    assert len(drawn.bars) == 12  # nothing was read in the first hour
    assert drawn.line.startswith("M0 0.0V0.0H12V72.0H24") and drawn.line.endswith("H288")


@pytest.mark.django_db
def test_the_home_draws_reads_and_comments_and_says_them_in_figures():
    with time_machine.travel(NOON, tick=False):
        ReadHour.objects.create(hour=MIDNIGHT + timedelta(hours=8), reads=1500)
        ReadHour.objects.create(hour=A_WEEK_AGO + timedelta(hours=8), reads=1000)
        ReadHour.objects.create(hour=A_WEEK_AGO + timedelta(days=1), reads=7777)
        CommentFactory(created_at=NOON - timedelta(hours=1))
        CommentFactory(created_at=A_WEEK_AGO + timedelta(hours=2))
        CommentFactory(created_at=MIDNIGHT - timedelta(seconds=1))
        page = signed_in("thư ký tòa soạn").get("/toa-soan/")
    reads, comments = page.context["charts"]
    assert (reads.total, sum(reads.before)) == (1500, 1000)
    assert (comments.total, sum(comments.before)) == (1, 1)
    assert "Đến 12 giờ: 1.500, Thứ Năm tuần trước 1.000 (hơn 50%)." in page.text
    assert "7.777" not in page.text
    assert '<th scope="row">8h</th><td>1.500</td><td>1.000</td>' in page.text


@pytest.mark.django_db
def test_numbers_of_the_drawing_are_for_machines_in_every_language():
    with time_machine.travel(NOON, tick=False):
        for hour in range(3):
            ReadHour.objects.create(hour=MIDNIGHT + timedelta(hours=hour), reads=hour * 3 + 1)
        page = signed_in("thư ký tòa soạn").get("/toa-soan/").text
    assert page.count('class="desk-chart-bar"') == 3
    assert "," not in page.split('class="desk-chart-bar"')[1].split("/>")[0]


@pytest.mark.django_db
def test_an_empty_paper_says_so():
    page = signed_in("thư ký tòa soạn").get("/toa-soan/").text
    assert "Hôm nay và tuần trước chưa có lượt đọc nào." in page
    assert "Hôm nay và tuần trước chưa có bình luận nào." in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "names"),
    [("phóng viên", ["luot-doc"]), ("kiểm duyệt viên", ["binh-luan"]), ("quản trị", [])],
)
def test_each_sees_the_charts_of_their_work(role, names):
    charts = signed_in(role).get("/toa-soan/").context["charts"]
    assert [chart.name for chart in charts] == names


@pytest.mark.django_db
def test_comments_are_counted_by_vietnams_hours():
    CommentFactory(created_at=MIDNIGHT + timedelta(minutes=59))
    CommentFactory(created_at=MIDNIGHT + timedelta(minutes=60))
    assert Comment.objects.sent_on(MIDNIGHT).counted_by_hour() == {MIDNIGHT: 1, MIDNIGHT + timedelta(hours=1): 1}
