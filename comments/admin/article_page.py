"""A page on one article's comments: how they stand, how long they wait, on which terms they are taken, and the switches."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.admin.people import counted
from comments.admin.returning import to
from comments.admin.switch_forms import SwitchForm
from comments.admin.switches import require_reader, rows_for
from comments.articles import discussion_of, sections_of, terms_of, with_terms
from comments.models import Comment, CommentSwitch, State
from comments.moderation.switches import keeping
from comments.waiting import usual_wait
from news.desk.pages import page, person, staff
from news.models import Article, User

ENDED = 10


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; POST turns a switch on under the article. 422 for a form that was answered wrongly."""
    require_reader(person(request))
    article, sent = found(pk, person(request)), request.method == "POST"
    form = SwitchForm(request.POST if sent else None)
    if not sent or not form.is_valid():
        return _page(request, article, form, 422 if sent else 200)
    switch = keeping.switch_on(form.wanted(article=article), person(request))
    messages.success(request, _("Đã bật: %(switch)s.") % {"switch": switch.get_kind_display()})
    return to(reverse("comments_desk:article", args=[pk]))


def found(pk: int, by: User) -> Article:
    """An article that readers see or talk about, or that the person finds at the desk anyway. Raises Http404."""
    rows = with_terms(Article.objects.select_related("discussion", "section__parent"))
    article = rows.defer("body", "search_text").filter(pk=pk).first()
    if article is None or not (article.is_live() or article.comments.exists() or _reads(article, by)):
        raise Http404
    return article


def _reads(article: Article, by: User) -> bool:
    return Article.objects.readable_by(by).filter(pk=article.pk).exists()


def _page(request: HttpRequest, article: Article, form: SwitchForm, status: int = 200) -> HttpResponse:
    now, by = timezone.now(), person(request)
    comments = Comment.objects.filter(article=article)
    here = Q(article=article) | Q(section__in=sections_of(article)) | Q(article=None, section=None)
    known = CommentSwitch.objects.for_desk().newest_first().filter(here)
    live = rows_for(by, known.live(now))
    context: dict[str, Any] = {
        "title": _("Bình luận dưới bài"),
        "article": article,
        "discussion": discussion_of(article),
        "terms": terms_of(article),
        "counts": counted(comments),
        "oldest_waiting": comments.filter(state=State.WAITING).aggregate(at=Min("created_at"))["at"],
        "usual_wait": usual_wait(now),
        "senders": comments.exclude(address_hash="").aggregate(n=Count("address_hash", distinct=True))["n"],
        "live": live,
        "ended": list(known.filter(article=article).exclude(pk__in=[row[0].pk for row in live])[:ENDED]),
        "form": form if keeping.may(article, None, by) else None,
        "live_address": article.get_absolute_url() if article.is_live() else "",
    }
    return page(request, "comments/desk/article.html", status, **context)
