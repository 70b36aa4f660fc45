"""Who may do what with which article. Every entrance asks here: life cycle, desk, lists, forms, import.

The table is docs/roles.md. A right is a permission of the person's roles; an editor has it in the sections that they
hold (a subsection belongs to whoever holds its section), a managing editor in every one, a writer over their own.
None stands for the house itself, which may do everything.

Each `require_…` is also a question of `Article.objects`, named beside it: the one for an article, the other for lists.
"""

from collections.abc import Callable, Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Article, Section, State, User

RIGHTS = {
    "news.add_article": gettext_lazy("viết bài mới"),
    "news.add_photo": gettext_lazy("tải ảnh lên"),
    "news.change_photo": gettext_lazy("thay tệp ảnh"),
    "news.view_photo": gettext_lazy("xem kho ảnh"),
    "news.edit_any_article": gettext_lazy("sửa bài này"),
    "news.publish_article": gettext_lazy("duyệt, hẹn giờ và đăng bài"),
    "news.return_article": gettext_lazy("trả bài cho phóng viên"),
    "news.withdraw_article": gettext_lazy("gỡ bài"),
    "news.correct_article": gettext_lazy("đính chính bài đã đăng"),
    "news.delete_article": gettext_lazy("xóa bài"),
}

BACKEND = "django.contrib.auth.backends.ModelBackend"  # knows who has which permission

Rule = Callable[[Article, User | None], None]


class NotAllowed(PermissionDenied):
    """The person may not do this: they lack the `right` (a permission), or do not hold the `section`."""

    def __init__(self, sentence: str, right: str = "", section: Section | None = None) -> None:
        super().__init__(sentence)
        self.right, self.section = right, section


def require(by: User | None, right: str) -> None:
    """Raises NotAllowed unless one of the person's roles has the right."""
    if by is not None and not by.has_perm(right):
        raise NotAllowed(_("Bạn không có quyền %(act)s.") % {"act": RIGHTS[right]}, right)


def require_section(by: User | None, section: Section) -> None:
    """Raises NotAllowed unless the person holds the section, or its parent."""
    if not holds(by, section):
        raise NotAllowed(_("Bạn không phụ trách mục “%(section)s”.") % {"section": section}, section=section)


def require_editable(article: Article, by: User | None) -> None:
    """To change the text: one's own draft, or an editor in the article's section (`editable_by`)."""
    require_edits_unless(lambda: article.state == State.DRAFT and is_own(article, by), article, by)


def require_in_hands(article: Article, by: User | None) -> None:
    """To hand in and take back: one's own article, or an editor in its section (`in_hands_of`)."""
    require_edits_unless(lambda: is_own(article, by), article, by)


def require_notable(article: Article, by: User | None) -> None:
    """To note in the margin and to answer there: whoever writes or edits and finds the article at the desk (`readable_by`)."""
    if by is not None and not by.has_perm("news.edit_any_article") and not is_own(article, by):
        require(by, "news.edit_any_article")


def require_publishable(article: Article, by: User | None) -> None:
    """To publish, schedule, unschedule and set an expiry (`publishable_by`)."""
    require_with("news.publish_article", article, by)


def require_reviewable(article: Article, by: User | None) -> None:
    """To begin and leave a review, and to return an article to its writer (`reviewable_by`)."""
    require_with("news.return_article", article, by)


def require_withdrawable(article: Article, by: User | None) -> None:
    """To take an article from readers, and to reopen it (`withdrawable_by`)."""
    require_with("news.withdraw_article", article, by)


def require_deletable(article: Article, by: User | None) -> None:
    """To delete what readers have never seen (`deletable_by`); the rest is kept (Press Law 126/2025/QH15, article 25)."""
    require_with("news.delete_article", article, by)
    if article.was_public():
        raise NotAllowed(_("Bài bạn đọc đã thấy thì gỡ và giữ lại, không xóa."), "news.delete_article")


def require_move(article: Article, by: User | None, section: Section) -> None:
    """To put an article into another section: the right to edit it here and there. One's own draft goes anywhere."""
    require_editable(article, by)
    if section.pk != article.section_id and not (article.state == State.DRAFT and is_own(article, by)):
        require_section(by, section)


def require_listing(by: User | None, before: Iterable[Section], after: Iterable[Section]) -> None:
    """To change where else an article is listed: an editor who holds each section that comes or goes."""
    for section in sorted({*before} ^ {*after}, key=lambda each: each.pk):
        require(by, "news.edit_any_article")
        require_section(by, section)


def require_edits_unless(own: Callable[[], bool], article: Article, by: User | None) -> None:
    """Raises NotAllowed unless the person edits articles of the section, or `own` says so: that costs a query, thus last."""
    try:
        require_with("news.edit_any_article", article, by)
    except NotAllowed:
        if not own():
            raise


def require_with(right: str, article: Article, by: User | None) -> None:
    """Raises NotAllowed unless the person has the right and holds the article's section (`held_with`)."""
    require(by, right)
    require_section(by, article.section)


def allows(rule: Rule, article: Article, by: User | None) -> bool:
    """Whether the rule lets the person act."""
    try:
        rule(article, by)
    except NotAllowed:
        return False
    return True


def holds(by: User | None, section: Section) -> bool:
    """Whether the person answers for the section (`Section.objects.held_by`)."""
    return by is None or by.holds_all or not by.held_sections.isdisjoint({section.pk, section.parent_id})


def holders(section: Section, right: str) -> QuerySet[User]:
    """Who has the right and answers for the section: the sister question of `holds`, asked of all people at the desk."""
    whole = User.objects.with_perm("news.every_section", backend=BACKEND)
    held = Q(sections__in=[section.pk, section.parent_id]) | Q(holds_every_section=True) | Q(pk__in=whole.values("pk"))
    return User.objects.with_perm(right, backend=BACKEND).filter(held, is_staff=True).distinct()


def is_own(article: Article, by: User | None) -> bool:
    """Whether the person writes, and began or signs this stored article (`own`)."""
    if by is None or not by.has_perm("news.change_article"):
        return False
    return article.created_by_id == by.pk or article.bylines.filter(author__user=by).exists()
