"""Whether there is an article to talk about: comments follow its publication."""

from collections.abc import Mapping

from django.db.models import F, Subquery
from django.db.models.expressions import Combinable
from django.http import Http404

from comments.models import Discussion
from comments.moderation.rules import current as current_rules
from comments.moderation.rules.chosen import Rules
from comments.moderation.words import current
from comments.moderation.words.matcher import Matcher
from news.models import Article, CommentPolicy, SiteSettings


class NoSuchArticle(Http404):
    """Readers know no such article: it never was, is not yet published, or its minute hasn't come."""


class ArticleGone(Exception):
    """Readers knew the article, and it is withdrawn or expired."""


def live_article(pk: int, lock: bool = False, counted: Mapping[str, Combinable] | None = None) -> Article:
    """The article, with its discussion, if any reader may see it now.

    On demand locked until the transaction ends, with what a new comment needs besides (`watched_words`, `sections_of`,
    `rules_of`, and the columns of `counted`).
    Raises NoSuchArticle, ArticleGone.
    """
    articles = Article.objects.select_related("discussion").defer("body", "search_text")
    if lock:
        articles = articles.select_for_update(of=("self",), no_key=True)
        articles = articles.annotate(section_above=F("section__parent"), **_versions(), **(counted or {}))
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
    """The policy that holds for an article that came from `live_article`; no query where it came locked."""
    return discussion_of(article).effective_policy(_paper_of(article) or SiteSettings.objects.current())


def rules_of(article: Article) -> Rules:
    """The newsroom's choices about the pipeline, for an article that came locked from `live_article`."""
    return current_rules.rules(vars(article)["rules_version"])


def watched_words(article: Article) -> Matcher:
    """The newsroom's words, for an article that came locked from `live_article`."""
    return current.matcher(vars(article)["words_version"])


def sections_of(article: Article) -> frozenset[int]:
    """The section of an article that came locked from `live_article`, and the one above it."""
    return frozenset(filter(None, (article.section_id, vars(article)["section_above"])))


def _versions() -> dict[str, Subquery]:
    """What is asked with the article's row instead of by queries of its own."""
    paper = SiteSettings.objects.filter(pk=1)
    return {
        "words_version": Subquery(current.version()),
        "rules_version": Subquery(current_rules.version()),
        "paper_enabled": Subquery(paper.values("comments_enabled")),
        "paper_policy": Subquery(paper.values("comment_policy")),
    }


def _paper_of(article: Article) -> SiteSettings | None:
    """What the paper's settings say of comments, for an article that came locked; defaults where nobody has saved any."""
    asked = vars(article)
    if asked.get("paper_policy") is None:
        return SiteSettings() if "paper_policy" in asked else None
    return SiteSettings(comments_enabled=asked["paper_enabled"], comment_policy=asked["paper_policy"])
