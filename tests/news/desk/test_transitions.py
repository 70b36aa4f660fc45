"""The buttons beside an article."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news import presence
from news.models import Action, Article, State
from tests.factories import ArticleFactory, LiveArticleFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db


def press(client, article, name, **answers):
    return client.post(reverse("desk:transition", args=[article.pk, name]), answers, follow=True)


def test_an_article_goes_from_the_reporter_to_the_readers_and_back():
    reporter, editor, chief = map(signed_in, ("phóng viên", "biên tập viên", "thư ký tòa soạn"))
    article = ArticleFactory(created_by=reporter.user)
    press(reporter, article, "gui-duyet")
    press(editor, article, "tra-bai", **{"tra-bai-note": "Thiếu nguồn tin."})
    assert "Thiếu nguồn tin." in reporter.get(reverse("admin:news_article_change", args=[article.pk])).text
    press(reporter, article, "gui-duyet")
    assert "Bài đã lên trang." in told(press(editor, article, "dang"))
    press(chief, article, "go-bai", **{"go-bai-reason": "Sai số liệu."})
    article.refresh_from_db()
    assert (article.state, article.withdrawal_reason) == (State.WITHDRAWN, "Sai số liệu.")
    press(chief, article, "mo-lai")
    actions = [entry.action for entry in article.log.order_by("id")]
    assert actions == ["handed_in", "returned", "handed_in", "published", "withdrawn", "reopened"]


def test_a_schedule_is_in_the_newsrooms_time(time_machine):
    time_machine.move_to("2026-11-23 12:00:00+07:00")
    editor, article = signed_in("biên tập viên"), ArticleFactory()
    press(editor, article, "hen-gio", **{"hen-gio-at_0": "23/11/2026", "hen-gio-at_1": "20:21"})
    article.refresh_from_db()
    assert article.published_at.isoformat() == "2026-11-23T13:21:00+00:00"
    page = editor.get(reverse("admin:news_article_change", args=[article.pk]))
    assert "Thứ Hai, 23/11/2026, 20:21 – còn 8 giờ" in page.text
    press(editor, article, "bo-hen-gio")
    article.refresh_from_db()
    assert article.state == State.DRAFT


@pytest.mark.parametrize(("day", "hour", "error"), [
    ("30/2/2026", "20:21", "Ngày chưa đúng"),
    ("23/11/2026", "25:61", "Giờ chưa đúng"),
    ("", "", "Hãy nhập cả ngày và giờ."),
    ("1/1/2020", "20:21", "Giờ này đã qua"),
])  # fmt: skip
def test_a_wrong_moment_comes_back_with_422_and_what_was_typed(day, hour, error):
    editor, article = signed_in("biên tập viên"), ArticleFactory()
    page = press(editor, article, "hen-gio", **{"hen-gio-at_0": day, "hen-gio-at_1": hour})
    assert page.status_code == 422
    assert error in page.text and f'value="{day}"' in page.text if day else error in page.text


def test_what_is_missing_is_listed_with_422():
    page = press(signed_in("biên tập viên"), ArticleFactory(standfirst="", body=""), "dang")
    assert page.status_code == 422
    assert "Bài chưa có sapo." in page.text and "Bài chưa có nội dung." in page.text


def test_a_withdrawal_wants_a_reason():
    page = press(signed_in("thư ký tòa soạn"), LiveArticleFactory(), "go-bai", **{"go-bai-reason": "  "})
    assert page.status_code == 422 and "Hãy ghi lý do gỡ bài." in page.text


def test_a_button_pressed_too_late_says_so():
    article = ArticleFactory(state=State.REVIEW)
    page = press(signed_in("biên tập viên"), article, "gui-duyet")
    assert page.status_code == 422 and "chờ duyệt" in page.text


def test_lack_of_the_right_is_403_in_words():
    reporter = signed_in("phóng viên")
    article = ArticleFactory(created_by=reporter.user)
    page = press(reporter, article, "dang")
    assert page.status_code == 403 and "Bạn không có quyền duyệt, hẹn giờ và đăng bài." in page.text
    assert Article.objects.get().state == State.DRAFT


def test_what_one_does_not_find_one_cannot_move():
    assert press(signed_in("phóng viên"), ArticleFactory(), "gui-duyet").status_code == 404


def test_nothing_changes_by_following_a_link():
    editor, article = signed_in("biên tập viên"), ArticleFactory()
    assert editor.get(reverse("desk:transition", args=[article.pk, "dang"])).status_code == 405
    assert editor.post(reverse("desk:transition", args=[article.pk, "khong-co"])).status_code == 404
    assert not article.log.exists()


def test_strangers_are_led_to_the_log_in_page(client):
    response = client.post(reverse("desk:transition", args=[ArticleFactory().pk, "dang"]))
    assert response.status_code == 302 and response.url.startswith("/toa-soan/login/")


def test_an_expiry_is_set_and_taken_away():
    editor, article = signed_in("biên tập viên"), LiveArticleFactory()
    tomorrow = timezone.localtime() + timedelta(days=1)
    answers = {"han-hien-thi-at_0": f"{tomorrow:%d/%m/%Y}", "han-hien-thi-at_1": "08:00"}
    press(editor, article, "han-hien-thi", **answers)
    article.refresh_from_db()
    assert article.expires_at
    press(editor, article, "han-hien-thi", **{"han-hien-thi-at_0": "", "han-hien-thi-at_1": ""})
    article.refresh_from_db()
    assert article.expires_at is None
    assert article.log.filter(action=Action.EXPIRY_SET).count() == 2


def test_each_role_is_offered_what_it_may():
    offers = {}
    for role in ("phóng viên", "biên tập viên", "thư ký tòa soạn"):
        client = signed_in(role)
        for state in ("draft", "review"):
            article = ArticleFactory(state=state, created_by=client.user)
            page = client.get(reverse("admin:news_article_change", args=[article.pk])).context
            offers[role, state] = [transition.name for transition, _form in page["transitions"]]
    assert offers["phóng viên", "draft"] == ["gui-duyet"]
    assert offers["phóng viên", "review"] == ["lay-lai"]
    assert offers["biên tập viên", "draft"] == ["gui-duyet", "dang", "hen-gio", "han-hien-thi"]
    assert offers["biên tập viên", "review"] == ["bat-dau-duyet", "dang", "hen-gio", "tra-bai", "han-hien-thi"]
    assert offers["thư ký tòa soạn", "review"] == offers["biên tập viên", "review"]


def test_each_question_beside_an_article_belongs_to_its_own_button():
    page = signed_in("thư ký tòa soạn").get(reverse("admin:news_article_change", args=[LiveArticleFactory().pk]))
    fields = re.findall(r"<(?:input|textarea)[^>]*name=.(han-hien-thi|go-bai)-[^>]*>", page.text)
    assert sorted(fields) == ["go-bai", "han-hien-thi", "han-hien-thi"]
    for name in ("han-hien-thi", "go-bai"):
        assert all(
            f'form="{name}"' in tag for tag in re.findall(rf"<(?:input|textarea)[^>]*name=.{name}-[^>]*>", page.text)
        )
        assert f'<form id="{name}" method="post"' in page.text


def test_an_unpublished_article_is_previewed_by_those_who_find_it_and_by_nobody_else(client):
    editor, article = signed_in("biên tập viên"), ArticleFactory()
    address = reverse("desk:preview", args=[article.pk])
    response = editor.get(address)
    assert article.headline in response.text
    assert "no-store" in response["Cache-Control"]
    assert client.get(address).status_code == 302
    assert signed_in("phóng viên").get(address).status_code == 404


def test_returning_and_taking_back_pass_the_pen_on():
    reporter, editor = signed_in("phóng viên"), signed_in("biên tập viên")
    article = ArticleFactory(created_by=reporter.user, state=State.REVIEW)
    presence.beat(article, editor.user, "cua-so-bien-tap")
    assert press(editor, article, "tra-bai", **{"tra-bai-note": "Thiếu nguồn."}).status_code == 200
    assert presence.beat(article, reporter.user, "cua-so-phong-vien")
    press(reporter, article, "gui-duyet")
    assert not presence.beat(article, reporter.user, "cua-so-phong-vien")
    assert presence.beat(article, editor.user, "cua-so-bien-tap")
    assert press(reporter, article, "lay-lai").status_code == 200
    assert presence.beat(article, reporter.user, "cua-so-phong-vien")


def test_a_refused_transition_leaves_the_pen_where_it_is():
    editor, other = signed_in("biên tập viên"), signed_in("biên tập viên")
    article = ArticleFactory(state=State.DRAFT)
    presence.beat(article, editor.user, "cua-so-bien-tap")
    assert press(editor, article, "tra-bai", **{"tra-bai-note": "Thiếu nguồn."}).status_code == 422
    assert not presence.beat(article, other.user, "cua-so-khac")
