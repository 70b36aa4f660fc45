"""Corrections: a list that leads to the desk's own page of each."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.paginator import InfinitePaginator

from news.admin.theme import ModelAdmin, display
from news.corrections import RIGHT
from news.models import Correction
from news.vietnamese import dates


@admin.register(Correction)
class CorrectionAdmin(ModelAdmin):
    """Taken back or not, the newest first. Made beside an article, never deleted."""

    list_display = ("headline_shown", "kind_shown", "section", "time_shown", "state_shown")
    list_display_links = ("headline_shown",)
    ordering = ("-at", "-id")
    sortable_by = ()
    paginator = InfinitePaginator
    show_full_result_count = False
    actions = None

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For those who may correct."""
        return request.user.has_perm(RIGHT)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A correction is begun at its article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the desk's own page, by the rule."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is taken back for a reason and stays."""
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """To the desk's own page; what is there and who may open it is asked here as always."""
        response = super().change_view(request, object_id, form_url, extra_context)
        return redirect("desk:correction", object_id) if response.status_code == 200 else response

    @display(description=gettext_lazy("Bài"))
    def headline_shown(self, correction: Correction) -> str:
        """The work as it was."""
        return correction.headline

    @display(description=gettext_lazy("Loại"))
    def kind_shown(self, correction: Correction) -> str:
        """How grave it was."""
        return str(correction.get_kind_display())

    @display(description=gettext_lazy("Lúc"))
    def time_shown(self, correction: Correction) -> str:
        """When readers were told."""
        return dates.short(correction.at)

    @display(description=gettext_lazy("Trạng thái"))
    def state_shown(self, correction: Correction) -> str:
        """Whether readers see it."""
        return _("đã rút") if correction.withdrawn_at else _("đang hiện")
