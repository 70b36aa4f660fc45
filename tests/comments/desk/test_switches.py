"""Closing, slowing down and reading first at the desk."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from comments.models import CommentSwitch, State, SwitchKind
from comments.moderation.switches.keeping import Wanted, switch_on
from news import roles
from tests.comments.sending import send
from tests.factories import ArticleFactory, CommentFactory, LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db
SITE = "/toa-soan/nhan-binh-luan/"
CLOSE = {"kind": "close", "span": "3", "note": "Tin bão"}


def entered(role: str, **changes: object) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role, **changes))
    return client


def at(article) -> str:
    return f"/toa-soan/binh-luan-cua-bai/{article.pk}/"


def test_the_managing_editor_closes_the_paper_in_one_step_and_opens_it_in_one():
    chief, article = entered(roles.MANAGING_EDITOR), LiveArticleFactory()
    assert "Bình thường: mở, duyệt trước khi hiện." in chief.get(SITE).text
    assert chief.post(SITE, CLOSE).status_code == 303
    switch = CommentSwitch.objects.get()
    assert timedelta(hours=2, minutes=59) < switch.until - timezone.now() <= timedelta(hours=3)
    assert send(article).status_code == 409
    page = chief.get(SITE).text
    assert "Đang có lệnh chung cho toàn báo" in page and "Tin bão" in page
    assert chief.post(f"{SITE}{switch.pk}/tat/").status_code == 303
    assert send(article).status_code == 303
    assert "Bình thường" in chief.get(SITE).text


def test_a_section_is_slowed_down_with_its_subsections():
    chief, parent = entered(roles.MANAGING_EDITOR), SectionFactory(name="Bão số 3")
    article = LiveArticleFactory(section=SectionFactory(parent=parent))
    chief.post(SITE, {"kind": "slow", "minutes": "2", "span": "0", "section": parent.pk})
    assert [send(article, text=f"Lời {n}").status_code for n in range(2)] == [303, 429]
    page = chief.get(SITE).text
    assert "Giãn nhịp: 2 phút một bình luận" in page and "Bão số 3" in page and "Cho đến khi có người tắt" in page


@pytest.mark.parametrize("role", [roles.EDITOR, roles.MODERATOR])
def test_editors_and_moderators_switch_under_articles_alone(role):
    person, article = entered(role), LiveArticleFactory()
    CommentFactory(article=article, state=State.SPAM)
    assert person.post(at(article), {"kind": "slow", "minutes": "", "span": "1"}).status_code == 303
    assert CommentSwitch.objects.get().minutes == 5
    page = person.get(at(article)).text
    assert "Đang áp dụng cho bài này" in page and "Thư rác" in page
    shown = person.get(SITE).text
    assert article.headline in shown and "<fieldset" not in shown
    assert person.post(SITE, CLOSE).status_code == 403
    wide = switch_on(Wanted(SwitchKind.CLOSE), None)
    assert person.post(f"{SITE}{wide.pk}/tat/").status_code == 403
    assert f"{SITE}{wide.pk}/tat/" not in person.get(at(article)).text
    own = CommentSwitch.objects.get(article=article)
    assert person.post(f"{SITE}{own.pk}/tat/", {"next": at(article)})["Location"] == at(article)


def test_an_editor_of_another_section_sees_and_changes_nothing():
    person, article = entered(roles.EDITOR, holds_every_section=False), LiveArticleFactory()
    assert "<fieldset" not in person.get(at(article)).text
    assert person.post(at(article), CLOSE).status_code == 403
    assert not CommentSwitch.objects.exists()


@pytest.mark.parametrize("role", [roles.REPORTER, roles.ADMINISTRATOR])
def test_others_find_neither_page(role):
    person, article = entered(role), LiveArticleFactory()
    assert {person.get(where).status_code for where in (SITE, at(article))} == {403}


def test_a_moderator_finds_no_draft_by_its_number():
    draft = ArticleFactory()
    assert entered(roles.MODERATOR).get(at(draft)).status_code == 404
    assert entered(roles.EDITOR).get(at(draft)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"span": "at"}, "Hãy nhập cả ngày và giờ."),
        ({"span": "at", "at_0": "1/1/2020", "at_1": "10:00"}, "Giờ này đã qua."),
        ({"span": "at", "at_0": "32/1/2030", "at_1": "10:00"}, "Ngày chưa đúng"),
        ({"span": "at", "at_0": "1/1/2030", "at_1": "25:00"}, "Giờ chưa đúng"),
        ({"kind": "slow", "minutes": "99"}, "99"),
        ({"kind": "x"}, "desk-error"),
        ({"span": "9" * 30}, "9" * 30),
        ({"section": "9" * 30}, "Không có mục này."),
        ({"note": "x" * 201}, "200"),
    ],
)
def test_a_wrong_answer_comes_back_with_what_was_typed(changes, sentence):
    answer = entered(roles.MANAGING_EDITOR).post(SITE, {**CLOSE, **changes})
    assert answer.status_code == 422 and sentence in answer.text
    assert "note" in changes or "Tin bão" in answer.text
    assert not CommentSwitch.objects.exists()


def test_a_moment_is_told_with_its_weekday():
    article = LiveArticleFactory()
    entered(roles.MANAGING_EDITOR).post(SITE, {**CLOSE, "span": "at", "at_0": "23/11/2099", "at_1": "20:21"})
    assert "tạm đóng đến Thứ Hai, 23/11/2099, 20:21 (GMT+7)" in Client().get(article.get_absolute_url()).text


def test_strange_numbers_are_not_found():
    chief = entered(roles.MANAGING_EDITOR)
    assert chief.post(f"{SITE}{'9' * 30}/tat/").status_code == 404
    assert chief.get(f"/toa-soan/binh-luan-cua-bai/{'9' * 30}/").status_code == 404
    assert chief.get(f"{SITE}1/tat/").status_code == 405


def test_the_article_form_leads_on():
    article = LiveArticleFactory()
    assert at(article) in entered(roles.EDITOR).get(f"/toa-soan/news/article/{article.pk}/change/").text


def test_the_start_page_reminds_of_what_holds_everywhere_and_of_nothing_else():
    moderator = entered(roles.MODERATOR)
    switch_on(Wanted(SwitchKind.CLOSE, article=LiveArticleFactory()), None)
    assert "Bình luận đang bị đóng, giãn nhịp" not in moderator.get("/toa-soan/").text
    switch_on(Wanted(SwitchKind.PRE), None)
    shown = moderator.get("/toa-soan/").text
    assert "Bình luận đang bị đóng, giãn nhịp" in shown and "duyệt trước khi hiện: toàn báo" in shown
    assert "Bình luận đang bị đóng" not in entered(roles.REPORTER).get("/toa-soan/").text
