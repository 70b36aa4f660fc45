"""Puts the demo comments under the demo articles, as readers would have sent them and moderators decided."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from comments import reporting
from comments.addresses import Visitor
from comments.demo.conversations import Remark, all_conversations
from comments.models import Comment, Reason, State
from comments.moderation import answering, counts, decisions
from news.demo.edition import digest
from news.models import Article

Say = Callable[[str], None]


@transaction.atomic
def load(say: Say) -> int:
    """Add the remarks that are missing under the demo articles; how many there were."""
    kept: dict[Remark, Comment] = {}
    missing = sorted(missing_remarks(kept), key=lambda found: found[:2])
    for moment, _place, article, remark in missing:
        kept[remark] = load_remark(remark, article, moment, kept)
    unchanged = _("Bình luận dùng thử đã có đủ, không thay đổi gì.")
    say(_("Đã đưa vào %(count)s bình luận.") % {"count": len(missing)} if missing else unchanged)
    return len(missing)


def missing_remarks(kept: dict[Remark, Comment]) -> Iterator[tuple[datetime, int, Article, Remark]]:
    """When, in which place of its file, where and what was said. Remarks that are there already go into `kept`."""
    for stem, remarks in all_conversations().items():
        article = Article.objects.filter(import_digest=digest(stem), published_at__isnull=False).first()
        if article is None or article.published_at is None:
            continue
        there = {(comment.name, comment.text): comment for comment in Comment.objects.filter(article=article)}
        for place, remark in enumerate(remarks):
            if comment := there.get((remark.name, remark.text)):
                kept[remark] = comment
            else:
                yield article.published_at + timedelta(hours=remark.hours_after), place, article, remark


def load_remark(remark: Remark, article: Article, moment: datetime, kept: dict[Remark, Comment]) -> Comment:
    """One comment, brought to its state by the ways that moderators go."""
    place = answering.place_under(kept[remark.answers].pk, article.pk) if remark.answers else answering.TOP
    comment = Comment.objects.create(
        article=article,
        **asdict(place),
        name=remark.name,
        text=remark.text,
        email=remark.email,
        created_at=moment,
        likes=remark.likes,
    )
    counts.added(article.pk, comment.state)
    decide(remark, comment)
    if remark.reported:
        reporting.report(comment, remark.reported, "", Visitor("demo", ""))
    return comment


def decide(remark: Remark, comment: Comment) -> None:
    """What became of a waiting comment."""
    if remark.state == State.APPROVED:
        decisions.approve(comment, by=None)
    if remark.state == State.REJECTED:
        decisions.reject(comment, by=None, reason=remark.reason or Reason.OFF_TOPIC)
    if remark.state == State.SPAM:
        decisions.mark_spam(comment, by=None)
    if remark.state == State.TAKEN_BACK:
        decisions.take_back(comment)
    if remark.featured:
        decisions.feature(comment, by=None)
