"""Whether there is an article to talk about: comments follow its publication."""

from django.db.models import F, Subquery
from django.http import Http404

from comments.models import Discussion
from comments.moderation.learned import current as learned_score
from comments.moderation.learned.model import Model
from comments.moderation.words import current
from comments.moderation.words.matcher import Matcher
from news.models import Article, CommentPolicy, SiteSettings


class NoSuchArticle(Http404):
    """Readers know no such article: it never was, is not yet published, or its minute hasn't come."""


class ArticleGone(Exception):
    """Readers knew the article, and it is withdrawn or expired."""


def live_article(pk: int, lock: bool = False) -> Article:
    """The article, with its discussion, if any reader may see it now.

    On demand locked until the transaction ends, with what a new comment needs besides (`watched_words`, `sections_of`, `learned`).
    Raises NoSuchArticle, ArticleGone.
    """
    articles = Article.objects.select_related("discussion").defer("body", "search_text")
    if lock:
        articles = articles.select_for_update(of=("self",), no_key=True)
        articles = articles.annotate(section_above=F("section__parent"), words_version=Subquery(current.version()))
        articles = articles.annotate(score_version=Subquery(learned_score.version()))
    article = articles.filter(pk=pk).first()
    if article is None or not (article.is_live() or article.is_gone()):
        raise NoSuchArticle
    if article.is_gone():
        raise ArticleGone
    return article


def discussion_of(article: Article) -> Discussion:
    """The discussion that came with `live_article`; an unsaved one with the defaults where there is none."""
    found: Discussion | None = getattr(article, "discussion", None)
    return found or Discussion(article=article)


def policy_of(article: Article) -> CommentPolicy:
    """The policy that holds for an article that came from `live_article`."""
    return discussion_of(article).effective_policy(SiteSettings.objects.current())


def watched_words(article: Article) -> Matcher:
    """The newsroom's words, for an article that came locked from `live_article`."""
    return current.matcher(vars(article)["words_version"])


def learned(article: Article) -> Model | None:
    """The learned score, if there is one, for an article that came locked from `live_article`."""
    return learned_score.model(vars(article)["score_version"])


def sections_of(article: Article) -> frozenset[int]:
    """The section of an article that came locked from `live_article`, and the one above it."""
    return frozenset(filter(None, (article.section_id, vars(article)["section_above"])))
