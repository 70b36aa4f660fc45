"""Which heap a waiting comment belongs to, and how many are counted."""

import pytest

from comments import queues
from comments.models import Action, Comment, Reason, State
from comments.moderation import decisions, second_look
from comments.moderation.words import keeping
from comments.queues import QUEUES, count
from tests.comments.queue.asking import at_desk, more, page
from tests.comments.sending import send
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
NAMES = [queue.name for queue in QUEUES]


def in_queue(name: str) -> list[str]:
    queue = next(each for each in QUEUES if each.name == name)
    return [comment.text for comment in queue.among(Comment.objects.waiting())]


def opinion(phase: str, verdict: str = "") -> dict:
    return {"phase": phase, "verdict": verdict, "reason": "", "ms": 0.1}


def test_all_that_waits_the_oldest_first():
    for text in ("Một", "Hai"):
        CommentFactory(text=text)
    ApprovedCommentFactory(text="Đã xong")
    assert in_queue("cho-duyet") == ["Một", "Hai"]


def test_watched_words_are_what_decided_not_what_was_asked_on_the_way():
    passed, decided = opinion("watched_words"), opinion("watched_words", "waiting")
    CommentFactory(text="Có từ", opinions=[opinion("too_fast"), decided])
    CommentFactory(text="Có liên kết", opinions=[passed, opinion("links", "waiting")])
    CommentFactory(text="Không ghi chép")
    assert in_queue("tu-theo-doi") == ["Có từ"]


def test_a_watched_word_that_readers_send_comes_into_its_queue():
    word = keeping.WatchedWord(text="chung cư mini", folded="chung cu mini", action=Action.WAIT)
    keeping.tidy(word)
    keeping.keep(word, None)
    send(LiveArticleFactory(), text="Hỏi về chung cư mini ở đây")
    assert in_queue("tu-theo-doi") == ["Hỏi về chung cư mini ở đây"]


def test_second_looks():
    asked, _other = CommentFactory(text="Xin đọc lại"), CommentFactory(text="Lần đầu")
    decisions.reject(asked, None, Reason.OFF_TOPIC)
    second_look.ask(asked, "")
    assert in_queue("xem-lai") == ["Xin đọc lại"]


def test_new_readers_are_those_of_whom_nothing_was_ever_shown():
    for address, state in (("a", State.APPROVED), ("b", State.REJECTED)):
        CommentFactory(address_hash=address * 64, state=state)
        CommentFactory(address_hash=address * 64, text=f"Từ {address}")
    CommentFactory(text="Không rõ từ đâu")
    assert in_queue("ban-doc-moi") == ["Từ b"]


def test_one_counts_to_ninety_nine(monkeypatch):
    CommentFactory.create_batch(4, article=LiveArticleFactory())
    assert count(Comment.objects.waiting()) == "4"
    monkeypatch.setattr(queues, "COUNTED", 3)
    assert count(Comment.objects.waiting()) == "3+"


@pytest.mark.parametrize("name", NAMES)
def test_every_queue_has_its_page_and_brings_more(name):
    client = at_desk()
    assert 'aria-current="page"' in page(client, f"?hang={name}")
    assert set(more(client, hang=name)["counts"]) == set(NAMES)


def test_a_section_with_its_own_or_one_article_narrow_any_queue():
    above = SectionFactory(name="Thời sự")
    article = LiveArticleFactory(section=SectionFactory(parent=above), headline="Cầu mới")
    comment = CommentFactory(article=article, text="Trong mục")
    other = CommentFactory(text="Mục khác")
    client = at_desk()
    for query in (f"?muc={above.pk}", f"?muc={article.section_id}", f"?bai={article.pk}"):
        found = page(client, query)
        assert "Trong mục" in found
        assert "Mục khác" not in found
    assert "Chỉ bài “Cầu mới”" in page(client, f"?bai={article.pk}")
    assert [card["pk"] for card in more(client, bai=str(article.pk))["cards"]] == [comment.pk]
    assert [card["pk"] for card in more(client, muc=str(other.article.section_id))["cards"]] == [other.pk]


def test_an_article_that_readers_have_said_nothing_about_is_not_named():
    article = LiveArticleFactory(headline="Bài kín")
    assert "Bài kín" not in page(at_desk(), f"?bai={article.pk}")
