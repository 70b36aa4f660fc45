"""Liking a comment, without an account: once an address and once a browser, with a budget, and taken back by the same.

The only writer of Like and of `Comment.likes`. A press says what is wanted, not “the other way round”, so that the same one
sent twice counts once. The discussion's version stays: pages that caches keep carry no such numbers.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.addresses import Visitor
from comments.models import Comment, Like
from comments.moderation.errors import NotCounted, TooOften
from comments.posting import queue_up
from comments.races import again_if_raced
from news.models import Article

HOUR = timedelta(hours=1)
MOST_TURNS = 1000  # of one press: what is beyond needs no counting


def press(comment: Comment, wanted: bool, by: Visitor) -> bool:
    """Like the visible comment, or don't any more; whether that changed anything. Raises NotCounted, TooOften."""
    return again_if_raced(lambda: _press(comment, wanted, by))


def liked(comment: Comment) -> int:
    """How many like it now."""
    return Comment.objects.values_list("likes", flat=True).get(pk=comment.pk)


def counts(article: Article, asked: Iterable[int]) -> dict[int, int]:
    """How many like each of these comments, of those that readers see under the article and anybody likes."""
    rows = Comment.objects.filter(article=article, pk__in=list(asked), likes__gt=0).visible().order_by()
    return dict(rows.values_list("pk", "likes"))


@transaction.atomic
def _press(comment: Comment, wanted: bool, by: Visitor) -> bool:
    queue_up(by.address)
    now = timezone.now()
    mine = _mine(comment, by)
    if wanted and mine and mine.counts and _is_anothers(mine, by):
        raise NotCounted(_("Đã có người cùng mạng với bạn thích bình luận này; mỗi mạng được tính một lượt."))
    if (mine.counts if mine else False) == wanted or (mine and _is_anothers(mine, by) and not wanted):
        return False
    _refuse_too_often(by, now)
    _keep(mine or Like(comment=comment, address_hash=by.address, turns=0), wanted, by, now)
    Comment.objects.filter(pk=comment.pk).update(likes=Greatest(F("likes") + (1 if wanted else -1), 0))
    return True


def _mine(comment: Comment, by: Visitor) -> Like | None:
    """The browser's own press before the address's."""
    rows = list(Like.objects.filter(by.theirs, comment=comment))
    return max(rows, key=lambda row: (bool(by.browser) and row.browser_hash == by.browser, row.pk), default=None)


def _is_anothers(press: Like, by: Visitor) -> bool:
    """Whether both say which browser they are, and it isn't the same."""
    return bool(by.browser and press.browser_hash) and by.browser != press.browser_hash


def _refuse_too_often(by: Visitor, now: datetime) -> None:
    turns = Like.objects.recent_from(by.address, now - HOUR).aggregate(turns=Sum("turns"))["turns"] or 0
    if turns >= settings.LIKES_PER_HOUR:
        raise TooOften(_("Từ mạng của bạn đã có nhiều lượt thích trong một giờ qua. Xin thử lại sau."))


def _keep(press: Like, wanted: bool, by: Visitor, now: datetime) -> None:
    press.counts, press.at, press.turns = wanted, now, min(press.turns + 1, MOST_TURNS)
    press.browser_hash = by.browser or press.browser_hash
    if (
        press.address_hash != by.address
        and not Like.objects.filter(comment=press.comment, address_hash=by.address).exists()
    ):
        press.address_hash = by.address  # whose budget it takes
    press.save()
