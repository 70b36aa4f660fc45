"""The list of articles: fast with 100,000 of them, so nothing is counted and there is one order, by index."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.paginator import InfinitePaginator

from news.admin import article_actions, article_filters
from news.admin.article_rights import ArticleRights
from news.admin.theme import display
from news.desk.folded_search import by_words
from news.models import Article, State
from news.vietnamese import dates

STATE_COLOURS = {
    "draft": "default",
    "review": "warning",
    "scheduled": "info",
    "live": "success",
    "withdrawn": "danger",
    "expired": "danger",
}


class ArticleList(ArticleRights):
    """Columns, filters, search and actions."""

    list_display: tuple[str, ...] = (
        "headline_shown",
        "state_shown",
        "section_shown",
        "authors_shown",
        "time_shown",
    )
    list_display_links = ("headline_shown",)
    list_filter = (
        article_filters.StateFilter,
        article_filters.SectionFilter,
        article_filters.MineFilter,
        article_filters.AuthorFilter,
    )
    list_per_page = 50
    list_disable_select_all = True
    list_before_template = "news/desk/parts/states.html"
    sortable_by = ()
    paginator = InfinitePaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("search_text",)
    search_help_text = gettext_lazy("Tìm trong tít và sapo, có dấu hay không dấu; #12 tìm theo số bài")
    actions = article_actions.ACTIONS
    action_form = article_actions.SelectedOrAll

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without Django's own deleting of several at once: articles are deleted one by one, if at all."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With or without diacritics, all words."""
        return by_words(queryset, search_term), False

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list without bodies; bylines, sections and reviewers of all rows in a few queries.

        Which rows are on the page is asked by their ids, from the index alone: far down in the archive PostgreSQL would
        sort all articles with all their columns. Sections are not joined: SQLite's planner would start at their small
        table and sort every article of each.
        """
        changelist = super().get_changelist_instance(request)
        rows = changelist.result_list
        if hasattr(rows, "defer"):
            shown = self.model._default_manager.filter(pk__in=rows.values("pk")).order_by(*self.ordering)
            changelist.result_list = (
                changelist.apply_select_related(shown)
                .defer("body", "search_text")
                .prefetch_related("bylines__author", "section__parent", "reviewer")
            )
        return changelist

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, with the states above it as tabs."""
        chosen = request.GET.get("trang_thai", "")
        tabs = [("", _("Tất cả")), *article_filters.shown_states()]
        states = [(name, f"?trang_thai={value}" if value else "?", value == chosen) for value, name in tabs]
        response: HttpResponse = super().changelist_view(
            request, {"states": states, "selection_note_all": "", **(extra_context or {})}
        )
        return response

    @display(description=gettext_lazy("tít"))
    def headline_shown(self, article: Article) -> str:
        """The headline with its number."""
        return article.headline

    @display(description=gettext_lazy("trạng thái"), label=STATE_COLOURS)
    def state_shown(self, article: Article) -> tuple[str, str]:
        """The state as a newsroom speaks of it."""
        return shown_state(article)

    @display(description=gettext_lazy("chuyên mục"))
    def section_shown(self, article: Article) -> str:
        """The section with its parent."""
        parent = article.section.parent
        return f"{parent.name} › {article.section.name}" if parent else article.section.name

    @display(description=gettext_lazy("tác giả"))
    def authors_shown(self, article: Article) -> SafeString | str:
        """The byline; each name leads to the author's articles."""
        people = [byline.author for byline in article.bylines.all()]
        return format_html_join(", ", '<a href="?tac_gia={}">{}</a>', ((each.pk, each.name) for each in people)) or "–"

    @display(description=gettext_lazy("thời gian"))
    def time_shown(self, article: Article) -> SafeString:
        """When readers saw or will see it, else the last edit."""
        moment = article.published_at if article.state == State.PUBLISHED else article.edited_at
        if moment is None:
            return format_html("–")
        now = timezone.now()
        shown = dates.due(moment, now) if article.is_scheduled(now) else dates.since(moment, now)
        return format_html(
            '<time datetime="{}" title="{}">{}</time>', moment.isoformat(), dates.long_date(moment), shown
        )


def shown_state(article: Article) -> tuple[str, str]:
    """Name and words of the state, as a newsroom speaks of it."""
    names = dict(article_filters.shown_states())
    name = str(article.state)
    if name == State.PUBLISHED:
        name = "live" if article.is_live() else "scheduled" if article.is_scheduled() else "expired"
    if article.is_under_review() and article.reviewer:
        return name, _("Đang được %(who)s duyệt") % {"who": article.reviewer}
    return name, names[name]
