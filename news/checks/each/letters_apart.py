"""Letters in pieces (not NFC), or with the tone typed before the vowel's own mark: they look whole and are not found."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.vietnamese.letters import nfc

_MARK = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[\w\u0300-\u036f]+")


def letters_apart(text: Text) -> Iterator[Finding]:
    """Each word that one code point a letter would write otherwise."""
    for field, shown in text.worded():
        if unicodedata.is_normalized("NFC", shown) and not _MARK.search(shown):
            continue
        for found in _WORD.finditer(shown):
            whole = nfc(found[0])
            if whole != found[0].replace("ð", "đ").replace("Ð", "Đ"):
                sentence = _("Chữ “%(word)s” gõ rời dấu, tìm kiếm không thấy.") % {"word": whole}
                yield at("letters_apart", field, shown, found.span(), sentence, whole)
