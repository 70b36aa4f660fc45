import hashlib

import pytest

from news.importing import Unreadable, digest, read
from tests.news.importing.documents import OPENING, document, saved

TEXT = "\n\n".join([*OPENING, "Một đoạn."]).encode()
WORD = saved(document(*OPENING, "Một đoạn."))


@pytest.mark.parametrize("name", ["bai.txt", "bai.docx", "bai", ""])
@pytest.mark.parametrize("raw", [TEXT, WORD], ids=["text", "word"])
def test_the_content_tells_what_a_file_is_not_its_name(raw, name):
    assert read(raw, name).headline == OPENING[0]


def test_a_text_that_is_named_like_a_word_document_is_pointed_out():
    assert any("đuôi Word" in note for note in read(TEXT, "Bai.DOCX").notes)
    assert not any("đuôi Word" in note for note in read(TEXT, "bai.txt").notes)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "trống"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"\.doc\b"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "bảng mã"),
        (b"PK\x03\x04rubbish", "hỏng"),
    ],
)
def test_files_of_other_kinds_are_refused_with_what_to_do(raw, reason):
    with pytest.raises(Unreadable, match=reason):
        read(raw, "bai.docx")


def test_the_digest_is_the_sha_256_of_the_bytes():
    assert digest(TEXT) == hashlib.sha256(TEXT).hexdigest()
    assert digest(TEXT) != digest(WORD)
