"""The list of watched words, and the tester that says what the list makes of a sentence."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminTextareaWidget

from comments.admin.trying import Found, found_in
from comments.models import WatchedWord
from comments.models.comments import TEXT_LENGTH
from comments.moderation.words import current, keeping
from news import audit
from news.admin.audited import Audited
from news.admin.theme import ModelAdmin, display
from news.desk.folded_search import has_words
from news.desk.pages import page, person
from news.models import Section
from news.vietnamese.plain import clean_line, clean_text

audit.ACTS.update(
    {
        "watchedword.added": gettext_lazy("thêm từ theo dõi"),
        "watchedword.changed": gettext_lazy("sửa từ theo dõi"),
        "watchedword.deleted": gettext_lazy("xóa từ theo dõi"),
    }
)
audit.SUBJECTS["comments.watchedword"] = gettext_lazy("từ theo dõi")


class WordForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """One word. What may stand in the list is said by keeping, next to the field that is in the way."""

    class Meta:
        model = WatchedWord
        fields = ("text", "strictness", "swaps", "action", "reason", "exceptions", "section", "note", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "text" in self.fields:
            self.fields["exceptions"].widget.attrs["rows"] = 4
            self.fields["text"].error_messages["required"] = _("Nhập ít nhất một từ có chữ cái.")
            self.fields["section"].empty_label = _("Mọi mục")  # type: ignore[attr-defined]  # of a relation

    def clean_text(self) -> str:
        """One line in small letters."""
        return clean_line(self.cleaned_data["text"]).lower()

    def clean_exceptions(self) -> str:
        """A phrase a line."""
        return clean_text(self.cleaned_data["exceptions"]).lower()

    def _get_validation_exclusions(self) -> set[str]:
        """Without the constraints' own sentences about what is there already: keeping has better ones."""
        return {*super()._get_validation_exclusions(), "text"}  # type: ignore[misc]  # the stubs leave it out

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # as above
        if self.errors:
            return
        keeping.tidy(self.instance)
        try:
            keeping.refuse_unkeepable(self.instance)
        except keeping.Unkeepable as refused:
            self.add_error(refused.field, str(refused))


class SentenceForm(forms.Form):
    """A sentence to try."""

    sentence = forms.CharField(
        label=gettext_lazy("Câu cần thử"),
        strip=False,
        max_length=TEXT_LENGTH[1],
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Dán nguyên bình luận, kể cả chữ viết lách. Không lưu gì."),
        error_messages={
            "required": gettext_lazy("Hãy nhập một câu."),
            "max_length": gettext_lazy("Tối đa 3.000 ký tự."),
        },
    )
    section = forms.ModelChoiceField(
        label=gettext_lazy("Dưới bài của mục"),
        queryset=Section.objects.select_related("parent"),
        required=False,
        empty_label=gettext_lazy("Bất kỳ (chỉ các từ áp dụng mọi mục)"),
        error_messages={"invalid_choice": gettext_lazy("Không có mục này.")},
    )

    def found(self) -> Found:
        """What the list that holds makes of it; the form must be valid."""
        section = self.cleaned_data["section"]
        sections = {section.pk, section.parent_id} - {None} if section else set()
        return found_in(self.cleaned_data["sentence"], current.newest(), sections)


@admin.register(WatchedWord)
class WatchedWordAdmin(Audited, ModelAdmin):
    """Words by their letters; every save goes through keeping."""

    form = WordForm
    list_display = ("text", "how", "what", "where", "note", "is_active")
    list_filter = ("action", "strictness", "reason", "is_active", "section")
    list_select_related = ("section",)
    list_per_page = 100
    list_before_template: Any = "comments/desk/to_the_tester.html"
    change_form_before_template = "comments/desk/to_its_uses.html"
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("folded",)
    search_help_text = gettext_lazy("Tìm từ, có dấu hay không dấu")
    ordering = ("folded", "text", "id")
    actions = None
    compressed_fields = False

    def get_urls(self) -> list[URLPattern]:
        """The tester before the admin's own."""
        return [
            path("thu/", self.admin_site.admin_view(self.tester), name="comments_watchedword_try"),
            *super().get_urls(),
        ]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With or without diacritics, all words."""
        return queryset.filter(has_words(search_term.replace("\0", ""), "folded")), False

    def save_model(self, request: HttpRequest, obj: WatchedWord, form: Any, change: bool) -> None:
        """Through the rule, which lets every process know."""
        keeping.keep(obj, person(request))

    def delete_model(self, request: HttpRequest, obj: WatchedWord) -> None:
        """The same; logged while it still has its number."""
        self._log("deleted", request, obj)
        keeping.drop(obj, person(request))

    def tester(self, request: HttpRequest) -> HttpResponse:
        """What the list makes of a sentence: GET asks for one, POST answers; 422 for none or too long a one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = SentenceForm(request.POST if sent else None)
        found = form.found() if sent and form.is_valid() else None
        context = {"form": form, "found": found, "title": _("Thử danh sách từ")}
        return page(request, "comments/desk/try_words.html", 422 if form.errors else 200, **context)

    @display(description=gettext_lazy("cách tìm"))
    def how(self, word: WatchedWord) -> str:
        """How strictly, and whether swapped."""
        kind = word.get_strictness_display()
        return f"{kind}, {_('nói lái')}" if word.swaps else kind

    @display(description=gettext_lazy("xử lý"), ordering="action")
    def what(self, word: WatchedWord) -> str:
        """What becomes of a comment, and for which reason."""
        return f"{word.get_action_display()}: {word.get_reason_display()}"

    @display(description=gettext_lazy("mục"))
    def where(self, word: WatchedWord) -> str:
        """Where it holds."""
        return str(word.section) if word.section else _("mọi mục")
