"""What accounts ask for. Whether a secret is right is decided by the rules, not here."""

from typing import Any

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm, SetPasswordForm, UsernameField
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from news.models import Invitation, User

NO_PASSWORD = {"required": _("Hãy nhập mật khẩu.")}


class PasswordField(forms.CharField):
    """A password that is asked for; spaces at its ends belong to it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.PasswordInput({"autocomplete": "current-password"})
        super().__init__(strip=False, max_length=4096, widget=widget, error_messages=NO_PASSWORD, **kwargs)


class SignInForm(forms.Form):
    """The first step."""

    username = UsernameField(
        label=_("Tên đăng nhập"),
        max_length=150,
        widget=forms.TextInput({"autofocus": True, "autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": _("Hãy nhập tên đăng nhập.")},
    )
    password = PasswordField(label=_("Mật khẩu"))


class CodeForm(forms.Form):
    """The second step, and setting it up."""

    code = forms.CharField(
        label=_("Mã xác thực"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Hãy nhập mã.")},
    )


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A new password, and the old one, which the view has checked where tries are counted."""

    old_password = PasswordField(label=_("Mật khẩu hiện tại"))
    field_order = ("old_password", "new_password1", "new_password2")


class ConfirmForm(forms.Form):
    """The password once more, before something that a stranger at an open desk must not do."""

    password = PasswordField(label=_("Mật khẩu hiện tại"))


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, address, and whether letters come. A new address needs the password: lost passwords are mended through it."""

    password = PasswordField(
        label=_("Mật khẩu hiện tại"), required=False, help_text=_("Chỉ cần khi đổi địa chỉ thư điện tử.")
    )

    class Meta:
        model = User
        fields = ("display_name", "email", "notices_by_mail")


class RolesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Roles to tick. SQLite stumbles over numbers that are none of its own, so they are refused before it sees them."""

    def clean(self, value: Any) -> Any:
        """The roles. Raises ValidationError."""
        for one in value or []:
            if len(str(one)) > 18:
                raise forms.ValidationError(self.error_messages["invalid_pk_value"], params={"pk": one})
        return super().clean(value)


class InvitationForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to invite, as what."""

    roles = RolesField(
        Group.objects.order_by("id"),
        label=_("Vai trò"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một vai trò.")},
    )

    class Meta:
        model = Invitation
        fields = ("display_name", "email", "roles")


class AcceptForm(BaseUserCreationForm):  # type: ignore[type-arg]
    """The name and the password that the invited person chooses."""

    class Meta:
        model = User
        fields = ("username",)
        field_classes = {"username": UsernameField}
