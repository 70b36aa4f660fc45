"""When the learned score holds, what it does to comments, and that it never stands in the way of one."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from comments.models import Comment, LearnedScore, Reason, State
from comments.moderation.learned import current, examples, keeping, telling
from news.models import AuditEntry, CommentPolicy
from news.roles import ADMINISTRATOR, MODERATOR, REPORTER
from tests.comments.archive import archive
from tests.comments.sending import send, set_policy
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

HARD = "Bọn quan chức ăn hết tiền của dân rồi, thằng nào cũng ăn"
SOFT = "Tôi không đồng ý với quyết định này, mong xem lại."


@pytest.fixture
def article():
    return LiveArticleFactory()


def sure(article, **typed):
    return send(article, sure="1", **typed)


def decided(number: int, by=None) -> None:
    """That many decisions of a person: half of them shown, half turned down, in words of their own."""
    by, article = by or UserFactory(), LiveArticleFactory()
    good, bad = "bài hay cảm ơn số {}", "cái nhà anh kia xấu tính số {}"
    Comment.objects.bulk_create(
        Comment(
            article=article,
            name="Lan",
            text=(bad if place % 2 else good).format(["một", "hai", "ba", "bốn", "năm", "sáu"][place % 6])
            + f" {place}",
            state=State.REJECTED if place % 2 else State.APPROVED,
            decided_by=by,
            created_at=timezone.now(),
        )
        for place in range(number)
    )


def test_a_likely_comment_waits_with_a_mark_and_keeps_its_score(article):
    assert sure(article, text=HARD).status_code == 303
    comment = Comment.objects.get()
    last = comment.opinions[-1]
    assert comment.state == State.WAITING and comment.score >= 90
    assert last["phase"] == "learned_score" and "Khả năng bị từ chối cao" in last["told"] and "ăn" in last["matched"]


def test_an_ordinary_comment_has_a_low_score_and_no_mark(article):
    send(article, text=SOFT)
    comment = Comment.objects.get()
    assert comment.score <= 20 and comment.opinions[-1]["phase"] == "needs_eyes"


def test_where_comments_show_at_once_a_likely_one_waits(article):
    set_policy(article, CommentPolicy.POST)
    sure(article, text=HARD)
    send(article, text=SOFT)
    assert [one.state for one in Comment.objects.order_by("pk")] == [State.WAITING, State.APPROVED]


def test_the_score_alone_rejects_only_where_a_setting_says_so(article, settings):
    settings.SCORE_REJECTS = 90
    sure(article, text=HARD)
    comment = Comment.objects.get()
    assert comment.state == State.REJECTED and comment.reason == ""
    assert "Khả năng" not in Client().get(comment.receipt_url()).text


def test_readers_never_see_the_score(article):
    sure(article, text=HARD)
    receipt = Client().get(Comment.objects.get().receipt_url()).text
    assert "Khả năng" not in receipt and "từ chối" not in receipt and "%" not in receipt


@pytest.mark.parametrize("text", ["😀😀", "a" * 3000, "ệ" * 3000, "1234567890 " * 90])
def test_whatever_is_sent_is_taken_in(article, text):
    assert sure(article, text=text).status_code == 303
    assert Comment.objects.count() == 1


def test_changing_a_comment_changes_its_score(article):
    send(article, text=SOFT)
    comment = Comment.objects.get()
    Client().post(f"{comment.receipt_url()}sua/", {"text": HARD, "name": comment.name, "lan": "0"})
    comment.refresh_from_db()
    assert comment.score >= 90 and comment.opinions[-1]["phase"] == "learned_score"


@pytest.mark.parametrize("packed", [b"", b"nonsense", b"TOA1" + bytes(24) + b"x"])
def test_a_broken_model_is_off_with_one_line_in_the_log(article, packed, caplog):
    LearnedScore.objects.create(version=f"broken{len(packed)}", packed=packed, trained_at=timezone.now())
    for number in range(2):
        assert send(article, text=f"{HARD} {number}").status_code == 303
    assert [one.score for one in Comment.objects.all()] == [None, None]
    assert caplog.text.count("learned score not readable") == 1
    assert telling.report().holds


def test_switched_off_by_the_setting_there_is_no_score(article, settings):
    settings.LEARNED_SCORE = False
    assert send(article, text=HARD).status_code == 303
    assert Comment.objects.get().score is None and not telling.report().holds


def test_each_process_notices_another_model_with_the_next_comment(article):
    send(article, text=SOFT)
    decided(40)
    keeping.retrain(timezone.now())
    sure(article, text=SOFT + " nhé", name="Hoa")
    assert current.held._built[0] == LearnedScore.objects.get().version != ""


def test_decisions_teach_and_the_figures_are_kept_and_logged(settings):
    settings.SCORE_DECISIONS = 50
    decided(60)
    figures = keeping.retrain(timezone.now())
    assert (figures.own, figures.is_own, figures.measured) == (60, True, 60)
    assert figures.precision >= 0.9 and figures.recall >= 0.9
    assert current.newest().judge("cái nhà anh kia xấu tính").percent >= 70
    entry = AuditEntry.objects.get(act="comments.score_trained")
    assert entry.details["decisions"] == 60 and entry.details["holds"] is True


def test_before_there_are_enough_it_is_measured_on_the_lines_of_the_house(settings):
    settings.SCORE_DECISIONS = 200
    decided(60)
    figures = keeping.retrain(timezone.now())
    lines = examples.shipped()
    assert not figures.is_own and figures.lines == len(lines)
    assert figures.measured == sum(not line.is_drill for line in lines)


def test_below_the_floor_it_is_off_and_says_so(article, settings, capsys):
    settings.SCORE_DECISIONS, by = 20, UserFactory()
    for number in range(60):  # nothing tells them apart
        state = State.REJECTED if number % 2 else State.APPROVED
        CommentFactory(article=article, text=f"lời {number // 2} này", state=state, decided_by=by)
    call_command("train_score")
    told = capsys.readouterr().out
    assert "Đang tắt" in told and "precision" in told and "recall" in told
    assert LearnedScore.objects.get().version == "" and current.newest() is None
    assert send(article, text=HARD).status_code == 303
    assert Comment.objects.newest_first()[0].score is None


def test_only_decisions_of_people_about_words_that_are_there_teach(article):
    by = UserFactory()
    kept = CommentFactory(article=article, state=State.REJECTED, decided_by=by, reason=Reason.OFFENSIVE)
    spam = CommentFactory(article=article, state=State.SPAM, decided_by=by)
    shown = CommentFactory(article=article, state=State.APPROVED, decided_by=by)
    CommentFactory(article=article, state=State.REJECTED)
    CommentFactory(article=article, state=State.WAITING, decided_by=by)
    CommentFactory(article=article, state=State.TAKEN_BACK, decided_by=by)
    CommentFactory(article=article, state=State.REJECTED, decided_by=by, reason=Reason.OFF_TOPIC)
    CommentFactory(article=article, state=State.REJECTED, decided_by=by, reason=Reason.REPEATED)
    CommentFactory(article=article, state=State.REJECTED, decided_by=by, words_erased_at=timezone.now())
    taught = {(one.text, one.is_refused) for one in examples.decided()}
    assert taught == {(kept.text, True), (spam.text, True), (shown.text, False)}


def test_the_queue_in_the_order_of_doubt_has_what_is_likeliest_first_and_what_has_no_score_last(article):
    none, low, high, same = (CommentFactory(article=article, score=score) for score in (None, 10, 95, 95))
    CommentFactory(article=article, score=99, state=State.APPROVED)
    assert list(Comment.objects.by_doubt()) == [high, same, low, none]


def test_the_order_of_doubt_is_read_from_an_index_in_a_large_archive():
    archive(timezone.now(), score=50, state=State.APPROVED)
    plan = Comment.objects.by_doubt()[:20].explain()
    assert "comment_by_doubt" in plan, plan


def test_it_costs_no_query_once_a_process_knows_it(article, django_assert_max_num_queries):
    keeping.retrain(timezone.now())
    sure(article, text=HARD)
    with django_assert_max_num_queries(8):
        sure(article, text=HARD, name="Hoa")
    assert Comment.objects.newest_first()[0].score >= 90


@pytest.mark.parametrize(("role", "status"), [(MODERATOR, 200), (REPORTER, 403), (ADMINISTRATOR, 403)])
def test_those_who_moderate_see_how_good_it_is(role, status, client):
    client.force_login(UserFactory(role=role, is_staff=True))
    page = client.get("/toa-soan/comments/comment/diem-tu-hoc/")
    assert page.status_code == status
    assert ("Độ chính xác" in page.text) == (status == 200)


def test_the_page_says_when_it_learned_last_and_stands_unknown_figures(client):
    LearnedScore.objects.create(version="", figures={"own": 7, "of another version": 1}, trained_at=timezone.now())
    client.force_login(UserFactory(role=MODERATOR, is_staff=True))
    page = client.get("/toa-soan/comments/comment/diem-tu-hoc/").text
    assert "Lần học gần nhất" in page and "Đang tắt" in page and "Học từ 7 quyết định" in page


def test_a_moderator_sees_the_score_and_its_words_beside_the_comment(client, article):
    client.force_login(UserFactory(role=MODERATOR, is_staff=True))
    comment = CommentFactory(article=article, text=HARD, score=97)
    page = client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert "Khả năng bị từ chối: 97%" in page and '<mark class="found" dir="auto">ăn</mark>' in page
    assert "khả năng bị từ chối cao: 97%" in client.get("/toa-soan/comments/comment/").text
