from datetime import UTC, datetime, timedelta

import pytest

from news.vietnamese.dates import day, due, long_date, short, since

EVENING = datetime(2026, 11, 23, 13, 21, tzinfo=UTC)


def test_the_date_line_is_in_vietnams_time_with_the_weekday_in_words():
    assert long_date(EVENING) == "Thứ Hai, 23/11/2026, 20:21 (GMT+7)"


def test_late_in_utc_it_is_the_next_day_in_vietnam():
    assert day(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == "Thứ Sáu, 01/01/2027"


@pytest.mark.parametrize(("number", "name"), [*enumerate(["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"])])
def test_weekdays_are_written_in_words(number, name):
    assert day(EVENING + timedelta(days=number)).startswith(f"Thứ {name},")


def test_sunday_has_a_name_of_its_own():
    assert day(EVENING - timedelta(days=1)) == "Chủ Nhật, 22/11/2026"


def test_the_short_form_has_minute_and_day():
    assert short(EVENING) == "20:21, 23/11"


def test_dates_do_not_follow_the_zone_that_django_has_active(settings):
    settings.TIME_ZONE = "America/New_York"
    assert short(EVENING) == "20:21, 23/11"


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=-30), "vừa xong"),
        (timedelta(seconds=59), "vừa xong"),
        (timedelta(seconds=60), "1 phút trước"),
        (timedelta(minutes=59, seconds=59), "59 phút trước"),
        (timedelta(hours=1), "1 giờ trước"),
        (timedelta(hours=23, minutes=59), "23 giờ trước"),
        (timedelta(hours=24), "23/11/2026"),
        (timedelta(minutes=-2), "23/11/2026"),
    ],
)
def test_age_is_told_for_a_day_and_then_the_date(age, words):
    assert since(EVENING, EVENING + age) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=1), "còn chưa đầy một phút"),
        (timedelta(minutes=1), "còn 1 phút"),
        (timedelta(minutes=59, seconds=59), "còn 59 phút"),
        (timedelta(hours=3), "còn 3 giờ"),
        (timedelta(hours=23, minutes=59), "còn 23 giờ"),
        (timedelta(days=2, hours=1), "còn 2 ngày"),
    ],
)
def test_what_is_due_is_told_with_weekday_and_how_far_off_it_is(left, words):
    assert due(EVENING, EVENING - left) == f"Thứ Hai, 23/11/2026, 20:21 – {words}"


def test_what_has_come_is_no_longer_far_off():
    assert due(EVENING, EVENING) == "Thứ Hai, 23/11/2026, 20:21"
