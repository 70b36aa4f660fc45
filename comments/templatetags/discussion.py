"""The discussion under an article, for templates."""

from django import template

from news.models import Article

register = template.Library()


@register.simple_tag
def discussion(article: Article) -> str:
    """The comments and the form."""
    return ""


@register.simple_tag
def featured_comments() -> str:
    """Comments that editors chose for the front page."""
    return ""
