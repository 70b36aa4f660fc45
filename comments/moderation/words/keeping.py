"""What may stand in the list of watched words. The only writer of WatchedWord and WordList."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Strictness, WatchedWord, WordList
from comments.models.words import LONGEST_WORD, THE_LIST, new_version
from comments.moderation.errors import NotAllowed
from comments.moderation.words.entries import syllables_of
from news.models import User
from news.vietnamese.letters import fold
from news.vietnamese.plain import clean_line, clean_text

MANY = 60  # exceptions of one word; more say that it is the wrong word
# Each of these stands in every other comment, by itself.
COMMON = frozenset((Path(__file__).parent / "data" / "common.txt").read_text("utf-8").split())
COMMON_BARE = frozenset(map(fold, COMMON))


class Unkeepable(Exception):
    """The word can't stand in the list; `field` says where what is wrong was typed, the message what it is."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def keep(word: WatchedWord, by: User | None) -> WatchedWord:
    """Add the word to the list, or change it. Raises NotAllowed, Unkeepable. None: the house itself."""
    _require(by, "change" if word.pk else "add")
    tidy(word)
    refuse_unkeepable(word)
    if not word.pk:
        word.created_by = by
    word.save()
    renew()
    return word


@transaction.atomic
def drop(word: WatchedWord, by: User | None) -> None:
    """Take the word out of the list, for good. Raises NotAllowed."""
    _require(by, "delete")
    word.delete()
    renew()


def renew(offered: list[str] | None = None) -> None:
    """Another version, in the caller's transaction: whoever sees the change sees that there is one."""
    given = {} if offered is None else {"offered": offered}
    WordList.objects.update_or_create(pk=THE_LIST, defaults={"version": new_version(), **given})


def tidy(word: WatchedWord) -> None:
    """Text and exceptions as they are compared: small letters, one space between syllables."""
    word.text = clean_line(word.text).lower()
    word.exceptions = clean_text(word.exceptions).lower()
    word.folded = fold(word.text)[: LONGEST_WORD * 2]
    word.note = clean_line(word.note)


def refuse_unkeepable(word: WatchedWord) -> None:
    """Raises Unkeepable for what is empty, too long, too common, kept already, or excepts itself."""
    syllables = syllables_of(word.text)
    if not syllables:
        raise Unkeepable("text", _("Nhập ít nhất một từ có chữ cái."))
    if len(word.text) > LONGEST_WORD:
        sentence = _("Tối đa %(longest)d ký tự; hiện có %(length)d.")
        raise Unkeepable("text", sentence % {"longest": LONGEST_WORD, "length": len(word.text)})
    _refuse_common(word, syllables)
    _refuse_exceptions(word)
    same = WatchedWord.objects.filter(folded=word.folded, section=word.section_id).exclude(pk=word.pk)
    for other in same:
        if other.text == word.text or Strictness.EXACT not in (other.strictness, word.strictness):
            raise Unkeepable(
                "text", _("Danh sách đã có “%(word)s”: bỏ dấu đi thì hai từ là một.") % {"word": other.text}
            )


def _refuse_common(word: WatchedWord, syllables: tuple[str, ...]) -> None:
    if len("".join(syllables)) < 2:
        raise Unkeepable("text", _("Một chữ cái thì có trong mọi bình luận."))
    if len(syllables) > 1:
        return
    if syllables[0] in COMMON:
        raise Unkeepable("text", _("“%(word)s” có trong hầu hết bình luận; hãy ghi cả cụm từ.") % {"word": word.text})
    if word.strictness == Strictness.FOLDED and word.folded in COMMON_BARE:
        raise Unkeepable(
            "strictness",
            _("Bỏ dấu đi thì “%(bare)s” có trong hầu hết bình luận; hãy chọn “chống lách” hoặc “đúng từng dấu”.")
            % {"bare": word.folded},
        )


def _refuse_exceptions(word: WatchedWord) -> None:
    phrases = word.innocent_phrases
    if len(phrases) > MANY:
        raise Unkeepable("exceptions", _("Tối đa %(most)d cụm từ vô can.") % {"most": MANY})
    for phrase in phrases:
        if syllables_of(phrase) == syllables_of(word.text):
            sentence = _("“%(phrase)s” chính là từ cần tìm, nên sẽ không tìm thấy gì.")
            raise Unkeepable("exceptions", sentence % {"phrase": phrase})


def _require(by: User | None, act: str) -> None:
    if by is not None and not by.has_perm(f"comments.{act}_watchedword"):
        raise NotAllowed(_("Bạn không có quyền sửa danh sách từ theo dõi."))
