"""Who has an article open, and who of them holds the pen. The only writer of Presence.

Whoever opens an article first holds it; a claim that was not heard of for a while falls to the next who beats. It keeps
people out of each other's way; what protects the text is that no outdated save is taken (news/editing.py).
"""

import re
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from news import rights
from news.models import Article, ArticleAuthor, Presence, User
from news.models.presence import FRESH, PresenceQuerySet
from news.revisions.content import TEXTS

LEAVING = timedelta(seconds=12)  # a page that goes away may come back at once (saved, loaded anew): more than a beat
CLEARED_AT_ONCE = 100  # rows a beat; more windows than that are not opened between two beats
FIELDS = (*TEXTS, "section", "further_sections", "tags", "featured", "lead_photo")
BYLINES = "bylines"
WINDOW = re.compile(r"[0-9A-Za-z-]{8,64}")


def beat(article: Article, by: User, window: str, field: str = "") -> bool:
    """Somebody has the article open in that window, the cursor in `field`; whether this window holds the pen."""
    now = timezone.now()
    _clear(now)
    with transaction.atomic():
        _queue(article)
        here = Presence.objects.filter(article=article)
        may = Article.objects.editable_by(by).filter(pk=article.pk).exists()
        let_go(here.holding().stale(now) | (here.yielding_to(by) if may else here.holding().filter(window=window)))
        holds = may and not here.holding().exclude(window=window).exists()
        _put(article, by, window, field, holds, now)
    return holds


def take_over(article: Article, by: User, window: str) -> None:
    """The window holds the pen from now on, whoever held it. Raises NotAllowed."""
    with transaction.atomic():
        _queue(article)
        rights.require_editable(article, by)
        let_go(Presence.objects.filter(article=article).holding().exclude(window=window))
        _put(article, by, window, "", True, timezone.now())


def hand_on(article: Article, by: User | None) -> None:
    """The person has passed the article to colleagues: their window keeps the pen until one of those comes for it.

    The house (None) holds no pen, and takes none from anybody.
    """
    Presence.objects.filter(article=article, user=by).holding().update(yields=True)


def claim(article: Article, by: User | None) -> None:
    """The person has taken the article on: whoever else holds the pen gives it to them when their window asks."""
    if by is not None:
        Presence.objects.filter(article=article).holding().exclude(user=by).update(yields=True)


def let_go(windows: PresenceQuerySet) -> None:
    """These windows hold the pen no more."""
    windows.update(holds=False, yields=False)


def leave(article: Article, by: User, window: str) -> None:
    """The page went away: unless it is back in a moment, the pen is free."""
    Presence.objects.filter(article=article, user=by, window=window).update(seen_at=timezone.now() - FRESH + LEAVING)


def held_elsewhere(article: Article, window: str) -> Presence | None:
    """The open window that holds the pen, if it is another than this."""
    others = Presence.objects.filter(article=article).exclude(window=window)
    return others.holding().fresh(timezone.now()).select_related("user").first()


def begun_in(window: str, by: User) -> int | None:
    """The id of the article that the person opened last in that window."""
    mine = Presence.objects.filter(window=window, user=by).order_by("-seen_at")
    return mine.values_list("article", flat=True).first()


def is_window(text: str) -> bool:
    """Whether a browser of ours would make up such a name for a window."""
    return WINDOW.fullmatch(text) is not None


def label_of(field: str) -> str:
    """What editors call the field; empty for one that they don't know."""
    if field == BYLINES:
        return str(ArticleAuthor._meta.verbose_name_plural)
    return str(getattr(Article._meta.get_field(field), "verbose_name", "")) if field in FIELDS else ""


def _queue(article: Article) -> None:
    """Beats at one article come one after the other. Raises Article.DoesNotExist."""
    Article.objects.select_for_update(no_key=True).only("pk").get(pk=article.pk)


def _put(article: Article, by: User, window: str, field: str, holds: bool, now: datetime) -> None:
    known = field if field == BYLINES or field in FIELDS else ""
    row = Presence(article_id=article.pk, user=by, window=window, field=known, seen_at=now, holds=holds)
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["article", "window"],
        update_fields=["user", "field", "seen_at", "holds"],
    )


def _clear(now: datetime) -> None:
    """A bounded part of the rows that nobody asks about any more."""
    old = list(Presence.objects.forgotten(now).order_by("seen_at").values_list("pk", flat=True)[:CLEARED_AT_ONCE])
    if old:
        Presence.objects.filter(pk__in=old).delete()
