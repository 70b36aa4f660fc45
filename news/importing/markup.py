"""The HTML that comes out of a Word document, cut into its blocks."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from news.importing.blocks import Block
from news.vietnamese.plain import clean_line

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset({"img", "br", "hr"})
_SPACED = frozenset({"p", "li", "td", "th", "tr", "br"})  # a word ends where one of these begins


def blocks_of(html: str, letters: Callable[[str], str]) -> list[Block]:
    """The top-level elements that show something, with `letters` applied to each piece of text."""
    parser = _BlockParser(letters)
    parser.feed(html)
    parser.close()
    return [block for block in parser.blocks if block.text or "<img" in block.html]


class _BlockParser(HTMLParser):
    def __init__(self, letters: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.letters = letters
        self.blocks: list[Block] = []
        self.open_tags: list[str] = []
        self.html: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.html.append(self.get_starttag_text() or "")
        if tag in _SPACED:
            self.text.append(" ")
        if tag not in _VOID:
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:  # the parser ends <br /> as well
            return
        self.html.append(f"</{tag}>")
        self.open_tags.pop()
        if not self.open_tags:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        piece = self.letters(data.replace("\N{NO-BREAK SPACE}", " "))
        self.html.append(escape(piece, quote=False))
        self.text.append(piece)

    def _end_block(self, tag: str) -> None:
        self.blocks.append(Block(clean_line("".join(self.text)), "".join(self.html).strip(), tag in _LINES))
        self.html, self.text = [], []
