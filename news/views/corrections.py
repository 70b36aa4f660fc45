"""Everything the paper has corrected in public: a list, and a feed of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from news.models import Correction, SiteSettings
from news.paging import PAGE_SIZE, asked_key, cut
from news.views.feeds import IN_FEED, Feed, answer
from news.views.public import public


@public
def page(request: HttpRequest) -> HttpResponse:
    """Corrections, the newest first. One whose article is gone stands there all the same, without a link."""
    key = asked_key(request)
    shown, older = cut(Correction.objects.shown().newest_first().for_lists(), key, PAGE_SIZE, "at")
    return render(request, "news/corrections.html", {"corrections": shown, "older": older, "later": key is not None})


@public
def feed(request: HttpRequest) -> HttpResponse:
    """The newest corrections. An item leads to the article, or to the list where the article is gone."""
    title = _("Đính chính, cải chính – %(paper)s") % {"paper": SiteSettings.objects.current().name}
    rss = Feed(
        title=title,
        link=request.build_absolute_uri(reverse("news:corrections")),
        description=title,
        language="vi",
        feed_url=request.build_absolute_uri(request.path),
    )
    for correction in Correction.objects.shown().newest_first().for_lists()[:IN_FEED]:
        place = correction.live_address or reverse("news:corrections")
        rss.add_item(
            title=str(correction),
            link=request.build_absolute_uri(f"{place}#{correction.anchor}"),
            description=correction.in_words,
            pubdate=correction.at,
            categories=[correction.section],
            unique_id=f"{request.get_host()}/{correction.anchor}",
            unique_id_is_permalink=False,
        )
    return answer(rss)
