"""The list of comments, where most are decided in one click, and the page of one comment with all that is known of it."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.forms import ActionForm
from unfold.paginator import InfinitePaginator

from comments.admin import acts, filters, views
from comments.admin.history import histories, others_from
from comments.admin.kept import kept_page
from comments.admin.opinions import deciding, told
from comments.admin.score import judged, score_page
from comments.admin.wordings import wordings_of
from comments.models import Comment, Decision, Reason, State
from comments.moderation import decisions
from comments.moderation.second_look import asked
from news import audit
from news.desk.folded_search import by_words
from news.desk.pages import person

REPORTS_SHOWN = 50  # the newest; more say nothing new
SHOWN_WHOLE = 400  # characters; most comments are shorter, a longer one is read on its page
REASONS = [("", _("không nêu lý do")), *Reason.choices]


class DecisionForm(ActionForm):
    """What can be done to several comments at once; the reason is for those that are not shown."""

    reason = forms.ChoiceField(label=_("Lý do (khi không đăng)"), choices=REASONS, required=False)


def undoable(comment: Comment, made: list[Decision]) -> Decision | None:
    """The decision that stands, unless its writer has the last word (took the comment back, asked for another look),
    nobody can read any more what was decided about, or it is too old."""
    standing = next((each for each in made if not each.undone_at), None)
    writers = (
        comment.state == State.TAKEN_BACK
        or comment.words_erased_at
        or (standing and hasattr(standing, "second_look"))
        or (standing and not decisions.may_still_undo(standing))
    )
    return None if writers else standing


def act_on_selected(act: acts.Act) -> Any:
    """The button as an action of the list."""

    @admin.action(description=act.label)
    def action(desk: "CommentAdmin", request: HttpRequest, queryset: Any) -> None:
        acts.do(request, act, queryset.order_by("pk"), acts.asked_reason(request.POST.get("reason")))

    action.__name__ = act.name.replace("-", "_")
    return action


@admin.register(Comment)
class CommentAdmin(ModelAdmin):
    """Comments are decided about, never edited: their words are their writers'."""

    list_display = ("said", "where", "history", "buttons")
    list_display_links = None
    list_filter = (
        filters.StateFilter,
        filters.SectionFilter,
        filters.SecondLookFilter,
        filters.FeaturedFilter,
        filters.ArticleFilter,
    )
    list_per_page = 50
    list_disable_select_all = True
    list_before_template: Any = "news/desk/parts/states.html"
    ordering = ("-id",)
    sortable_by = ()
    paginator = InfinitePaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("search_text",)
    search_help_text = _("Tìm trong tên và bình luận, có dấu hay không dấu; #12 tìm theo số")
    action_form = DecisionForm
    actions = tuple(act_on_selected(act) for act in acts.ACTS.values())
    change_form_template = "comments/desk/comment.html"
    view_on_site = False  # most are not there to be seen; the page of one links its article while it is live

    class Media:
        css = {"all": ["news/desk-compare.css", "comments/desk.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers write comments."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        """Nobody edits them."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Comments with what a row shows of the article."""
        rows = Comment.objects.select_related("article__section__parent", "parent", "decided_by", "second_look")
        return rows.defer("article__body", "article__search_text", "search_text", "opinions").order_by(*self.ordering)

    def get_urls(self) -> list[URLPattern]:
        """The buttons' addresses before the admin's own."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/quyet-dinh/<slug:name>/", wrap(views.decide), name="comments_comment_decide"),
            path("hoan-tac/", wrap(views.undo), name="comments_comment_undo"),
            path("diem-tu-hoc/", wrap(score_page), name="comments_learned_score"),
            path("du-lieu-ban-doc/", wrap(kept_page), name="comments_kept"),
            *super().get_urls(),
        ]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting many at once is nobody's work."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def delete_model(self, request: HttpRequest, obj: Comment) -> None:
        """With the counts."""
        decisions.erase(obj, person(request))

    def log_deletions(self, request: HttpRequest, queryset: Any) -> list[Any]:
        """In the log of the desk, by its number: the admin's own log would keep the name and the words."""
        for comment in queryset:
            audit.record("comments.deleted", person(request), number=comment.pk)
        return []

    # --- the list --------------------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list, with the states above it as tabs."""
        chosen = request.GET.get("trang_thai", State.WAITING)
        states = [(name, f"?trang_thai={value}", value == chosen) for value, name in filters.shown_states()]
        context: Any = {"states": states, **(extra_context or {})}
        return super().changelist_view(request, context)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The page's rows, each with the history of its address; one more query for all of them."""
        changelist = super().get_changelist_instance(request)
        changelist.result_list = list(changelist.result_list)
        known = histories(changelist.result_list)
        for comment in changelist.result_list:
            comment.history = known.get(comment.address_hash, {})
        return changelist

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With or without diacritics, all words."""
        return by_words(queryset, search_term), False

    @admin.display(description=_("bình luận"))
    def said(self, comment: Comment) -> str:
        """Who said what and when, and what became of it."""
        return render_to_string(
            "comments/desk/said.html", {"comment": comment, "shown_whole": SHOWN_WHOLE, "likely": settings.SCORE_LIKELY}
        )

    @admin.display(description=_("dưới bài"))
    def where(self, comment: Comment) -> str:
        """The article and its section."""
        return render_to_string("comments/desk/where.html", {"article": comment.article})

    @admin.display(description=_("cùng nguồn gửi"))
    def history(self, comment: Comment) -> str:
        """What became of other comments from the same address."""
        return render_to_string(
            "comments/desk/history.html", {"history": getattr(comment, "history", {}), "comment": comment}
        )

    @admin.display(description=_("quyết định"))
    def buttons(self, comment: Comment) -> str:
        """The buttons; they send the list's own form to another address, so that nothing changes by a link."""
        return render_to_string("comments/desk/buttons.html", {"comment": comment, "reasons": REASONS})

    # --- one comment -----------------------------------------------------------------------------------------

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: Any = False,
        change: Any = False,
        form_url: Any = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The comment with its article, what it answers, what else came from there, and every decision."""
        if obj:
            opinions = told(obj)
            made = list(obj.decisions.select_related("by", "second_look"))
            context |= {
                "live_address": obj.article.get_absolute_url() if obj.article.is_live() else "",
                "decisions": made,
                "standing": undoable(obj, made),
                "asked": asked(obj),
                "reports": list(obj.reports.all()[:REPORTS_SHOWN]),
                "wordings": wordings_of(obj),
                "judged": judged(obj),
                "opinions": opinions,
                "deciding": deciding(opinions),
                "others": others_from(obj),
                "history": histories([obj]).get(obj.address_hash, {}),
                "reasons": REASONS,
            }
        response: HttpResponse = super().render_change_form(request, context, add, change, form_url, obj)
        return response
