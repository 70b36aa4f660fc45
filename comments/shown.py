"""One comment as readers may ask for it: it is there, it is gone, or they never knew it."""

from django.db.models import Q
from django.http import Http404

from comments.articles import policy_of, require_live, take_terms, with_terms
from comments.models import Comment, State
from news.models import CommentPolicy


class CommentGone(Exception):
    """Readers have seen the comment, and do so no more."""


def shown_comment(pk: int) -> Comment:
    """The comment with its article and what it answers. Raises ArticleGone, CommentGone, and Http404 for what readers never knew.

    Where comments are hidden there was never any.
    """
    rows = with_terms(Comment.objects.select_related("article__discussion", "in_answer_to"), "article__")
    unread = ("article__body", "article__search_text", "search_text", "opinions")
    comment = rows.defer(*unread).filter(pk=pk).first()
    if comment is None:
        raise Http404
    require_live(comment.article)
    take_terms(comment.article, vars(comment))
    if policy_of(comment.article) == CommentPolicy.HIDDEN:
        raise Http404
    if comment.state != State.APPROVED:
        raise CommentGone if _was_shown(comment) else Http404
    return comment


def _was_shown(comment: Comment) -> bool:
    approved = Q(before=State.APPROVED) | Q(after=State.APPROVED)
    return comment.state != State.WAITING and comment.decisions.filter(approved).exists()
