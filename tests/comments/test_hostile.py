"""Whatever is thrown at readers' forms is stored whole and escaped, or refused in words: never an error of ours."""

from html import escape
from itertools import product

import pytest
from django.test import Client

from comments.models import Comment, Report
from news.models import CommentPolicy
from news.vietnamese.letters import visible_length
from news.vietnamese.plain import clean_line, clean_text
from tests.comments.sending import send, set_policy
from tests.comments.test_text import texts_on
from tests.databases import once
from tests.factories import ApprovedCommentFactory

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
# One of each kind in the Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings).
NAUGHTY = [
    "undefined", "NULL", "1/0", "NaN", "٠١٢٣٤٥٦٧٨٩", "1E+02", "０１２３", ",./;'[]\\-= <>?:\"{}|_+", "Ω≈ç√∫˜µ≤≥÷", "⁰⁴⁵₀₁₂",
    "ด้้้้้็็็็็้้้้้็็็็็", "\"''''\"'\"", "田中さんにあげて下さい", "ヽ༼ຈل͜ຈ༽ﾉ ヽ༼ຈل͜ຈ༽ﾉ", "👩‍👩‍👧‍👦 👾 🙇 💁 🙅", "🇺🇸🇷🇺🇸 🇦🇫🇦🇲🇸",
    "הָיְתָהtestالصفحات التّحول", "᚛ᚄᚓᚐᚋᚒᚄ ᚑᚄᚂᚑᚏᚅ᚜", "\u202atest\u202b \u2066test\u2067", "o\u0300\u0301\u0302\u0303\u0304\u0305 zalgo",
    "˙ɐnbᴉlɐ ɐuƃɐɯ", "../../etc/passwd",
    "𝓣𝓱𝓮 𝐪𝐮𝐢𝐜𝐤", "<script>alert(0)</script>", "<svg><script>123<1>alert(3)</script>", "javascript:alert(1);", "1;DROP TABLE users",
    "' OR 1=1 -- 1", "--version; $USER", "$(touch /tmp/blns.fail)", '<?xml version="1.0"?><!DOCTYPE foo>', "$HOME %d %n %s",
    "() { 0; }; echo", "CON PRN AUX", "Scunthorpe General Hospital", "{% print 'x' %} {{ 7 * 7 }} ${7*7}", "\x1b[31mred\x07",
    "\ufeff\ufffe\u200b\u180e a", "\x00\x01\x1f\x7f ab",
]  # fmt: skip


@pytest.fixture
def question(db):
    comment = ApprovedCommentFactory()
    set_policy(comment.article, CommentPolicy.POST)
    return comment


def test_naughty_strings_are_read_back_equal_and_escaped_or_told(question):
    for number, text in enumerate(NAUGHTY):
        typed = {"text": text, "name": text[:60], "tra_loi": question.pk, "khoa": text}
        answer = send(question.article, address=f"192.0.2.{number}", **typed)
        if visible_length(clean_text(text)) < 2:
            assert answer.status_code == 422
            continue
        assert answer.status_code == 303
        comment = Comment.objects.newest_first()[0]
        assert (comment.text, comment.name) == (clean_text(text), clean_line(text[:60]))
        Comment.objects.filter(pk=comment.pk).update(state="approved")
        for page in (f"/binh-luan/bl/{comment.pk}/tra-loi/", comment.receipt_url()):
            assert_told(comment, Client().get(page).text)
    page = Client().get(f"/binh-luan/bl/{question.pk}/").text
    for comment in Comment.objects.filter(parent=question):
        assert_told(comment, page)


def assert_told(comment: Comment, page: str) -> None:
    assert escape(comment.text) in page
    assert comment.text in texts_on(page, "comment-text")
    assert "<script>alert" not in page


@once
def test_naughty_words_of_a_report_are_kept_for_moderators(question):
    for number, text in enumerate(NAUGHTY):
        typed, address = {"reason": "illegal", "words": text}, f"192.0.2.{number}"
        answer = Client().post(f"/binh-luan/bl/{question.pk}/bao-cao/", typed, REMOTE_ADDR=address)
        assert answer.status_code == 303
    assert list(Report.objects.order_by("id").values_list("words", flat=True)) == [clean_text(text) for text in NAUGHTY]


def test_bidirectional_overrides_do_not_reach_readers(question):
    text, name = "an toàn \u202egnol hnẹđ\u202c\u2066x\u2069", "\u202enaL"
    assert send(question.article, text=text, name=name, tra_loi=question.pk).status_code == 303
    page = Client().get(question.article.get_absolute_url()).text
    assert "gnol hnẹđx" in page
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@once
@pytest.mark.parametrize("field", ["text", "name", "email", "tra_loi", "khoa", "homepage"])
def test_a_megabyte_in_any_field_of_a_comment_is_refused_in_words_or_does_not_matter(question, field):
    answer = send(question.article, **{"tra_loi": question.pk, field: "ắ" * (MEGABYTE // 3)})
    assert answer.status_code == (303 if field in ("khoa", "homepage") else 422)


@once
@pytest.mark.parametrize(
    ("page", "field", "status"),
    [
        ("bao-cao/", "words", 422),
        ("bao-cao/", "reason", 422),
        ("bao-cao/", "may", 303),
        ("thich/", "may", 303),
        ("thich/", "lam", 303),
    ],
)
def test_a_megabyte_in_any_field_of_a_like_or_a_report_is_the_same(question, page, field, status):
    typed = {"reason": "illegal", field: "a" * MEGABYTE}
    assert Client().post(f"/binh-luan/bl/{question.pk}/{page}", typed).status_code == status


@once
@pytest.mark.parametrize(
    ("page", "allowed"), [("", ()), ("tra-loi/", ()), ("thich/", ("post",)), ("bao-cao/", ("post",))]
)
def test_other_methods_are_refused(question, page, allowed):
    for method in ("put", "delete", "patch", "trace", "post"):
        answer = getattr(Client(), method)(f"/binh-luan/bl/{question.pk}/{page}")
        assert (answer.status_code < 400 or answer.status_code == 422) == (method in allowed)
        assert answer.status_code < 500


KINDS = ["application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "x"]
BODIES = [b"", b"\xff\xfe=\xed", b"{", b"lam=%00&may=%ff", b"=&=&&"]


@once
@pytest.mark.parametrize(("page", "expected"), [("thich/", (200, 303, 400)), ("bao-cao/", (422, 400))])
def test_bodies_that_no_browser_sends_break_nothing(question, page, expected):
    for body, kind in product(BODIES, KINDS):
        answer = Client().post(f"/binh-luan/bl/{question.pk}/{page}", body, content_type=kind)
        assert answer.status_code in expected
