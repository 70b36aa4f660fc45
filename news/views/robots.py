"""Small files that browsers and crawlers ask for by a fixed name."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse

from news.models import SiteSettings
from news.views.public import public

ICONS = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)
PAPER_WHITE, PRESS_RED = "#fcfbf8", "#b3121d"


@public
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers leave alone (RFC 9309), and where the sitemap is."""
    lines = (
        "User-agent: *",
        f"Disallow: /{settings.DESK_PATH}",
        "Disallow: /binh-luan/",
        f"Disallow: {reverse('news:search')}",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('news:sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest: the paper on a phone's home screen."""
    paper = SiteSettings.objects.current()
    return JsonResponse(
        {
            "name": paper.name,
            "short_name": paper.name,
            "description": paper.motto,
            "lang": "vi",
            "start_url": reverse("news:front"),
            "display": "minimal-ui",
            "background_color": PAPER_WHITE,
            "theme_color": PRESS_RED,
            "icons": [
                {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
                for path, sizes, purpose in ICONS
            ],
        },
        json_dumps_params={"ensure_ascii": False},
        content_type="application/manifest+json",
    )


@public
def favicon(request: HttpRequest) -> HttpResponse:
    """On to the icon, whose own address changes with its content."""
    return HttpResponseRedirect(static("icons/favicon.ico"))
