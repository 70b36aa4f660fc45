"""Vietnamese text in the old encodings, made by reading the tables backwards."""

import unicodedata

from news.vietnamese.encodings import OLD_ENCODINGS
from news.vietnamese.tables import western

REPORT = """Ủy ban nhân dân huyện họp bàn về bảo vệ rừng đầu nguồn

Sáng nay, các xã ven sông đã báo cáo kết quả trồng cây, giữ đất và chăm lo đời sống của người dân sau mùa lũ.

Ông Đặng Văn Ước cho biết: “Chỗ nào nước rút thì bà con gieo ngay giống lúa mới, kịp vụ đông xuân”.
"""
_BYTES = {western(bytes([code])): code for code in range(256)}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def as_seen(text: str, encoding: str) -> str:
    """What a Western computer shows for the text in the old encoding."""
    if encoding == "Windows-1258":
        text = _tones_apart(text)
    looks: dict[str, str] = {}
    for look, letter in OLD_ENCODINGS[encoding].items():
        looks.setdefault(letter, look)
    return "".join(looks.get(letter, letter) for letter in text)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a file in the old encoding."""
    return bytes(_BYTES[sign] for sign in as_seen(text, encoding))


def writable(text: str, encoding: str) -> str:
    """The text with what the encoding cannot say put otherwise: TCVN3 lacks marked capitals, VISCII curly quotes."""
    if encoding == "VISCII":
        return text.translate(str.maketrans("“”", '""'))
    if encoding == "TCVN3 (ABC)":
        letters = set(OLD_ENCODINGS[encoding].values())
        return "".join(sign if sign in letters or sign.isascii() else sign.lower() for sign in text)
    return text


def _tones_apart(text: str) -> str:
    """Windows-1258 writes â as one sign and the tone after it as another."""
    apart = []
    for letter in text:
        signs = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))
        apart.append(vowel + "".join(sign for sign in signs if sign in _TONES))
    return "".join(apart)
