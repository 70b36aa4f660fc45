"""People with a login, and their roles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice
from unfold.forms import AdminPasswordChangeForm, UnfoldReadOnlyPasswordHashWidget, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from news import audit, leaving
from news.accounts import sessions
from news.admin.audited import Audited
from news.admin.permissions import described, grantable
from news.admin.returned_forms import ReturnedForms
from news.admin.theme import ModelAdmin
from news.desk.pages import person
from news.models import Section, User

admin.site.unregister([Group, TOTPDevice])  # telephones are seen by nobody, keys least of all


class PasswordShown(UnfoldReadOnlyPasswordHashWidget):
    """Whether there is a password; how it is kept is nobody's business here."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """One line instead of the hash's parts."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        if is_password_usable(value):
            context["summary"] = [{"label": _("Đã đặt.")}]
        return context


class PersonForm(UserChangeForm):
    """A person's account."""

    person: User  # who changes it; the desk says

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password" in self.fields:  # it isn't for those who may only look
            self.fields["password"].widget = PasswordShown()

    def clean(self) -> dict[str, Any]:
        """Somebody must stay who manages people, and nobody locks themselves out."""
        cleaned = super().clean() or self.cleaned_data
        try:
            if not cleaned.get("is_active", True):
                field = "is_active"
                leaving.refuse_closing(self.instance, self.person)
            elif not cleaned.get("is_staff", True):
                field = "is_staff"
                leaving.refuse_closing(self.instance, self.person)
            elif "groups" in cleaned and not keeps_people(self.instance, cleaned["groups"]):
                field = "groups"
                leaving.refuse_last(self.instance)
        except leaving.StillNeeded as error:
            self.add_error(field, str(error))
        return cleaned


def keeps_people(account: User, roles: QuerySet[Group]) -> bool:
    """Whether the account could still manage people with these roles."""
    return account.is_superuser or roles.filter(permissions__codename="change_user").exists()


class NewPersonForm(UserCreationForm):
    """A new account. It has a password: there is no other way into the desk."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["usable_password"]


class PermissionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Permissions to tick, in words."""

    def label_from_instance(self, permission: Permission) -> str:
        """What it lets one do."""
        return described(permission)


class SectionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Sections to tick, subsections named with their section."""

    def label_from_instance(self, section: Section) -> str:
        """Where it stands in the paper."""
        return f"{section.parent.name} › {section.name}" if section.parent else section.name


@admin.register(User)
class UserAdmin(Audited, DjangoUserAdmin, ReturnedForms):  # type: ignore[type-arg]
    """Who may come in, and with which roles. Only a superuser makes or changes superusers."""

    form = PersonForm
    add_form = NewPersonForm
    change_password_form = AdminPasswordChangeForm
    change_form_before_template = "news/accounts/parts/person_links.html"
    list_display = ("username", "display_name", "roles", "sections_shown", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "display_name", "email")
    ordering = ("username",)
    filter_horizontal = ()
    compressed_fields = False
    actions = None
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Người"), {"fields": ("display_name", "email")}),
        (_("Vai trò"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Phụ trách"), {"fields": ("holds_every_section", "sections")}),
        (_("Ngày tháng"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {"fields": ("username", "display_name", "email", "password1", "password2", "groups")},
        ),
        (_("Phụ trách"), {"fields": ("holds_every_section", "sections")}),
    )

    @admin.display(description=_("vai trò"))
    def roles(self, user: User) -> str:
        """The person's roles in a line."""
        names = [group.name for group in user.groups.all()]
        return ", ".join([str(_("toàn quyền"))] * user.is_superuser + names) or "–"

    @admin.display(description=_("phụ trách"))
    def sections_shown(self, user: User) -> str:
        """The sections that were given to the person."""
        if user.holds_every_section:
            return str(_("mọi chuyên mục"))
        return ", ".join(section.name for section in user.sections.all()) or "–"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Everybody, with their roles and sections."""
        users: QuerySet[User] = super().get_queryset(request)
        return users.prefetch_related("groups", "sections")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form knows who changes the account."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.person = person(request)
        return form

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who leaves is deactivated: what they wrote and did keeps their name."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A superuser's account, password included, is changed by superusers alone."""
        out_of_reach = isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser
        return not out_of_reach and bool(super().has_change_permission(request, obj))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Whoever may not come in any more is out at once."""
        super().save_related(request, form, formsets, change)
        if not (form.instance.is_active and form.instance.is_staff):
            sessions.end_all(form.instance, by=person(request))

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """A password set for somebody comes through here alone: it is logged, and ends their sessions elsewhere."""
        if request.resolver_match and request.resolver_match.url_name == "auth_user_password_change":
            audit.record("user.password_set", person(request), obj)
            if obj.pk != request.user.pk:
                sessions.end_all(obj, by=person(request))
        return super().log_change(request, obj, message)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Roles and sections to tick."""
        if db_field.name == "groups":
            kwargs |= {"widget": UnfoldAdminCheckboxSelectMultipleWidget(), "help_text": ""}
        if db_field.name == "sections":
            return SectionsField(
                Section.objects.in_order(),
                label=_("Chuyên mục phụ trách"),
                required=False,
                widget=UnfoldAdminCheckboxSelectMultipleWidget(),
                help_text=_("Ai giữ một mục thì giữ cả các mục con."),
            )
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Group)
class RoleAdmin(Audited, DjangoGroupAdmin, ModelAdmin):
    """Roles, with what each may do in words. Everybody who manages people may look, only a superuser may change."""

    list_display = ("name",)
    filter_horizontal = ()
    compressed_fields = False
    actions = None

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who gives roles to people must know what they mean."""
        return request.user.has_perm("news.change_user") or bool(super().has_view_permission(request, obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """For those who may only look: the permissions as sentences."""
        return () if self.has_change_permission(request, obj) else ("name", "may")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Boxes to tick, or sentences to read."""
        return ("name", "permissions") if self.has_change_permission(request, obj) else ("name", "may")

    @admin.display(description=_("được làm"))
    def may(self, role: Group) -> str:
        """The role's permissions in a line."""
        permissions = grantable(role.permissions.all())
        return "; ".join(described(permission) for permission in permissions) or "–"

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None = None, **kwargs: Any) -> Any:
        """Permissions that mean something here, in words, to tick."""
        if db_field.name != "permissions":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        return PermissionsField(
            grantable(Permission.objects.all()),
            label=_("Được làm"),
            required=False,
            widget=UnfoldAdminCheckboxSelectMultipleWidget(),
        )
