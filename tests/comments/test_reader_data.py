"""A reader asks what is kept, or wants it gone: one command."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from comments import editing, privacy
from comments.models import Ban, Comment, Discussion, Like, Reason, Report, Sender, State
from comments.moderation import counts, decisions, second_look
from comments.moderation.bans.keeping import lift
from news.models import AuditEntry, CommentPolicy
from news.roles import MODERATOR
from tests.comments.moderation.bans.banning import banned
from tests.comments.sending import send, set_policy
from tests.comments.test_privacy import everything_stored
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

EMAIL = "lan@example.vn"


def run(*options: str, email: str = EMAIL) -> dict:
    told = StringIO()
    call_command("reader_data", "--email", email, *options, stdout=told)
    return json.loads(told.getvalue())


def code(*options: str, email: str = EMAIL) -> tuple[int, str]:
    with pytest.raises(CommandError) as error:
        run(*options, email=email)
    return error.value.returncode, str(error.value)


def erase(*options: str) -> dict:
    return run("--erase", "--yes", *options)["erased"]


def published(**changes: object) -> Comment:
    """Sent through the form and shown at once, with an address."""
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    assert send(article, **{"name": "Phạm Lan", "email": EMAIL, **changes}).status_code == 303
    return Comment.objects.get(article=article)


def page(comment: Comment) -> str:
    return Client().get(comment.article.get_absolute_url()).text


def test_everything_kept_about_an_address_is_told():
    comment = published(text="Lời đầu tiên của tôi")
    editing.edit(comment, "Lời sau của tôi", "Phạm Lan", 0)
    moderator = UserFactory(role=MODERATOR, display_name="Người Duyệt Bí Mật")
    decisions.reject(Comment.objects.get(), moderator, Reason.OFF_TOPIC)
    second_look.ask(Comment.objects.get(), "Xin đọc lại")
    CommentFactory(name="Người khác", email="khac@example.vn")
    told = run()
    [one] = told["comments"]
    kept = Comment.objects.get(pk=comment.pk)
    assert one["number"] == comment.pk and one["article"]["headline"] == comment.article.headline
    assert (one["name"], one["email"], one["text"]) == ("Phạm Lan", EMAIL, "Lời sau của tôi")
    assert (one["state"], one["address_hash"]) == (State.WAITING, kept.address_hash)
    assert [each["text"] for each in one["wordings"]] == ["Lời đầu tiên của tôi"]
    assert one["second_look"]["words"] == "Xin đọc lại"
    assert [(each["before"], each["after"]) for each in one["decisions"]] == [
        (State.REJECTED, State.WAITING),
        (State.APPROVED, State.REJECTED),
    ]
    assert [each["address_hash"] for each in told["senders"]] == [kept.address_hash]
    as_text = json.dumps(told, ensure_ascii=False)
    assert not any(hidden in as_text for hidden in ("Bí Mật", moderator.username, kept.token, "Người khác"))


def test_likes_and_reports_from_their_addresses_are_told_as_well():
    mine = published(text="Của tôi.")
    other = ApprovedCommentFactory(article=mine.article)
    address = Comment.objects.get(pk=mine.pk).address_hash
    Like.objects.create(comment=other, address_hash=address, at=timezone.now())
    Report.objects.create(comment=other, reason="offensive", words="Chửi tục", address_hash=address, at=timezone.now())
    Like.objects.create(comment=mine, address_hash="b" * 64, at=timezone.now())
    kept = run()
    assert [one["comment"] for one in kept["likes"]] == [other.pk]
    assert [(one["reason"], one["words"]) for one in kept["reports"]] == [("offensive", "Chửi tục")]


def test_an_article_that_readers_cannot_see_is_not_named():
    comment = CommentFactory(email=EMAIL)
    comment.article.expires_at = timezone.now() - timedelta(hours=1)
    comment.article.published_at = timezone.now() - timedelta(hours=2)
    comment.article.save()
    assert run()["comments"][0]["article"] == {"number": comment.article_id}


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("lan@example.vn", "  LAN@Example.VN "),
        ("Lan@EXAMPLE.vn", "lan@example.vn"),
        ("lan@VÍ-DỤ.vn", "lan@ví-dụ.VN"),
    ],
)
def test_an_address_matches_in_capitals_and_small_letters(stored, asked):
    CommentFactory(email=stored)
    assert len(run(email=asked)["comments"]) == 1


@pytest.mark.parametrize(
    "asked", ["lan@example.com", "la@example.vn", "an@example.vn", "l_n@example.vn", "lan+1@example.vn"]
)
def test_an_address_of_which_nothing_is_kept_is_said_so(asked):
    CommentFactory(email=EMAIL)
    CommentFactory(email="")
    assert code(email=asked) == (1, "Không giữ gì về địa chỉ này.")
    assert code("--erase", "--yes", email=asked)[0] == 1


@pytest.mark.parametrize(
    "asked", ["", "  ", "lan", "lan@", "@example.vn", "lan example@vn", "%", "lan@example.vn\0", "a" * 5000]
)
def test_what_is_no_address_is_refused(asked):
    CommentFactory(email=EMAIL)
    assert code(email=asked) == (2, "Đây không phải một địa chỉ thư điện tử.")


@pytest.mark.parametrize(
    "options", [("--erase",), ("--with-words",), ("--with-words", "--yes"), ("--erase", "--with-words")]
)
def test_erasing_must_be_said_in_full(options):
    comment = CommentFactory(email=EMAIL)
    assert code(*options)[0] == 2
    assert Comment.objects.get(pk=comment.pk).email == EMAIL and not AuditEntry.objects.exists()


def test_confirming_nothing_erases_nothing():
    CommentFactory(email=EMAIL)
    assert run("--yes")["comments"] and Comment.objects.get().email == EMAIL


def test_erased_published_comments_keep_their_words_and_lose_their_name():
    comment = published(text="Cây cầu này rất đẹp.")
    version = Discussion.objects.get().version
    assert "Phạm Lan" in page(comment)
    gone = {"contacts": 1, "senders": 1, "words": 0, "taken_back": 0, "likes": 0, "reports": 0, "bans": 0, "earlier": 0}
    assert erase() == gone
    shown = page(comment)
    assert "Cây cầu này rất đẹp." in shown and "Phạm Lan" not in shown
    assert f'<b class="comment-name" dir="auto">{privacy.NO_NAME}</b>' in shown
    assert Discussion.objects.get().version == version + 1 and Discussion.objects.get().approved_count == 1
    stored = everything_stored()
    assert not any(
        left in stored for left in (EMAIL, "Phạm Lan", "pham lan", comment.address_hash, comment.fingerprint)
    )
    assert code()[0] == 1


def test_with_words_published_and_waiting_ones_are_taken_back_by_the_rules():
    comment = published(text="Cây cầu này rất đẹp.")
    waiting = CommentFactory(article=comment.article, email=EMAIL, text="Tôi còn chờ đây")
    other = ApprovedCommentFactory(article=comment.article, parent=comment)
    decisions.feature(comment, None)
    counts.recount(comment.article_id)
    gone = {"contacts": 2, "senders": 1, "words": 2, "taken_back": 2, "likes": 0, "reports": 0, "bans": 0, "earlier": 0}
    assert erase("--with-words") == gone
    assert "Cây cầu" not in page(comment) and other.text in page(comment)
    discussion = Discussion.objects.get()
    assert (discussion.approved_count, discussion.waiting_count) == (1, 0)
    assert [one.after for one in Comment.objects.get(pk=waiting.pk).decisions.all()] == [State.TAKEN_BACK]
    assert not any(left in everything_stored() for left in ("Cây cầu", "cay cau", "Tôi còn chờ", EMAIL))
    receipt = Client().get(comment.receipt_url()).text
    assert "Bạn đã rút lại bình luận" in receipt and "Tên và lời bình luận đã được xóa vào" in receipt
    assert "sau 0 ngày" not in receipt


def test_what_waits_goes_on_waiting_without_a_name():
    comment = CommentFactory(email=EMAIL, name="Phạm Lan", text="Tôi còn chờ đây")
    counts.recount(comment.article_id)
    erase()
    kept = Comment.objects.get()
    assert (kept.state, kept.name, kept.text) == (State.WAITING, privacy.NO_NAME, "Tôi còn chờ đây")
    decisions.approve(kept, None)
    assert "Tôi còn chờ đây" in page(comment)


@pytest.mark.parametrize("state", [State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_words_that_nobody_sees_go_at_once(state):
    CommentFactory(
        email=EMAIL, state=state, text=f"Viết cho tôi: {EMAIL}", opinions=[{"phase": "links", "matched": [EMAIL]}]
    )
    assert erase()["words"] == 1
    assert EMAIL not in everything_stored()


def test_earlier_wordings_of_a_published_comment_go_with_the_name():
    comment = published(text="Lời đầu tiên của tôi")
    editing.edit(comment, "Lời sau của tôi", "Phạm Lan", 0)
    erase()
    assert "Lời đầu tiên" not in everything_stored() and "Lời sau của tôi" in page(comment)


def test_others_from_the_same_household_keep_theirs():
    comment = published()
    send(comment.article, text="Tôi là người khác trong nhà.", email="khac@example.vn")
    assert erase()["senders"] == 0
    other = Comment.objects.get(email="khac@example.vn")
    assert other.name == "Trần Bạn Đọc" and Sender.objects.get().address_hash == other.address_hash


def test_the_log_of_the_desk_keeps_that_it_was_done_and_not_for_whom():
    published()
    erase()
    entry = AuditEntry.objects.get(act="comments.reader_erased")
    gone = {"contacts": 1, "senders": 1, "words": 0, "taken_back": 0, "likes": 0, "reports": 0, "bans": 0, "earlier": 0}
    assert entry.details == gone
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    log = client.get("/toa-soan/nhat-ky/")
    assert log.status_code == 200 and "xóa dữ liệu của một bạn đọc theo yêu cầu" in log.text and EMAIL not in log.text


def test_what_is_changed_after_that_is_erased_again_by_its_date():
    comment = published()
    erase()
    editing.edit(Comment.objects.get(pk=comment.pk), "Lời sau của tôi", "Lan Phạm", 0)
    assert Comment.objects.get().fingerprint
    assert privacy.erase_due(timezone.now() + timedelta(days=91)).contacts == 1
    assert Comment.objects.get().fingerprint == ""


def test_what_is_deleted_at_the_desk_leaves_no_words_in_any_log():
    comment = CommentFactory(email=EMAIL, name="Phạm Lan", text="Xin xóa lời này")
    counts.recount(comment.article_id)
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    answer = client.post(f"/toa-soan/comments/comment/{comment.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 302 and not Comment.objects.exists()
    entry = AuditEntry.objects.get(act="comments.deleted")
    assert entry.details == {"number": comment.pk} and entry.by_id
    client.get("/toa-soan/")  # the message of what was done has been read
    assert not any(left in everything_stored() for left in ("Phạm Lan", "Xin xóa", EMAIL))


def test_bans_are_told_and_only_those_that_ended_are_forgotten():
    comment = CommentFactory(email=EMAIL)
    holds, ended = (banned(name="Nguyễn Văn Tèo", note=note, comment=comment) for note in ("Chửi tục", "Quảng cáo"))
    by_email = banned(email=f" {EMAIL.upper()}", note="Vay tiền")
    banned(name="Lê Thị Hoa", note="Người khác")
    lift(ended, None)
    assert [ban["note"] for ban in run()["bans"]] == ["Chửi tục", "Quảng cáo", "Vay tiền"]
    assert erase()["bans"] == 1
    assert [bool(Ban.objects.get(pk=ban.pk).erased_at) for ban in (holds, ended, by_email)] == [False, True, False]
