"""An article to take away: as a Word document, and as a page for the printer with its log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from news import body, corrections, exporting, previews
from news.desk.pages import person, staff
from news.desk.preview import asked_content
from news.desk.revisions import readable
from news.models import Article, SiteSettings, Tag
from news.revisions import content as contents
from news.revisions.content import Content

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_REVISIONS = 500  # on paper; more are told by their number


@require_safe
@staff
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest text, or the revision that `?ban=` names, as a .docx for who may read the article at the desk."""
    article = readable(request, pk)
    content = asked_content(request, article)
    shown = text_of(article, content)
    made = exporting.as_word(
        shown,
        previews.bylines_of(content),
        paper=SiteSettings.objects.current().name,
        absolute=request.build_absolute_uri,
    )
    response = HttpResponse(made, content_type=WORD)
    response["Content-Disposition"] = content_disposition_header(True, f"{shown.slug or 'bai'}.docx") or "attachment"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@staff
def on_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The text as `word` finds it, the whole log and the revisions, laid out for A4."""
    article = readable(request, pk)
    content = asked_content(request, article)
    revisions = article.revisions.for_lists().newest_first()
    rows = list(revisions[: MOST_REVISIONS + 1])
    context = {
        "article": text_of(article, content),
        "body": mark_safe(body.clean(content.body).html),  # noqa: S308 (cleaned here)
        "corrections": corrections.of(article),
        "bylines": previews.bylines_of(content),
        "log": article.log.select_related("by").order_by("pk"),
        "revisions": rows[:MOST_REVISIONS],
        "are_more": len(rows) > MOST_REVISIONS,
        "number": request.GET.get("ban", ""),
        "printed_at": timezone.now(),
        "printed_by": person(request),
    }
    response = render(request, "news/desk/on_paper.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def text_of(article: Article, content: Content) -> Article:
    """The article in memory as the content says, topics included."""
    shown = contents.onto(article, content)
    shown._prefetched_objects_cache = {"tags": Tag.objects.filter(pk__in=content.tags)}  # type: ignore[attr-defined]
    return shown
