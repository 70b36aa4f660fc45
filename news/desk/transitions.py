"""The buttons by which an article changes its state. Who may press them is decided in news/rights.py."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from news import lifecycle, rights
from news.desk.clashes import clash_warning
from news.desk.forms import ExpiryForm, NoteForm, NothingAsked, ReasonForm, ScheduleForm, UpdateForm
from news.desk.pages import page, person, staff
from news.models import Article, State, User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Answers = dict[str, Any]


@dataclass(frozen=True)
class Transition:
    """One button: its words, what it asks, what it does, and for which articles it is shown to whom."""

    name: str  # in addresses
    label: "StrOrPromise"
    done: "StrOrPromise"
    act: Callable[[Article, User, Answers], object]
    offered: Callable[[Article, User], bool]
    form: type[forms.Form] = NothingAsked
    look: str = "default"

    def bound_to(self, answers: Any = None) -> forms.Form:
        """Its form; the prefix keeps several on one page apart.

        The fields name the form that they belong to, since beside an article they stand inside the article's own.
        """
        form = self.form(answers, prefix=self.name)
        for field in form.fields.values():
            field.widget.attrs["form"] = self.name
        return form


def _may(rule: rights.Rule, *states: State) -> Callable[[Article, User], bool]:
    return lambda article, user: article.state in states and rights.allows(rule, article, user)


def may_publish(article: Article, user: User) -> bool:
    """Whether it makes sense to offer publishing."""
    waiting = article.state in (State.DRAFT, State.REVIEW) or article.is_scheduled()
    return waiting and rights.allows(rights.require_publishable, article, user)


def _may_take_back(article: Article, user: User) -> bool:
    """An editor returns the article instead, with a note."""
    waiting = article.state == State.REVIEW and not article.is_under_review()
    returns = rights.allows(rights.require_reviewable, article, user)
    return waiting and not returns and rights.allows(rights.require_in_hands, article, user)


def _may_review(article: Article, user: User, begun: bool) -> bool:
    waiting = article.state == State.REVIEW and article.is_under_review() is begun
    return waiting and rights.allows(rights.require_reviewable, article, user)


def _is_out(article: Article) -> bool:
    return article.state == State.PUBLISHED and not article.is_scheduled()


ALL = (
    Transition(
        "gui-duyet",
        _("Gửi duyệt"),
        _("Đã gửi bài cho biên tập viên duyệt."),
        lambda article, by, asked: lifecycle.hand_in(article, by),
        _may(rights.require_in_hands, State.DRAFT),
        look="primary",
    ),
    Transition(
        "lay-lai",
        _("Lấy lại bài"),
        _("Đã lấy bài về, bạn có thể sửa tiếp."),
        lambda article, by, asked: lifecycle.take_back(article, by),
        _may_take_back,
    ),
    Transition(
        "bat-dau-duyet",
        _("Bắt đầu duyệt"),
        _("Bạn đang duyệt bài này; phóng viên không lấy lại được nữa."),
        lambda article, by, asked: lifecycle.begin_review(article, by),
        lambda article, user: _may_review(article, user, begun=False),
    ),
    Transition(
        "thoi-duyet",
        _("Thôi duyệt"),
        _("Bài lại chờ người duyệt."),
        lambda article, by, asked: lifecycle.leave_review(article, by),
        lambda article, user: _may_review(article, user, begun=True),
    ),
    Transition(
        "dang",
        _("Đăng ngay"),
        _("Bài đã lên trang."),
        lambda article, by, asked: lifecycle.publish(article, by),
        may_publish,
        look="primary",
    ),
    Transition(
        "hen-gio",
        _("Hẹn giờ đăng"),
        _("Đã hẹn giờ. Đến phút đó bạn đọc mới thấy bài."),
        lambda article, by, asked: lifecycle.publish(article, by, asked["at"]),
        may_publish,
        ScheduleForm,
    ),
    Transition(
        "cap-nhat",
        _("Cập nhật bản đang đăng"),
        _("Bạn đọc thấy bản mới từ bây giờ."),
        lambda article, by, asked: lifecycle.update(article, by, asked.get("tell_readers", False)),
        lambda article, user: article.draft_waiting and rights.allows(rights.require_publishable, article, user),
        UpdateForm,
        look="primary",
    ),
    Transition(
        "bo-hen-gio",
        _("Bỏ hẹn giờ"),
        _("Đã bỏ hẹn giờ, bài trở lại bản nháp."),
        lambda article, by, asked: lifecycle.unschedule(article, by),
        lambda article, user: article.is_scheduled() and rights.allows(rights.require_publishable, article, user),
    ),
    Transition(
        "tra-bai",
        _("Trả bài"),
        _("Đã trả bài cho phóng viên kèm lời nhắn."),
        lambda article, by, asked: lifecycle.send_back(article, by, asked["note"]),
        _may(rights.require_reviewable, State.REVIEW),
        NoteForm,
    ),
    Transition(
        "han-hien-thi",
        _("Đặt hạn hiển thị"),
        _("Đã đặt hạn hiển thị."),
        lambda article, by, asked: lifecycle.set_expiry(article, by, asked["at"]),
        _may(rights.require_publishable, State.DRAFT, State.REVIEW, State.PUBLISHED),
        ExpiryForm,
    ),
    Transition(
        "go-bai",
        _("Gỡ bài"),
        _("Đã gỡ bài. Bạn đọc thấy trang báo bài đã gỡ."),
        lambda article, by, asked: lifecycle.withdraw(article, by, asked["reason"]),
        lambda article, user: _is_out(article) and rights.allows(rights.require_withdrawable, article, user),
        ReasonForm,
        look="danger",
    ),
    Transition(
        "mo-lai",
        _("Mở lại thành nháp"),
        _("Đã mở lại bài. Bạn đọc vẫn thấy trang báo bài đã gỡ cho đến khi bài được đăng lại."),
        lambda article, by, asked: lifecycle.reopen(article, by),
        _may(rights.require_withdrawable, State.WITHDRAWN),
    ),
)
BY_NAME = {transition.name: transition for transition in ALL}


def offered(article: Article, user: User) -> list[tuple[Transition, forms.Form]]:
    """The buttons that make sense for this article and this person, each with its empty form."""
    return [(transition, transition.bound_to()) for transition in ALL if transition.offered(article, user)]


@require_POST
@staff
def make(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Press the button `name`: back to the article, or 422 (403 for lack of the right) with the form as it was."""
    article = get_object_or_404(Article.objects.readable_by(person(request)), pk=pk)
    if name not in BY_NAME:
        raise Http404
    transition = BY_NAME[name]
    form = transition.bound_to(request.POST)
    status = 422
    if form.is_valid():
        try:
            transition.act(article, person(request), form.cleaned_data)
        except lifecycle.NotAllowed as error:
            status = 403
            form.add_error(None, str(error))
        except lifecycle.NotReady as error:
            form.add_error(None, forms.ValidationError(list(error.missing)))
        except lifecycle.WrongState as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(transition.done))
            if transition.form is ScheduleForm and (clash := clash_warning(article)):
                messages.warning(request, clash)
            return redirect("admin:news_article_change", article.pk)
    context = {"article": article, "transition": transition, "form": form, "title": transition.label}
    return page(request, "news/desk/transition.html", status, **context)
