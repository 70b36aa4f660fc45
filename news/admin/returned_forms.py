"""A form that comes back with errors says so to machines as well: 422, not 200."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from news.admin.theme import ModelAdmin


class ReturnedForms(ModelAdmin):
    """For every form of the desk that somebody may get wrong."""

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: Any = False,
        change: Any = False,
        form_url: Any = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The page of the form."""
        response: HttpResponse = super().render_change_form(request, context, add, change, form_url, obj)
        if context.get("errors"):
            response.status_code = 422
        return response
