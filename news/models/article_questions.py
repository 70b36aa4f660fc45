"""The newsroom's questions about articles; the only place that knows what is live, whose an article is, what clashes."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber, TruncDate
from django.utils import timezone

from news.models.authors import Author
from news.models.log import Action, LogEntry
from news.models.sections import Section
from news.models.states import State
from news.models.users import User
from news.vietnamese.dates import VIETNAM

if TYPE_CHECKING:
    from news.models.articles import Article
    from news.models.galleries import Gallery


class ArticleQuerySet(models.QuerySet["Article"]):
    """The newsroom's questions."""

    def live(self, at: datetime | None = None) -> Self:
        """Articles that any reader may see at the moment `at` (aware; now if None)."""
        at = at or timezone.now()
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=at), state=State.PUBLISHED, published_at__lte=at)

    def newest_first(self) -> Self:
        """The order of every public list; the id settles the same minute."""
        return self.order_by("-published_at", "-id")

    def in_section(self, section: Section) -> Self:
        """Articles of the section, of its subsections, and those that are also listed there."""
        return self.filter(
            Q(section=section)
            | Q(section__in=section.children.values("pk"))
            | Q(pk__in=section.further_articles.through.objects.filter(section=section).values("article"))
        )

    def readable_by(self, user: User) -> Self:
        """Articles that the person finds at the desk: all for editors, one's own for writers, none for others."""
        if user.has_perm("news.edit_any_article"):
            return self
        return self.own(user) if user.has_perm("news.change_article") else self.none()

    def listed_for(self, user: User) -> Self:
        """The question of `readable_by()` for a long list in the order of time."""
        if user.has_perm("news.edit_any_article"):
            return self
        return self.listed_own(user) if user.has_perm("news.change_article") else self.none()

    def listed_own(self, user: User) -> Self:
        """The question of `own()` for a long list in the order of time: it costs what the person wrote.

        Asked with an OR, both databases walk through the whole archive in the list's order to find a beginner's three.
        """
        began = self.model._default_manager.filter(created_by=user).order_by().values("pk")
        signs = Author.articles.through._default_manager.filter(author__user=user).order_by().values("article")
        return self.filter(pk__in=began.union(signs))

    def editable_by(self, user: User) -> Self:
        """Articles whose text the person may change: one's own drafts, and all in sections that an editor holds.

        A writer takes a handed-in article back first: what an editor has read must be what gets published.
        """
        return self.own_or_held(user, own_articles(user) & Q(state=State.DRAFT))

    def in_hands_of(self, user: User) -> Self:
        """Articles that the person may hand in and take back: one's own, and all in sections that an editor holds."""
        return self.own_or_held(user, own_articles(user))

    def publishable_by(self, user: User) -> Self:
        """Articles that the person may publish, schedule, and give an expiry."""
        return self.held_with(user, "publish_article")

    def reviewable_by(self, user: User) -> Self:
        """Articles that the person may review, and return to their writers."""
        return self.held_with(user, "return_article")

    def withdrawable_by(self, user: User) -> Self:
        """Articles that the person may take from readers, and reopen."""
        return self.held_with(user, "withdraw_article")

    def deletable_by(self, user: User) -> Self:
        """Articles that the person may delete: what readers have seen is withdrawn and kept, never deleted."""
        never_seen = Q(first_published_at=None) | Q(first_published_at__gt=timezone.now())
        return self.held_with(user, "delete_article").filter(never_seen)

    def held_with(self, user: User, right: str) -> Self:
        """Articles in sections that the person holds, for those who have the right; none for others."""
        if not user.has_perm(f"news.{right}"):
            return self.none()
        return self if user.holds_all else self.filter(section__in=Section.objects.held_by(user))

    def own_or_held(self, user: User, own: Q) -> Self:
        """Articles for which `own` holds, if the person writes, and those that they edit."""
        if not user.has_perm("news.change_article"):
            return self.held_with(user, "edit_any_article")
        if not user.has_perm("news.edit_any_article"):
            return self.filter(own)
        return self if user.holds_all else self.filter(own | Q(section__in=Section.objects.held_by(user)))

    def under_review(self) -> Self:
        """Articles that an editor has begun to review."""
        return self.filter(state=State.REVIEW, review_began_at__isnull=False)

    def waiting_longest_first(self) -> Self:
        """Handed-in articles by `waiting_since`: when they were handed in, or last edited where no log tells."""
        handed_in = LogEntry.objects.filter(article=OuterRef("pk"), action=Action.HANDED_IN).order_by("-id")
        since = Coalesce(Subquery(handed_in.values("at")[:1]), "edited_at")
        return self.filter(state=State.REVIEW).annotate(waiting_since=since).order_by("waiting_since", "id")

    def own(self, user: User) -> Self:
        """Articles that the person began or signs."""
        return self.filter(own_articles(user))

    def showing(self, gallery: "Gallery") -> Self:
        """Articles under whose text the gallery stands, that of a waiting draft aside."""
        return self.filter(galleries__gallery=gallery, galleries__waiting=False)

    def with_waiting_draft(self) -> Self:
        """Articles of which editors have a newer text than readers."""
        return self.filter(draft_waiting=True)

    def scheduled(self, at: datetime | None = None) -> Self:
        """Articles that were approved for a minute that has not come."""
        return self.filter(state=State.PUBLISHED, published_at__gt=at or timezone.now())

    def between(self, start: datetime, end: datetime) -> Self:
        """Articles that were or will be published from `start` on and before `end`."""
        return self.filter(state=State.PUBLISHED, published_at__gte=start, published_at__lt=end)

    def first_of_each_day(self, rows: int) -> Self:
        """The first `rows` of each day of the newsroom, in order of time; `on_day` of each says how many that day has.

        Costs as much as the period has articles, so a period comes before it (`between`).
        """
        day = TruncDate("published_at", tzinfo=VIETNAM)
        place = Window(RowNumber(), partition_by=[F("day")], order_by=[F("published_at"), F("id")])
        counted = self.annotate(day=day, place=place, on_day=Window(Count("*"), partition_by=[F("day")]))
        return counted.filter(place__lte=rows).order_by("published_at", "id")

    def due_in_the_minutes_of(self, moments: Iterable[datetime]) -> Self:
        """Articles that are to be published in the same minute as one of the moments; by index, one range a minute."""
        minutes = {moment.replace(second=0, microsecond=0) for moment in moments}
        same = Q(pk__in=[])
        for minute in sorted(minutes):
            same |= Q(published_at__gte=minute, published_at__lt=minute + timedelta(minutes=1))
        return self.filter(same, state=State.PUBLISHED)

    def clashing_with(self, article: "Article", at: datetime) -> Self:
        """Other articles that would come at the minute of `at` where this one comes: same section, or featured as well."""
        place = Q(section=article.section_id) | (Q(featured=True) if article.featured else Q(pk__in=[]))
        return self.scheduled().due_in_the_minutes_of([at]).filter(place).exclude(pk=article.pk)

    def for_lists(self) -> Self:
        """What a headline in a list needs, without the body."""
        return self.select_related("section__parent", "lead_photo").defer("body", "search_text")


def own_articles(user: User) -> Q:
    """The question of `own()`, to be asked along with others."""
    return Q(created_by=user) | Q(pk__in=Author.articles.through.objects.filter(author__user=user).values("article"))
