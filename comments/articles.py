"""Whether there is an article to talk about: comments follow its publication."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import F, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.http import Http404
from django.utils import timezone

from comments.models import Discussion
from comments.moderation.bans.book import Book, book
from comments.moderation.learned import current as learned_score
from comments.moderation.learned.model import Model
from comments.moderation.rules import current as current_rules
from comments.moderation.rules.chosen import Rules
from comments.moderation.switches.terms import Terms, board, terms
from comments.moderation.words import current
from comments.moderation.words.matcher import Matcher
from news.models import Article, CommentPolicy, SiteSettings

Rows = TypeVar("Rows", bound="QuerySet[Any, Any]")


class NoSuchArticle(Http404):
    """Readers know no such article: it never was, is not yet published, or its minute hasn't come."""


class ArticleGone(Exception):
    """Readers knew the article, and it is withdrawn or expired."""


def live_article(pk: int, lock: bool = False, counted: Mapping[str, Combinable] | None = None) -> Article:
    """The article, with its discussion, if any reader may see it now.

    On demand locked until the transaction ends, with what a new comment needs besides (`watched_words`, `bans`, `learned`,
    `rules_of`, and the columns of `counted`).
    Raises NoSuchArticle, ArticleGone.
    """
    articles = with_terms(Article.objects.select_related("discussion").defer("body", "search_text"))
    if lock:
        articles = articles.select_for_update(of=("self",), no_key=True)
        articles = articles.annotate(**_versions(), **(counted or {}))
    return require_live(articles.filter(pk=pk).first())


def require_live(article: Article | None) -> Article:
    """The article, if any reader may see it now. Raises NoSuchArticle, ArticleGone."""
    if article is None or not (article.is_live() or article.is_gone()):
        raise NoSuchArticle
    if article.is_gone():
        raise ArticleGone
    return article


def discussion_of(article: Article) -> Discussion:
    """The discussion that came with `live_article`; an unsaved one with the defaults where there is none."""
    found: Discussion | None = getattr(article, "discussion", None)
    return found or Discussion(article=article)


def with_terms(rows: Rows, article: str = "") -> Rows:
    """The articles, or rows that lead to one by `article__`, each with what `terms_of` wants to know of it."""
    return rows.annotate(section_above=F(f"{article}section__parent"), switches_version=Subquery(board.version()))


TERMS = ("section_above", "switches_version")


def take_terms(article: Article, known: Mapping[str, Any]) -> None:
    """Let `terms_of` know what came with another row than the article's own."""
    vars(article).update({name: known[name] for name in TERMS})


def terms_of(article: Article, paper: SiteSettings | None = None) -> Terms:
    """On which terms an article takes comments now. One query unless it came from `with_terms`, one more unless the
    paper's settings are given.
    """
    if "switches_version" not in vars(article):
        take_terms(article, vars(with_terms(Article.objects.filter(pk=article.pk)).only("pk").get()))
    now, switches = timezone.now(), board.of(vars(article)["switches_version"])
    holding = switches.on(article.pk, sections_of(article), now)
    return terms(
        article, discussion_of(article), paper or _paper_of(article) or SiteSettings.objects.current(), holding, now
    )


def policy_of(article: Article) -> CommentPolicy:
    """The policy that holds for an article that came from `live_article`; no query where it came locked."""
    return terms_of(article).policy


def bans(article: Article) -> Book:
    """Who may not comment, for an article that came locked from `live_article`."""
    return book.of(vars(article)["bans_version"])


def rules_of(article: Article) -> Rules:
    """The newsroom's choices about the pipeline, for an article that came locked from `live_article`."""
    return current_rules.rules(vars(article)["rules_version"])


def watched_words(article: Article) -> Matcher:
    """The newsroom's words, for an article that came locked from `live_article`."""
    return current.matcher(vars(article)["words_version"])


def learned(article: Article) -> Model | None:
    """The learned score, if there is one, for an article that came locked from `live_article`."""
    return learned_score.model(vars(article)["score_version"])


def sections_of(article: Article) -> frozenset[int]:
    """The section of an article of `with_terms`, and the one above it."""
    return frozenset(filter(None, (article.section_id, vars(article)["section_above"])))


PAPER = ("comments_enabled", "comment_policy", "comments_close_after")  # what the settings say of comments


def _versions() -> dict[str, Any]:
    """What is asked with the article's row instead of by queries of its own."""
    paper = SiteSettings.objects.filter(pk=1)
    return {
        "words_version": Subquery(current.version()),
        "rules_version": Subquery(current_rules.version()),
        "score_version": Subquery(learned_score.version()),
        "bans_version": Subquery(book.version()),
        **{f"paper_{name}": Subquery(paper.values(name)) for name in PAPER},
    }


def _paper_of(article: Article) -> SiteSettings | None:
    """What the paper's settings say of comments, for an article that came locked; defaults where nobody has saved any."""
    asked = vars(article)
    if asked.get("paper_comment_policy") is None:
        return SiteSettings() if "paper_comment_policy" in asked else None
    return SiteSettings(**{name: asked[f"paper_{name}"] for name in PAPER})
