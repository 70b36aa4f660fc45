"""What the learned score makes of a comment, and why."""

import random
from time import process_time

import pytest

from comments.demo.conversations import all_conversations
from comments.moderation.learned import current, examples, training
from comments.moderation.learned.calibration import Curve, fitted
from comments.moderation.learned.examples import Example
from comments.moderation.learned.features import SIZE, features
from comments.moderation.learned.model import FORMAT, Broken, Model, unpacked
from tests.databases import once

pytestmark = once

NGU = [147941, 215019]  # where "ngu" counts, with its marks and without


@pytest.fixture(scope="module")
def model() -> Model:
    return current.of_the_house()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Thằng này ngu như bò",
        "thang nay ngu nhu bo",
        "THẰNG NÀY NGU NHƯ BÒ!!!",
        "Vay tiền nhanh, giải ngân trong ngày, liên hệ em",
        "Lũ chúng nó ăn hết tiền của dân, bắn hết đi",
        "Câm mồm đi đồ óc chó",
    ],
)
def test_words_like_those_that_are_turned_down_are_likely(model, text):
    assert model.judge(text).percent >= 90


@pytest.mark.parametrize(
    "text",
    [
        "Bài viết rất bổ ích, cảm ơn tòa soạn.",
        "Tôi không đồng ý với quyết định này, vì nó thiếu công khai.",
        "Con đường này mưa là ngập, mong thành phố sớm sửa.",
        "Chúc bác mau khỏe",
    ],
)
def test_words_like_those_that_are_shown_are_not(model, text):
    assert model.judge(text).percent <= 20


@pytest.mark.parametrize("text", ["", "😀😀😀", "....", "\u200b\u200b", "​", "🇻🇳" * 700])
def test_there_is_nothing_to_judge_where_there_is_no_syllable(model, text):
    assert model.judge(text) is None


@pytest.mark.parametrize(
    "text", ["a" * 3000, "ệ" * 3000, "đm" * 1500, "1" * 3000, "!" * 3000, "\ud800 đồ ngu", "😀 ngu"]
)
def test_endless_and_broken_words_are_judged_or_left_alone(model, text):
    judged = model.judge(text)
    assert judged is None or 0 <= judged.percent <= 100


def test_the_words_that_weighed_most_are_told_as_they_were_typed(model):
    assert "VAY TIỀN" in model.judge("Chào mọi người, VAY TIỀN ở đây").words
    told = model.judge("Thằng này ngu như bò").words
    syllables = " ".join(told).split()
    assert {"Thằng", "ngu"} <= set(syllables) and len(set(syllables)) == len(syllables)


def test_features_are_the_same_in_every_process_and_through_forms_of_letters():
    assert features("Thằng ngu").keys() == features("Th\u0061\u0306\u0300ng  NGU").keys()
    assert sorted(features("ngu")) == NGU
    assert all(0 <= place < SIZE for place in features("Thằng ngu 0912345678 !!"))


def test_a_model_goes_into_bytes_and_comes_back_the_same(model):
    packed = model.packed()
    again = unpacked(packed)
    assert len(packed) < 40_000
    assert again.judge("Thằng này ngu như bò") == model.judge("Thằng này ngu như bò")
    assert again == model


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"x",
        FORMAT,
        FORMAT + bytes(24),
        FORMAT + bytes(24) + b"not compressed",
        b"TOA0" + bytes(24),
        FORMAT + b"\xff" * 24 + b"\x78\x9c",
        FORMAT + b"\xff" * 8 * 3 + bytes(100),
    ],
)
def test_what_is_no_model_is_broken_and_nothing_worse(packed):
    with pytest.raises(Broken):
        unpacked(packed)


def test_a_cut_model_is_broken(model):
    with pytest.raises(Broken):
        unpacked(model.packed()[:-500])


def test_a_curve_turns_sums_into_shares_that_occur():
    chance = random.Random(5)
    held = [
        (margin := chance.uniform(-3, 3), chance.random() < 1 / (1 + 2.718 ** -(2 * margin - 1))) for _ in range(4000)
    ]
    curve = fitted(held)
    assert curve.slope == pytest.approx(2, abs=0.3) and curve.offset == pytest.approx(-1, abs=0.3)


@pytest.mark.parametrize("held", [[], [(1.0, True)], [(0.5, False)] * 9])
def test_a_curve_of_one_kind_is_the_plain_one(held):
    assert fitted(held) == Curve()


@pytest.mark.parametrize(
    "held", [[(0.0, True), (0.0, False)], [(5.0, False), (-5.0, True)] * 50, [(1e6, True), (-1e6, False)]]
)
def test_a_curve_never_falls(held):
    curve = fitted(held)
    assert curve.slope > 0 and 0 <= curve.probability(-1e9) <= curve.probability(1e9) <= 1


def test_the_lines_of_the_house_are_enough_for_a_useful_start():
    everything = examples.shipped()
    lines = [line for line in everything if not line.is_drill]
    assert len(lines) >= 300 and len({line.text for line in lines}) == len(lines)
    assert 0.4 < sum(line.is_refused for line in lines) / len(lines) < 0.6
    _model, figures = training.train(everything, likely=60, measure_own=False)
    assert figures.measured == len(lines)
    assert figures.precision >= 0.93 and figures.recall >= 0.6


@pytest.mark.parametrize(
    "text", ["Nhân viên ở đây thân thiện", "Thôi, không mời nữa.", "xyz không", "Anh hát chán quá"]
)
def test_weak_evidence_is_no_reason(model, text):
    assert model.judge(text).percent < 60


def test_what_readers_of_the_demo_edition_say_is_told_apart(model):
    """Written by another hand, for another purpose."""
    said = [remark.text for remarks in all_conversations().values() for remark in remarks]
    likely = [text for text in said if (judged := model.judge(text)) and judged.percent >= 60]
    assert 6 <= len(likely) <= 10 and not any("bổ ích" in text or "việt vị" in text for text in likely)


def test_the_same_words_never_teach_and_are_measured():
    same = [Example("một lời nói đúng một lần cho mỗi bên", bool(number % 2)) for number in range(40)]
    _model, figures = training.train(same, likely=50, measure_own=False)
    assert figures.measured == 40 and figures.found in (0, 20)


def test_each_training_gives_the_same_figures():
    first, second = (training.train(examples.shipped(), 70, False)[1] for _each in range(2))
    assert (first.found, first.alarms, first.missed) == (second.found, second.alarms, second.missed)


def test_syllables_that_were_never_met_say_nothing_however_rare_rejections_are():
    few = [Example(f"lời hay thứ {number}", False) for number in range(90)] + [Example("đồ tồi", True)] * 10
    counts_model, _figures = training.train(few, 70, False)
    known, unknown = counts_model.judge("lời hay"), counts_model.judge("lời hay zzzxq qqxzz")
    assert abs(known.percent - unknown.percent) <= 10


def test_a_comment_is_judged_within_a_millisecond(model):
    text = (" ".join(line.text for line in examples.shipped()))[:500]
    model.judge(text)
    started = process_time()
    for _each in range(20):
        model.judge(text)
    assert (process_time() - started) / 20 < 0.005  # 0.4 ms on a quiet machine
