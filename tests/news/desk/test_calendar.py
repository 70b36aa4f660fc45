"""The calendar: what stands where, who sees and moves what, and what clashes."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from news.models import Article, State
from news.vietnamese.dates import VIETNAM
from tests.factories import ArticleFactory, LiveArticleFactory, SectionFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=VIETNAM)  # a Tuesday
EVENING = datetime(2026, 11, 24, 20, 21, tzinfo=VIETNAM)
JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def _it_is_tuesday_noon(time_machine) -> None:
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def editor() -> Client:
    return signed_in("biên tập viên")


def due(at: datetime = EVENING, **kwargs) -> Article:
    return LiveArticleFactory(published_at=at, **kwargs)


def calendar(client: Client, **asked):
    return client.get(reverse("desk:calendar"), asked)


def moved(client: Client, article: Article, day: str, clock: str, json: bool = False, **more):
    answers = {"at_0": day, "at_1": clock, **more}
    return client.post(reverse("desk:reschedule", args=[article.pk]), answers, headers=JSON if json else {})


def on_days(page) -> dict[str, list[str]]:
    """The headlines by day."""
    days = page.context["days"]
    return {f"{on.date}": [item.article.headline for item in on.items] for on in days if on.items}


def stored(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def test_a_week_begins_on_monday_and_shows_what_came_and_what_will(editor):
    due(headline="Hẹn tối nay")
    due(NOON - timedelta(days=1), headline="Hôm qua")
    due(NOON + timedelta(days=6), headline="Tuần sau")
    ArticleFactory(headline="Bản nháp")
    page = calendar(editor)
    assert on_days(page) == {"2026-11-23": ["Hôm qua"], "2026-11-24": ["Hẹn tối nay"]}
    assert [on.date.weekday() for on in page.context["days"]] == list(range(7))
    assert "Hẹn giờ" in page.text and "Đang đăng" in page.text


def test_a_day_is_the_newsrooms_not_utcs(editor):
    due(datetime(2026, 11, 27, 0, 30, tzinfo=VIETNAM), headline="Quá nửa đêm")
    page = calendar(editor)
    assert on_days(page) == {"2026-11-27": ["Quá nửa đêm"]}
    assert [hour.number for hour in page.context["days"][4].hours if hour.items] == [0]


def test_a_month_is_shown_in_whole_weeks(editor):
    due(datetime(2026, 11, 30, 8, 0, tzinfo=VIETNAM), headline="Cuối tháng")
    page = calendar(editor, kieu="thang", ngay="2026-11-05")
    days = page.context["days"]
    assert (str(days[0].date), str(days[-1].date)) == ("2026-10-26", "2026-12-06")
    assert on_days(page) == {"2026-11-30": ["Cuối tháng"]}
    assert "ngay=2026-10-01" in page.text and "ngay=2026-12-01" in page.text


@pytest.mark.parametrize("asked", [{"kieu": "năm"}, {"ngay": "2026-02-30"}, {"ngay": "9999-12-31"}])
def test_days_that_cannot_be_are_told_beside_this_week(editor, asked):
    page = calendar(editor, **asked)
    assert page.status_code == 422
    assert len(page.context["days"]) == 7 and page.context["errors"]


def test_a_day_shows_so_many_and_tells_how_many_more(editor):
    section = SectionFactory()
    for number in range(17):
        due(EVENING + timedelta(minutes=number), section=section)
    page = calendar(editor, kieu="thang")
    (day,) = [on for on in page.context["days"] if on.items]
    assert (len(day.items), day.hidden) == (5, 12)
    assert "và 12 bài nữa" in page.text
    assert len(on_days(calendar(editor, kieu="ngay", ngay="2026-11-24"))["2026-11-24"]) == 17


@pytest.mark.parametrize("kind", ["tuan", "thang", "ngay"])
def test_queries_do_not_grow_with_the_articles(editor, kind, django_assert_num_queries):
    due(featured=True, section=SectionFactory(parent=SectionFactory()))
    calendar(editor)  # what is read once by a process
    with CaptureQueriesContext(connection) as few:
        calendar(editor, kieu=kind)
    for number in range(30):
        due(EVENING + timedelta(hours=number), featured=True, section=SectionFactory(parent=SectionFactory()))
    with django_assert_num_queries(len(few)):
        calendar(editor, kieu=kind)


def test_reporters_see_their_own_and_cannot_move_it():
    reporter = signed_in("phóng viên")
    own, other = due(created_by=reporter.user, headline="Bài tôi"), due(headline="Bài người khác")
    page = calendar(reporter)
    assert on_days(page) == {"2026-11-24": ["Bài tôi"]}
    assert "Lưu giờ mới" not in page.text
    assert moved(reporter, own, "2026-11-25", "08:00").status_code == 403
    assert moved(reporter, other, "2026-11-25", "08:00").status_code == 404
    assert stored(own).published_at == EVENING


def test_who_does_not_write_finds_no_calendar():
    moderator = signed_in("kiểm duyệt viên")
    assert calendar(moderator).status_code == 403
    assert reverse("desk:calendar") not in moderator.get(reverse("admin:index")).text


def test_the_sidebar_leads_to_it(editor):
    assert reverse("desk:calendar") in editor.get(reverse("admin:index")).text


def test_a_move_is_stored_told_and_undone_to_the_second(editor):
    article = due(EVENING.replace(second=7))
    page = editor.get(moved(editor, article, "2026-12-02", "08:15", kieu="thang").url)
    assert stored(article).published_at == datetime(2026, 12, 2, 8, 15, tzinfo=VIETNAM)
    assert "sẽ đăng Thứ Tư, 02/12/2026, 08:15 – còn 7 ngày" in page.text and page.context["kind"] == "thang"
    assert "Hoàn tác, về 20:21, 24/11" in page.text
    was = page.context["moved"]["was"]
    back = editor.get(moved(editor, article, f"{was:%Y-%m-%d}", f"{was:%H:%M:%S.%f}", undo="1").url)
    assert stored(article).published_at == EVENING.replace(second=7)
    assert "Hoàn tác" not in back.text
    assert "sẽ đăng" not in calendar(editor).text


def test_a_move_is_in_the_log(editor):
    article = due()
    moved(editor, article, "2026-12-02", "08:15")
    entry = article.log.get()
    assert (entry.action, entry.by) == ("scheduled", editor.user)


def test_a_script_is_told_where_to_go(editor):
    answer = moved(editor, due(), "2026-12-02", "08:15", json=True)
    assert answer.json() == {"to": reverse("desk:calendar") + "?kieu=tuan&ngay=2026-12-02"}


@pytest.mark.parametrize(
    ("day", "clock", "sentence"),
    [
        ("2026-11-24", "11:59", "Giờ này đã qua"),
        ("0001-01-01", "00:00", ""),
        ("2026-02-30", "08:00", "Ngày chưa đúng"),
        ("2026-12-01", "25:00", "Giờ chưa đúng"),
        ("", "", "Hãy nhập cả ngày và giờ."),
    ],
)
def test_a_time_that_cannot_be_is_refused_with_a_sentence(editor, day, clock, sentence):
    article = due()
    answer = moved(editor, article, day, clock, json=True)
    assert answer.status_code == 422 and answer.json()["error"] and sentence in answer.json()["error"]
    page = moved(editor, article, day, clock)
    assert page.status_code == 422 and sentence in page.text
    assert stored(article).published_at == EVENING


def test_what_no_keyboard_types_is_a_bad_request(editor):
    assert calendar(editor, ngay="a\0b").status_code == 400
    assert moved(editor, due(), "\0", "\0").status_code == 400


def test_what_was_typed_stays(editor):
    page = moved(editor, due(), "2026-11-24", "11:59")
    assert 'value="11:59"' in page.text and 'value="2026-11-24"' in page.text


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW, State.WITHDRAWN])
def test_only_what_waits_for_its_minute_is_moved(editor, state):
    article = ArticleFactory(state=state)
    answer = moved(editor, article, "2026-12-02", "08:15", json=True)
    assert answer.status_code == 409 and "trạng thái" in answer.json()["error"]
    assert stored(article).state == state


def test_what_readers_see_is_not_moved(editor):
    article = due(NOON - timedelta(hours=1))
    page = moved(editor, article, "2026-12-02", "08:15")
    assert page.status_code == 409 and "Bài đã lên trang rồi." in page.text
    assert stored(article).published_at == NOON - timedelta(hours=1)


def test_an_editor_moves_only_in_the_sections_they_hold():
    held, foreign = SectionFactory(name="Kinh tế"), SectionFactory(name="Thể thao")
    editor = signed_in("biên tập viên", holds_every_section=False)
    editor.user.sections.add(held)
    mine, theirs = due(section=held), due(section=foreign)
    answer = moved(editor, theirs, "2026-12-02", "08:15", json=True)
    assert answer.status_code == 403 and "Thể thao" in answer.json()["error"]
    assert moved(editor, mine, "2026-12-02", "08:15").status_code == 302
    assert stored(theirs).published_at == EVENING


def test_a_time_after_the_expiry_is_refused(editor):
    article = due(expires_at=EVENING + timedelta(days=1))
    answer = moved(editor, article, "2026-12-02", "08:15", json=True)
    assert answer.status_code == 422 and "Hạn hiển thị" in answer.json()["error"]


def test_only_a_form_moves(editor):
    assert editor.get(reverse("desk:reschedule", args=[due().pk])).status_code == 405
    assert editor.post(reverse("desk:reschedule", args=[10**18])).status_code == 404


def clashes(page) -> dict[str, str]:
    return {item.article.headline: item.clash for on in page.context["days"] for item in on.items if item.clash}


def test_the_same_minute_in_one_section_clashes(editor):
    section = SectionFactory()
    due(headline="Một", section=section)
    due(EVENING + timedelta(seconds=59), headline="Hai", section=section)
    due(EVENING + timedelta(seconds=60), headline="Phút sau", section=section)
    due(headline="Mục khác")
    page = calendar(editor)
    assert clashes(page) == {"Một": "Trùng giờ với “Hai”.", "Hai": "Trùng giờ với “Một”."}


def test_two_featured_articles_of_one_minute_clash_over_sections(editor):
    due(headline="Nổi bật", featured=True)
    due(headline="Cũng nổi bật", featured=True)
    due(headline="Thường")
    assert clashes(calendar(editor)).keys() == {"Nổi bật", "Cũng nổi bật"}


def test_what_is_out_already_clashes_with_nothing(editor):
    section = SectionFactory()
    for _ in range(2):
        due(NOON - timedelta(hours=2), section=section)
    assert clashes(calendar(editor)) == {}


def test_a_clash_is_a_warning_in_the_answer_to_the_schedule(editor):
    section = SectionFactory()
    due(headline="Đã hẹn", section=section)
    article = ArticleFactory(section=section)
    asked = {"hen-gio-at_0": "24/11/2026", "hen-gio-at_1": "20:21"}
    page = editor.post(reverse("desk:transition", args=[article.pk, "hen-gio"]), asked, follow=True)
    assert "Trùng giờ với “Đã hẹn”." in told(page)
    assert stored(article).is_scheduled()


def test_a_clash_is_told_after_a_move(editor):
    section = SectionFactory()
    due(headline="Đã hẹn", section=section)
    article = due(EVENING + timedelta(days=1), section=section)
    page = editor.get(moved(editor, article, "2026-11-24", "20:21").url)
    assert "Trùng giờ với “Đã hẹn”." in page.context["moved"]["clash"]


def test_headlines_are_escaped_everywhere(editor):
    section = SectionFactory()
    for _ in range(2):
        due(headline="<b>Đậm</b>", section=section)
    assert "<b>Đậm" not in calendar(editor).text


def test_the_desk_tells_everywhere_how_far_off_a_scheduled_moment_is(editor):
    article = due(timezone.now() + timedelta(hours=3))
    words = "Thứ Ba, 24/11/2026, 15:00 – còn 3 giờ"
    panel = reverse("admin:news_article_change", args=[article.pk])
    for address in (reverse("admin:index"), reverse("admin:news_article_changelist"), panel):
        assert words in editor.get(address).text, address
