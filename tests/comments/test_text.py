"""Plain text in, escaped text out, whatever was typed."""

import unicodedata
from html import escape

import html5lib
import pytest
from django.test import Client
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from comments.forms import CommentForm
from comments.models import Comment, State
from comments.moderation import counts
from news.vietnamese.plain import clean_line, clean_text
from tests.comments.sending import send
from tests.factories import LiveArticleFactory

MARKUP = [
    "<script>alert(1)</script>",
    "</textarea><b>",
    '" onfocus="x',
    "{{ 7 }}",
    "&lt;",
    "javascript:alert(1)",
    "-->",
]
PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(MARKUP),
    st.text(alphabet="\u202e\u200b\u2066\u0301\u0323\u0302\r\n\t aạđ😀\u200d", max_size=30),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=5).map(" ".join)


def texts_on(page: str, kind: str) -> list[str]:
    """What a person sees of the elements of that class."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return ["".join(each.itertext()) for each in tree.iter() if each.get("class") == kind]


class TestAnyWords(TestCase):
    @hypothesis_settings(max_examples=60)
    @example(text="", name="\0")
    @example(text="Z" + "\u0301" * 300 + "algo", name="Lan")
    @example(text="\u202egnirts\u202c <i>x</i>", name="\u2066Lan\u2069")
    @given(text=TEXTS, name=TEXTS)
    def test_stored_text_is_the_cleaned_text_and_escaped_wherever_it_appears(self, text, name):
        text, name = text.encode("utf-8", "replace").decode(), name.encode("utf-8", "replace").decode()[:60]
        article = LiveArticleFactory()
        answer = send(article, text=text, name=name)
        if answer.status_code != 303:
            assert answer.status_code == 422
            assert Comment.objects.count() == 0
            return
        comment = Comment.objects.get()
        assert (comment.text, comment.name) == (clean_text(text), clean_line(name))
        Comment.objects.update(state=State.APPROVED)
        counts.recount(article.pk)
        addresses = (article.get_absolute_url(), f"/binh-luan/{article.pk}/", comment.receipt_url())
        for page in (Client().get(address).text for address in addresses):
            assert escape(comment.text) in page
            assert comment.text in texts_on(page, "comment-text")
            assert "<script>alert" not in page

    @given(text=TEXTS)
    def test_what_is_stored_has_nothing_invisible_and_no_towers(self, text):
        form = CommentForm({"text": text, "name": "Lan"})
        if form.is_valid():
            stored = form.words().text
            assert unicodedata.is_normalized("NFC", stored)
            assert not set(stored) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\0\r")
            assert not any(
                all(unicodedata.combining(letter) for letter in stored[start : start + 3])
                for start in range(len(stored) - 2)
            )


@pytest.mark.django_db
def test_line_breaks_stay():
    article = LiveArticleFactory()
    send(article, text="Dòng một\r\nDòng hai\r\n\r\n\r\n\r\nDòng ba")
    assert Comment.objects.get().text == "Dòng một\nDòng hai\n\nDòng ba"


@pytest.mark.django_db
def test_a_link_is_shown_as_text():
    article = LiveArticleFactory()
    send(article, text="Xem https://vay-nong.example/x nhé")
    Comment.objects.update(state=State.APPROVED)
    page = Client().get(article.get_absolute_url()).text
    assert "Xem https://vay-nong.example/x nhé" in page
    assert 'href="https://vay-nong.example' not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text", "ệ" * 3000),
        ("text", "e\u0302\u0323" * 3000),
        ("name", "Ạ" * 60),
        ("text", "👨‍👩‍👧" * 400),
        ("name", "👍🏽" * 30),
    ],
)
def test_lengths_are_counted_in_characters_that_people_see(field, typed):
    article = LiveArticleFactory()
    assert send(article, **{field: typed}).status_code == 303
    assert getattr(Comment.objects.get(), field)
