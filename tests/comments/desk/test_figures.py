"""The desk's page of figures, its file, and the page on which decisions are looked at again."""

import csv
from io import StringIO

import pytest
from django.test import Client

from comments.models import CrossCheck
from comments.moderation import agreement, decisions
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
PAGE, CHECK = "/toa-soan/so-lieu-kiem-duyet/", "/toa-soan/doi-chieu/"


@pytest.fixture
def moderator() -> Client:
    return signed_in("kiểm duyệt viên")


def decide(name: str = "An", by=None):
    return decisions.approve(CommentFactory(article=LiveArticleFactory(), name=name, text="Bài hay."), by)


def test_a_house_without_decisions_is_told_so(moderator):
    assert "chưa ai quyết định" in moderator.get(PAGE).text


def test_the_page_tells_and_draws_what_was_decided(moderator):
    article = decide().comment.article
    page = moderator.get(PAGE).text
    assert "100%" in page and article.section.name in page and "<svg" in page


@pytest.mark.parametrize("asked", ["", "30", "90", "0", "-7", "bảy", "9" * 5000])
def test_a_period_that_means_nothing_is_the_shortest(moderator, asked):
    decide()
    assert moderator.get(PAGE, {"ngay": asked}).status_code == 200


def test_the_file_has_a_line_each_and_no_formula(moderator):
    article = decide().comment.article
    article.section.name = "=1+1"
    article.section.save()
    response = moderator.get(PAGE, {"dang": "csv"})
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert ["chuyên mục", "'=1+1", "1", "1", "100", "", ""] in rows
    assert {len(row) for row in rows} == {7} and len(rows) >= 28


@pytest.mark.parametrize("address", [PAGE, CHECK])
@pytest.mark.parametrize(("role", "status"), [("phóng viên", 403), ("quản trị", 403), ("kiểm duyệt viên", 200)])
def test_the_pages_are_for_moderators(address, role, status):
    assert signed_in(role).get(address).status_code == status


def test_a_decision_is_looked_at_without_being_told(moderator, monkeypatch):
    monkeypatch.setattr(agreement, "ONE_IN", 1)
    decision = decide("Bạn đọc Lan", UserFactory(role="kiểm duyệt viên"))
    page = moderator.get(CHECK).text
    assert "Bạn đọc Lan" in page and "đã duyệt" not in page
    told = moderator.post(CHECK, {"quyet-dinh": decision.pk, "chon": "rejected"}, follow=True).text
    assert "Khác ý" in told and "không có bình luận nào để đối chiếu" in told
    assert CrossCheck.objects.get().after == "rejected"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"quyet-dinh": "1"},
        {"quyet-dinh": "9" * 5000, "chon": "approved"},
        {"quyet-dinh": "x", "chon": "waiting"},
    ],
)
def test_nonsense_is_told_and_keeps_nothing(moderator, sent):
    decide(by=UserFactory(role="kiểm duyệt viên"))
    assert "hãy chọn lại" in moderator.post(CHECK, sent, follow=True).text
    assert not CrossCheck.objects.exists()
