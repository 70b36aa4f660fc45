"""Rows inside an article's form that belong to the revision that is edited, not to what readers see: bylines, galleries,
documents. Nothing here is stored by itself; news/editing.py keeps it with the text.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, Self

from django import forms as django_forms
from django.db.models import QuerySet
from django.forms import Script
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from news.admin.article_rights import may_edit
from news.admin.theme import TabularInline, display
from news.ids import id_in
from news.revisions.content import Content


class PartOfArticle(TabularInline):
    """Rows in an order that belong to an article: who writes the one writes the other.

    They are moved by buttons (`move`, a column), with the mouse where they are stored, or by their numbers.
    """

    readonly_fields: ClassVar[Any] = ("move",)

    class Media:
        js = [Script("news/row-order.js", type="module")]

    @display(description=gettext_lazy("Chuyển chỗ"))
    def move(self, row: Any) -> SafeString:
        """Buttons that move the row up or down; without JavaScript there are none."""
        return render_to_string("news/desk/parts/move_row.html")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The column's heading also names the field, for those who don't see the column."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            widget: Any = field.widget
            widget = getattr(widget, "widget", widget)  # the select inside the buttons that the admin puts around it
            widget.attrs["aria-label"] = capfirst(str(db_field.verbose_name))
        return field

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may change the article changes its parts."""
        return request.user.has_perm("news.change_article") if obj is None else may_edit(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who finds the article reads its parts."""
        return request.user.has_perm("news.change_article")

    has_change_permission = has_delete_permission = has_add_permission


class RevisedRow(django_forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A row; `names` is the field without which it is none."""

    names = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {self.names, "order"} & self.fields.keys():
            self.fields[name].required = False

    def validate_unique(self) -> None:
        """Not against the stored rows, which these will replace; the set of forms refuses one thing twice."""

    def validate_constraints(self) -> None:
        """The same."""


class AskedOnce:
    """What a select that finds its choices by typing asks of a query, answered for all rows of a table together."""

    def __init__(self, objects: list[Any]) -> None:
        self.objects = objects

    def using(self, database: str) -> Self:
        """They are here already."""
        return self

    def filter(self, **wanted: set[str]) -> list[Any]:
        """Those of which the select shows the names."""
        (keys,) = wanted.values()
        return [each for each in self.objects if str(each.pk) in keys]


class RevisedRows(BaseInlineFormSet):  # type: ignore[type-arg]  # as above
    """Reads rows into what a revision lists."""

    by_itself = False  # sent while somebody writes: files come with the button alone

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The admin's own report of changes asks for these; the log tells of them.
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []

    @cached_property
    def forms(self) -> list[Any]:
        """The rows; what their selects show is asked for all of them at once."""
        forms: list[Any] = BaseInlineFormSet.forms.func(self)  # type: ignore[attr-defined]  # a cached property
        fields = [form.fields.get(self.row_names) for form in forms]
        selects = [field for field in fields if isinstance(field, django_forms.ModelChoiceField)]
        chosen = {str(form[self.row_names].value() or "") for form in forms} if selects else set()
        wanted = list(filter(None, map(id_in, chosen)))
        if selects and selects[0].queryset is not None:
            known = AskedOnce(list(selects[0].queryset.filter(pk__in=wanted)) if wanted else [])
            for field in selects:
                field.widget.choices.queryset = known
        return forms

    @property
    def row_names(self) -> str:
        """The field that names what a row is about."""
        named: Any = self.form
        return str(named.names)

    def initial_form_count(self) -> int:
        """None of the rows that come is one of the stored ones, whatever the sender says."""
        return 0 if self.is_bound else super().initial_form_count()

    def was_sent(self) -> bool:
        """Whether the rows came with the form: all that it counts."""
        total = self.data.get(f"{self.prefix}-{TOTAL_FORM_COUNT}", "")
        if not (total.isascii() and total.isdecimal() and len(total) < 5):
            return False
        row = re.compile(rf"{self.prefix}-([0-9]+)-")
        return {int(found[1]) for name in self.data if (found := row.match(name))} >= set(range(int(total)))

    def kept(self) -> list[dict[str, Any]]:
        """What the rows say that name something and are not taken off, in their order; those without a number last."""
        rows = [form.cleaned_data for form in self.forms if self.is_kept(form.cleaned_data)]
        return sorted(rows, key=lambda row: (row.get("order") is None, row.get("order") or 0))

    def is_kept(self, row: Mapping[str, Any]) -> bool:
        """Whether the row is one."""
        return bool(row.get(self.row_names)) and not row.get("DELETE")

    def changes(self) -> dict[str, Any]:
        """The content's field that the rows make, by its name."""
        raise NotImplementedError


class RevisedInline(PartOfArticle):
    """Rows of the revision for those who write; for those who only look, what readers see."""

    form: Any = RevisedRow
    formset: Any = RevisedRows

    def first_rows(self, content: Content) -> list[dict[str, Any]]:
        """The first values of the rows."""
        raise NotImplementedError

    def shown(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        """Of the stored rows those that readers see."""
        return rows

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """What is shown to those who only look."""
        return self.shown(super().get_queryset(request))

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """As many as the revision has, for those who may change them."""
        return 0 if obj is None or not may_edit(request, obj) else len(self.first_rows(obj.edited))
