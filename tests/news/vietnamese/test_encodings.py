import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.vietnamese.encodings import OLD_ENCODINGS, UnknownEncoding, decode, mend
from news.vietnamese.letters import nfc
from tests.news.vietnamese.old_texts import REPORT, as_seen, encoded, writable

WORDS = sorted(set(REPORT.split()))
every_old_encoding = pytest.mark.parametrize("encoding", OLD_ENCODINGS)


@every_old_encoding
def test_a_report_comes_back_word_for_word(encoding):
    report = writable(REPORT, encoding)
    decoded = decode(encoded(report, encoding))
    assert (decoded.text, decoded.encoding) == (report, encoding)


@every_old_encoding
def test_a_headline_alone_is_enough_to_recognise_the_encoding(encoding):
    headline = writable(REPORT.split("\n")[0], encoding)
    assert decode(encoded(headline, encoding)).text == headline


@every_old_encoding
@given(words=st.lists(st.sampled_from(WORDS), min_size=12, max_size=60))
def test_any_words_come_back_or_are_refused_but_never_change(encoding, words):
    text = writable(" ".join(words), encoding)
    with suppress(UnknownEncoding):  # the same few words over and over may fit two encodings
        assert decode(encoded(text, encoding)).text == text


@every_old_encoding
def test_every_letter_of_the_table_can_be_read(encoding):
    letters = [letter for letter in OLD_ENCODINGS[encoding].values() if unicodedata.category(letter) != "Mn"]
    text = REPORT + "".join(letters)
    text = writable(text, encoding)
    assert decode(encoded(text, encoding)).text == nfc(text)


@every_old_encoding
def test_text_pasted_with_the_wrong_letters_is_made_readable(encoding):
    report = writable(REPORT, encoding)
    mended = mend(as_seen(report, encoding))
    assert mended is not None
    assert (mended.text, mended.encoding) == (report, encoding)


@pytest.mark.parametrize(
    ("pasted", "meant", "encoding"),
    [
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân", "TCVN3 (ABC)"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam", "TCVN3 (ABC)"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", "TCVN3 (ABC)"),
        ("Uûy ban nhaân daân", "Ủy ban nhân dân", "VNI"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "VNI"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "VNI"),
    ],
)
def test_well_known_lines_of_old_documents(pasted, meant, encoding):
    mended = mend(pasted)
    assert mended is not None
    assert (mended.text, mended.encoding) == (meant, encoding)
    assert decode(pasted.encode("utf-8")).text == meant
    assert decode(pasted.encode("windows-1252")).text == meant


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_files_of_every_kind_give_the_same_text(encoding, form):
    assert decode(unicodedata.normalize(form, REPORT).encode(encoding)).text == REPORT


def test_utf_16_of_either_byte_order_is_told_by_its_mark():
    assert decode(b"\xfe\xff" + REPORT.encode("utf-16-be")).text == REPORT
    assert decode(b"\xff\xfe" + REPORT.encode("utf-16-le")).text == REPORT


@pytest.mark.parametrize(
    "text",
    ["", "Plain English", "Été à la façon d'un hôtel où l'élève rêve", "日本語のテキスト", "Hà Nội", "20 °C – 5 €"],
)
def test_unicode_text_that_is_not_vietnamese_stays_as_it_is(text):
    assert decode(text.encode()).text == text


NOT_VIETNAMESE = {
    "every-byte": bytes(range(256)),
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xee",
    "utf-16-unmarked": "Không có dấu thứ tự byte".encode("utf-16-le"),
    "bad-utf-8": b"\xef\xbb\xbf\xff\xfe\xfd",
    "bad-utf-16": b"\xff\xfe\x00",
    "nul": "văn bản\0nhị phân".encode(),
    "shift-jis": "日本語のテキストです。これは試験です。".encode("shift-jis"),
    "iso-2022-jp": "日本語のテキスト".encode("iso2022-jp"),
    "french": "Les élèves français ont été à la fête là où l'été dès près".encode("latin-1"),
    "spanish": "Señor, el niño está aquí más allá y también según él".encode("latin-1"),
    "german": "Schöne Grüße für die Übung über Österreich".encode("latin-1"),
    "russian": "Привет, как дела сегодня вечером".encode("windows-1251"),
    "damaged-utf-8": "Một tệp UTF-8 bị hỏng ở giữa chừng".encode().replace("ệ".encode(), b"\xe1\xbb"),
}


@pytest.mark.parametrize("raw", NOT_VIETNAMESE.values(), ids=NOT_VIETNAMESE)
def test_what_is_no_vietnamese_text_is_refused(raw):
    with pytest.raises(UnknownEncoding, match="UTF-8"):
        decode(raw)


def test_too_few_words_are_not_guessed_at():
    with pytest.raises(UnknownEncoding):
        decode(encoded("bé", "TCVN3 (ABC)"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw):
    with suppress(UnknownEncoding):
        assert unicodedata.is_normalized("NFC", decode(raw).text)


@given(st.text(max_size=200))
def test_unicode_text_is_never_refused_unless_it_holds_binary(text):
    if not set("\0\x1b") & set(text) and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == nfc(text)
