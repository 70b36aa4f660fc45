"""Whatever stands in the way, nothing that was typed is lost."""

from datetime import timedelta
from html import unescape

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from comments.models import Comment
from news.models import CommentPolicy, State
from tests.comments.sending import TYPED, send, set_policy, set_site
from tests.factories import ArticleFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db

TEXT_ASKED = "Vui lòng nhập bình luận của bạn"
NAME_ASKED = "Vui lòng nhập tên của bạn ở đây"


@pytest.fixture
def article():
    return LiveArticleFactory()


@pytest.fixture(autouse=True)
def _nothing_is_stored(db):
    yield
    assert Comment.objects.count() == 0


def controls(page: str) -> dict[str, dict[str, str]]:
    """The form's fields by name, each with its attributes; `value` also for a textarea."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = {}
    for field in [*tree.iter("input"), *tree.iter("textarea")]:
        if field.get("name"):
            found[field.get("name")] = {**field.attrib, "value": field.get("value") or field.text or ""}
    return found


def ids(page: str) -> dict[str, str]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return {each.get("id"): "".join(each.itertext()).strip() for each in tree.iter() if each.get("id")}


@pytest.mark.parametrize(("field", "asked"), [("text", TEXT_ASKED), ("name", NAME_ASKED)])
@pytest.mark.parametrize("typed", ["", "   \n", "\u200b\u202e", "\u2066\u3164"])
def test_an_empty_field_is_asked_for_beside_it_and_tied_to_it(article, field, asked, typed):
    answer = send(article, **{field: typed})
    assert answer.status_code == 422
    control = controls(answer.text)[field]
    assert control["aria-invalid"] == "true"
    assert "autofocus" in control
    assert ids(answer.text)[control["aria-describedby"]] == asked
    assert control["placeholder"] == asked


def test_the_form_comes_back_as_it_was_typed(article):
    typed = {"text": "\n  Dòng <b>một</b>\nDòng hai & ba  ", "name": "", "email": "không phải thư"}
    answer = send(article, **typed)
    fields = controls(answer.text)
    assert fields["text"]["value"].rstrip("\n") == typed["text"]
    assert fields["email"]["value"] == typed["email"]
    assert "Địa chỉ thư này chưa đúng" in answer.text
    assert article.headline in answer.text
    assert article.get_absolute_url() in answer.text


@pytest.mark.parametrize("email", ["x", "a@b", "lan@example.vn, hoa@example.vn", f"lan@{'a' * 60}.{'b' * 200}.vn"])
def test_an_email_that_is_none_is_told_and_may_be_left_empty(article, email):
    answer = send(article, email=email)
    assert answer.status_code == 422
    assert "Bạn có thể sửa lại hoặc để trống." in answer.text


def test_only_the_first_field_with_an_error_gets_the_focus(article):
    fields = controls(send(article, text="", name="", email="x").text)
    assert [name for name, field in fields.items() if "autofocus" in field] == ["text"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("text", "a" * 3001, "Tối đa 3.000 ký tự; hiện có 3.001."),
        ("text", "ệ" * 3001, "Tối đa 3.000 ký tự; hiện có 3.001."),
        ("text", "a", "Cần ít nhất 2 ký tự; hiện có 1."),
        ("name", "a" * 61, "Tối đa 60 ký tự; hiện có 61."),
        ("name", "Ạ", "Cần ít nhất 2 ký tự; hiện có 1."),
        ("text", "a" * 1_000_000, "Tối đa 3.000 ký tự; hiện có 1.000.000."),
    ],
)
def test_a_length_is_told_with_its_limit(article, field, typed, said):
    answer = send(article, **{field: typed})
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize("policy", [CommentPolicy.CLOSED, CommentPolicy.HIDDEN])
def test_comments_that_were_closed_meanwhile_give_the_words_back(article, policy):
    set_policy(article, policy)
    answer = send(article, text="Tôi đã viết rất lâu <3")
    assert answer.status_code == 409
    assert "Tôi đã viết rất lâu <3" in unescape(answer.text)
    assert "đã ngừng nhận bình luận" in answer.text


def test_an_empty_form_is_not_asked_to_be_corrected_where_comments_are_closed(article):
    set_policy(article, CommentPolicy.CLOSED)
    assert send(article, text="").status_code == 409


def test_a_site_that_turned_comments_off_takes_none(article):
    set_site(comments_enabled=False)
    assert send(article).status_code == 409


@pytest.mark.parametrize(
    "changes",
    [{"state": State.WITHDRAWN}, {"expires_at": timezone.now() - timedelta(minutes=1)}, {"state": State.DRAFT}],
)
@pytest.mark.parametrize("text", ["Lời tôi đã viết", ""])
def test_under_an_article_that_is_gone_the_words_come_back_without_its_headline(changes, text):
    article = LiveArticleFactory(headline="Tít không ai được thấy nữa", **changes)
    answer = send(article, text=text)
    assert answer.status_code == 410
    assert text in answer.text
    assert article.headline not in answer.text


def test_an_article_that_readers_never_saw_is_answered_as_one_that_never_was():
    hidden = [
        ArticleFactory(),
        LiveArticleFactory(published_at=timezone.now() + timedelta(hours=1)),
        ArticleFactory(state=State.REVIEW),
    ]
    unknown = Client().post("/binh-luan/999999/", TYPED)
    assert unknown.status_code == 404
    for article in hidden:
        answer = send(article)
        assert (answer.status_code, answer.content) == (404, unknown.content)


@pytest.mark.parametrize("pk", ["0", "9" * 19, "9" * 30, "9223372036854775807"])
def test_an_impossible_article_is_not_found(pk):
    assert Client().post(f"/binh-luan/{pk}/", TYPED).status_code == 404


@pytest.mark.parametrize("pk", ["-1", "9" * 5000, "abc"], ids=["negative", "endless", "word"])
def test_what_is_no_article_takes_no_form(pk):
    assert Client().post(f"/binh-luan/{pk}/", TYPED).status_code in (404, 405)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"text=a%00b&name=", "application/x-www-form-urlencoded"),
        (b"text=mot&text=&name=hai&name=", "application/x-www-form-urlencoded"),
        (b'{"text": "x"}', "application/json"),
        (b"", "text/plain"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"text=x", "multipart/form-data"),
        (b"text=x", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"&".join(b"f%d=1" % n for n in range(10_000)), "application/x-www-form-urlencoded"),
        (b"text=" + b"a" * 3_000_000, "application/x-www-form-urlencoded"),
    ],
)
def test_a_broken_form_is_refused_as_a_mistake_of_the_sender(article, body, kind):
    answer = Client(raise_request_exception=False).post(f"/binh-luan/{article.pk}/", body, content_type=kind)
    assert 400 <= answer.status_code < 500


def test_the_page_is_kept_by_no_cache(article):
    assert send(article, text="")["Cache-Control"] == "no-store"
