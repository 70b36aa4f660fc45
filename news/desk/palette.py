"""The palette: one field that finds articles, photos, people, and what can be done at the desk.

The script asks for JSON; without it the same address is a page. Each kind of thing is one query with a bound; the rooms
come from the frame, which shows each person the doors that open to them.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news.desk.folded_search import by_words
from news.desk.pages import page, person, staff
from news.models import Article, Photo, User
from news.vietnamese.letters import fold

MOST = 6  # of each kind: what is not among them is found with one more word
MOST_WORDS = 8  # of a query: each costs a comparison a row
LONGEST = 100  # letters of a query that are read
MOST_PEOPLE = 500  # whose names are folded here, since no column holds them folded


@dataclass(frozen=True)
class Found:
    """One thing to go to."""

    title: str
    detail: str
    address: str


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    title: str
    found: list[Found]


Finder = Callable[[HttpRequest, str], Group | None]


def articles(request: HttpRequest, asked: str) -> Group | None:
    """Articles that the person finds at the desk, the last edited first; a number finds the id as well."""
    if not asked:
        return None
    rows = by_words(Article.objects.readable_by(person(request)), asked).order_by("-edited_at", "-id")
    found = [
        Found(row.headline, f"{row.section.name} · {row.get_state_display()}", change_page("article", row.pk))
        for row in rows.for_lists()[:MOST]
    ]
    return Group(_("Bài viết"), found)


def photos(request: HttpRequest, asked: str) -> Group | None:
    """Photos by their words, the newest first, for those who see photos."""
    if not asked or not request.user.has_perm("news.view_photo"):
        return None
    nameless = _("Ảnh chưa có lời")
    found = [
        Found(row.caption or row.alt or nameless, row.credit, change_page("photo", row.pk))
        for row in Photo.objects.with_words(asked).order_by("-pk")[:MOST]
    ]
    return Group(_("Ảnh"), found)


def people(request: HttpRequest, asked: str) -> Group | None:
    """Accounts by name and login, for those who see accounts."""
    if not asked or not request.user.has_perm("news.view_user"):
        return None
    rows = User.objects.order_by("-is_active", "-pk").only("username", "display_name")[:MOST_PEOPLE]
    named = [row for row in rows if has_all(f"{row.display_name} {row.username}", asked)]
    return Group(_("Người"), [Found(str(row), row.username, change_page("user", row.pk)) for row in named[:MOST]])


def doors(request: HttpRequest, asked: str) -> Group | None:
    """What the person may do, and the rooms that open to them: all of them while nothing is asked."""
    found = []
    if request.user.has_perm("news.add_article"):
        found.append(Found(_("Viết bài mới"), "", reverse("admin:news_article_add")))
    for group in admin.site.get_sidebar_list(request):  # type: ignore[attr-defined]
        above = str(group.get("title") or "")
        found += [Found(str(item["title"]), above, str(item["link"])) for item in group["items"]]
    found.append(Found(_("Tin báo"), "", reverse("desk:notices")))
    found.append(Found(_("Tài khoản của tôi"), "", reverse("desk:account")))
    return Group(_("Đi tới"), [door for door in found if has_all(door.title, asked)])


FINDERS: tuple[Finder, ...] = (doors, articles, photos, people)


@require_safe
@staff
def palette(request: HttpRequest) -> HttpResponse:
    """What was found for `q`: as JSON for the script, else as a page."""
    typed = request.GET.get("q", "")[:LONGEST]
    asked = " ".join(typed.split()[:MOST_WORDS])
    groups = [group for find in FINDERS if (group := find(request, asked)) and group.found]
    if request.GET.get("dang") == "json":
        return JsonResponse({"groups": [asdict(group) for group in groups]})
    return page(request, "news/desk/palette.html", title=_("Tìm ở bàn làm việc"), asked=typed, groups=groups)


def has_all(text: str, asked: str) -> bool:
    """Whether the words asked for all stand in the text, with or without diacritics."""
    folded = fold(text)
    return all(word in folded for word in fold(asked).split())


def change_page(model: str, pk: int) -> str:
    """Where one of the newsroom's things is opened."""
    return reverse(f"admin:news_{model}_change", args=[pk])
