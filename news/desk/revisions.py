"""The revisions of an article at the desk: listed, compared, restored."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import editing
from news.desk.pages import page, person, staff
from news.models import Article, MarginNote, Revision
from news.revisions import keeping
from news.revisions.differences import differences

ROWS = 50  # of the list; older ones are a page away


@require_safe
@staff
def listed(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest revisions, or those before number `?truoc=`."""
    article = readable(request, pk)
    noted = Exists(MarginNote.objects.threads().filter(revision=OuterRef("pk")))
    revisions = article.revisions.for_lists().annotate(noted=noted).newest_first()
    before = request.GET.get("truoc", "")
    if before:
        revisions = revisions.filter(number__lt=number_in(before))
    rows = list(revisions[: ROWS + 1])
    return page(
        request,
        "news/desk/revisions.html",
        article=article,
        revisions=rows[:ROWS],
        older=rows[ROWS - 1].number if len(rows) > ROWS else None,
        may_restore=vars(article)["editable"],
        title=_("Các bản đã lưu"),
    )


@require_safe
@staff
def compared(request: HttpRequest, pk: int) -> HttpResponse:
    """Two revisions, `?cu=` and `?moi=` (without it the newest), in two columns or with `?cot=1` in one."""
    article = readable(request, pk)
    before = chosen(article, request.GET.get("cu", "1"))
    after = chosen(article, request.GET.get("moi", "moi-nhat"))
    return page(
        request,
        "news/desk/compare.html",
        article=article,
        before=before,
        after=after,
        parts=differences(keeping.content_of(before), keeping.content_of(after)),
        mode="one" if request.GET.get("cot") == "1" else "columns",
        may_restore=vars(article)["editable"],
        title=_("So sánh bản %(before)d và bản %(after)d") % {"before": before.number, "after": after.number},
    )


@require_POST
@staff
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Make that revision the newest text again, as a revision of its own."""
    article = readable(request, pk)
    revision = get_object_or_404(article.revisions.unpackable(), number=number)
    editing.restore(article, revision, person(request))
    messages.success(request, _("Đã khôi phục bản số %(number)d thành bản mới nhất.") % {"number": number})
    return redirect("admin:news_article_change", pk)


def readable(request: HttpRequest, pk: int) -> Article:
    """The article, for those who find it at the desk, with whether they may change it (`editable`). Raises Http404."""
    editable = Article.objects.editable_by(person(request)).filter(pk=OuterRef("pk"))
    articles = Article.objects.readable_by(person(request)).annotate(editable=Exists(editable))
    return get_object_or_404(articles.select_related("live_revision"), pk=pk)


def number_in(text: str) -> int:
    """A revision's number in an address. Raises Http404 for what can't be one."""
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise Http404
    return int(text)


def chosen(article: Article, name: str) -> Revision:
    """The revision that an address names: a number, `moi-nhat` or `dang-dang` (what readers see). Raises Http404."""
    revisions = article.revisions.unpackable()
    if name == "dang-dang":
        return get_object_or_404(revisions, pk=article.live_revision_id)
    if name == "moi-nhat":
        return get_object_or_404(revisions, pk=article.newest_revision_id)
    return get_object_or_404(revisions, number=number_in(name))
