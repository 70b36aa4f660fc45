"""Deciding in the queue, with its script and without, and the way back."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Decision, Discussion, Reason, State
from comments.moderation import counts, decisions
from news import roles
from tests.comments.queue.asking import QUEUE, SCRIPT, at_desk, brought, page, press
from tests.comments.sending import send
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> Client:
    return at_desk()


@pytest.fixture
def comment() -> Comment:
    comment = CommentFactory(name="Bà Tám")
    counts.recount(comment.article_id)
    return comment


def undo(client: Client, **form: object):
    return client.post(f"{QUEUE}hoan-tac/", form, headers=SCRIPT)


@pytest.mark.parametrize(
    ("name", "form", "state", "reason", "said"),
    [
        ("duyet", {}, "approved", "", "Đã duyệt bình luận của Bà Tám."),
        ("khong-dang", {"reason": "off_topic"}, "rejected", "off_topic", "Đã từ chối bình luận của Bà Tám."),
        ("khong-dang", {"reason": "made up"}, "rejected", "", "Đã từ chối bình luận của Bà Tám."),
        ("thu-rac", {}, "spam", Reason.ADVERTISING, "Đã xếp vào thư rác bình luận của Bà Tám."),
        ("noi-bat", {}, "approved", "", "Đã chọn nổi bật bình luận của Bà Tám."),
        ("tra-loi", {"text": "Cảm ơn bà."}, "approved", "", "Đã duyệt và trả lời bình luận của Bà Tám."),
    ],
)
def test_one_press_decides_and_u_takes_it_back(moderator, comment, name, form, state, reason, said):
    answer = press(moderator, comment, name, **form)
    assert (answer.status_code, answer.json()["said"]) == (200, said)
    stored = Comment.objects.get(pk=comment.pk)
    assert (stored.state, stored.reason, stored.decided_by) == (state, reason, moderator.person)
    assert bool(stored.featured_at) == (name == "noi-bat")
    back = undo(moderator, decision=answer.json()["decision"]).json()
    assert back["said"] == "Đã hoàn tác với bình luận của Bà Tám."
    assert [card["pk"] for card in back["cards"]] == [comment.pk]
    assert Comment.objects.get(pk=comment.pk).state == State.WAITING
    assert Discussion.objects.get().waiting_count == 1
    assert brought(at_desk()) == []  # whoever took it back has it before the eyes again


def test_the_same_without_a_script(moderator, comment):
    answer = moderator.post(f"{QUEUE}{comment.pk}/khong-dang/", {"reason": "personal", "muc": "3"})
    assert (answer.status_code, answer["Location"]) == (302, f"{QUEUE}?muc=3")
    assert Comment.objects.get().reason == Reason.PERSONAL
    assert "Đã từ chối bình luận của Bà Tám." in page(moderator)
    assert moderator.post(f"{QUEUE}hoan-tac/", {"decision": Decision.objects.get().pk}).status_code == 302
    assert Comment.objects.get().state == State.WAITING
    assert "Đã hoàn tác với bình luận của Bà Tám." in page(moderator)


@pytest.mark.parametrize("name", ["duyet", "khong-dang", "thu-rac", "noi-bat", "tra-loi"])
def test_what_somebody_else_decided_meanwhile_is_refused_in_words(moderator, comment, name):
    decisions.mark_spam(comment, UserFactory(display_name="Chị Hoa", role=roles.MODERATOR))
    answer = press(moderator, comment, name, text="Cảm ơn bà.")
    assert answer.status_code == 409
    assert answer.json()["error"].startswith("Chị Hoa đã quyết định lúc ")
    assert answer.json()["gone"] is True
    assert Decision.objects.count() == 1
    moderator.post(f"{QUEUE}{comment.pk}/{name}/", {"text": "Cảm ơn bà."})
    assert "Chị Hoa đã quyết định lúc " in page(moderator)
    assert (Decision.objects.count(), Comment.objects.count()) == (1, 1)


def test_words_that_have_changed_since_come_back_to_be_read(moderator):
    send(LiveArticleFactory(), text="Câu đầu", name="Lan")
    comment = Comment.objects.get()
    Client().post(f"{comment.receipt_url()}sua/", {"text": "Câu khác hẳn", "name": "Lan", "lan": "0"})
    answer = press(moderator, comment, lan="0")
    assert (answer.status_code, answer.json()["gone"]) == (409, False)
    assert "Câu khác hẳn" in answer.json()["cards"][0]["card"]
    assert press(moderator, comment, lan="1").status_code == 200


def test_what_its_writer_took_back_or_what_is_no_more_is_refused_in_words(moderator, comment):
    decisions.take_back(comment)
    assert "rút lại" in press(moderator, comment).json()["error"]
    Comment.objects.all().delete()
    assert press(moderator, comment).json()["error"] == "Bình luận này không còn nữa."
    for number in (0, 2**63, 10**30):
        assert press(moderator, number).status_code == 409
        assert press(moderator, number, "tra-loi", text="Cảm ơn.").status_code == 409
        assert moderator.post(f"{QUEUE}{number}/tra-loi/", {"text": ""}).status_code == 422


def test_an_act_that_is_none_is_not_found(moderator, comment):
    assert press(moderator, comment, "xoa").status_code == 404


def test_an_answer_without_words_is_refused_beside_its_field(moderator, comment):
    answer = press(moderator, comment, "tra-loi", text=" \u200b ")
    assert (answer.status_code, answer.json()) == (422, {"error": "Nhập lời trả lời.", "field": "text"})
    plain = moderator.post(f"{QUEUE}{comment.pk}/tra-loi/", {"text": "a" * 3001})
    assert plain.status_code == 422
    assert "Tối đa 3.000 ký tự; hiện có 3.001." in plain.text
    assert "a" * 3001 in plain.text
    assert Comment.objects.get().state == State.WAITING


def test_words_for_a_comment_that_is_gone_stand_under_no_other(moderator, comment):
    decisions.approve(comment, None)
    other = CommentFactory()
    found = moderator.post(f"{QUEUE}{comment.pk}/tra-loi/", {"text": "b" * 3001}).text
    assert "Bình luận bạn chọn đã được quyết định, hoặc đang có người khác đọc." in found
    before, after = found.split(f'id="bl-{other.pk}"')
    assert "b" * 3001 in before
    assert "b" * 3001 not in after


def test_a_button_needs_the_forms_token(comment):
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=roles.MODERATOR))
    assert client.post(f"{QUEUE}{comment.pk}/duyet/", headers=SCRIPT).status_code == 403
    assert Comment.objects.get().state == State.WAITING


def test_u_without_a_number_takes_back_the_last_own_decision(moderator, comment):
    press(moderator, CommentFactory())
    press(moderator, comment, "thu-rac")
    press(at_desk(), CommentFactory())
    assert undo(moderator).status_code == 200
    assert Comment.objects.get(pk=comment.pk).state == State.WAITING
    assert Comment.objects.filter(state=State.APPROVED).count() == 2


def test_with_nothing_to_take_back_u_says_so(moderator):
    assert undo(moderator).json()["error"] == "Bạn chưa có quyết định nào để hoàn tác."


def test_what_was_overtaken_or_is_too_old_is_refused_in_words(moderator, comment):
    decision = press(moderator, comment).json()["decision"]
    decisions.reject(Comment.objects.get(), None)
    assert "quyết định mới hơn" in undo(moderator, decision=decision).json()["error"]
    other = press(moderator, CommentFactory()).json()["decision"]
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        moderator.force_login(moderator.person)
        assert "30 ngày" in undo(moderator, decision=other).json()["error"]
    assert undo(moderator, decision=999999).status_code == 404


def test_the_log_tells_ones_own_decisions_with_the_way_back(moderator, comment):
    press(moderator, comment, "khong-dang", reason="off_topic")
    press(at_desk(), CommentFactory(text="Của người khác"))
    found = moderator.get(f"{QUEUE}nhat-ky/").text
    assert "Không đăng (lạc đề)" in found
    assert "Của người khác" not in found
    answer = moderator.post(f"{QUEUE}hoan-tac/", {"decision": Decision.objects.earliest("id").pk, "ve": "nhat-ky"})
    assert answer["Location"] == f"{QUEUE}nhat-ky/"
    assert "đã hoàn tác" in moderator.get(f"{QUEUE}nhat-ky/").text
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        press(moderator, CommentFactory())
    assert "quá 30 ngày" not in moderator.get(f"{QUEUE}nhat-ky/").text


def test_the_log_is_read_page_by_page_by_index(moderator):
    rows = CommentFactory.create_batch(3, article=LiveArticleFactory())
    now = timezone.now()
    made = Decision.objects.bulk_create(
        Decision(comment=rows[place % 3], before="waiting", after="approved", by=moderator.person)
        for place in range(90)
    )
    Decision.objects.filter(pk__in=[one.pk for one in made[:45]]).update(at=now - timedelta(days=40))
    with CaptureQueriesContext(connection) as asked:
        first = moderator.get(f"{QUEUE}nhat-ky/")
    assert len(asked) <= 25
    assert first.text.count('class="desk-told"') == 40
    second = moderator.get(f"{QUEUE}nhat-ky/?truoc={first.context['older']}")
    assert second.text.count('class="desk-told"') == 40
    assert "quá 30 ngày" in second.text


@pytest.mark.parametrize("name", ["duyet", "khong-dang", "thu-rac", "noi-bat"])
def test_a_decision_asks_at_most_six_queries_with_begin_and_commit(moderator, comment, name):
    press(moderator, CommentFactory())

    def asked(act) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            act()
        return [query["sql"] for query in queries]

    who_asks = len(asked(lambda: moderator.post(f"{QUEUE}tra-lai/", headers=SCRIPT)))  # gives nothing back
    whole = asked(lambda: press(moderator, comment, name))
    assert Comment.objects.get(pk=comment.pk).state != State.WAITING
    assert who_asks <= 4  # session, account, rights of its own and of its roles
    assert len(whole) - who_asks <= 6


def test_a_comment_that_is_shown_already_is_not_shown_again(moderator):
    assert press(moderator, ApprovedCommentFactory()).status_code == 409
