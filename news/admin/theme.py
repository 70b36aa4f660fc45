"""The admin's theme, for the type checker as Django's own admin: the theme's annotations are narrower than what it takes."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from django.contrib.admin import ModelAdmin as DjangoModelAdmin
    from django.contrib.admin import TabularInline as DjangoTabularInline

    class ModelAdmin(DjangoModelAdmin[Any]):
        """A list and a form in the theme's looks."""

    class TabularInline(DjangoTabularInline[Any, Any]):
        """Rows of a table inside a form."""

    Column = TypeVar("Column", bound=Callable[..., Any])

    def display(**kwargs: Any) -> Callable[[Column], Column]:
        """A column or a read-only field; `label` colours it by its first value."""

else:
    from unfold.admin import ModelAdmin, TabularInline
    from unfold.decorators import display

__all__ = ["ModelAdmin", "TabularInline", "display"]
