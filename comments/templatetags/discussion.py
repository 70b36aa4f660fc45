"""The discussion under an article, and featured comments, for templates."""

from typing import Any

from django import template
from django.template import Context

from comments.articles import discussion_of, terms_of, with_terms
from comments.forms import CommentForm
from comments.models import Comment
from comments.threads import lasting_place, page_of_threads
from news.models import Article, CommentPolicy

FEATURED = 3  # on the front page

register = template.Library()


@register.inclusion_tag("comments/discussion.html", takes_context=True)
def discussion(context: Context, article: Article) -> dict[str, Any]:
    """Heading, form and newest comments in two queries; nothing where comments are hidden. Wants `paper` around it."""
    rows = with_terms(Article.objects.filter(pk=article.pk)).select_related("discussion")
    known = rows.only("section", "published_at", "discussion").first() or article
    terms = terms_of(known, context["paper"])
    if terms.policy == CommentPolicy.HIDDEN:
        return {}
    return {
        "article": article,
        "discussion": discussion_of(known),
        "open": terms.is_open,
        "terms": terms,
        "at_once": terms.policy == CommentPolicy.POST,
        "form": CommentForm(),
        "page": page_of_threads(article),
    }


@register.inclusion_tag("comments/featured.html", takes_context=True)
def featured_comments(context: Context) -> dict[str, Any]:
    """The newest comments that editors chose, under articles that readers may see; one query."""
    chosen = Comment.objects.featured().open_to_readers(context["paper"]).select_related("article")
    rows = chosen.defer("article__body", "article__search_text", "search_text", "opinions")[:FEATURED]
    return {"featured": [(comment, lasting_place(comment)) for comment in rows]}
