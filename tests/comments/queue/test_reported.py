"""What readers see and others have reported, in the queue: kept, taken away, and back again."""

import pytest

from comments.models import Comment, Reason, Report, State
from comments.moderation import counts
from tests.comments.queue.asking import SCRIPT, at_desk, page
from tests.comments.test_reports import report
from tests.factories import ApprovedCommentFactory, CommentFactory

pytestmark = pytest.mark.django_db
HEAP = {"hang": "bi-bao-cao"}


@pytest.fixture
def moderator():
    return at_desk()


@pytest.fixture
def comment() -> Comment:
    comment = ApprovedCommentFactory(text="Lời bị báo cáo")
    counts.recount(comment.article_id)
    report(comment)
    return Comment.objects.get(pk=comment.pk)


def decide(client, comment, name: str, **more):
    return client.post(f"/toa-soan/hang-doi/{comment.pk}/{name}/", {**HEAP, **more}, headers=SCRIPT)


def test_it_is_a_heap_of_its_own_with_what_readers_say_against_it(moderator, comment):
    CommentFactory(text="Lời đang chờ")
    text = page(moderator, "?hang=bi-bao-cao")
    assert "Lời bị báo cáo" in text and "Câu cuối nói xấu hàng xóm của tôi &lt;b&gt;." in text and "Giữ lại" in text
    assert "Lời đang chờ" not in text and "Lời bị báo cáo" not in page(moderator)


def test_what_is_kept_leaves_the_heap_and_stays_before_readers(moderator, comment):
    assert decide(moderator, comment, "duyet").status_code == 200
    assert "Lời bị báo cáo" not in page(moderator, "?hang=bi-bao-cao")
    assert Comment.objects.get().state == State.APPROVED and Report.objects.get().decision_id


def test_what_is_taken_away_comes_back_with_its_reports_when_that_is_undone(moderator, comment):
    made = decide(moderator, comment, "khong-dang", reason=Reason.OFFENSIVE).json()["decision"]
    assert Comment.objects.get().state == State.REJECTED
    undone = moderator.post("/toa-soan/hang-doi/hoan-tac/", {**HEAP, "decision": made}, headers=SCRIPT).json()
    assert "Lời bị báo cáo" in str(undone["cards"])
    assert Comment.objects.get().open_reports == 1


def test_whoever_comes_second_is_told(moderator, comment):
    decide(moderator, comment, "duyet")
    late = decide(at_desk(), comment, "duyet")
    assert late.status_code == 409 and "đã duyệt" in late.json()["error"]


def test_nobody_else_gets_what_is_before_ones_eyes(moderator, comment):
    page(moderator, "?hang=bi-bao-cao")
    assert "Lời bị báo cáo" not in page(at_desk(), "?hang=bi-bao-cao")


def test_several_are_kept_at_once(moderator, comment):
    other = ApprovedCommentFactory(text="Lời thứ hai", article=comment.article)
    report(other)
    asked = {**HEAP, "theo": "chon", "so": [comment.pk, other.pk]}
    counted = moderator.get("/toa-soan/hang-doi/nhieu/", asked)
    mark = counted.context["counted"].mark
    moderator.post("/toa-soan/hang-doi/nhieu/", {**asked, "viec": "duyet", "dau": mark})
    assert not Comment.objects.filter(open_reports__gt=0).exists()
