"""Turning switches on and off. The only writer of CommentSwitch."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import CommentSwitch, Kept, SwitchKind
from comments.moderation import counts
from comments.moderation.errors import NotAllowed
from comments.moderation.in_memory import renew
from news import audit, rights
from news.models import Article, Section, User

PAUSES = (1, 2, 3, 5, 10)  # minutes; what one address sent in the last ten is known anyway when a comment comes in


@dataclass(frozen=True)
class Wanted:
    """A switch as it was asked for; neither article nor section: the whole paper."""

    kind: SwitchKind
    minutes: int = 0
    article: Article | None = None
    section: Section | None = None
    until: datetime | None = None
    note: str = ""


@transaction.atomic
def switch_on(wanted: Wanted, by: User | None) -> CommentSwitch:
    """Let it hold from now on; the same kind in the same place gives way to it. Raises NotAllowed."""
    require(wanted.article, wanted.section, by)
    place = {"article": wanted.article, "section": wanted.section}
    CommentSwitch.objects.filter(**place, kind=wanted.kind, ended_at=None).update(ended_at=timezone.now(), ended_by=by)
    switch = CommentSwitch.objects.create(
        kind=wanted.kind, minutes=wanted.minutes, until=wanted.until, note=wanted.note, by=by, **place
    )
    _let_know(switch)
    audit.record("commentswitch.on", by, switch, note=wanted.note, **_told(switch))
    return switch


@transaction.atomic
def switch_off(switch: CommentSwitch, by: User | None) -> None:
    """End it now; one that has ended stays as it is. Raises NotAllowed."""
    require(switch.article, switch.section, by)
    now = timezone.now()
    if CommentSwitch.objects.live(now).filter(pk=switch.pk).update(ended_at=now, ended_by=by):
        _let_know(switch)
        audit.record("commentswitch.off", by, switch, **_told(switch))


def may(article: Article | None, section: Section | None, by: User | None) -> bool:
    """Whether `require` has nothing against it."""
    try:
        require(article, section, by)
    except NotAllowed:
        return False
    return True


def require(article: Article | None, section: Section | None, by: User | None) -> None:
    """Raises NotAllowed: under an article for those who moderate or edit and hold its section, elsewhere for the managing
    editor.
    """
    if by is None:
        return
    right = "comments.add_commentswitch" if article else "comments.switch_everywhere"
    if not by.has_perm(right):
        where = _("dưới bài viết") if article else _("cho chuyên mục và toàn báo")
        raise NotAllowed(_("Bạn không có quyền đóng, giãn nhịp bình luận %(where)s.") % {"where": where})
    place = article.section if article else section
    if place and not rights.holds(by, place):
        raise NotAllowed(_("Bạn không phụ trách mục “%(section)s”.") % {"section": place})


def _let_know(switch: CommentSwitch) -> None:
    """Every process, and where one article is concerned its discussion's version."""
    renew(Kept.SWITCHES)
    if switch.article_id:
        counts.redrawn(switch.article_id)


def _told(switch: CommentSwitch) -> dict[str, str]:
    until = {"until": switch.until.isoformat()} if switch.until else {}
    return {"name": switch.get_kind_display(), **until}
