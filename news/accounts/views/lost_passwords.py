"""A lost password, mended by a letter: Django's own pages in our frame. Nobody learns from them who has an account."""

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from news import audit
from news.accounts import mail, sessions, throttle
from news.accounts.views.pages import wait
from news.desk.pages import page
from news.models import SiteSettings

ASK, SENT = "news/accounts/lost_password.html", "news/accounts/lost_password_sent.html"


class Ask(views.PasswordResetView):
    """Where to send the letter. Every question counts as a try, answered or not."""

    template_name = ASK
    email_template_name = "news/accounts/letters/lost_password.txt"
    subject_template_name = "news/accounts/letters/lost_password_subject.txt"
    success_url = reverse_lazy("desk:lost_password_sent")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the next page, the same for everybody; 429 for who asks too often."""
        form = self.get_form()
        try:
            throttle.begin(request, f"lost {request.POST.get('email', '').casefold()}")
        except throttle.TooManyTries as error:
            return wait(request, ASK, error, form, **self.frame())
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        """Send it to those whom the address belongs to, and log it for them alone."""
        for person in form.get_users(form.cleaned_data["email"]):
            audit.record("account.password_reset_asked", None, person)
        self.extra_email_context = {"paper_name": SiteSettings.objects.current().name}
        return super().form_valid(form)

    def form_invalid(self, form: PasswordResetForm) -> HttpResponse:
        """422 with the form as it was."""
        return page(self.request, ASK, 422, form=form, **self.frame())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what the frame shows."""
        return {**super().get_context_data(**kwargs), **self.frame()}

    def frame(self) -> dict[str, Any]:
        """The title, and whether letters leave this machine at all."""
        return {"title": _("Quên mật khẩu"), "mail": mail.is_set_up()}


def sent(request: HttpRequest) -> HttpResponse:
    """The same sentence for everybody."""
    return page(request, SENT, title=_("Quên mật khẩu"))


class Choose(views.PasswordResetConfirmView):
    """A new password, for whom the letter reached. Every session of theirs ends."""

    template_name = "news/accounts/new_password.html"
    success_url = reverse_lazy("desk:login")
    title = _("Đặt mật khẩu mới")

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """410 for a link that opens nothing any more."""
        response = super().dispatch(*args, **kwargs)
        if response.status_code == 200 and not self.validlink:  # the redirect that hides the token comes first
            response.status_code = 410
        return response

    def form_valid(self, form: "SetPasswordForm[Any]") -> HttpResponse:
        """Save, log, end."""
        response = super().form_valid(form)
        audit.record("account.password_reset", form.user, form.user)
        sessions.end_all(form.user, by=form.user)
        return response

    def form_invalid(self, form: "SetPasswordForm[Any]") -> HttpResponse:
        """422 with what is wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
