"""The desk's frame: name, colours, and who tells the rest. Read by the settings, so it imports no app."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": gettext_lazy("Bàn làm việc tòa soạn"),
    "SITE_HEADER": "config.rooms.paper_name",
    "SITE_SUBHEADER": gettext_lazy("Bàn làm việc tòa soạn"),
    "SITE_URL": "/",
    "SITE_SYMBOL": "newspaper",
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": True,
    "BORDER_RADIUS": "4px",
    "STYLES": [lambda request: static("news/desk.css")],
    "SCRIPTS": [lambda request: static("news/desk.js")],
    "DASHBOARD_CALLBACK": "news.desk.home.with_work",
    "ACCOUNT": {
        "navigation": [{"title": gettext_lazy("Tài khoản của tôi"), "link": reverse_lazy("desk:account")}],
    },
    "SIDEBAR": {
        "show_search": False,
        "command_search": False,
        "show_all_applications": False,
        "navigation": "config.rooms.rooms",
    },
    "COLORS": {
        "base": {  # ink and paper: greys with a breath of warmth
            "50": "oklch(98.4% .003 85)",
            "100": "oklch(96.3% .004 85)",
            "200": "oklch(91.5% .006 85)",
            "300": "oklch(86% .008 85)",
            "400": "oklch(71% .010 80)",
            "500": "oklch(52.5% .012 75)",
            "600": "oklch(42% .012 70)",
            "700": "oklch(34.5% .011 65)",
            "800": "oklch(26.5% .009 60)",
            "900": "oklch(20.5% .008 55)",
            "950": "oklch(14.5% .006 50)",
        },
        "primary": {  # press red
            "50": "oklch(97.2% .012 22)",
            "100": "oklch(94% .030 22)",
            "200": "oklch(89% .058 22)",
            "300": "oklch(81.5% .105 23)",
            "400": "oklch(74% .150 24)",
            "500": "oklch(71% .165 25)",
            "600": "oklch(48% .175 26)",
            "700": "oklch(43% .160 26)",
            "800": "oklch(38% .135 26)",
            "900": "oklch(33% .110 26)",
            "950": "oklch(25% .080 26)",
        },
        "font": {
            "subtle-light": "var(--color-base-500)",
            "subtle-dark": "var(--color-base-400)",
            "default-light": "var(--color-base-700)",
            "default-dark": "var(--color-base-200)",
            "important-light": "var(--color-base-900)",
            "important-dark": "var(--color-base-50)",
        },
    },
}
