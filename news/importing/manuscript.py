"""What a file is made of, and what we make of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from news.importing.blocks import Block, Picture
from news.importing.furniture import without_comment_form
from news.importing.signing import sign_off

LONGEST_HEADLINE = 200  # characters, as the article's own field
LONGEST_STANDFIRST = 1000


class Unreadable(Exception):
    """The file can't be made an article; the message tells the person why and what to do."""


@dataclass(frozen=True)
class Manuscript:
    """An article as a file tells it."""

    headline: str
    standfirst: str
    body: str  # HTML, not yet cleaned
    byline: str = ""
    source_line: str = ""
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()  # sentences for the editor: what was understood, what was left out


def understand(blocks: Sequence[Block], pictures: Sequence[Picture] = (), notes: Sequence[str] = ()) -> Manuscript:
    """Headline, standfirst, body, then who wrote it. Raises Unreadable if there are too few blocks or the first are too long."""
    blocks, left_out = without_comment_form(blocks)
    headline, standfirst, rest = _opening(blocks)
    paragraphs, signature = sign_off(rest)
    if left_out:
        notes = [
            *notes,
            _("Đã bỏ phần bình luận của trang web ở cuối tệp (%(count)d đoạn).") % {"count": len(left_out)},
        ]
    if not paragraphs:
        notes = [*notes, _("Bài chưa có nội dung sau sapo.")]
    return Manuscript(
        headline=headline,
        standfirst=standfirst,
        body="\n".join(block.html for block in paragraphs),
        byline=signature.byline,
        source_line=signature.source_line,
        pictures=tuple(pictures),
        notes=tuple(notes),
    )


def _opening(blocks: Sequence[Block]) -> tuple[str, str, list[Block]]:
    """Headline, standfirst, and the blocks after them; pictures that stood before, between or inside open the body."""
    texts = [block for block in blocks if block.text]
    if not texts:
        raise Unreadable(_("Tệp không có chữ nào."))
    if len(texts) < 2:
        raise Unreadable(_("Tệp chỉ có một đoạn. Cần ít nhất tít và sapo, cách nhau bằng một dòng trống."))
    headline, standfirst = texts[:2]
    if not headline.is_line or not standfirst.is_line:
        raise Unreadable(_("Hai đoạn đầu của tệp phải là tít và sapo, không phải danh sách hay bảng."))
    _refuse_long(_("tít"), headline.text, LONGEST_HEADLINE)
    _refuse_long(_("sapo"), standfirst.text, LONGEST_STANDFIRST)
    rest = [[block] if block is not headline and block is not standfirst else block.pictures() for block in blocks]
    return headline.text, standfirst.text, list(chain.from_iterable(rest))


def _refuse_long(part: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise Unreadable(
            _(
                "Đoạn “%(start)s…” dài %(length)d ký tự, không thể là %(part)s (tối đa %(longest)d). Hãy tách đoạn rồi nhập lại."
            )
            % {"start": text[:40], "length": len(text), "part": part, "longest": longest}
        )
