"""The life of an article. Nothing else writes state, published_at, first_published_at, expires_at or the log.

    draft → review → published → withdrawn, and back from review or withdrawn to draft.

Every function takes the person who acts (None: the house itself, from a command) and returns the log entry.
"""

from datetime import datetime
from html import unescape

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import audit
from news.models import Action, Article, LogEntry, Section, State, User

RIGHTS = {
    "news.add_article": gettext_lazy("viết bài mới"),
    "news.publish_article": gettext_lazy("duyệt, hẹn giờ và đăng bài"),
    "news.return_article": gettext_lazy("trả bài cho phóng viên"),
    "news.withdraw_article": gettext_lazy("gỡ bài"),
}
EXPIRES_TOO_EARLY = gettext_lazy("Hạn hiển thị phải sau giờ đăng.")


class NotAllowed(PermissionDenied):
    """The person may not make this transition; the message says which right is missing."""


class WrongState(Exception):
    """The article is not in a state from which this transition leads."""


class NotReady(Exception):
    """The article lacks something that readers need; `missing` lists it in words."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(" ".join(missing))
        self.missing = missing


def create(article: Article, by: User | None, imported: bool = False) -> LogEntry:
    """Store a new draft. Raises NotAllowed."""
    require(by, "news.add_article")
    with transaction.atomic():
        article.created_by = by
        article.save()
        return record(article, Action.IMPORTED if imported else Action.CREATED, by)


def edited(article: Article, by: User | None) -> LogEntry:
    """Note that a stored article's text was changed (the caller has saved it). Raises NotAllowed."""
    require_editable(article, by)
    return record(article, Action.EDITED, by)


def move_to(article: Article, by: User | None, section: Section) -> LogEntry:
    """Put an article into another section. Raises NotAllowed."""
    require_editable(article, by)
    with transaction.atomic():
        article = lock(article)
        article.section = section
        article.save(update_fields=["section"])
        return record(article, Action.EDITED, by, _("Chuyển sang mục %(section)s.") % {"section": section})


def hand_in(article: Article, by: User | None) -> LogEntry:
    """Ask the editors to review a draft. Raises NotAllowed, WrongState."""
    require_editable(article, by)
    return move(article, (State.DRAFT,), State.REVIEW, Action.HANDED_IN, by)


def take_back(article: Article, by: User | None) -> LogEntry:
    """The writer (or an editor) takes a handed-in article back. Raises NotAllowed, WrongState."""
    require_own(article, by)
    return move(article, (State.REVIEW,), State.DRAFT, Action.TAKEN_BACK, by)


def send_back(article: Article, by: User | None, note: str) -> LogEntry:
    """Return a handed-in article to the writer with a note. Raises NotAllowed, WrongState."""
    require(by, "news.return_article")
    return move(article, (State.REVIEW,), State.DRAFT, Action.RETURNED, by, note)


def publish(article: Article, by: User | None, at: datetime | None = None) -> LogEntry:
    """Show the article to readers from `at` on (aware; now if None). A later `at` is a schedule.

    Raises NotAllowed, WrongState, NotReady with what is missing.
    """
    require(by, "news.publish_article")
    with transaction.atomic():
        article = lock(article)
        refuse_state(article, (State.DRAFT, State.REVIEW, State.PUBLISHED))
        now = timezone.now()
        if article.is_due(now):
            raise WrongState(_("Bài đã lên trang rồi."))
        refuse_unready(article, at)
        at = at or now
        article.state, article.published_at = State.PUBLISHED, at
        if not article.was_public(now):
            article.first_published_at = at
        article.save(update_fields=["state", "published_at", "first_published_at"])
        return record(article, Action.SCHEDULED if at > now else Action.PUBLISHED, by)


def unschedule(article: Article, by: User | None) -> LogEntry:
    """Make a scheduled article a draft again before its minute has come. Raises NotAllowed, WrongState."""
    require(by, "news.publish_article")
    with transaction.atomic():
        article = lock(article)
        refuse_state(article, (State.PUBLISHED,))
        if article.is_due(timezone.now()):
            raise WrongState(_("Bài đã lên trang; muốn bạn đọc thôi thấy thì gỡ bài."))
        article.state, article.published_at, article.first_published_at = State.DRAFT, None, None
        article.save(update_fields=["state", "published_at", "first_published_at"])
        return record(article, Action.UNSCHEDULED, by)


def withdraw(article: Article, by: User | None, reason: str) -> LogEntry:
    """Take a published article from readers, who then get 410. Raises NotAllowed, WrongState."""
    require(by, "news.withdraw_article")
    with transaction.atomic():
        article = lock(article)
        refuse_state(article, (State.PUBLISHED,))
        if not article.is_due(timezone.now()):
            raise WrongState(_("Bài chưa lên trang; hãy bỏ hẹn giờ thay vì gỡ."))
        article.state, article.withdrawal_reason = State.WITHDRAWN, reason
        article.save(update_fields=["state", "withdrawal_reason"])
        return record(article, Action.WITHDRAWN, by, reason)


def reopen(article: Article, by: User | None) -> LogEntry:
    """Make a withdrawn article a draft again; readers still get 410 until it is published. Raises NotAllowed, WrongState."""
    require(by, "news.withdraw_article")
    return move(article, (State.WITHDRAWN,), State.DRAFT, Action.REOPENED, by)


def set_expiry(article: Article, by: User | None, at: datetime | None) -> LogEntry:
    """Show the article until `at` (aware; None: for good). Raises NotAllowed, NotReady if that is before publication."""
    require(by, "news.publish_article")
    with transaction.atomic():
        article = lock(article)
        if at and article.published_at and at <= article.published_at:
            raise NotReady([str(EXPIRES_TOO_EARLY)])
        article.expires_at = at
        article.save(update_fields=["expires_at"])
        return record(article, Action.EXPIRY_SET, by, at.isoformat() if at else "")


def require(by: User | None, permission: str) -> None:
    """Raises NotAllowed unless the person has the right; the house itself (None) has all."""
    if by is not None and not by.has_perm(permission):
        raise NotAllowed(_("Bạn không có quyền %(act)s.") % {"act": RIGHTS[permission]})


def require_editable(article: Article, by: User | None) -> None:
    """Raises NotAllowed unless the person may edit this very article now."""
    if by is not None and not Article.objects.editable_by(by).filter(pk=article.pk).exists():
        raise NotAllowed(_("Bạn không có quyền sửa bài này."))


def require_own(article: Article, by: User | None) -> None:
    """Raises NotAllowed unless the person writes this article, or may edit any."""
    if by is None or by.has_perm("news.edit_any_article"):
        return
    if not by.has_perm("news.change_article") or not Article.objects.own(by).filter(pk=article.pk).exists():
        raise NotAllowed(_("Bạn không có quyền lấy lại bài này."))


def refuse_state(article: Article, allowed: tuple[State, ...]) -> None:
    """Raises WrongState unless the article is in one of the allowed states."""
    if article.state not in allowed:
        raise WrongState(
            _("Không làm được: bài đang ở trạng thái “%(state)s”.") % {"state": article.get_state_display()}
        )


def refuse_unready(article: Article, at: datetime | None = None) -> None:
    """Raises NotReady with every sentence of what is missing, not only the first."""
    missing = missing_for_readers(article.standfirst, article.body)
    if article.expires_at and article.expires_at <= (at or timezone.now()):
        missing.append(str(EXPIRES_TOO_EARLY))
    if missing:
        raise NotReady(missing)


def missing_for_readers(standfirst: str, body: str) -> list[str]:
    """What readers would miss in such an article, in sentences."""
    missing = []
    if not standfirst.strip():
        missing.append(_("Bài chưa có sapo."))
    if not unescape(strip_tags(body)).strip():
        missing.append(_("Bài chưa có nội dung."))
    return missing


def lock(article: Article) -> Article:
    """The same object with the row's newest values, locked until the transaction ends."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update(of=("self",)))
    return article


def move(
    article: Article, before: tuple[State, ...], after: State, action: Action, by: User | None, note: str = ""
) -> LogEntry:
    """A transition that changes nothing but the state."""
    with transaction.atomic():
        article = lock(article)
        refuse_state(article, before)
        article.state = after
        article.save(update_fields=["state"])
        return record(article, action, by, note)


def record(article: Article, action: Action, by: User | None, note: str = "") -> LogEntry:
    """Write the article's log and the desk's."""
    audit.record(f"article.{action}", by, article, note)
    return LogEntry.objects.create(article=article, action=action, by=by, note=note)
