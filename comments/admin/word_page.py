"""Where a watched word turned up lately, and what became of those comments."""

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.trying import Found, found_in
from comments.models import Comment, State, WatchedWord
from comments.moderation.words import current
from comments.moderation.words.matcher import Matcher
from news.desk.pages import page, staff
from news.ids import id_in

LOOKED_AT = 1_000  # comments, the newest: some hundred milliseconds
SHOWN = 50


@dataclass(frozen=True)
class Hit:
    """A comment with the word in it, marked."""

    comment: Comment
    found: Found


@require_safe
@staff
def uses(request: HttpRequest, pk: int) -> HttpResponse:
    """What the word finds in the newest comments as it stands now, whatever it found when these came in."""
    if not request.user.has_perm("comments.view_watchedword"):
        raise PermissionDenied(_("Bạn không có quyền xem danh sách từ."))
    word = get_object_or_404(WatchedWord, pk=id_in(str(pk)) or 0)
    hits = uses_of(word)
    states = Counter(hit.comment.state for hit in hits)
    context = {
        "title": _("Từ “%(word)s” trong bình luận gần đây") % {"word": word.text},
        "word": word,
        "hits": hits[:SHOWN],
        "count": len(hits),
        "looked_at": LOOKED_AT,
        "states": [(State(state).label, count) for state, count in states.most_common()],
    }
    return page(request, "comments/desk/word_uses.html", 200, **context)


def uses_of(word: WatchedWord) -> list[Hit]:
    """The newest comments that have the word, each with its places; one query."""
    matcher = Matcher([current.entry(word)])
    rows = Comment.objects.filter(words_erased_at=None).select_related("article__section").newest_first()
    newest = rows.defer("article__body", "article__search_text", "search_text", "opinions")[:LOOKED_AT]
    looked = ((comment, found_in(comment.text, matcher, _sections(comment))) for comment in newest)
    return [Hit(comment, found) for comment, found in looked if found.rows]


def _sections(comment: Comment) -> set[int]:
    section = comment.article.section
    return {pk for pk in (section.pk, section.parent_id) if pk}
