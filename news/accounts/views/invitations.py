"""Invitations: sent and watched by those who let people in, accepted by those who come."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from news.accounts import browsers, invitations, mail, signing_in, throttle
from news.accounts.forms import AcceptForm, InvitationForm
from news.addresses import client_address
from news.desk.pages import page, person, staff
from news.models import Invitation, SiteSettings

LIST, ONE, ACCEPT, CLOSED = (
    f"news/accounts/{name}.html" for name in ("invitations", "invitation", "accept", "invitation_closed")
)
NO_LONGER = gettext_lazy("Lời mời này đã được nhận hoặc đã thu hồi.")
PER_PAGE = 30


@staff
def listed(request: HttpRequest) -> HttpResponse:
    """Invitations, the newest first, and the form for one more."""
    invitations.require_may_invite(person(request))
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, email, roles = (form.cleaned_data[field] for field in ("display_name", "email", "roles"))
        return sent(request, invitations.invite(person(request), name, email, roles))
    rows = Invitation.objects.select_related("invited_by", "accepted_by").prefetch_related("roles").order_by("-id")
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    return page(request, LIST, 422 if form.errors else 200, form=form, shown=shown, title=_("Lời mời"))


@require_safe
@staff
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One invitation with its link, to copy where no letter leaves this machine."""
    invitations.require_may_invite(person(request))
    invitation = get_object_or_404(Invitation.objects.select_related("invited_by", "accepted_by"), pk=pk)
    link = link_of(request, invitation) if invitation.is_open() else ""
    return page(request, ONE, invitation=invitation, link=link, mail=mail.is_set_up(), title=_("Lời mời"))


@require_POST
@staff
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link, a new letter; 409 for a closed invitation, 429 right after the last letter."""
    invitation = get_object_or_404(Invitation, pk=pk)
    try:
        return sent(request, invitations.send_again(invitation, person(request)))
    except invitations.Closed:
        return refused(request, invitation, str(NO_LONGER), 409)
    except invitations.TooSoon:
        response = refused(request, invitation, _("Thư vừa được gửi. Hãy đợi một phút rồi gửi lại."), 429)
        response["Retry-After"] = "60"
        return response


@require_POST
@staff
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """The link opens nothing any more; 409 if it does so already."""
    invitation = get_object_or_404(Invitation, pk=pk)
    try:
        invitations.revoke(invitation, person(request))
    except invitations.Closed:
        return refused(request, invitation, str(NO_LONGER), 409)
    messages.success(request, _("Đã thu hồi lời mời."))
    return redirect("desk:invitations")


def sent(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Send the letter and say whether it left."""
    paper = SiteSettings.objects.current().name
    left = mail.send(
        invitation.email,
        _("Lời mời vào tòa soạn %(paper)s") % {"paper": paper},
        "news/accounts/letters/invitation.txt",
        invitation=invitation,
        link=link_of(request, invitation),
        paper_name=paper,
    )
    if left:
        messages.success(request, _("Đã gửi thư mời đến %(email)s.") % {"email": invitation.email})
    else:
        messages.warning(request, _("Thư chưa gửi đi được. Hãy chép liên kết dưới đây và chuyển cho người được mời."))
    return redirect("desk:invitation", invitation.pk)


def refused(request: HttpRequest, invitation: Invitation, sentence: str, status: int) -> HttpResponse:
    """The invitation's page with what is in the way."""
    link = link_of(request, invitation) if invitation.is_open() else ""
    context = {"invitation": invitation, "link": link, "error": sentence, "title": _("Lời mời")}
    return page(request, ONE, status, mail=mail.is_set_up(), **context)


def link_of(request: HttpRequest, invitation: Invitation) -> str:
    """The whole address."""
    return request.build_absolute_uri(reverse("desk:accept", args=[invitations.token_of(invitation)]))


@never_cache
@sensitive_post_parameters()
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """The invited person's page: choose a name and a password, and come in. 410 for a link that opens nothing."""
    try:
        known = throttle.begin(request, f"link {client_address(request)}")  # only links that open nothing count
        invitation = invitations.behind(token)
        throttle.succeed(known)
        form = AcceptForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            somebody = invitations.accept(token, form.cleaned_data["username"], form.cleaned_data["password1"])
            signing_in.enter(request, somebody)
            messages.success(request, _("Chào mừng bạn đến với tòa soạn."))
            led_on = redirect("admin:index")
            browsers.remember(request, led_on, somebody)
            return led_on
    except invitations.NameTaken as error:
        form.add_error("username", str(error))
    except invitations.Closed:
        return page(request, CLOSED, 410, title=_("Lời mời"))
    except throttle.TooManyTries as error:
        response = page(request, CLOSED, 429, error=str(error), title=_("Lời mời"))
        response["Retry-After"] = str(error.seconds)
        return response
    context = {"invitation": invitation, "form": form, "title": _("Nhận lời mời")}
    return page(request, ACCEPT, 422 if form.errors else 200, **context)
