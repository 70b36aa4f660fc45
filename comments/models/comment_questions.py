"""Questions about comments, by names of the newsroom."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce, TruncHour

from comments.models.states import UNSEEN, Reason, State
from news.models import Article, CommentPolicy, Outcome, SiteSettings
from news.models.reads import on_days
from news.vietnamese.dates import VIETNAM

if TYPE_CHECKING:
    from comments.models.comments import Comment  # noqa: F401 (named in QuerySet["Comment"], for ruff a mere string)

UNSCORED = -1  # in the order of doubt: after what has a score


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions about comments."""

    def visible(self) -> Self:
        """Comments that readers see under a live article."""
        return self.filter(state=State.APPROVED)

    def waiting(self) -> Self:
        """Comments that a moderator should look at, the longest waiting first."""
        return self.filter(state=State.WAITING).order_by("id")

    def undecided(self) -> Self:
        """What waits, and what readers see and others have reported."""
        return self.filter(Q(state=State.WAITING) | Q(open_reports__gt=0))

    def by_doubt(self) -> Self:
        """What waits, the likeliest to be turned down first, what has no score last; by index."""
        return self.filter(state=State.WAITING).order_by(Coalesce("score", UNSCORED).desc(), "id")

    def telling(self, states: Iterable[str]) -> Self:
        """What a person decided so, the newest first, where the words themselves tell why: they are not off topic, not said
        twice, not the newsroom's own, didn't go with a ban, and are still there."""
        unseen_in_words = (Reason.OFF_TOPIC, Reason.REPEATED)
        decided = self.filter(state__in=states, decided_by__isnull=False, answered_by=None, words_erased_at=None)
        return decided.exclude(reason__in=unseen_in_words).exclude(swept__outcome=Outcome.DONE).newest_first()

    def newest_first(self) -> Self:
        """The order under an article: ids grow with time."""
        return self.order_by("-id")

    def threads(self) -> Self:
        """What starts a thread for readers: visible, and under nothing that is; newest first. By index, as comments/orders.py."""
        return self.visible().filter(starts_thread=True).newest_first()

    def reported(self) -> Self:
        """What readers see and others have reported since anybody decided, the most reported first; by index."""
        return self.visible().filter(open_reports__gt=0).order_by("-open_reports", "-id")

    def open_to_readers(self, site: SiteSettings) -> Self:
        """Comments that are not hidden: the site's switch first, then the article's own policy, then the site's default."""
        if not site.comments_enabled:
            return self.none()
        if site.comment_policy == CommentPolicy.HIDDEN:
            return self.exclude(article__discussion=None).exclude(
                article__discussion__policy__in=["", CommentPolicy.HIDDEN]
            )
        return self.exclude(article__discussion__policy=CommentPolicy.HIDDEN)

    def featured(self) -> Self:
        """What editors chose, under articles that any reader may see, the newest choice first."""
        live = Exists(
            Article.objects.live().filter(pk=OuterRef("article"))
        )  # asked of few rows, not a list of the archive
        return self.visible().filter(live, featured_at__isnull=False).order_by("-featured_at")

    def sent_on(self, *starts: datetime) -> Self:
        """Comments of the days that begin then (aware), whatever became of them."""
        return self.filter(on_days("created_at", *starts))

    def counted_by_hour(self) -> dict[datetime, int]:
        """How many there are in each hour that has some, by its beginning (aware)."""
        return dict(self.order_by().values_list(TruncHour("created_at", tzinfo=VIETNAM)).annotate(Count("pk")))

    def seen_between(self, since: datetime, until: datetime) -> Self:
        """What readers began to see in that time (aware), the newest first; by index."""
        seen = self.visible().filter(words_erased_at=None).alias(seen=Coalesce("decided_at", "created_at"))
        return seen.filter(seen__gt=since, seen__lte=until).order_by("-seen")

    def contact_due(self, before: datetime) -> Self:
        """Comments sent before then (aware) of which e-mail or hashes may still be kept, the oldest first; by index."""
        return self.filter(contact_erased_at=None, created_at__lt=before).order_by("created_at")

    def words_due(self, before: datetime) -> Self:
        """What was not shown, decided before then (aware), with its words; by index. Sent, where nobody decided since."""
        closed = self.alias(closed_at=Coalesce("decided_at", "created_at")).filter(closed_at__lt=before)
        return closed.filter(words_erased_at=None, state__in=UNSEEN).order_by()

    def settled(self, since: datetime, until: datetime) -> Self:
        """What is shown or turned down, with its words, since a moment between the two (aware); by index."""
        closed = self.alias(closed_at=Coalesce("decided_at", "created_at"))
        seen_or_not = (State.APPROVED, State.REJECTED, State.SPAM)
        return closed.filter(words_erased_at=None, state__in=seen_or_not, closed_at__range=(since, until))

    def recent_from(self, addresses: Iterable[str], since: datetime) -> Self:
        """What came from one address, by its hashes of one month or several, since then (aware), whatever became of it."""
        return self.filter(address_hash__in=[*addresses], created_at__gt=since)

    def of_the_network(self, network_hash: str, since: datetime) -> Self:
        """What came from one network since then (aware); by index."""
        return self.filter(network_hash=network_hash, created_at__gt=since).order_by()

    def of_the_article(self, article_id: int, since: datetime) -> Self:
        """What was sent under one article since then (aware); by index."""
        return self.filter(article=article_id, created_at__gt=since).order_by()
