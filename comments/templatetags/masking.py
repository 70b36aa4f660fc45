"""What is shown of a comment while personal data in it is nobody's to read."""

from django import template

from comments.models import Comment
from comments.moderation import masking

register = template.Library()


@register.filter
def for_readers(comment: Comment) -> str:
    """The words as readers see them."""
    return masking.for_readers(comment)


@register.filter
def name_for_readers(comment: Comment) -> str:
    """The name as readers see it."""
    return masking.name_for_readers(comment)


@register.filter
def until_decided(text: str, comment: Comment) -> str:
    """Something typed into the comment, or told of it, with dots while nobody has decided about the comment."""
    return masking.until_decided(comment, text)


@register.filter
def hides(comment: Comment) -> bool:
    """Whether there is something to reveal."""
    return masking.hides(comment)
