"""The buttons by which an article changes its state. Who may press them is decided in news/lifecycle.py."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from news import lifecycle
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


def _may(permission: str, *states: State) -> Callable[[Article, User], bool]:
    return lambda article, user: article.state in states and user.has_perm(permission)


def _may_publish(article: Article, user: User) -> bool:
    waiting = article.state in (State.DRAFT, State.REVIEW) or article.is_scheduled()
    return waiting and user.has_perm("news.publish_article")


def _is_out(article: Article) -> bool:
    return article.state == State.PUBLISHED and not article.is_scheduled()


ALL = (
    Transition(
        "gui-duyet",
        _("Gửi duyệt"),
        _("Đã gửi bài cho biên tập viên duyệt."),
        lambda article, by, asked: lifecycle.hand_in(article, by),
        _may("news.change_article", State.DRAFT),
        look="primary",
    ),
    Transition(
        "lay-lai",
        _("Lấy lại bài"),
        _("Đã lấy bài về, bạn có thể sửa tiếp."),
        lambda article, by, asked: lifecycle.take_back(article, by),
        lambda article, user: (
            article.state == State.REVIEW
            and user.has_perm("news.change_article")
            and not user.has_perm("news.return_article")
        ),
    ),
    Transition(
        "dang",
        _("Đăng ngay"),
        _("Bài đã lên trang."),
        lambda article, by, asked: lifecycle.publish(article, by),
        _may_publish,
        look="primary",
    ),
    Transition(
        "hen-gio",
        _("Hẹn giờ đăng"),
        _("Đã hẹn giờ. Đến phút đó bạn đọc mới thấy bài."),
        lambda article, by, asked: lifecycle.publish(article, by, asked["at"]),
        _may_publish,
        ScheduleForm,
    ),
    Transition(
        "cap-nhat",
        _("Cập nhật bản đang đăng"),
        _("Bạn đọc thấy bản mới từ bây giờ."),
        lambda article, by, asked: lifecycle.update(article, by, asked.get("tell_readers", False)),
        lambda article, user: article.draft_waiting and user.has_perm("news.publish_article"),
        UpdateForm,
        look="primary",
    ),
    Transition(
        "bo-hen-gio",
        _("Bỏ hẹn giờ"),
        _("Đã bỏ hẹn giờ, bài trở lại bản nháp."),
        lambda article, by, asked: lifecycle.unschedule(article, by),
        lambda article, user: article.is_scheduled() and user.has_perm("news.publish_article"),
    ),
    Transition(
        "tra-bai",
        _("Trả bài"),
        _("Đã trả bài cho phóng viên kèm lời nhắn."),
        lambda article, by, asked: lifecycle.send_back(article, by, asked["note"]),
        _may("news.return_article", State.REVIEW),
        NoteForm,
    ),
    Transition(
        "han-hien-thi",
        _("Đặt hạn hiển thị"),
        _("Đã đặt hạn hiển thị."),
        lambda article, by, asked: lifecycle.set_expiry(article, by, asked["at"]),
        lambda article, user: article.state != State.WITHDRAWN and user.has_perm("news.publish_article"),
        ExpiryForm,
    ),
    Transition(
        "go-bai",
        _("Gỡ bài"),
        _("Đã gỡ bài. Bạn đọc thấy trang báo bài đã gỡ."),
        lambda article, by, asked: lifecycle.withdraw(article, by, asked["reason"]),
        lambda article, user: _is_out(article) and user.has_perm("news.withdraw_article"),
        ReasonForm,
        look="danger",
    ),
    Transition(
        "mo-lai",
        _("Mở lại thành nháp"),
        _("Đã mở lại bài. Bạn đọc vẫn thấy trang báo bài đã gỡ cho đến khi bài được đăng lại."),
        lambda article, by, asked: lifecycle.reopen(article, by),
        _may("news.withdraw_article", State.WITHDRAWN),
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
            return redirect("admin:news_article_change", article.pk)
    context = {"article": article, "transition": transition, "form": form, "title": transition.label}
    return page(request, "news/desk/transition.html", status, **context)
