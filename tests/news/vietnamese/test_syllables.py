import pytest

from news.vietnamese.syllables import is_syllable, share_of_syllables


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "gì",
        "gìn",
        "giếng",
        "yếu",
        "thuở",
        "khuya",
        "ngoằn",
        "khuỷu",
        "ươm",
        "ồ",
        "Ủy",
        "QUỐC",
        "hoà",
        "hòa",
        "đường",
        "Đường",
        "quốc",
    ],
)
def test_vietnamese_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["été", "strøm", "ngênh", "cế", "gé", "tàc", "mòp", "fô", "wă", "hôtel", "nhÂn", "ếế", "bcâ", "¶n", "nh©n"]
)
def test_what_cannot_be_spelled_in_vietnamese_is_known(word):
    assert not is_syllable(word)


def test_tcvn3_typists_mix_capitals_with_small_marked_letters():
    assert is_syllable("QUốC")


def test_a_name_from_abroad_lowers_the_share_but_a_number_does_not():
    assert share_of_syllables("Hội nghị tại Genève") == 0.75
    assert share_of_syllables("Hội nghị tại 20°C") == 1.0


def test_a_text_of_hardly_any_marked_words_tells_nothing():
    assert share_of_syllables("à la " + "carte " * 20 + "là hà") == 0.0
