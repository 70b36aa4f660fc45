"""An article as readers will see it, for those who may open it at the desk: whole, on a phone, as a card; and links for others."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from news import previews, rights
from news.desk.forms import PreviewLinkForm
from news.desk.pages import page, person, staff
from news.desk.revisions import chosen, readable
from news.models import Article, MarginNote, PreviewLink
from news.revisions import keeping
from news.revisions.content import Content

LINKS = 20  # of one article on the page, the newest first


@require_safe
@staff
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page as the newest revision makes it, or the one that `?ban=` names; dated now where it has no date yet."""
    article = readable(request, pk)
    response = render(request, "news/article.html", previews.page_of(article, asked_content(request, article)))
    response["X-Robots-Tag"] = "noindex"
    return response


@staff
def looks(request: HttpRequest, pk: int) -> HttpResponse:
    """The article on a phone and a desktop, as a card in lists and where it is shared; and the links that show it to others.

    A post makes a link; 422 with the form as it was if something is wrong with it.
    """
    article = readable(request, pk)
    form = PreviewLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        previews.make(article, person(request), previews.SPANS[asked["span"]], asked["recipient"])
        messages.success(request, _("Đã tạo liên kết. Sao chép rồi gửi cho người cần xem."))
        return redirect("desk:looks", pk)
    content, number = asked_content(request, article), request.GET.get("ban", "")
    return page(
        request,
        "news/desk/looks.html",
        422 if form.is_bound else 200,
        shown=previews.page_of(article, content)["article"],
        article=article,
        number=number,
        noted=notes_on(article, number),
        form=form,
        links=[(link, request.build_absolute_uri(previews.address_of(link))) for link in links_of(article)],
        may_share=rights.allows(rights.require_in_hands, article, person(request)),
        title=_("Xem trước"),
    )


@require_POST
@staff
def revoke(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """The link opens nothing any more."""
    readable(request, pk)
    previews.revoke(
        get_object_or_404(PreviewLink.objects.select_related("article"), pk=link, article=pk), person(request)
    )
    messages.success(request, _("Đã thu hồi liên kết."))
    return redirect("desk:looks", pk)


def links_of(article: Article) -> list[PreviewLink]:
    """The article's newest links, those that have ended too: how often they were opened may matter later."""
    return list(article.preview_links.select_related("made_by")[:LINKS])


def notes_on(article: Article, number: str) -> list[MarginNote]:
    """The notes in the margin of the revision with that number ("": the newest), without their answers."""
    revision = article.revisions.filter(number=number).first() if number else article.newest_revision
    return list(article.margin_notes.threads().made_on(revision).for_reading()) if revision else []


def asked_content(request: HttpRequest, article: Article) -> Content:
    """The text of the revision that `?ban=` names, else the newest. Raises Http404."""
    named = request.GET.get("ban", "")
    return keeping.content_of(chosen(article, named)) if named else keeping.newest_content(article)
