"""Words that were typed while the typing program was off."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.vietnamese.typing import typed_out

_WORD = re.compile(r"(?<![\w./@-])[A-Za-z][a-z0-9]{2,9}(?![\w/@]|[.-]\w)")


def typing_leftovers(text: Text) -> Iterator[Finding]:
    """Each word that can only be Telex or VNI; one with a capital may still be a name, so that a person decides."""
    for field, shown in text.worded():
        for found in _WORD.finditer(shown):
            if meant := typed_out(found[0]):
                sentence = _("“%(word)s” hình như là “%(meant)s” gõ khi bộ gõ tắt.")
                words = sentence % {"word": found[0], "meant": meant}
                yield at("typing_leftovers", field, shown, found.span(), words, meant if found[0].islower() else None)
