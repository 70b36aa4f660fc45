"""The code tables of Vietnam's old encodings, as what a computer set to Western European (Windows-1252) shows for them.

Each table maps that look (one character, in VNI also two) to the Vietnamese letter: in TCVN3 "©" is â, in VNI "aâ" is â.
So one table reads a file's bytes and also text that was pasted with the wrong letters.
"""

from collections.abc import Iterator

from news.vietnamese.letters import nfc

Table = dict[str, str]

_TONES = "\u0301\u0300\u0309\u0303\u0323"  # sắc, huyền, hỏi, ngã, nặng: the order of VNI's marks below


def western(raw: bytes) -> str:
    """The bytes as a Western computer shows them; the five that Windows-1252 leaves open stay control characters."""
    return raw.decode("latin-1").translate(_WINDOWS_1252)


def _windows_1252() -> Iterator[tuple[int, str]]:
    for code in range(0x80, 0xA0):
        yield code, bytes([code]).decode("windows-1252", errors="ignore") or chr(code)


_WINDOWS_1252 = dict(_windows_1252())


def _from_rows(rows: dict[int, str]) -> Table:
    """A table of single bytes from rows of letters that follow one another from a first code on."""
    return {
        western(bytes([first + place])): letter
        for first, letters in rows.items()
        for place, letter in enumerate(letters)
    }


def _windows_1258() -> Iterator[tuple[str, str]]:
    """Python knows this one; its tones are characters of their own that nfc() joins to the vowel."""
    for code in range(0x80, 0x100):
        letter = bytes([code]).decode("windows-1258", errors="ignore")
        if letter and not "\x80" <= letter < "\xa0":
            yield western(bytes([code])), letter


def _vni() -> Iterator[tuple[str, str]]:
    """Vowel + mark, in two bytes; đ, ơ, ư and the marked i have one. The mark may be small after a capital."""
    yield from zip("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ", strict=True)
    for vowels, own_mark, marks in (("aeouyôö", "", "ùøûõï"), ("aeo", "\u0302", "áàåãä"), ("a", "\u0306", "éèúüë")):
        for vowel in vowels + vowels.upper():
            letter = vowel.translate(_VNI_HORNS) + own_mark
            for mark, tone in zip(marks, _TONES, strict=True):
                yield from ((vowel + look, nfc(letter + tone)) for look in (mark, mark.upper()))
    for vowel, mark, letter in zip("aeoaAEOA", "âââêÂÂÂÊ", "âêôăÂÊÔĂ", strict=True):
        yield from ((vowel + look, letter) for look in (mark.lower(), mark.upper()))


_VNI_HORNS = str.maketrans("ôöÔÖ", "ơưƠƯ")

TCVN3: Table = (
    _from_rows(  # TCVN 5712:1993, VN3, the .VnTime fonts: capitals with a tone have a font of their own, not a code
        {
            0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
            0xB5: "àảãáạ",
            0xBB: "ằẳẵắ",
            0xC6: "ặầẩẫấậè",
            0xCE: "ẻẽéẹềểễếệìỉ",
            0xDC: "ĩíịò",
            0xE1: "ỏõóọồổỗốộờởỡớợù",
            0xF1: "ủũúụừửữứựỳỷỹýỵ",
        }
    )
)
VISCII: Table = _from_rows(  # RFC 1456, section 3
    {
        0x02: "Ẳ",
        0x05: "ẴẪ",
        0x14: "Ỷ",
        0x19: "Ỹ",
        0x1E: "Ỵ",
        0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
        0xA0: "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
        0xC0: "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư",
        0xE0: "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    }
)
WINDOWS_1258: Table = dict(_windows_1258())
VNI: Table = dict(_vni())
