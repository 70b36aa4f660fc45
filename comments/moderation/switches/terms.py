"""On which terms an article takes comments at a moment. The strictest of what applies wins; an end needs nothing to run."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import CommentSwitch, Discussion, Kept, SwitchKind
from comments.moderation.in_memory import kept
from news.models import Article, CommentPolicy, SiteSettings
from news.vietnamese import dates


@dataclass(frozen=True)
class Terms:
    """The policy that holds, the pause between two comments of one reader, and a sentence for readers (or none)."""

    policy: CommentPolicy
    pause: int = 0  # minutes
    sentence: str = ""

    @property
    def is_open(self) -> bool:
        """Whether new comments are taken in."""
        return self.policy in (CommentPolicy.PRE, CommentPolicy.POST)


class Board:
    """The switches that have not been ended by hand; those whose time is over are passed by."""

    def __init__(self, switches: Iterable[CommentSwitch] = ()) -> None:
        self.switches = tuple(switches)

    def on(self, article: int | None, sections: Collection[int], at: datetime) -> list[CommentSwitch]:
        """Those that hold for the article at that moment."""
        return [one for one in self.switches if _concerns(one, article, sections) and (not one.until or one.until > at)]


def _concerns(switch: CommentSwitch, article: int | None, sections: Collection[int]) -> bool:
    if switch.article_id:
        return switch.article_id == article
    return switch.section_id is None or switch.section_id in sections


def _read(version: str | None) -> Board:
    return Board(CommentSwitch.objects.live(timezone.now())) if version else Board()


board = kept(Kept.SWITCHES, _read)


def terms(
    article: Article, found: Discussion, paper: SiteSettings, switches: Iterable[CommentSwitch], at: datetime
) -> Terms:
    """What holds for the article: policy and age first, then the switches that concern it."""
    policy, on = found.effective_policy(paper), list(switches)
    if policy in (CommentPolicy.HIDDEN, CommentPolicy.CLOSED):
        return Terms(policy)
    if too_old(article, paper, at):
        days = paper.comments_close_after
        return Terms(
            CommentPolicy.CLOSED, sentence=_("Bài đăng đã quá %(days)d ngày nên thôi nhận bình luận.") % {"days": days}
        )
    if closing := _longest(on, SwitchKind.CLOSE):
        return Terms(CommentPolicy.CLOSED, sentence=_closed(closing.until))
    if any(one.kind == SwitchKind.PRE for one in on):
        policy = CommentPolicy.PRE
    slow = max((one for one in on if one.kind == SwitchKind.SLOW), key=lambda one: one.minutes, default=None)
    return Terms(policy, slow.minutes, _slow(slow)) if slow else Terms(policy)


def too_old(article: Article, paper: SiteSettings, at: datetime) -> bool:
    """Whether it was published longer ago than the paper takes comments."""
    days, published = paper.comments_close_after, article.published_at
    return bool(days and published and at >= published + timedelta(days=days))


def _longest(switches: Iterable[CommentSwitch], kind: SwitchKind) -> CommentSwitch | None:
    """The one of that kind that ends last."""
    of_kind = [one for one in switches if one.kind == kind]
    endless = next((one for one in of_kind if one.until is None), None)
    return endless or max(of_kind, key=lambda one: one.until or one.at, default=None)


def _closed(until: datetime | None) -> str:
    if until is None:
        return _("Phần bình luận đang tạm đóng.")
    return _("Phần bình luận đang tạm đóng đến %(moment)s.") % {"moment": dates.long_date(until)}


def _slow(switch: CommentSwitch) -> str:
    often = _("Dưới bài này, mỗi bạn đọc gửi được một bình luận trong %(minutes)d phút") % {"minutes": switch.minutes}
    if switch.until is None:
        return f"{often}."
    return _("%(often)s, đến %(moment)s.") % {"often": often, "moment": dates.long_date(switch.until)}
