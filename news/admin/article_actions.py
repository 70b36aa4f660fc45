"""What can be done to several articles at once, in the list: each choice leads to the page that counts first."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.bulk.counting import MOST
from news.bulk.kinds import Kind
from news.bulk.menu import KINDS
from news.desk import bulk


class SelectedOrAll(ActionForm):
    """The menu, and whether it is for the ticked articles or for all that the filter lets through."""

    select_across = forms.BooleanField(
        label=gettext_lazy("Mọi bài khớp bộ lọc, cả các trang khác"), required=False, initial=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].widget.attrs["aria-label"] = _("Việc làm với các bài đã chọn")


def action(kind: Kind) -> Any:
    """The kind as an action of the list."""

    def lead(desk: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        pks = list(queryset.values_list("pk", flat=True)[: MOST + 1])
        if len(pks) > MOST:
            messages.warning(request, bulk.too_many())
            return None
        return bulk.first_page(request, kind, pks)

    lead.__name__ = kind.name.replace("-", "_")
    return admin.action(description=format_lazy("{act}…", act=kind.label))(lead)


ACTIONS = tuple(action(kind) for kind in KINDS)
