"""The bell, and the page that it leads to."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Action, Notice, State
from tests.factories import ArticleFactory, UserFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db

PAGE = "/toa-soan/tin-bao/"


def notice(client, **kwargs):
    article = ArticleFactory(created_by=client.user, headline=kwargs.pop("headline", "Cầu mới thông xe"))
    kwargs = {"kind": Action.RETURNED, "note": "Thiếu <nguồn> tin.", **kwargs}
    return Notice.objects.create(to=client.user, article=article, by=UserFactory(display_name="Lê Đức"), **kwargs)


def test_the_bell_counts_what_is_unread_and_leads_to_it():
    client = signed_in("phóng viên")
    assert 'class="desk-tool-count"' not in client.get("/toa-soan/").text
    notice(client)
    notice(client, read_at=timezone.now())
    home = client.get("/toa-soan/").text
    assert f'href="{PAGE}"' in home and '<span class="desk-tool-count">1 ' in home
    page = client.get(PAGE).text
    assert "Lê Đức trả lại bài “Cầu mới thông xe”" in page and "Thiếu &lt;nguồn&gt; tin." in page


def test_the_bell_stops_counting():
    client = signed_in("phóng viên")
    article = ArticleFactory(created_by=client.user)
    Notice.objects.bulk_create(Notice(to=client.user, article=article, kind=Action.PUBLISHED) for _ in range(120))
    with CaptureQueriesContext(connection) as asked:
        assert '<span class="desk-tool-count">99+ ' in client.get("/toa-soan/").text
    assert len([query for query in asked if "news_notice" in query["sql"]]) == 1


def test_one_is_ticked_off_or_opened_and_all_are_ticked_off():
    client = signed_in("phóng viên")
    first, second, third = notice(client), notice(client), notice(client)
    assert client.post(f"{PAGE}{first.pk}/da-doc/").status_code == 302
    opened = client.post(f"{PAGE}{second.pk}/da-doc/", {"open": "1"})
    assert opened.url == f"/toa-soan/news/article/{second.article_id}/change/"
    assert list(Notice.objects.unread()) == [third]
    assert "Đã đánh dấu đọc hết." in client.post(f"{PAGE}da-doc/", follow=True).text
    assert not Notice.objects.unread().exists()


def test_nobody_sees_or_ticks_off_what_was_told_to_others():
    own, other = signed_in("phóng viên"), signed_in("biên tập viên")
    mine = notice(own)
    assert "Cầu mới thông xe" not in other.get(PAGE).text
    assert other.post(f"{PAGE}{mine.pk}/da-doc/").status_code == 404
    other.post(f"{PAGE}da-doc/")
    assert Notice.objects.unread().exists()


def test_a_notice_goes_out_of_sight_with_its_article():
    client = signed_in("phóng viên")
    mine = notice(client)
    mine.article.created_by = None
    mine.article.save()
    assert "Cầu mới thông xe" not in client.get(PAGE).text
    assert 'class="desk-tool-count"' not in client.get("/toa-soan/").text
    assert client.post(f"{PAGE}{mine.pk}/da-doc/").status_code == 404


@pytest.mark.parametrize("address", [f"{PAGE}?truoc=x", f"{PAGE}?truoc=1-1"])
def test_what_is_no_page_is_404(address):
    assert signed_in("phóng viên").get(address).status_code == 404


def test_reading_and_ticking_off_are_different_methods():
    client = signed_in("phóng viên")
    mine = notice(client)
    assert client.get(f"{PAGE}{mine.pk}/da-doc/").status_code == 405
    assert client.get(f"{PAGE}da-doc/").status_code == 405
    assert client.post(f"{PAGE}99999999999999999999/da-doc/").status_code in (404, 400)


def test_older_ones_are_a_link_away_at_the_same_cost():
    client = signed_in("phóng viên")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    notice(client, headline="Bài số 0")
    client.get(PAGE)
    few = queries()
    for number in range(1, 35):
        told = notice(client, headline=f"Bài số {number}")
        Notice.objects.filter(pk=told.pk).update(at=timezone.now() + timedelta(seconds=number))
    assert queries() == few
    first = client.get(PAGE)
    assert "Bài số 34”" in first.text and "Bài số 4”" not in first.text
    older = client.get(f"{PAGE}?truoc={first.context['older']}")
    assert [row.article.headline for row in older.context["rows"]] == [f"Bài số {n}" for n in (4, 3, 2, 1, 0)]


def test_letters_are_switched_off_on_ones_own_account_page():
    client = signed_in("phóng viên", email="mai@bao.example")
    form = {"display_name": "Mai", "email": "mai@bao.example"}
    assert 'name="notices_by_mail"' in client.get("/toa-soan/tai-khoan/").text
    assert client.post("/toa-soan/tai-khoan/", form).status_code == 302
    client.user.refresh_from_db()
    assert client.user.notices_by_mail is False
    client.post("/toa-soan/tai-khoan/", {**form, "notices_by_mail": "on"})
    client.user.refresh_from_db()
    assert client.user.notices_by_mail is True


def test_a_reporter_learns_of_a_return_and_an_editor_of_a_hand_in_through_the_buttons():
    reporter, editor = signed_in("phóng viên"), signed_in("biên tập viên")
    article = ArticleFactory(created_by=reporter.user, headline="Đường mới", state=State.DRAFT)
    reporter.post(f"/toa-soan/bai/{article.pk}/gui-duyet/")
    assert f"{reporter.user} gửi duyệt bài “Đường mới”" in editor.get(PAGE).text
    editor.post(f"/toa-soan/bai/{article.pk}/tra-bai/", {"tra-bai-note": "Ngắn quá."})
    assert "trả lại bài “Đường mới”" in reporter.get(PAGE).text
