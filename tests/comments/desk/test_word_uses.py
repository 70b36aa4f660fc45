"""Where a watched word turned up lately."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.admin import word_page
from comments.models import WatchedWord
from comments.moderation import decisions
from tests.factories import CommentFactory, LiveArticleFactory, SectionFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def word() -> WatchedWord:
    return WatchedWord.objects.create(text="mua sim rồng", folded="mua sim rong")


@pytest.fixture
def moderator() -> Client:
    return signed_in("kiểm duyệt viên")


def page_of(word, client) -> str:
    return client.get(f"/toa-soan/tu-theo-doi/{word.pk}/binh-luan/").text


def test_comments_with_it_are_shown_marked_with_what_became_of_them(word, moderator):
    article = LiveArticleFactory()
    decisions.mark_spam(CommentFactory(article=article, text="Cần MUA  SIM RỒNG gọi tôi"), None)
    CommentFactory(article=article, text="Nước nóng quá")
    page = page_of(word, moderator)
    assert '<mark class="found">MUA  SIM RỒNG</mark>' in page and "thấy ở 1 bình luận" in page and "thư rác: 1" in page
    assert "Nước nóng" not in page


def test_a_word_of_another_section_finds_nothing(word, moderator):
    CommentFactory(article=LiveArticleFactory(), text="mua sim rồng")
    word.section = SectionFactory()
    word.save()
    assert "Không bình luận nào gần đây có từ này." in page_of(word, moderator)


def test_a_hostile_comment_is_escaped(word, moderator):
    CommentFactory(article=LiveArticleFactory(), text="<script>mua sim rồng</script>")
    assert '&lt;script&gt;<mark class="found">mua sim rồng</mark>&lt;/script&gt;' in page_of(word, moderator)


def test_it_costs_the_same_queries_however_many_there_are(word, moderator, monkeypatch):
    monkeypatch.setattr(word_page, "LOOKED_AT", 3)
    article = LiveArticleFactory()
    counts = []
    for _ in range(2):
        CommentFactory.create_batch(4, article=article, text="mua sim rồng")
        with CaptureQueriesContext(connection) as made:
            assert page_of(word, moderator).count('class="found"') == 3
        counts.append(len(made))
    assert counts[0] == counts[1] <= 12


@pytest.mark.parametrize(("role", "status"), [("phóng viên", 403), ("quản trị", 403), ("thư ký tòa soạn", 200)])
def test_it_is_for_those_who_see_the_list(word, role, status):
    assert signed_in(role).get(f"/toa-soan/tu-theo-doi/{word.pk}/binh-luan/").status_code == status


@pytest.mark.parametrize("number", [0, 999, 10**30])
def test_a_word_that_is_not_there_is_not_found(moderator, number):
    assert moderator.get(f"/toa-soan/tu-theo-doi/{number}/binh-luan/").status_code == 404
