"""What each phase says of a comment's words."""

import pytest
from django.utils import timezone

from comments.models import Action, Reason, State
from comments.moderation import pipeline
from comments.moderation.phases.bank_accounts import bank_accounts
from comments.moderation.phases.blocked_words import blocked_words
from comments.moderation.phases.hidden_numbers import hidden_numbers
from comments.moderation.phases.links import links
from comments.moderation.phases.personal_data import personal_data
from comments.moderation.phases.shouting import shouting
from comments.moderation.phases.unreadable import unreadable
from comments.moderation.submission import Submission, Words
from comments.moderation.words.entries import Entry
from comments.moderation.words.matcher import Matcher
from news.models import Article, CommentPolicy

LIST = Matcher(
    [
        Entry("khốn nạn", action=Action.REJECT),
        Entry("nhà cái uy tín", action=Action.SPAM, reason=Reason.ADVERTISING),
        Entry("tài xỉu", action=Action.WAIT, reason=Reason.ILLEGAL),
    ]
)


def submission(text: str, name: str = "Lan", policy=CommentPolicy.PRE) -> Submission:
    return Submission(Article(), policy, Words(text=text, name=name), (), timezone.now(), LIST)


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        ("đồ kh0n nạn", State.REJECTED, Reason.OFFENSIVE),
        ("n.h.à c.á.i u.y t.í.n", State.SPAM, Reason.ADVERTISING),
        ("nhà cái uy tín, khốn nạn", State.SPAM, Reason.ADVERTISING),
    ],
)
def test_blocked_words_decide(text, state, reason):
    verdict = blocked_words(submission(text))
    assert (verdict.state, verdict.reason) == (state, reason)
    assert verdict.told and verdict.advice and verdict.matched[0] in text


def test_blocked_words_are_found_in_names_too():
    assert blocked_words(submission("Bài hay", name="Khốn Nạn")).state == State.REJECTED


@pytest.mark.parametrize("policy", [CommentPolicy.PRE, CommentPolicy.POST])
def test_watched_words_wait_with_a_mark_also_where_comments_show_at_once(policy):
    verdict, opinions = pipeline.decide(submission("chơi t.à.i x.ỉ.u", policy=policy))
    assert (verdict.state, verdict.reason, verdict.matched) == (State.WAITING, Reason.ILLEGAL, ("t.à.i x.ỉ.u",))
    assert opinions[-1]["phase"] == "watched_words"
    assert "tách rời chữ" in opinions[-1]["told"]


@pytest.mark.parametrize(
    "text",
    [
        "gọi không chín ba bốn năm sáu bảy tám chín hai nhé",
        "khong chin mot hai ba bon nam sau bay tam",
        "lh 0 chín 1 hai ba bốn 5 sáu bảy 8",
        "gọi O9l2 345 67O nha",
        "không chín ba. bốn năm sáu. bảy tám chín hai",
    ],
)
def test_numbers_in_words_are_spam(text):
    verdict = hidden_numbers(submission(text))
    assert (verdict.state, verdict.reason) == (State.SPAM, Reason.ADVERTISING)
    assert verdict.matched[0] in text


@pytest.mark.parametrize(
    "text",
    [
        "một hai ba bốn năm sáu bảy tám chín mười",
        "không, năm sau bảy đứa sẽ thi",
        "0912345678",
        "ba không: không nói, không biết, không nghe",
        "năm 2025, 2026 và 2027",
    ],
)
def test_counting_is_no_hidden_number(text):
    assert hidden_numbers(submission(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "gọi 0912345678",
        "0912.345.678",
        "+84 912 345 678",
        "024 3825 0000",
        "số 001203004567",
        "cmnd 123456789",
        "thư lan@example.vn",
    ],
)
def test_personal_data_waits(text):
    verdict = personal_data(submission(text))
    assert (verdict.state, verdict.reason) == (State.WAITING, Reason.PERSONAL)


@pytest.mark.parametrize(
    "text", ["ngày 02/09/1945 và 30/04/1975", "1.234.567.890 đồng", "điện 110 kV", "bài số 123456789", "2026-11-27"]
)
def test_other_numbers_are_no_personal_data(text):
    assert personal_data(submission(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "STK 0123456789 Vietcombank",
        "ủng hộ VCB 00112233",
        "số tài khoản: 1903 4567 8901 23",
        "techcombank của em 19034567890",
    ],
)
def test_bank_accounts_wait(text):
    assert bank_accounts(submission(text)).state == State.WAITING


@pytest.mark.parametrize("text", ["Vietcombank lãi 5 tỉ", "tài khoản mạng xã hội 2 triệu người", "cổ phiếu VCB tăng"])
def test_banks_without_a_number_are_news(text):
    assert bank_accounts(submission(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "xem https://x.example/a?b=1",
        "vào www.abc.xyz",
        "kiem-tien.top nhé",
        "abc chấm com",
        "abc [dot] net",
        "kết bạn zalo em nha",
        "ib telegram",
        "Zalo: em Lan",
    ],
)
def test_links_and_lures_wait(text):
    verdict = links(submission(text))
    assert (verdict.state, verdict.reason) == (State.WAITING, Reason.ADVERTISING)


@pytest.mark.parametrize("text", ["Zalo bị lỗi cả ngày", "Hay quá.Cảm ơn báo", "v.v. và v.v.", "TP.HCM", "3.5 triệu"])
def test_talk_is_no_link(text):
    assert links(submission(text)) is None


@pytest.mark.parametrize(
    "text",
    ["CÁC ÔNG LÀM ĂN KIỂU GÌ MÀ ĐỂ DÂN KHỔ THẾ NÀY", "hayyyyyyyyyyyyy", "tăng tăng tăng tăng tăng tăng giá", "!" * 12],
)
def test_shouting_waits(text):
    assert shouting(submission(text)).state == State.WAITING


@pytest.mark.parametrize(
    "text", ["UBND TP.HCM", "Hayyyy quá!!!", "Tôi đọc BÁO NÀY mỗi ngày và thấy rất hay", "đi, đi, đi nào"]
)
def test_emphasis_is_no_shouting(text):
    assert shouting(submission(text)) is None


def test_heaps_of_marks_are_unreadable_and_other_scripts_are_not():
    zalgo = "".join(letter + "\u0336\u0489\u0337" for letter in "bai hay qua")
    assert unreadable(submission(zalgo)).state == State.REJECTED
    for text in ("สวัสดีครับ", "नमस्ते दुनिया", "Tiếng Việt có nhiều dấu, ế ộ ữ ặ", "e\u0323\u0302"):
        assert unreadable(submission(text)) is None


def test_words_without_end_wait():
    assert unreadable(submission("ha" * 100)).state == State.WAITING
    assert unreadable(submission("https://x.example/" + "a" * 100)) is None


def test_an_ordinary_comment_passes_every_phase():
    verdict, opinions = pipeline.decide(submission("Bài viết hay, cảm ơn tòa soạn."))
    assert verdict.state == State.WAITING and not verdict.told
    assert "told" not in opinions[-1]
