"""The life of an article. Nothing else writes state, published_at, first_published_at, expires_at or the log, or decides
which revision readers see.

    draft → review → published → withdrawn, and back from review or withdrawn to draft.

Every function takes the person who acts (None: the house itself, from a command) and returns the log entry.
Who may make a transition is in news/rights.py; it is asked of the locked row, not of what the caller has read.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import audit, notices, presence, rights
from news.checks import Text
from news.checks.checklist import blocking
from news.checks.each.body_missing import body_missing
from news.checks.each.standfirst_missing import standfirst_missing
from news.models import Action, Article, LogEntry, State, User
from news.revisions import keeping
from news.revisions.content import Content
from news.rights import NotAllowed as NotAllowed  # what callers of transitions catch beside their own errors

EXPIRES_TOO_EARLY = gettext_lazy("Hạn hiển thị phải sau giờ đăng.")


class WrongState(Exception):
    """The article is not in a state from which this transition leads."""


class NotReady(Exception):
    """The article lacks something that readers need; `missing` lists it in words."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(" ".join(missing))
        self.missing = missing


def create(article: Article, by: User | None, imported: bool = False) -> LogEntry:
    """Store a new draft. Raises NotAllowed."""
    rights.require(by, "news.add_article")
    with transaction.atomic():
        article.created_by = by
        article.save()
        return record(article, Action.IMPORTED if imported else Action.CREATED, by)


def hand_in(article: Article, by: User | None) -> LogEntry:
    """Ask the editors to review a draft. Raises NotAllowed, WrongState."""
    return move(article, rights.require_in_hands, (State.DRAFT,), State.REVIEW, Action.HANDED_IN, by)


def take_back(article: Article, by: User | None) -> LogEntry:
    """The writer (or an editor) takes a handed-in article back until its review begins. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        rights.require_in_hands(lock(article), by)
        refuse_under_review(article)
        presence.claim(article, by)
        return move(article, rights.require_in_hands, (State.REVIEW,), State.DRAFT, Action.TAKEN_BACK, by)


def begin_review(article: Article, by: User) -> LogEntry:
    """An editor takes a handed-in article on: from now on the writer can't take it back. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        article = lock(article)
        rights.require_reviewable(article, by)
        refuse_state(article, (State.REVIEW,))
        refuse_under_review(article)
        presence.claim(article, by)
        return mark_review(article, by, timezone.now(), Action.REVIEW_BEGUN, by)


def leave_review(article: Article, by: User | None) -> LogEntry:
    """An editor lays a review down, one's own or a colleague's, so that another takes it on. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        article = lock(article)
        rights.require_reviewable(article, by)
        if not article.is_under_review():
            raise WrongState(_("Chưa ai bắt đầu duyệt bài này."))
        presence.hand_on(article, by)
        return mark_review(article, None, None, Action.REVIEW_LEFT, by)


def send_back(article: Article, by: User | None, note: str) -> LogEntry:
    """Return a handed-in article to the writer with a note. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        returned = move(article, rights.require_reviewable, (State.REVIEW,), State.DRAFT, Action.RETURNED, by, note)
        presence.hand_on(article, by)
        return returned


def publish(article: Article, by: User | None, at: datetime | None = None) -> LogEntry:
    """Show the article to readers from `at` on (aware; now if None). A later `at` is a schedule.

    Raises NotAllowed, WrongState, NotReady with what is missing.
    """
    with transaction.atomic():
        article = lock(article)
        rights.require_publishable(article, by)
        refuse_unpublishable(article, at)
        now = timezone.now()
        at = at or now
        approved_before = article.state == State.PUBLISHED
        article.state, article.published_at = State.PUBLISHED, at
        if not article.was_public(now):
            article.first_published_at = at
        article.save(update_fields=["state", "published_at", "first_published_at"])
        if not approved_before:  # a new time alone approves no newer text
            keeping.put_live(article)
        return record(article, Action.SCHEDULED if at > now else Action.PUBLISHED, by)


def update(article: Article, by: User | None, tell_readers: bool = False) -> LogEntry:
    """Give readers the newest revision of a published article; `tell_readers` dates it as an update that they see.

    Raises NotAllowed, WrongState, NotReady with what the newest revision lacks.
    """
    with transaction.atomic():
        article = lock(article)
        rights.require_publishable(article, by)
        refuse_state(article, (State.PUBLISHED,))
        if not article.draft_waiting:
            raise WrongState(_("Bạn đọc đã có bản mới nhất rồi."))
        refuse_unready(article, article.published_at, keeping.newest_content(article))
        keeping.put_live(article)
        if tell_readers and article.is_due(timezone.now()):
            article.updated_at = timezone.now()
            article.save(update_fields=["updated_at"])
        return record(article, Action.UPDATED, by)


def reschedule(article: Article, by: User | None, at: datetime) -> LogEntry:
    """Give an article that waits for its minute another one. Raises NotAllowed, WrongState, NotReady."""
    with transaction.atomic():
        article = lock(article)
        rights.require_publishable(article, by)
        refuse_state(article, (State.PUBLISHED,))
        return publish(article, by, at)


def unschedule(article: Article, by: User | None) -> LogEntry:
    """Make a scheduled article a draft again before its minute has come. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        article = lock(article)
        rights.require_publishable(article, by)
        refuse_unscheduled(article)
        article.state, article.published_at = State.DRAFT, None
        if not article.was_public(timezone.now()):  # else readers knew it before it was withdrawn: it stays gone (410)
            article.first_published_at = None
        article.save(update_fields=["state", "published_at", "first_published_at"])
        keeping.follow_newest(article)
        return record(article, Action.UNSCHEDULED, by)


def withdraw(article: Article, by: User | None, reason: str) -> LogEntry:
    """Take a published article from readers, who then get 410. Raises NotAllowed, WrongState."""
    with transaction.atomic():
        article = lock(article)
        rights.require_withdrawable(article, by)
        refuse_unseen(article)
        article.state, article.withdrawal_reason = State.WITHDRAWN, reason
        article.save(update_fields=["state", "withdrawal_reason"])
        keeping.follow_newest(article)
        return record(article, Action.WITHDRAWN, by, reason)


def reopen(article: Article, by: User | None) -> LogEntry:
    """Make a withdrawn article a draft again; readers still get 410 until it is published. Raises NotAllowed, WrongState."""
    return move(article, rights.require_withdrawable, (State.WITHDRAWN,), State.DRAFT, Action.REOPENED, by)


def set_expiry(article: Article, by: User | None, at: datetime | None) -> LogEntry:
    """Show the article until `at` (aware; None: for good). Raises NotAllowed, NotReady if that is before publication."""
    with transaction.atomic():
        article = lock(article)
        rights.require_publishable(article, by)
        if at and article.published_at and at <= article.published_at:
            raise NotReady([str(EXPIRES_TOO_EARLY)])
        article.expires_at = at
        article.save(update_fields=["expires_at"])
        return record(article, Action.EXPIRY_SET, by, at.isoformat() if at else "")


def refuse_state(article: Article, allowed: tuple[State, ...]) -> None:
    """Raises WrongState unless the article is in one of the allowed states."""
    if article.state not in allowed:
        raise WrongState(
            _("Không làm được: bài đang ở trạng thái “%(state)s”.") % {"state": article.get_state_display()}
        )


def refuse_unpublishable(article: Article, at: datetime | None = None) -> None:
    """Raises WrongState, NotReady unless the article could be published for that moment (aware; now if None)."""
    refuse_state(article, (State.DRAFT, State.REVIEW, State.PUBLISHED))
    if article.is_due(timezone.now()):
        raise WrongState(_("Bài đã lên trang rồi."))
    refuse_unready(article, at)


def refuse_unscheduled(article: Article) -> None:
    """Raises WrongState unless the article waits for its minute."""
    refuse_state(article, (State.PUBLISHED,))
    if article.is_due(timezone.now()):
        raise WrongState(_("Bài đã lên trang; muốn bạn đọc thôi thấy thì gỡ bài."))


def refuse_unseen(article: Article) -> None:
    """Raises WrongState unless the article is published and its minute has come."""
    refuse_state(article, (State.PUBLISHED,))
    if not article.is_due(timezone.now()):
        raise WrongState(_("Bài chưa lên trang; hãy bỏ hẹn giờ thay vì gỡ."))


def refuse_under_review(article: Article) -> None:
    """Raises WrongState, naming the editor, once a review has begun."""
    if article.is_under_review():
        editor = article.reviewer or _("Một biên tập viên")
        raise WrongState(_("%(editor)s đang duyệt bài này.") % {"editor": editor})


def refuse_unready(article: Article, at: datetime | None = None, content: Content | None = None) -> None:
    """Raises NotReady with every sentence of what is missing in the article, or in a content that is to be its text."""
    missing = list(dict.fromkeys(finding.sentence for finding in blocking(Text.of(article, content))))
    if article.expires_at and article.expires_at <= (at or timezone.now()):
        missing.append(str(EXPIRES_TOO_EARLY))
    if missing:
        raise NotReady(missing)


def missing_for_readers(standfirst: str, body: str) -> list[str]:
    """What readers would miss in such an article whatever the newsroom's rules are, in sentences."""
    text = Text(standfirst=standfirst, body=body)
    return [finding.sentence for check in (standfirst_missing, body_missing) for finding in check(text)]


def lock(article: Article) -> Article:
    """The same object with the row's newest values, locked until the transaction ends."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update(of=("self",)))
    return article


def move(
    article: Article,
    rule: rights.Rule,
    before: tuple[State, ...],
    after: State,
    action: Action,
    by: User | None,
    note: str = "",
) -> LogEntry:
    """A transition that changes nothing but the state; a review that had begun is over."""
    with transaction.atomic():
        article = lock(article)
        rule(article, by)
        refuse_state(article, before)
        article.state, article.reviewer, article.review_began_at = after, None, None
        article.save(update_fields=["state", "reviewer", "review_began_at"])
        return record(article, action, by, note)


def mark_review(
    article: Article, reviewer: User | None, since: datetime | None, action: Action, by: User | None
) -> LogEntry:
    """Who reviews the locked article, and since when."""
    article.reviewer, article.review_began_at = reviewer, since
    article.save(update_fields=["reviewer", "review_began_at"])
    return record(article, action, by)


def record(article: Article, action: Action, by: User | None, note: str = "") -> LogEntry:
    """Write the article's log and the desk's, and tell those whom it concerns."""
    audit.record(f"article.{action}", by, article, note)
    entry = LogEntry.objects.create(article=article, action=action, by=by, note=note)
    notices.tell(entry)
    return entry
