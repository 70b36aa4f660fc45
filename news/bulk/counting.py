"""What would happen, before it happens: how many articles would change, and why the others would not."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, field

from news.bulk.kinds import REFUSALS, Asked, Kind
from news.models import Article, User
from news.models.article_questions import ArticleQuerySet

MOST = 2000  # articles of one act: two minutes' work in the background


@dataclass(frozen=True)
class Count:
    """The articles that would change, and the others by the sentence that refuses them."""

    changing: list[Article] = field(default_factory=list)
    staying: dict[str, list[Article]] = field(default_factory=dict)
    unknown: int = 0  # gone meanwhile, or never the person's to see
    heed: list[str] = field(default_factory=list)
    mark: str = ""  # the same as long as the same would happen to the same articles


def count(kind: Kind, pks: Collection[int], by: User, asked: Asked | None) -> Count:
    """Ask each article's own rule. Without an answer (`asked`) only for the right, where the rest depends on it.

    A few queries for all, at most four more for each article that has to be asked by itself.
    """
    articles = list(to_look_at(kind, pks, by))
    allowed = set(kind.allowed(Article.objects.filter(pk__in=pks), by).values_list("pk", flat=True))
    changing, staying = [], dict[str, list[Article]]()
    for article in articles:
        sentence = refusal(kind, article, by, asked, article.pk in allowed)
        if sentence:
            staying.setdefault(sentence, []).append(article)
        else:
            changing.append(article)
    answered = asked if asked is not None or kind.counts_by_asked else {}
    return Count(
        changing,
        staying,
        unknown=len(set(pks)) - len(articles),
        heed=kind.heed(changing, answered) if answered is not None else [],
        mark=mark(kind, [article.pk for article in changing], asked),
    )


def refusal(kind: Kind, article: Article, by: User, asked: Asked | None, allowed: bool) -> str:
    """The sentence that refuses the article; "" if it would change."""
    try:
        if not allowed:
            kind.rule(article, by)
        if asked is not None or not kind.counts_by_asked:
            kind.refuse(article, by, asked or {})
    except REFUSALS as refused:
        return str(refused)
    return ""


def to_look_at(kind: Kind, pks: Collection[int], by: User) -> ArticleQuerySet:
    """Those of the articles that the person finds at the desk, with what the rules look at."""
    found = Article.objects.readable_by(by).filter(pk__in=pks).select_related("section__parent", "reviewer")
    found = found.prefetch_related("tags", "bylines").order_by("-edited_at", "-id").defer("search_text")
    return found.select_related("lead_photo") if kind.reads_text else found.defer("body", "search_text")


def mark(kind: Kind, changing: list[int], asked: Asked | None) -> str:
    """A short stand-in for what was counted."""
    seen = json.dumps([kind.name, sorted(changing), asked if kind.counts_by_asked else None], sort_keys=True)
    return hashlib.blake2b(seen.encode(), digest_size=12).hexdigest()
