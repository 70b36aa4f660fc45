"""Who is about to send words that are likely to be turned down is asked, once, and may send them all the same."""

from html import unescape

import html5lib
import pytest
from django.utils import timezone

from comments.models import Comment, LearnedScore, Sender, State
from tests.comments.sending import send, set_site
from tests.comments.test_returned_forms import controls
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db

HARD = "Bọn quan chức <b>ăn hết</b> tiền của dân rồi,\nthằng nào cũng ăn"
ASKED = "Khoan gửi một chút"


@pytest.fixture(autouse=True)
def _the_score_is_on(settings) -> None:
    settings.LEARNED_SCORE = True


@pytest.fixture
def article():
    return LiveArticleFactory()


def test_the_form_comes_back_with_the_words_a_sentence_and_two_ways(article):
    answer = send(article, text=HARD, email="lan@example.vn")
    assert answer.status_code == 422 and answer["Cache-Control"] == "no-store"
    assert ASKED in answer.text and "Sửa lại" in answer.text and "Vẫn gửi" in answer.text
    fields = controls(answer.text)
    assert fields["text"]["value"].strip("\n") == HARD and fields["email"]["value"] == "lan@example.vn"
    assert fields["sure"]["value"] == "1" and fields["sure"]["type"] == "hidden"
    html5lib.HTMLParser(strict=True).parse(answer.text)
    assert not Comment.objects.exists() and not Sender.objects.exists()


def test_sent_once_more_it_goes_through_the_pipeline(article):
    fields = controls(send(article, text=HARD).text)
    answer = send(article, text=HARD, sure=fields["sure"]["value"])
    assert answer.status_code == 303 and Comment.objects.get().state == State.WAITING


def test_who_puts_it_otherwise_is_not_asked_again_however_it_turned_out(article):
    assert send(article, text=HARD + " hết", sure="1").status_code == 303


def test_the_answer_is_kept_through_another_mistake(article):
    answer = send(article, text=HARD, name="", sure="1")
    assert answer.status_code == 422 and ASKED not in answer.text
    assert controls(answer.text)["sure"]["value"] == "1"
    assert "sure" not in controls(send(article, text=HARD, name="").text)


def test_what_was_sent_already_is_answered_with_its_receipt(article):
    first = send(article, text=HARD, sure="1")
    again = send(article, text=HARD)
    assert (again.status_code, again["Location"]) == (303, first["Location"])


def test_ordinary_words_and_blocked_ones_are_not_asked_about(article):
    assert send(article, text="Cảm ơn tòa soạn, bài rất hay.").status_code == 303
    assert send(article, text="địt mẹ chúng mày lũ chó ăn hết tiền của dân").status_code == 303
    assert Comment.objects.filter(state=State.REJECTED).count() == 1


def test_nobody_is_asked_where_the_setting_says_so_or_the_score_is_off(article, settings):
    settings.COMMENT_PAUSE = False
    assert send(article, text=HARD).status_code == 303
    settings.COMMENT_PAUSE = True
    LearnedScore.objects.create(version="", trained_at=timezone.now())
    assert send(article, text=HARD + "!").status_code == 303


def test_a_closed_discussion_says_so_first(article):
    set_site(comments_enabled=False)
    answer = send(article, text=HARD)
    assert answer.status_code == 409 and ASKED not in answer.text


def test_neither_the_score_nor_the_words_that_weighed_are_told(article):
    page = unescape(send(article, text=HARD).text)
    assert "%" not in page.partition("<main")[2] and "<mark" not in page and "Khả năng" not in page


@pytest.mark.parametrize("sure", ["", "false", "0", "False", "x" * 10_000])
def test_any_value_of_the_unseen_field_is_answered(article, sure):
    assert send(article, text=HARD, sure=sure).status_code in (303, 422, 400)
