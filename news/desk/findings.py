"""What the checks say of an article, beside its form; and the buttons that put it right."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news import checks, lifecycle, mending
from news.desk.pages import page, person, staff
from news.models import Article
from news.revisions.content import Content

MOST_SHOWN = 20  # findings of a kind; the rest is told as a number: mending the first ones shows the next


@dataclass(frozen=True)
class Findings:
    """All findings of one article as the panel shows them."""

    blocking: list[checks.Finding]
    warnings: list[checks.Finding]

    @property
    def groups(self) -> list[tuple[str, list[checks.Finding]]]:
        """What blocks, then what warns, of each as much as is shown."""
        return [(_("Chặn đăng"), self.blocking[:MOST_SHOWN]), (_("Cảnh báo"), self.warnings[:MOST_SHOWN])]

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.count - sum(len(shown) for _name, shown in self.groups)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.blocking) + len(self.warnings)

    @property
    def fixable(self) -> int:
        """How many one click puts right."""
        return sum(one.fix is not None for one in self.blocking + self.warnings)


def findings_of(article: Article, content: Content) -> Findings:
    """What the checks say of the article with that text."""
    found = checks.run(checks.Text.of(article, content))
    return Findings([one for one in found if one.blocks], [one for one in found if not one.blocks])


@require_POST
@staff
def fix(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one finding right (`finding`, its key) or with `all` every one; then back to the article.

    403 for lack of the right, 409 if the text has changed meanwhile.
    """
    article = get_object_or_404(Article.objects.readable_by(person(request)), pk=pk)
    key = None if "all" in request.POST else request.POST.get("finding", "")
    try:
        count = mending.mend(article, person(request), key)
    except lifecycle.NotAllowed as error:
        return refusal(request, article, str(error), 403)
    except mending.NotThere:
        return refusal(request, article, _("Chỗ này đã được sửa hoặc bài đã thay đổi. Hãy xem lại bài."), 409)
    messages.success(request, _("Đã sửa %(count)d chỗ.") % {"count": count})
    return redirect("admin:news_article_change", article.pk)


def refusal(request: HttpRequest, article: Article, sentence: str, status: int) -> HttpResponse:
    """Why nothing was put right, and the way back."""
    context = {"article": article, "sentence": sentence, "title": _("Sửa theo kiểm tra")}
    return page(request, "news/desk/not_mended.html", status, **context)
