"""What the desk opens on."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from news import lifecycle
from news.models import Article, State
from tests.factories import ArticleFactory, BylineFactory, CorrectionFactory, LiveArticleFactory, UserFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db

MOST_QUERIES = 25
HOME = "/toa-soan/"


def panel(client, title):
    return next((panel for panel in client.get(HOME).context["panels"] if panel.title == title), None)


def sent_back(writer, editor, note="Thiếu nguồn tin.", **kwargs):
    article = ArticleFactory(created_by=writer, **kwargs)
    lifecycle.hand_in(article, writer)
    lifecycle.send_back(article, editor, note)
    return article


def test_it_is_work_and_not_tables():
    client = signed_in("thư ký tòa soạn")
    ArticleFactory(headline="Đang viết", created_by=client.user)
    ArticleFactory(headline="Chờ biên tập", state=State.REVIEW)
    page = client.get(HOME)
    assert [panel.title for panel in page.context["panels"]][:6] == [
        "Bài bị trả lại",
        "Chờ duyệt",
        "Bài tôi đang viết",
        "Đăng hôm nay",
        "Bản nháp chưa đưa lên trang",
        "Đính chính gần đây",
    ]
    assert "Đang viết" in page.text and "Chờ biên tập" in page.text


def test_a_returned_article_stands_there_with_the_editors_note_first(editor):
    client = signed_in("phóng viên")
    sent_back(client.user, editor, headline="Cầu mới thông xe")
    page = client.get(HOME).text
    assert page.index("Thiếu nguồn tin.") < page.index("Cầu mới thông xe")
    assert f"{editor} trả bài" in page


def test_it_is_gone_once_it_was_handed_in_again_and_comes_back_with_the_newest_note(editor):
    client = signed_in("phóng viên")
    article = sent_back(client.user, editor, "Lời cũ.")
    lifecycle.hand_in(article, client.user)
    assert panel(client, "Bài bị trả lại").rows == []
    lifecycle.take_back(article, client.user)
    assert panel(client, "Bài bị trả lại").rows == []
    lifecycle.hand_in(article, client.user)
    lifecycle.send_back(article, editor, "Lời mới.")
    assert [row.note for row in panel(client, "Bài bị trả lại").rows] == ["Lời mới."]


def test_nobody_finds_what_was_returned_to_others(editor):
    sent_back(UserFactory(role="phóng viên"), editor)
    assert panel(signed_in("phóng viên"), "Bài bị trả lại").rows == []
    assert panel(signed_in("kiểm duyệt viên"), "Bài bị trả lại") is None


def test_the_note_stands_above_the_form_until_the_draft_is_handed_in_again(editor):
    client = signed_in("phóng viên")
    article = sent_back(client.user, editor, "Dòng một.\n<b>Dòng hai</b>")
    form = reverse("admin:news_article_change", args=[article.pk])
    page = client.get(form).text
    assert "Dòng một.<br>&lt;b&gt;Dòng hai&lt;/b&gt;" in page
    assert page.index('id="ly-do-tra"') < page.index('name="headline"')
    lifecycle.hand_in(article, client.user)
    assert 'id="ly-do-tra"' not in client.get(form).text


def test_what_waits_longest_for_a_review_comes_first_whatever_was_edited_since(time_machine):
    time_machine.move_to("2026-11-20 08:00:00+07:00", tick=False)
    writer, first, second = UserFactory(role="phóng viên"), ArticleFactory(), ArticleFactory()
    for article in (first, second):
        Article.objects.filter(pk=article.pk).update(created_by=writer)
    lifecycle.hand_in(first, None)
    time_machine.move_to("2026-11-22 08:00:00+07:00", tick=False)
    lifecycle.hand_in(second, None)
    Article.objects.get(pk=first.pk).save()
    client = signed_in("biên tập viên", display_name="Lê Minh Đức")
    lifecycle.begin_review(second, client.user)
    assert panel(client, "Chờ duyệt").rows == [first, second]
    page = client.get(HOME).text.replace("\xa0", " ")
    assert "chờ 2 ngày" in page and "chưa ai nhận duyệt" in page and "đang được Lê Minh Đức duyệt" in page


def test_today_ends_at_vietnams_midnight(time_machine):
    time_machine.move_to("2026-11-23 12:00:00+07:00", tick=False)
    hours = {"Tối nay": 11, "Mai": 13}
    for headline, wait in hours.items():
        at = timezone.now() + timedelta(hours=wait)
        ArticleFactory(headline=headline, state=State.PUBLISHED, published_at=at, first_published_at=at)
    assert [row.headline for row in panel(signed_in("biên tập viên"), "Đăng hôm nay").rows] == ["Tối nay"]


def test_newer_texts_of_live_articles_wait_for_who_may_publish_them():
    mine, foreign = LiveArticleFactory(draft_waiting=True), LiveArticleFactory(draft_waiting=True)
    client = signed_in("biên tập viên", holds_every_section=False)
    client.user.sections.add(mine.section)
    assert panel(client, "Bản nháp chưa đưa lên trang").rows == [mine]
    assert set(panel(signed_in("thư ký tòa soạn"), "Bản nháp chưa đưa lên trang").rows) == {mine, foreign}
    assert panel(signed_in("phóng viên"), "Bản nháp chưa đưa lên trang") is None


def test_corrections_of_the_last_week_are_shown_to_those_who_correct():
    recent = CorrectionFactory()
    CorrectionFactory(at=timezone.now() - timedelta(days=8))
    assert panel(signed_in("thư ký tòa soạn"), "Đính chính gần đây").rows == [recent]
    assert panel(signed_in("biên tập viên"), "Đính chính gần đây") is None


@pytest.mark.parametrize("role", ["phóng viên", "biên tập viên", "thư ký tòa soạn", "kiểm duyệt viên", "quản trị"])
def test_it_costs_the_same_few_queries_however_much_there_is(role, editor):
    client = signed_in(role)
    if role != "phóng viên":  # somebody who does everything
        client.user.groups.add(*UserFactory(role="quản trị").groups.all())

    def work() -> None:
        for n in range(3):
            BylineFactory(article=ArticleFactory(headline=f"Chờ {n}", state=State.REVIEW, created_by=client.user))
            BylineFactory(article=LiveArticleFactory(draft_waiting=True))
            at = timezone.now() + timedelta(seconds=30)
            BylineFactory(article=ArticleFactory(state=State.PUBLISHED, published_at=at, created_by=client.user))
            BylineFactory(article=ArticleFactory(created_by=client.user))
            CorrectionFactory()
        article = ArticleFactory(created_by=client.user, state=State.REVIEW)
        lifecycle.send_back(article, editor, "Viết lại.")

    def queries() -> int:
        client.get(HOME)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(HOME).status_code == 200
        return len(asked)

    work()
    few = queries()
    for _ in range(4):
        work()
    assert queries() == few <= MOST_QUERIES
