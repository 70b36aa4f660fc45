"""Kinds that change what stands around a text: section, topics, byline.

Of a published article what readers see and what editors work on change alike (`editing.alter`); undoing puts back each
with what it had.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import editing, rights
from news.bulk.kinds import Asked, Before, Kind, NothingToDo
from news.lifecycle import WrongState
from news.models import Article, Author, AuthorRole, Section, Tag, User
from news.models.article_questions import ArticleQuerySet
from news.revisions import keeping
from news.revisions.content import Byline

Turned = Callable[[Any, Asked], Any]
ABOUT_UNDO = gettext_lazy(
    "Hoàn tác được trong 24 giờ: bài nào chưa ai sửa thêm thì trở lại như trước, cả bản bạn đọc đang thấy lẫn bản nháp."
)


def values(article: Article, field: str) -> dict[str, Any]:
    """What a field of the content holds: `shown` in the article's columns, `written` in what editors work on.

    The two differ only while a draft waits beside a published text.
    """
    shown: Any = article.section_id
    if field == "tags":
        shown = tuple(sorted(tag.pk for tag in article.tags.all()))
    elif field == "bylines":
        shown = tuple(Byline(each.author_id, each.role) for each in article.bylines.all())
    written = getattr(keeping.newest_content(article), field) if article.draft_waiting else shown
    return {"shown": shown, "written": written}


def is_as_asked(article: Article, field: str, turned: Turned, asked: Asked) -> bool:
    """Whether nothing would change, neither for readers nor for editors."""
    return all(turned(value, asked) == value for value in values(article, field).values())


def change(article: Article, by: User, asked: Asked, field: str, turned: Turned) -> Before:
    """Write the turned field into both texts."""
    before = values(article, field)
    editing.alter(article, by, lambda content: {field: turned(getattr(content, field), asked)}, asked["words"])
    return {"field": field, **before}


def put_back(article: Article, by: User, before: Before) -> None:
    """Give both texts what they had, as a new revision. Raises NotAllowed, WrongState."""
    field = before["field"]
    shown, written = (as_in_content(field, before[which]) for which in ("shown", "written"))
    for place in {shown, written} if field == "section" else ():
        rights.require_move(article, by, section_there(place))
    note = _("Hoàn tác thao tác hàng loạt.")
    editing.alter(article, by, lambda content: {field: written}, note, for_readers=lambda content: {field: shown})


def as_in_content(field: str, value: Any) -> Any:
    """A value that went through JSON, in the types of a revision's content."""
    if field == "section":
        return value
    return tuple(Byline(*each) for each in value) if field == "bylines" else tuple(value)


def section_there(pk: int) -> Section:
    """The section. Raises WrongState if it is gone."""
    section = Section.objects.select_related("parent").filter(pk=pk).first()
    if section is None:
        raise WrongState(_("Chuyên mục này không còn nữa."))
    return section


def refuse_section(article: Article, by: User, asked: Asked) -> None:
    """Raises NothingToDo in the section already, NotAllowed unless the person may put the article there."""
    section = section_there(asked["section"])
    if is_as_asked(article, "section", lambda value, asked: section.pk, asked):
        raise NothingToDo(_("Bài đã ở mục “%(section)s”.") % {"section": section})
    if not rights.holds(by, section):
        rights.require_move(article, by, section)


def move(article: Article, by: User, asked: Asked) -> Before:
    """Put the article into the section."""
    before = values(article, "section")
    editing.move_to(article, by, section_there(asked["section"]))
    return {"field": "section", **before}


def turned_tags(tags: tuple[int, ...], asked: Asked) -> tuple[int, ...]:
    """The topics with those asked for added and removed, or those instead of all."""
    return tuple(sorted(asked["instead"] or {*tags, *asked["add"]} - {*asked["remove"]}))


def turned_bylines(bylines: tuple[Byline, ...], asked: Asked) -> tuple[Byline, ...]:
    """The byline with one author in another's places, some gone, some at its end."""
    former, latter = asked["former"], asked["latter"]
    kept = [Byline(latter if each.author == former else each.author, each.role) for each in bylines]
    kept = [each for each in kept if each.author not in asked["remove"]]
    there = {each.author for each in kept}
    new = [Byline(author, AuthorRole.TEXT.value) for author in asked["add"] if author not in there]
    return tuple(dict.fromkeys([*kept, *new]))


def refuse_same_tags(article: Article, by: User, asked: Asked) -> None:
    """Raises NothingToDo if the topics are as asked."""
    if is_as_asked(article, "tags", turned_tags, asked):
        raise NothingToDo(_("Chủ đề của bài đã đúng như vậy."))


def refuse_same_bylines(article: Article, by: User, asked: Asked) -> None:
    """Raises NothingToDo if the byline is as asked."""
    if is_as_asked(article, "bylines", turned_bylines, asked):
        raise NothingToDo(_("Tác giả của bài đã đúng như vậy."))


def words_of_section(asked: Asked) -> str:
    """“Chuyển sang mục Kinh tế”."""
    return _("Chuyển sang mục %(section)s") % {"section": section_there(asked["section"])}


def words_of_tags(asked: Asked) -> str:
    """“Thêm chủ đề Bão, Lũ; bớt chủ đề Thời tiết”."""
    return told(
        part(_("Thêm chủ đề %(names)s"), names(Tag, asked["add"])),
        part(_("Bớt chủ đề %(names)s"), names(Tag, asked["remove"])),
        part(_("Thay mọi chủ đề bằng %(names)s"), names(Tag, asked["instead"])),
    )


def words_of_authors(asked: Asked) -> str:
    """“Thêm tác giả An; bớt tác giả Bình; thay Cúc bằng Dung”."""
    former, latter = names(Author, [asked["former"]]), names(Author, [asked["latter"]])
    return told(
        part(_("Thêm tác giả %(names)s"), names(Author, asked["add"])),
        part(_("Bớt tác giả %(names)s"), names(Author, asked["remove"])),
        _("Thay tác giả %(former)s bằng %(latter)s") % {"former": former, "latter": latter} if former else "",
    )


def names(model: type[Tag] | type[Author], pks: Iterable[int | None]) -> str:
    """The names of those that are there, in a line."""
    return ", ".join(model._default_manager.filter(pk__in=[pk for pk in pks if pk]).values_list("name", flat=True))


def part(sentence: str, whose: str) -> str:
    """The sentence with its names; "" without any."""
    return sentence % {"names": whose} if whose else ""


def told(*parts: str) -> str:
    """Those parts that say something, in a line."""
    return "; ".join(filter(None, parts))


def heed_live(articles: list[Article], asked: Asked) -> list[str]:
    """Readers see it at once."""
    live = sum(article.is_live() for article in articles)
    return [_("%(count)d bài đang đăng: bạn đọc thấy thay đổi ngay.") % {"count": live}] if live else []


def heed_nobody(articles: list[Article], asked: Asked) -> list[str]:
    """Nobody would stand under some of them."""
    bare = sum(not turned_bylines(values(article, "bylines")["written"], asked) for article in articles)
    alone = [_("%(count)d bài sẽ không còn ai đứng tên.") % {"count": bare}] if bare else []
    return [*heed_live(articles, asked), *alone]


around = partial(
    Kind,
    rule=rights.require_editable,
    allowed=ArticleQuerySet.editable_by,
    undo=put_back,
    about_undo=ABOUT_UNDO,
    counts_by_asked=True,
)

AROUND = (
    around(
        name="chuyen-muc",
        label=gettext_lazy("Chuyển mục"),
        refuse=refuse_section,
        do=move,
        words=words_of_section,
        heed=heed_live,
    ),
    around(
        name="chu-de",
        label=gettext_lazy("Sửa chủ đề"),
        refuse=refuse_same_tags,
        do=lambda article, by, asked: change(article, by, asked, "tags", turned_tags),
        words=words_of_tags,
        heed=heed_live,
    ),
    around(
        name="tac-gia",
        label=gettext_lazy("Sửa tác giả"),
        refuse=refuse_same_bylines,
        do=lambda article, by, asked: change(article, by, asked, "bylines", turned_bylines),
        words=words_of_authors,
        heed=heed_nobody,
    ),
)
