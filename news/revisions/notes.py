"""Changes that are no change of words, said in words: emphasis, links, kinds of blocks, photos."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.revisions.blocks import Block
from news.revisions.pieces import Kind, Piece
from news.revisions.words import Look, Word

MOST_NOTES = 12  # of one block; more would bury its words
QUOTED = 60  # letters of the words that a note is about

BLOCK_NAMES: dict[str, Promise] = {
    "p": gettext_lazy("đoạn văn"),
    "h2": gettext_lazy("tít phụ"),
    "h3": gettext_lazy("tít phụ nhỏ"),
    "ul": gettext_lazy("mục gạch đầu dòng"),
    "ol": gettext_lazy("mục đánh số"),
    "row": gettext_lazy("hàng trong bảng"),
    "caption": gettext_lazy("tên bảng"),
    "figcaption": gettext_lazy("chú thích"),
    "photo": gettext_lazy("ảnh"),
    "embed": gettext_lazy("nội dung nhúng"),
    "rule": gettext_lazy("đường kẻ ngang"),
}
CONTAINER_NAMES: dict[str, Promise] = {
    "ul": gettext_lazy("trong danh sách"),
    "ol": gettext_lazy("trong danh sách đánh số"),
    "blockquote": gettext_lazy("trong trích dẫn"),
    "aside": gettext_lazy("trong hộp"),
    "table": gettext_lazy("trong bảng"),
    "thead": gettext_lazy("trong đầu bảng"),
}
_EMPHASIS: dict[str, tuple[Promise, Promise]] = {
    "strong": (gettext_lazy("định dạng: thêm in đậm"), gettext_lazy("định dạng: bỏ in đậm")),
    "em": (gettext_lazy("định dạng: thêm in nghiêng"), gettext_lazy("định dạng: bỏ in nghiêng")),
    "sup": (gettext_lazy("định dạng: thêm chỉ số trên"), gettext_lazy("định dạng: bỏ chỉ số trên")),
    "sub": (gettext_lazy("định dạng: thêm chỉ số dưới"), gettext_lazy("định dạng: bỏ chỉ số dưới")),
}


def block_name(block: Block) -> str:
    """What the block is and where it stands: “đoạn văn trong trích dẫn”."""
    kind = block.inside[-1] if block.kind == "li" and block.inside else block.kind
    outer = [tag for tag in block.inside if tag != "tbody"]
    if block.kind in ("li", "caption") or (block.kind == "row" and "thead" not in outer):
        outer = outer[:-1]
    elif block.kind == "row":
        outer = [tag for tag in outer if tag != "table"]
    return " ".join([str(BLOCK_NAMES.get(kind, kind)), *(str(CONTAINER_NAMES[tag]) for tag in reversed(outer))])


def notes(before: Block, after: Block, pieces: Sequence[Piece]) -> list[str]:
    """What changed between two versions of a block besides its words, at most MOST_NOTES sentences."""
    found = list(islice(chain(_of_the_block(before, after), _of_the_looks(pieces)), MOST_NOTES + 1))
    if len(found) > MOST_NOTES:
        found[MOST_NOTES - 1 :] = [_("và những thay đổi định dạng khác")]
    return found


def _of_the_block(before: Block, after: Block) -> Iterator[str]:
    if (before.kind, before.inside) != (after.kind, after.inside):
        yield _("định dạng: %(before)s đổi thành %(after)s") % _both(block_name(before), block_name(after))
    if before.kind == after.kind == "photo":
        yield from _of_the_photo(before, after)
    if before.facts.get("start") != after.facts.get("start"):
        places = _both(before.facts.get("start", "1"), after.facts.get("start", "1"))
        yield _("danh sách: số bắt đầu đổi từ %(before)s sang %(after)s") % places
    if before.facts.get("cells", "") != after.facts.get("cells", "") and before.kind == after.kind:
        yield _("bảng: cách chia ô hoặc ô tiêu đề thay đổi")


def _of_the_photo(before: Block, after: Block) -> Iterator[str]:
    if before.facts["picture"] != after.facts["picture"]:
        same = _photo_key(before) == _photo_key(after)
        yield _("ảnh: đổi cỡ hoặc cách cắt") if same else _("ảnh: thay bằng ảnh khác")
    if before.facts["alternative"] != after.facts["alternative"]:
        words = _both(before.facts["alternative"], after.facts["alternative"])
        yield _("ảnh: chữ thay ảnh đổi từ “%(before)s” sang “%(after)s”") % words
    if before.letters != after.letters:
        yield _("ảnh: chú thích thay đổi")


def _photo_key(block: Block) -> str:
    return block.facts["picture"].rpartition("/")[0]


def _of_the_looks(pieces: Sequence[Piece]) -> Iterator[str]:
    """A note for each stretch of words that stayed and look otherwise."""
    for piece in pieces:
        if piece.kind == Kind.SAME and piece.before is not piece.after:
            together = zip(piece.before, piece.after, strict=True)
            for change, stretch in groupby(together, key=_change_of_look):
                if change:
                    words = _quoted([after for _before, after in stretch])
                    yield from (f"{sentence} {words}" for sentence in _sentences(*change))


def _change_of_look(pair: tuple[Word, Word]) -> tuple[Look, Look] | None:
    before, after = pair
    return None if before.parts == after.parts else (_look(before), _look(after))


def _look(word: Word) -> Look:
    """How the word looks: everything that any of its letters has."""
    looks = [look for _letters, look in word.parts]
    return Look(
        frozenset[str]().union(*(look.emphasis for look in looks)),
        next((look.address for look in looks if look.address), ""),
        next((look.title for look in looks if look.title), ""),
    )


def _sentences(before: Look, after: Look) -> Iterator[str]:
    if before == after:
        yield _("định dạng: đổi một phần của từ ở")
    for tag, (added, dropped) in _EMPHASIS.items():
        if (tag in before.emphasis) != (tag in after.emphasis):
            yield str(added if tag in after.emphasis else dropped)
    if before.address != after.address:
        yield _link(before.address, after.address)
    elif before.title != after.title:
        yield _("liên kết: lời nhắc đổi từ “%(before)s” sang “%(after)s” ở") % _both(before.title, after.title)


def _link(before: str, after: str) -> str:
    if not before:
        return _("liên kết: thêm liên kết tới %(after)s ở") % {"after": after}
    if not after:
        return _("liên kết: bỏ liên kết tới %(before)s ở") % {"before": before}
    return _("liên kết đổi từ %(before)s sang %(after)s ở") % _both(before, after)


def _quoted(words: Sequence[Word]) -> str:
    text = "".join(_spoken(word) + (word.space and " ") for word in words).strip()
    return f"“{text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + '…'}”"


def _spoken(word: Word) -> str:
    return "".join(letters for letters, _look in word.parts) or " "


def _both(before: str, after: str) -> dict[str, str]:
    return {"before": before, "after": after}
