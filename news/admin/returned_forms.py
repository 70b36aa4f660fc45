"""A form that comes back with errors says so to machines as well."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse

from news.admin.theme import ModelAdmin


class ReturnedForms(ModelAdmin):
    """422 where the form came back with errors."""

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The admin's form."""
        response = super().changeform_view(request, object_id, form_url, extra_context)
        refused = isinstance(response, TemplateResponse) and (response.context_data or {}).get("errors")
        if request.method == "POST" and refused:
            response.status_code = 422
        return response
