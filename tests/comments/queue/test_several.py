"""Several comments at once: counted first, done as one act, taken back as one."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.alike import nearness, same_address, same_campaign, same_text
from comments.models import Comment, Decision, Reason, State
from comments.moderation import batches, counts, decisions
from comments.moderation.echoes import shingles, syllables
from tests.comments.queue.asking import QUEUE, SCRIPT, at_desk, brought, page, press
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db
SEVERAL = f"{QUEUE}nhieu/"
LOAN = "Vay tiền nhanh trong ngày, giải ngân ngay, không thế chấp, gọi chị Hoa"


@pytest.fixture
def moderator() -> Client:
    return at_desk()


def counted(client: Client, **query: object) -> str:
    answer = client.get(SEVERAL, query)
    assert answer.status_code == 200
    return answer.text


def fields(text: str) -> dict[str, list[str]]:
    form = text.split(f'action="{SEVERAL}"')[1]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form):
        found.setdefault(name, []).append(value)
    return found


def do(client: Client, text: str, **form: str):
    return client.post(SEVERAL, {**fields(text), **form})


def test_the_same_words_whoever_sent_them():
    comment = CommentFactory(text="Bán nhà giá rẻ!", name="Lan")
    same = CommentFactory(text="ban nha gia re!", name="Hoa")
    CommentFactory(text="Không bán nhà giá rẻ!")
    ApprovedCommentFactory(text="Bán nhà giá rẻ!")
    assert same_text(Comment.objects.waiting(), comment) == [same.pk, comment.pk]


def test_the_same_address_and_none_where_it_is_not_kept():
    comment, same = CommentFactory.create_batch(2, address_hash="a" * 64)
    CommentFactory(address_hash="b" * 64)
    erased = CommentFactory()
    assert same_address(Comment.objects.waiting(), comment) == [same.pk, comment.pk]
    assert same_address(Comment.objects.waiting(), erased) == []


def test_a_campaign_is_nearly_the_same_words_under_whatever_article():
    comment = CommentFactory(text=LOAN)
    others = [CommentFactory(text=f"{LOAN} {tail}", name=name) for tail, name in (("0912", "Lan"), ("nhé!!", "Anh Ba"))]
    CommentFactory(text="Vay tiền nhanh hay chậm cũng phải trả, bà con cẩn thận kẻo mất nhà")
    found = same_campaign(Comment.objects.waiting(), comment)
    assert sorted(found) == [comment.pk, *(one.pk for one in others)]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("a b c d", "a b c d", 1.0), ("a b", "a b", 1.0), ("a b c", "d e f", 0.0), ("", "", 1.0), ("!", "?", 1.0)],
)
def test_how_near_two_texts_are(one, other, near):
    assert nearness(shingles(syllables(one)), shingles(syllables(other))) == near


def test_first_one_sees_how_many_and_which_then_all_are_done_and_undone_as_one(moderator):
    article = LiveArticleFactory()
    comments = [CommentFactory(article=article, text=f"{LOAN} {place}") for place in range(15)]
    other = CommentFactory(text="Bài hay quá")
    counts.recount(article.pk)
    text = counted(moderator, theo="chien-dich", giong=comments[0].pk)
    assert "15 bình luận đang chờ" in text
    assert "… và 5 bình luận nữa." in text
    answer = do(moderator, text, viec="khong-dang", reason="advertising")
    assert answer.status_code == 302
    assert Comment.objects.filter(state=State.REJECTED, reason=Reason.ADVERTISING).count() == 15
    assert Comment.objects.get(pk=other.pk).state == State.WAITING
    assert "Đã từ chối 15 bình luận." in page(moderator)
    log = moderator.get(f"{QUEUE}nhat-ky/").text
    assert log.count('class="desk-told"') == 1
    assert "15 bình luận một lần" in log
    back = moderator.post(f"{QUEUE}hoan-tac/", headers=SCRIPT)
    assert back.json()["said"] == "Đã hoàn tác với 15 bình luận."
    assert article.discussion.waiting_count == 15


def test_what_is_ticked_in_the_list(moderator):
    comments = CommentFactory.create_batch(3)
    text = counted(moderator, theo="chon", so=[comments[0].pk, comments[2].pk], hang="xem-lai")
    assert do(moderator, text, viec="duyet")["Location"] == f"{QUEUE}?hang=xem-lai"
    assert [one.state for one in Comment.objects.order_by("id")] == ["approved", "waiting", "approved"]


def test_what_was_counted_is_what_is_done(moderator):
    comment = CommentFactory(text=LOAN)
    text = counted(moderator, theo="loi", giong=comment.pk)
    CommentFactory(text=LOAN)
    answer = do(moderator, text, viec="thu-rac")
    assert answer.status_code == 409
    assert "Trong lúc bạn xem, số bình luận đã đổi." in answer.text
    assert "2 bình luận đang chờ" in answer.text
    Comment.objects.filter(pk=comment.pk).update(edition=1)
    assert do(moderator, answer.text, viec="thu-rac").status_code == 409
    assert not Decision.objects.exists()


@pytest.mark.parametrize("name", ["", "noi-bat", "xoa"])
def test_an_act_has_to_be_chosen(moderator, name):
    text = counted(moderator, theo="loi", giong=CommentFactory().pk)
    answer = do(moderator, text, viec=name)
    assert (answer.status_code, "Hãy chọn việc cần làm." in answer.text) == (422, True)
    assert not Decision.objects.exists()


def test_what_others_have_before_them_is_left_to_them_and_told(moderator):
    comments = [CommentFactory(text=LOAN) for _ in range(3)]
    assert brought(at_desk(), want=1) == [comments[0].pk]
    text = counted(moderator, theo="loi", giong=comments[1].pk)
    assert "2 bình luận đang chờ" in text
    assert "1 bình luận đang có người khác đọc nên không tính." in text


def test_more_than_one_act_takes_is_told(moderator, monkeypatch):
    monkeypatch.setattr(batches, "MOST", 2)
    comments = [CommentFactory(text=LOAN) for _ in range(3)]
    text = counted(moderator, theo="loi", giong=comments[0].pk)
    assert "Còn nữa" in text
    do(moderator, text, viec="thu-rac")
    assert Comment.objects.filter(state=State.SPAM).count() == 2


def test_nothing_to_do_is_said(moderator):
    comment = CommentFactory()
    decisions.approve(comment, None)
    assert "Không có bình luận nào đang chờ như vậy." in counted(moderator, theo="loi", giong=comment.pk)
    assert "Không có bình luận nào đang chờ như vậy." in counted(moderator, theo="chon")


def test_a_kind_or_a_comment_that_is_none_is_not_found(moderator):
    for query in ({"theo": "khac", "giong": CommentFactory().pk}, {"theo": "loi", "giong": 999999}, {}):
        assert moderator.get(SEVERAL, query).status_code == 404


def test_counting_asks_as_much_for_many_as_for_few(moderator):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            counted(moderator, theo="chien-dich", giong=comment.pk)
        return len(asked)

    comment = CommentFactory(text=LOAN)
    few = queries()
    CommentFactory.create_batch(40, article=comment.article, text=LOAN)
    assert queries() <= few <= 25


def test_the_script_may_not_do_by_one_press_what_wants_a_count(moderator):
    assert press(moderator, CommentFactory(), "nhieu").status_code == 404
