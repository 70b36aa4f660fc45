"""Searching at the desk: with or without diacritics, every word must be there."""

from typing import Any

from django.db.models import Q, QuerySet

from news.ids import id_in
from news.models.article_questions import ArticleQuerySet
from news.vietnamese.letters import fold
from news.vietnamese.slugs import slug


def by_slug(queryset: QuerySet[Any], term: str) -> QuerySet[Any]:
    """Things whose slug, which is their folded name, has all words of the term."""
    for word in slug(term).split("-"):
        queryset = queryset.filter(slug__contains=word)
    return queryset


def has_words(term: str, field: str = "search_text") -> Q:
    """Things in whose folded text all words of the term stand."""
    return Q(*(Q(**{f"{field}__contains": word}) for word in fold(term).split()))


def by_words(queryset: ArticleQuerySet, term: str) -> ArticleQuerySet:
    """Articles with all words in headline and standfirst; `#12` and a plain number also find the id."""
    number = id_in(term.strip().removeprefix("#"))
    words = has_words(term)
    if number is None:
        return queryset.filter(words)
    by_id = Q(pk=number)
    return queryset.filter(by_id if term.strip().startswith("#") else by_id | words)
