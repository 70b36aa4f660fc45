"""Correcting in public: a form with the wording as readers will see it. The rule is in news/corrections.py."""

from typing import Any

from django import forms
from django.contrib import messages
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminTextareaWidget

from news import corrections, lifecycle
from news.corrections import MISSING, Wording
from news.desk.pages import page, person, staff
from news.models import Article, Correction
from news.models.corrections import Kind

LONGEST_REASON = 300  # characters, as for withdrawing an article


class CorrectionForm(forms.Form):
    """What a correction says. `wording` is what was understood, also of a form with errors."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=Kind.choices,
        widget=UnfoldAdminRadioSelectWidget(),
        error_messages={"required": corrections.UNKNOWN_KIND, "invalid_choice": corrections.UNKNOWN_KIND},
        help_text=gettext_lazy(
            "Lỗi nhỏ không hại ai: đính chính. Sai sự thật, chạm đến uy tín, danh dự của ai: cải chính và xin lỗi."
        ),
    )
    headline = forms.CharField(
        label=gettext_lazy("Tít bài lúc đăng sai"),
        max_length=200,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        error_messages={"required": MISSING["headline"]},
        help_text=gettext_lazy("Nếu tít đã sửa thì ghi tít cũ, để bạn đọc nhận ra bài."),
    )
    was_false = forms.CharField(
        label=gettext_lazy("Thông tin sai"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        error_messages={"required": MISSING["was_false"]},
        help_text=gettext_lazy("Chép đúng câu hoặc con số đã đăng."),
    )
    what_is_right = forms.CharField(
        label=gettext_lazy("Thông tin đúng"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget({"rows": 4}),
        error_messages={"required": MISSING["what_is_right"]},
    )
    apology = forms.CharField(
        label=gettext_lazy("Lời xin lỗi"),
        max_length=500,
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text=gettext_lazy("Ví dụ: Tòa soạn thành thật xin lỗi ông A và bạn đọc."),
    )

    class Media:
        js = [Script("news/live-preview.js", type="module")]

    @property
    def wording(self) -> Wording:
        """What the fields say; the first values of a form that was not sent yet."""
        said = self.cleaned_data if self.is_bound else self.initial
        return Wording(**{name: said.get(name) or "" for name in self.fields}).tidied()

    def clean(self) -> dict[str, Any]:
        """What the rule would refuse, beside the fields."""
        cleaned = super().clean() or self.cleaned_data
        for name, sentence in self.wording.faults().items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return cleaned


class WithdrawalForm(forms.Form):
    """Why a correction is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do rút"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        error_messages={"required": corrections.NO_REASON},
        help_text=gettext_lazy("Chỉ tòa soạn đọc. Lời đính chính biến khỏi trang báo, vẫn giữ ở đây và trong nhật ký."),
    )


@staff
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an article: asked by GET, shown as readers will see it by POST with `preview`, published by POST."""
    articles = Article.objects.readable_by(person(request)).select_related("section__parent")
    article = get_object_or_404(articles, pk=pk)
    corrections.require(article, person(request))
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        initial={"kind": Kind.ERRATUM, "headline": article.headline},
    )
    status = 200
    if sent(request, form):
        try:
            corrections.publish(article, person(request), form.wording)
        except lifecycle.WrongState as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Đã đăng lời đính chính. Bạn đọc thấy ở đầu bài và ở trang đính chính."))
            return redirect("admin:news_article_change", article.pk)
    draft = corrections.draft(article, form.wording)
    return shown(request, form, draft, status, title=_("Đính chính công khai"))


@staff
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a correction otherwise, in the same way."""
    correction = correction_for(request, pk)
    form = CorrectionForm(
        request.POST if request.method == "POST" else None, initial=vars(corrections.wording_of(correction))
    )
    status = 200
    if sent(request, form):
        try:
            corrections.edit(correction, person(request), form.wording)
        except lifecycle.WrongState as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Đã sửa lời đính chính."))
            return redirect("desk:correction", correction.pk)
    corrections.apply(correction, form.wording)
    withdrawal = None if correction.withdrawn_at else WithdrawalForm()
    return shown(request, form, correction, status, title=_("Lời đính chính"), withdrawal=withdrawal)


@staff
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a correction back, for a reason that is asked first."""
    correction = correction_for(request, pk)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            corrections.withdraw(correction, person(request), form.cleaned_data["reason"])
        except corrections.Incomplete as error:
            form.add_error("reason", error.faults["reason"])
            status = 422
        except lifecycle.WrongState as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Đã rút lời đính chính. Bạn đọc không còn thấy."))
            return redirect("desk:correction", correction.pk)
    context = {"form": form, "correction": correction, "title": _("Rút lời đính chính")}
    return page(request, "news/desk/withdraw_correction.html", status, **context)


def correction_for(request: HttpRequest, pk: int) -> Correction:
    """The correction, taken back or not. Raises NotAllowed, Http404."""
    correction = get_object_or_404(Correction.objects.select_related("article__section", "by"), pk=pk)
    corrections.require(correction.article, person(request))
    return correction


def sent(request: HttpRequest, form: CorrectionForm) -> bool:
    """Whether the form came whole, and not only to be looked at."""
    return form.is_valid() and "preview" not in request.POST


def shown(
    request: HttpRequest, form: CorrectionForm, correction: Correction, status: int, **context: Any
) -> HttpResponse:
    """The form and beside it the correction as readers will see it; 422 with errors, unless `status` says otherwise."""
    status = 422 if form.errors and status == 200 else status
    return page(request, "news/desk/correction.html", status, form=form, correction=correction, **context)
