"""Importing at the desk: drop a file or paste text, see what was understood, correct it, keep it as a draft."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from news import body, lifecycle, rights
from news.desk.pages import page, person, staff
from news.editor import BodyFormField
from news.importing import Manuscript, Unreadable, digest, read
from news.importing.bylines import names_in, sign
from news.importing.photos import with_photos
from news.importing.take_in import already_taken_in
from news.models import Article, Section
from news.revisions import keeping
from news.vietnamese.plain import clean_line, clean_text

LARGEST_MANUSCRIPT = 20 * 1024 * 1024  # bytes; a Word file with its photos


class ManuscriptForm(forms.Form):
    """What comes in: a file, or text."""

    file = forms.FileField(
        label=gettext_lazy("Tệp văn bản hoặc Word (.txt, .docx)"),
        required=False,
        widget=UnfoldAdminFileFieldWidget({"accept": ".txt,.docx,text/plain"}),
        help_text=gettext_lazy("Chọn tệp, hoặc kéo tệp thả vào trang này."),
    )
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán bài vào đây"),
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 12}),
        help_text=gettext_lazy("Đoạn đầu là tít, đoạn thứ hai là sapo, dòng ngắn cuối cùng là bút danh."),
    )
    again = forms.BooleanField(required=False, widget=forms.HiddenInput())

    class Media:
        js = [Script("news/drop-file.js", type="module")]

    def clean(self) -> dict[str, Any]:
        """The raw bytes as `raw`, whichever way they came."""
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if file and file.size > LARGEST_MANUSCRIPT:
            self.add_error("file", _("Tệp nặng quá 20 MB."))
        elif file:
            cleaned["raw"], cleaned["name"] = file.read(), file.name
        elif cleaned.get("text", "").strip():
            cleaned["raw"], cleaned["name"] = cleaned["text"].encode(), ""
        elif not self.errors:
            self.add_error(None, _("Hãy chọn một tệp hoặc dán bài vào khung."))
        return cleaned


class UnderstoodForm(forms.ModelForm):  # type: ignore[type-arg]
    """What was understood, to correct before it is kept."""

    body = BodyFormField(label=gettext_lazy("Nội dung"), required=False)
    byline = forms.CharField(
        label=gettext_lazy("Bút danh"),
        required=False,
        max_length=200,
        widget=UnfoldAdminTextInputWidget(),
        help_text=gettext_lazy("Nhiều người thì cách nhau bằng dấu phẩy. Bút danh chưa có sẽ được tạo."),
    )
    section = forms.ModelChoiceField(
        Section.objects.select_related("parent"),
        label=gettext_lazy("Chuyên mục"),
        empty_label=gettext_lazy("Chọn chuyên mục"),
    )
    digest = forms.CharField(widget=forms.HiddenInput(), max_length=64)

    class Meta:
        model = Article
        fields = ("headline", "standfirst", "section", "byline", "source_line", "body")
        widgets = {
            "headline": UnfoldAdminTextInputWidget(),
            "standfirst": UnfoldAdminTextareaWidget({"rows": 4}),
            "source_line": UnfoldAdminTextInputWidget(),
        }

    def clean(self) -> dict[str, Any]:
        """Lines as lines, the standfirst as text."""
        cleaned = super().clean() or self.cleaned_data
        for name, tidy in (
            ("headline", clean_line),
            ("byline", clean_line),
            ("source_line", clean_line),
            ("standfirst", clean_text),
        ):
            if isinstance(cleaned.get(name), str):
                cleaned[name] = tidy(cleaned[name])
        return cleaned


@staff
@require_http_methods(["GET", "POST"])
def import_article(request: HttpRequest) -> HttpResponse:
    """The three steps at one address: asked by GET, read by POST, kept by POST with `keep`."""
    rights.require(person(request), "news.add_article")
    if "keep" in request.POST:
        return keep(request)
    if request.method == "POST":
        return understand(request)
    return ask(request, ManuscriptForm())


def ask(request: HttpRequest, form: ManuscriptForm, known: Article | None = None) -> HttpResponse:
    """The first page; with `known` it says that the file has been imported before."""
    status = 409 if known else 422 if form.is_bound else 200
    return page(request, "news/desk/import.html", status, form=form, known=known, title=_("Nhập bài từ tệp"))


def understand(request: HttpRequest) -> HttpResponse:
    """The second page: what the file says, in a form."""
    form = ManuscriptForm(request.POST, request.FILES)
    if not form.is_valid():
        return ask(request, form)
    raw = form.cleaned_data["raw"]
    known = already_taken_in(digest(raw))
    if known and not form.cleaned_data["again"]:
        return ask(request, form, known)
    try:
        manuscript = with_photos(read(raw, form.cleaned_data["name"]), person(request))
    except Unreadable as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return ask(request, form)
    clean = body.clean(manuscript.body)
    notes = [*manuscript.notes]
    if clean.removed:
        notes.append(_("Đã bỏ khỏi nội dung: %(what)s.") % {"what": "; ".join(clean.removed)})
    understood = UnderstoodForm(initial=initial(manuscript, clean.html, digest(raw)))
    return page(request, "news/desk/understood.html", form=understood, notes=notes, title=_("Xem lại bài nhập"))


def initial(manuscript: Manuscript, clean_body: str, file_digest: str) -> dict[str, Any]:
    """The form's first values; the body as it will be kept."""
    return {
        "headline": manuscript.headline,
        "standfirst": manuscript.standfirst,
        "body": clean_body,
        "byline": manuscript.byline,
        "source_line": manuscript.source_line,
        "section": Section.objects.order_by("order", "name").values_list("pk", flat=True).first(),
        "digest": file_digest,
    }


def keep(request: HttpRequest) -> HttpResponse:
    """A draft of the corrected form, signed, in the log as imported; 422 with the form as it was if something is wrong."""
    form = UnderstoodForm(request.POST)
    if not form.is_valid():
        return page(request, "news/desk/understood.html", 422, form=form, title=_("Xem lại bài nhập"))
    article: Article = form.save(commit=False)
    article.import_digest = form.cleaned_data["digest"]
    with transaction.atomic():
        lifecycle.create(article, person(request), imported=True)
        sign(article, names_in(form.cleaned_data["byline"]))
        keeping.first(article)
    messages.success(request, _("Đã nhập bài thành bản nháp."))
    return redirect("admin:news_article_change", article.pk)
