"""A comment's writer puts it otherwise, for a few minutes."""

from datetime import timedelta
from html import escape

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from comments.models import Comment, Discussion, Reason, State, Wording
from comments.moderation import decisions
from comments.moderation.editing import EDIT_WINDOW, MOST_EDITS
from comments.moderation.errors import EditedSince
from news import roles
from news.models import CommentPolicy
from news.models import State as ArticleState
from news.vietnamese.dates import clock
from tests.comments.sending import TYPED, send, set_policy
from tests.factories import LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

OTHER = "Bài viết rất bổ ích, nhất là phần cuối."


@pytest.fixture
def comment() -> Comment:
    send(LiveArticleFactory())
    return Comment.objects.get()


def edit(comment: Comment, text: str = OTHER, headers: dict | None = None, **changes: object) -> HttpResponse:
    """The answer to the form on the receipt, read before any change unless the test says otherwise."""
    typed = {"text": text, "name": comment.name, "lan": "0", **changes}
    return Client().post(f"{comment.receipt_url()}sua/", typed, headers=headers or {})


def counted(comment: Comment) -> tuple[int, int, int]:
    found = Discussion.objects.get(article=comment.article_id)
    return found.approved_count, found.waiting_count, found.version


def receipt(comment: Comment) -> str:
    return Client().get(comment.receipt_url()).text


def test_other_words_take_the_place_of_the_first_which_are_kept(comment):
    answer = edit(comment, name="Trần Thị Bạn Đọc")
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    stored = Comment.objects.get()
    assert (stored.text, stored.name, stored.state, stored.edition) == (OTHER, "Trần Thị Bạn Đọc", State.WAITING, 1)
    assert "bo ich, nhat la" in stored.search_text
    earlier = Wording.objects.get()
    assert (earlier.text, earlier.name, earlier.state) == (TYPED["text"], TYPED["name"], State.WAITING)
    page = receipt(comment)
    assert OTHER in page and "(đã sửa)" in page and TYPED["text"] not in page
    assert counted(comment) == (0, 1, 0)


def test_the_receipt_says_until_when_and_then_that_it_is_over(comment):
    until = clock(comment.created_at + EDIT_WINDOW)
    assert f"Sửa bình luận (đến {until})" in receipt(comment)
    with time_machine.travel(comment.created_at + EDIT_WINDOW + timedelta(seconds=1), tick=False):
        page = receipt(comment)
        assert "sua/" not in page
        assert f"trong 15 phút sau khi gửi, đến {until}" in page
        answer = edit(comment)
    assert answer.status_code == 409
    assert f"Đã quá giờ sửa: bình luận này sửa được đến {until}." in answer.text
    assert OTHER in answer.text and "readonly" in answer.text
    assert Comment.objects.get().text == TYPED["text"]


def test_it_may_be_changed_until_the_last_second(comment):
    with time_machine.travel(comment.created_at + EDIT_WINDOW - timedelta(seconds=1), tick=False):
        assert edit(comment).status_code == 303


def test_the_new_words_are_judged_by_the_whole_pipeline_and_the_counts_follow():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article)
    comment = Comment.objects.get()
    assert (comment.state, counted(comment)) == (State.APPROVED, (1, 0, 1))
    edit(comment, text=OTHER)  # readers see other words under the same count
    assert (Comment.objects.get().state, counted(comment)) == (State.APPROVED, (1, 0, 2))
    edit(comment, text="Mời xem thêm ở https://xem-them.example nhé mọi người", lan="1")
    stored = Comment.objects.get()
    assert (stored.state, counted(comment)) == (State.WAITING, (0, 1, 3))
    assert stored.decided_at is None and stored.opinions[-1]["phase"] == "links"
    assert OTHER not in Client().get(article.get_absolute_url()).text
    edit(comment, text="Thôi, không mời nữa.", lan="2")
    assert (Comment.objects.get().state, counted(comment)) == (State.APPROVED, (1, 0, 4))
    assert list(Wording.objects.values_list("state", flat=True)) == [State.WAITING, State.APPROVED, State.APPROVED]


def test_who_fell_into_the_trap_does_not_climb_out_by_other_words():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article, homepage="http://x.example")
    comment = Comment.objects.get()
    assert edit(comment).status_code == 303
    assert Comment.objects.get().state == State.SPAM


def test_a_comment_is_not_too_fast_for_itself_but_for_others(settings):
    settings.COMMENTS_PER_MINUTE = 2
    article = LiveArticleFactory()
    send(article)
    comment = Comment.objects.get()
    send(article, text="Ý kiến thứ hai")
    assert edit(comment).status_code == 303
    settings.COMMENTS_PER_MINUTE = 1
    answer = edit(comment, text="Ý kiến khác nữa", lan="1")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Ý kiến khác nữa" in answer.text and 'value="1"' in answer.text


def test_what_was_sent_first_is_known_when_its_form_comes_once_more(comment):
    edit(comment)
    for text in (TYPED["text"], OTHER):
        answer = send(comment.article, text=text)
        assert answer["Location"] == comment.receipt_url()
    assert Comment.objects.count() == 1


def test_the_words_of_another_comment_of_ones_own_are_told(comment):
    send(comment.article, text=OTHER)
    answer = edit(comment)
    assert answer.status_code == 422
    assert "Bạn vừa gửi đúng lời này" in answer.text and OTHER in answer.text


def test_the_same_form_twice_changes_once(comment):
    assert [edit(comment).status_code for _ in range(3)] == [303] * 3
    assert (Comment.objects.get().edition, Wording.objects.count()) == (1, 1)


def test_an_old_form_does_not_bring_old_words_back(comment):
    edit(comment)
    edit(comment, text="Lời mới nhất", lan="1")
    answer = edit(comment)
    assert answer.status_code == 409
    assert "đã được sửa ở một cửa sổ khác" in answer.text
    assert "Lời mới nhất" in answer.text and f">\n{OTHER}</textarea>" in answer.text and 'value="2"' in answer.text
    assert Comment.objects.get().text == "Lời mới nhất"


@pytest.mark.parametrize("lan", ["", "-1", "x", "9" * 30, "²", "1"])
def test_a_form_that_does_not_say_what_it_changes_is_asked_again(comment, lan):
    assert edit(comment, lan=lan).status_code == 409
    assert Comment.objects.get().text == TYPED["text"]


@pytest.mark.parametrize("field", ["text", "name"])
@pytest.mark.parametrize("typed", ["", "\u202e\u200b", "x", "Dài " * 250_000])
def test_what_does_not_fit_is_told_beside_the_field_and_all_that_was_typed_stays(comment, field, typed):
    other = {"text": "Lời còn lại", "name": "Tên còn lại"} | {field: typed}
    answer = edit(comment, **other)
    assert answer.status_code == 422
    assert f'aria-describedby="bl-{field}-error" autofocus' in answer.text
    assert {"text": "Tên còn lại", "name": "Lời còn lại"}[field] in answer.text
    assert '<details class="receipt-act" open>' in answer.text
    assert Comment.objects.get().edition == 0


def test_markup_and_directions_are_stored_as_text_and_shown_escaped(comment):
    text = "\u202eChữ <b>đậm</b> & <script>alert(1)</script>\u202c"
    assert edit(comment, text=text).status_code == 303
    stored = Comment.objects.get().text
    assert stored == text.strip("\u202e\u202c")
    assert escape(stored) in receipt(comment)


def test_nul_is_left_out_as_in_what_is_sent(comment):
    assert edit(comment, text="Có \0 ở giữa").status_code == 303
    assert Comment.objects.get().text == "Có ở giữa"


@pytest.mark.parametrize("decide", [decisions.approve, decisions.reject, decisions.mark_spam])
def test_after_a_person_has_decided_nothing_is_changed_and_the_words_are_not_lost(comment, decide):
    decide(comment, UserFactory(role=roles.MODERATOR))
    state = Comment.objects.get().state
    assert "sua/" not in receipt(comment)
    answer = edit(comment)
    assert answer.status_code == 409
    assert "Tòa soạn đã quyết định" in answer.text and OTHER in answer.text
    stored = Comment.objects.get()
    assert (stored.text, stored.state) == (TYPED["text"], state)


def test_after_a_decision_was_undone_it_may_be_changed_again(comment):
    decision = decisions.reject(comment, None, Reason.OFF_TOPIC)
    decisions.undo(decision, None)
    assert edit(comment).status_code == 303


def test_what_editors_chose_stays_as_they_chose_it():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article)
    comment = Comment.objects.get()
    decisions.feature(comment, None)
    assert edit(comment).status_code == 409


def test_what_was_taken_back_stays_as_it_is(comment):
    decisions.take_back(comment)
    answer = edit(comment)
    assert answer.status_code == 409
    assert "Bạn đã rút lại" in answer.text


@pytest.mark.parametrize("decide", [decisions.approve, decisions.reject, decisions.mark_spam])
def test_a_moderator_does_not_decide_about_words_that_were_not_read(comment, decide):
    read = Comment.objects.get()
    edit(comment)
    with pytest.raises(EditedSince):
        decide(read, None)
    assert Comment.objects.get().state == State.WAITING
    assert decide(Comment.objects.get(), None)


@pytest.mark.parametrize("text", [OTHER, ""])
def test_where_no_comments_are_taken_any_more_the_words_can_be_copied(comment, text):
    set_policy(comment.article, CommentPolicy.CLOSED)
    answer = edit(comment, text=text, name="Tên mới")
    assert answer.status_code == 409
    assert "không nhận bình luận nữa" in answer.text and text in answer.text
    assert "sua/" not in receipt(comment)


@pytest.mark.parametrize("state", [ArticleState.WITHDRAWN, ArticleState.DRAFT])
def test_under_an_article_that_is_gone_nothing_is_changed(comment, state):
    comment.article.state = state
    comment.article.save()
    answer = edit(comment)
    assert answer.status_code == 409
    assert OTHER in answer.text and comment.article.headline not in answer.text


def test_it_is_changed_a_few_times_only(comment):
    Comment.objects.update(edition=MOST_EDITS)
    answer = edit(comment, lan=str(MOST_EDITS))
    assert answer.status_code == 409
    assert "đã được sửa 10 lần" in answer.text


@pytest.mark.parametrize("path", ["sua/", "xem-lai/", "rut-lai/"])
@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}])
def test_another_sites_form_is_refused(comment, path, headers):
    answer = Client().post(comment.receipt_url() + path, {"text": OTHER, "name": "Lan", "lan": "0"}, headers=headers)
    assert answer.status_code == 403
    stored = Comment.objects.get()
    assert (stored.text, stored.state) == (TYPED["text"], State.WAITING)


@pytest.mark.parametrize("headers", [{"Origin": "null"}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}])
def test_our_own_receipt_which_sends_no_referrer_is_believed(comment, headers):
    assert edit(comment, headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["sua/", "xem-lai/"])
def test_who_opens_the_forms_address_is_led_to_the_receipt(comment, path):
    answer = Client().get(comment.receipt_url() + path)
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    assert Client().put(comment.receipt_url() + path).status_code == 405
    for method in (Client().get, Client().post):
        assert method(f"/binh-luan/phieu/khong-co/{path}").status_code == 404


def test_answers_are_for_the_holder_alone(comment):
    for answer in (edit(comment, text=""), edit(comment)):
        assert answer["Cache-Control"] == "no-store, private"
        assert "noindex" in answer["X-Robots-Tag"]
        assert not answer.cookies
