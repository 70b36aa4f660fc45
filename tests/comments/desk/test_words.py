"""The list of watched words at the desk, and its tester."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Action, Comment, Strictness, WatchedWord
from comments.moderation.words.keeping import keep, renew
from news import roles
from news.models import AuditEntry
from tests.comments.sending import send
from tests.factories import LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST, ADD, TRY = (f"/toa-soan/comments/watchedword/{end}" for end in ("", "add/", "thu/"))
TYPED = {
    "text": "xoài thối",
    "strictness": "dodge",
    "action": "reject",
    "reason": "offensive",
    "exceptions": "",
    "note": "",
    "is_active": "on",
}


@pytest.fixture(autouse=True)
def _empty_list(db):
    WatchedWord.objects.all().delete()
    renew([])


@pytest.fixture
def moderator(client) -> Client:
    client.force_login(UserFactory(role=roles.MODERATOR))
    return client


def test_a_moderator_adds_a_word_which_holds_at_once(moderator):
    assert moderator.post(ADD, TYPED).status_code == 302
    word = WatchedWord.objects.get()
    assert (word.text, word.action, word.created_by.groups.get().name) == ("xoài thối", Action.REJECT, roles.MODERATOR)
    send(LiveArticleFactory(), text="đúng là x0ài thối")
    assert Comment.objects.get().state == "rejected"
    assert AuditEntry.objects.filter(act="watchedword.added").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Nhập ít nhất một từ có chữ cái"),
        ({"text": "…"}, "Nhập ít nhất một từ có chữ cái"),
        ({"text": "a"}, "Một chữ cái thì có trong mọi bình luận"),
        ({"text": "không"}, "có trong hầu hết bình luận"),
        ({"text": "cặc", "strictness": "folded"}, "chống lách"),
        ({"text": "mit thối"}, "Danh sách đã có “mít thối”"),
        ({"text": "Mít  thối"}, "Danh sách đã có “mít thối”"),
        ({"exceptions": "xoài thối"}, "chính là từ cần tìm"),
        ({"text": "x" * 81}, "80"),
        ({"strictness": "khong-co"}, "khong-co"),
        ({"section": "99999999999999999999"}, ""),
    ],
)
def test_what_cannot_stand_comes_back_with_what_was_typed(moderator, typed, sentence):
    keep(WatchedWord(text="mít thối"), None)
    answer = moderator.post(ADD, {**TYPED, "note": "giữ lại", **typed})
    assert answer.status_code == 200
    assert sentence.lower() in answer.text.lower() and "giữ lại" in answer.text
    assert WatchedWord.objects.count() == 1


def test_a_word_is_changed_and_deleted_through_the_rule(moderator):
    word = keep(WatchedWord(text="xoài thối"), None)
    address = f"{LIST}{word.pk}/change/"
    assert moderator.post(address, {**TYPED, "text": "xoài chua"}).status_code == 302
    word.refresh_from_db()
    assert word.text == word.text == "xoài chua" and word.folded == "xoai chua"
    assert moderator.post(f"{LIST}{word.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not WatchedWord.objects.exists()
    send(LiveArticleFactory(), text="xoài chua")
    assert Comment.objects.get().state == "waiting"


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_moderators_and_the_managing_editor_come_in(client, role):
    client.force_login(UserFactory(role=role))
    allowed = role in (roles.MODERATOR, roles.MANAGING_EDITOR)
    assert [client.get(each).status_code == 200 for each in (LIST, ADD, TRY)] == [allowed] * 3
    assert (client.post(ADD, TYPED).status_code == 302) == allowed
    assert ("Từ theo dõi" in client.get("/toa-soan/").text) == allowed


def test_strangers_are_led_to_the_door():
    for address in (LIST, ADD, TRY):
        assert Client().get(address).status_code == 302


def test_the_list_is_searched_without_diacritics_and_asks_few_queries(moderator):
    for number in range(60):
        keep(WatchedWord(text=f"xoài thối {number}", section=SectionFactory() if number % 9 == 0 else None), None)
    keep(WatchedWord(text="mít chua"), None)
    assert "mít chua" not in moderator.get(LIST, {"q": "xoai thoi"}).text
    assert "mít chua" in moderator.get(LIST, {"q": "MÍT"}).text
    with CaptureQueriesContext(connection) as asked:
        moderator.get(LIST)
    assert len(asked) <= 25


def test_the_tester_marks_what_matches_and_says_why(moderator):
    word = keep(WatchedWord(text="xoài thối", action=Action.WAIT), None)
    answer = moderator.post(TRY, {"sentence": "Đúng là x.0.à.i thối <b>quá</b>"})
    assert answer.status_code == 200
    assert '<mark class="found">x.0.à.i thối</mark> &lt;b&gt;quá&lt;/b&gt;' in answer.text
    assert "tách rời chữ" in answer.text and "số hoặc ký hiệu thay chữ" in answer.text
    assert f"{LIST}{word.pk}/change/" in answer.text
    assert not Comment.objects.exists()


def test_the_tester_says_that_nothing_matches(moderator):
    assert "Không tìm thấy từ nào" in moderator.post(TRY, {"sentence": "Bài hay"}).text


def test_the_tester_tries_the_words_of_a_section(moderator):
    top = SectionFactory()
    below = SectionFactory(parent=top)
    keep(WatchedWord(text="xoài thối", section=top), None)
    assert "Không tìm thấy" in moderator.post(TRY, {"sentence": "xoài thối"}).text
    assert "Tìm thấy 1" in moderator.post(TRY, {"sentence": "xoài thối", "section": below.pk}).text


NOT_SENTENCES = [{}, {"sentence": ""}, {"sentence": "x" * 3001}]
NOT_SECTIONS = [{"sentence": "a", "section": "x" * 99}, {"sentence": "a", "section": "9" * 30}]


@pytest.mark.parametrize("sent", NOT_SENTENCES + NOT_SECTIONS)
def test_the_tester_refuses_in_words(moderator, sent):
    answer = moderator.post(TRY, sent)
    assert answer.status_code == 422
    assert "desk-error" in answer.text


@pytest.mark.parametrize("sent", [{"sentence": "a\0b"}, {**TYPED, "text": "a\0b"}])
def test_what_no_keyboard_types_is_refused(moderator, sent):
    assert moderator.post(TRY, sent).status_code in (400, 422)
    assert moderator.post(ADD, sent).status_code in (200, 400)
    assert not WatchedWord.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch", "head", "options"])
def test_other_methods_never_fail(moderator, method):
    assert getattr(moderator, method)(TRY).status_code < 500


def test_a_comments_page_shows_what_was_found_and_why(moderator):
    keep(WatchedWord(text="xoài thối", action=Action.WAIT, strictness=Strictness.DODGE_PROOF), None)
    send(LiveArticleFactory(), text="x.o.à.i thối thật")
    page = moderator.get(f"/toa-soan/comments/comment/{Comment.objects.get().pk}/change/").text
    assert "Vì sao ở đây" in page and '<mark class="found" dir="auto">x.o.à.i thối</mark>' in page


def test_a_comment_with_opinions_of_an_older_house_is_still_shown(moderator):
    send(LiveArticleFactory())
    comment = Comment.objects.get()
    comment.opinions = [{"phase": "gone", "verdict": "waiting", "reason": "", "ms": 0.1}]
    comment.save()
    page = moderator.get(f"/toa-soan/comments/comment/{comment.pk}/change/")
    assert page.status_code == 200 and "gone" in page.text


def test_the_receipt_says_which_rule_was_broken_and_how_to_put_it_differently():
    keep(WatchedWord(text="xoài thối", action=Action.REJECT), None)
    receipt = Client().get(send(LiveArticleFactory(), text="xoài thối")["Location"]).text
    assert "xúc phạm" in receipt and "sau khi bỏ những từ ấy" in receipt
