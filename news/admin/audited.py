"""Admin pages whose saves are acts in the desk's log, with what stood there before and what stands there now."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from news import audit
from news.desk.pages import person

if TYPE_CHECKING:
    from news.admin.theme import ModelAdmin as Base
else:
    Base = object


class Audited(Base):
    """Put before ModelAdmin: adding, changing and deleting are logged as `<model>.added` and so on."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After the last part is saved, in the same transaction."""
        super().save_related(request, form, formsets, change)
        details = {**differences(form), **rows(formsets)}
        if details or not change:
            self._log("changed" if change else "added", request, form.instance, **details)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Logged while it still has its number."""
        self._log("deleted", request, obj)
        super().delete_model(request, obj)

    def _log(self, what: str, request: HttpRequest, obj: Any, **details: Any) -> None:
        audit.record(f"{obj._meta.model_name}.{what}", person(request), obj, **details)


def differences(form: Any) -> dict[str, Any]:
    """Field: what stood there and what stands there now, for all that changed; of a password nothing but that."""
    return {
        name: "…"
        if "password" in name
        else {"before": plain(form.initial.get(name)), "after": plain(form.cleaned_data.get(name))}
        for name in form.changed_data
        if name in form.cleaned_data
    }


def rows(formsets: Any) -> dict[str, list[str]]:
    """What was added to, changed in and removed from the tables inside the form."""
    found: dict[str, list[str]] = {}
    for formset in formsets:
        name = str(formset.model._meta.model_name)
        changed = [str(one) for one, _fields in getattr(formset, "changed_objects", [])]
        touched = [*map(str, getattr(formset, "new_objects", [])), *changed]
        removed = [f"– {one}" for one in getattr(formset, "deleted_objects", [])]
        if touched or removed:
            found[name] = touched + removed
    return found


def plain(value: Any) -> Any:
    """A form's value as JSON can keep it and people can read it."""
    if isinstance(value, QuerySet | list | tuple | set):
        return sorted(str(plain(one)) for one in value)
    if isinstance(value, Permission):
        return f"{value.content_type.app_label}.{value.codename}"
    if isinstance(value, Model):
        return str(value)
    return value if isinstance(value, str | int | bool | None) else str(value)
