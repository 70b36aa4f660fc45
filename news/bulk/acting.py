"""Doing an act to each of its articles, and undoing it. The only writer of BulkAct and BulkItem.

Each article is a transaction of its own, asked through the article's own rules again: what was counted may have changed.
A few articles are done at once, many by the worker; what a stopped worker left waiting can be carried on.
"""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from news import audit, lifecycle, rights
from news.bulk.kinds import REFUSALS, Asked, Kind
from news.bulk.menu import BY_NAME
from news.models import Article, BulkAct, BulkItem, Outcome, User

AT_ONCE = 50  # articles: two or three seconds; more are the worker's
BEFORE_PHOTOS = 10  # in the worker's queue: somebody is waiting


def begin(kind: Kind, pks: Collection[int], by: User, asked: Asked, key: UUID) -> BulkAct:
    """Write the act down and start it. The same key again is the same act, which is started once.

    Raises NotAllowed for a key of somebody else's.
    """
    words = kind.words(asked)
    with transaction.atomic():
        told = {"kind": kind.name, "by": by, "asked": {**asked, "words": f"{words}."}, "words": words}
        act, is_new = BulkAct.objects.get_or_create(key=key, defaults=told)
        if act.by_id != by.pk:
            raise rights.NotAllowed(_("Đây là thao tác của người khác."))
        if is_new:
            there = list(Article.objects.readable_by(by).filter(pk__in=pks).values_list("pk", flat=True))
            BulkItem.objects.bulk_create(BulkItem(act=act, article_id=pk) for pk in there)
            audit.record("bulk.done", by, act, count=len(there))
    if is_new:
        start(act, len(pks))
    return act


def undo(act: BulkAct, by: User) -> BulkAct:
    """Put back what nobody has changed since. Raises NotAllowed, WrongState if there is no way back (any more)."""
    with transaction.atomic():
        act = BulkAct.objects.select_for_update(of=("self",)).get(pk=act.pk)
        refuse_undoing(act, by)
        too_late = {"outcome": Outcome.REFUSED, "sentence": _("Đã hoàn tác trước khi tới lượt bài này.")}
        act.items.filter(outcome=Outcome.WAITING).update(**too_late)
        act.undone_at, act.undone_by = timezone.now(), by
        act.save(update_fields=["undone_at", "undone_by"])
        number = act.items.filter(outcome=Outcome.DONE).count()
        audit.record("bulk.undone", by, act, count=number)
    start(act, number)
    return act


def refuse_undoing(act: BulkAct, by: User) -> None:
    """Raises NotAllowed, or WrongState that says why there is no way back."""
    if not BulkAct.objects.readable_by(by).filter(pk=act.pk).exists():
        raise rights.NotAllowed(_("Đây là thao tác của người khác."))
    kind = BY_NAME.get(act.kind)
    if kind is None or kind.undo is None:
        raise lifecycle.WrongState(str(kind.about_undo) if kind else _("Không hoàn tác được."))
    if act.undone_at:
        raise lifecycle.WrongState(_("Thao tác này đã được hoàn tác rồi."))
    if act.undo_until <= timezone.now():
        raise lifecycle.WrongState(_("Đã quá 24 giờ, không hoàn tác được nữa."))


def start(act: BulkAct, number: int) -> None:
    """Carry it on now, or leave it to the worker if there is much to do."""
    if number <= AT_ONCE:
        carry_on(act)
    else:
        transaction.on_commit(lambda: carry_on_later.enqueue(act.pk))


@task(priority=BEFORE_PHOTOS)
def carry_on_later(act: int) -> None:
    """The worker's part."""
    carry_on(BulkAct.objects.get(pk=act))


def carry_on(act: BulkAct, most: int | None = None) -> None:
    """Do what waits, or undo what was done (`most` of it, if given). Called twice at once, each article is done once."""
    step, turn = (undo_one, Outcome.DONE) if act.undone_at else (do_one, Outcome.WAITING)
    by = act.undone_by if act.undone_at else act.by
    for pk in list(act.items.filter(outcome=turn).order_by("pk").values_list("pk", flat=True)[:most]):
        with transaction.atomic():
            item = BulkItem.objects.select_for_update(of=("self",)).filter(pk=pk, outcome=turn).first()
            if item and by:
                step(BY_NAME[act.kind], item, by, act.asked)
                item.save()


def do_one(kind: Kind, item: BulkItem, by: User, asked: Asked) -> None:
    """Do it to one article, or note what refuses it."""
    article = Article.objects.get(pk=item.article_id)
    former = article.log.first()
    try:
        with transaction.atomic():
            article = lifecycle.lock(article)
            kind.rule(article, by)
            kind.refuse(article, by, asked)
            item.before = {**kind.do(article, by, asked), "entry": former.pk if former else None}
    except REFUSALS as refused:
        item.outcome, item.sentence = Outcome.REFUSED, str(refused)
        return
    item.outcome = Outcome.DONE
    item.entry, item.revision_id = article.log.first(), article.newest_revision_id


def undo_one(kind: Kind, item: BulkItem, by: User, asked: Asked) -> None:
    """Put one article back, or note what speaks against it."""
    article = lifecycle.lock(Article.objects.get(pk=item.article_id))
    item.sentence = moved_on(item, article)
    try:
        if not item.sentence and kind.undo:
            with transaction.atomic():
                kind.undo(article, by, item.before)
    except REFUSALS as refused:
        item.sentence = str(refused)
    item.outcome = Outcome.KEPT if item.sentence else Outcome.UNDONE
    if item.outcome == Outcome.UNDONE:
        lead_on(item, article)


def moved_on(item: BulkItem, article: Article) -> str:
    """What somebody did to the article after the act, in words; "" if nobody did."""
    last = article.log.select_related("by").first()
    if last is None or last.pk != item.entry_id:
        who = (last.by if last else None) or _("Hệ thống")
        return _("Sau đó %(who)s đã %(did)s.") % {"who": who, "did": last.get_action_display() if last else "?"}
    return "" if article.newest_revision_id == item.revision_id else _("Sau đó có người viết tiếp bài này.")


def lead_on(item: BulkItem, article: Article) -> None:
    """The article stands where the act before this one left it: that one can be undone as well."""
    there = {"entry": article.log.first(), "revision": article.newest_revision_id}
    earlier = BulkItem.objects.filter(article=article, outcome=Outcome.DONE, entry=item.before.get("entry"))
    earlier.exclude(pk=item.pk).filter(entry__isnull=False).update(**there)
