"""The buttons beside a comment, and what is said after one was pressed: what was done, what was not, and the way back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comments.models import Comment, Decision, Reason
from comments.moderation import decisions
from comments.moderation.editing import edition_in
from comments.moderation.errors import CannotDecide
from news.desk.pages import person
from news.models import User

REFUSALS_TOLD = 5  # more would push the list off the screen


@dataclass(frozen=True)
class Act:
    """One button: its words, the words for what it did, and the decision behind it (None: nothing to undo)."""

    name: str  # in addresses
    label: Any
    done: Any
    make: Callable[[Comment, User, Reason | None], Decision | None]


APPROVE = Act("duyet", gettext_lazy("Duyệt"), gettext_lazy("Đã duyệt"), lambda c, by, why: decisions.approve(c, by))
REJECT = Act("khong-dang", gettext_lazy("Không đăng"), gettext_lazy("Đã từ chối"), decisions.reject)
SPAM = Act(
    "thu-rac",
    gettext_lazy("Thư rác"),
    gettext_lazy("Đã xếp vào thư rác"),
    lambda c, by, why: decisions.mark_spam(c, by),
)
FEATURE = Act(
    "noi-bat",
    gettext_lazy("Chọn nổi bật"),
    gettext_lazy("Đã chọn nổi bật"),
    lambda c, by, why: decisions.feature(c, by),
)
UNFEATURE = Act(
    "bo-noi-bat",
    gettext_lazy("Bỏ nổi bật"),
    gettext_lazy("Đã bỏ nổi bật"),
    lambda c, by, why: decisions.unfeature(c, by),
)
ACTS = {act.name: act for act in (APPROVE, REJECT, SPAM, FEATURE, UNFEATURE)}


def do(request: HttpRequest, act: Act, comments: Iterable[Comment], reason: Reason | None) -> None:
    """Decide about each comment by itself and say what became of it. Raises NotAllowed."""
    names, made, refused = [], [], []
    for comment in comments:
        comment.edition = read_edition(request, comment)
        try:
            made.append(act.make(comment, person(request), reason))
        except Comment.DoesNotExist:
            refused.append(_("%(name)s: bình luận này không còn nữa.") % {"name": comment.name})
        except CannotDecide as error:
            refused.append(f"{comment.name}: {error}")
        else:
            names.append(comment.name)
    if names:
        undoable = [decision.pk for decision in made if decision]
        messages.success(request, with_undo(request, f"{act.done} {whose(names)}.", undoable))
    tell_refusals(request, refused)


def undo(request: HttpRequest, made: Iterable[Decision]) -> None:
    """Take decisions back, the newest first, and say so. Raises NotAllowed."""
    names, refused = [], []
    for decision in made:
        try:
            names.append(decisions.undo(decision, person(request)).name)
        except CannotDecide as error:
            refused.append(str(error))
    if names:
        messages.success(request, _("Đã hoàn tác với %(whose)s.") % {"whose": whose(names)})
    tell_refusals(request, refused)


def tell_refusals(request: HttpRequest, refused: list[str]) -> None:
    """The first few sentences, and how many more there are."""
    for sentence in refused[:REFUSALS_TOLD]:
        messages.warning(request, sentence)
    if len(refused) > REFUSALS_TOLD:
        more = len(refused) - REFUSALS_TOLD
        messages.warning(request, _("Và %(count)d bình luận nữa không làm được.") % {"count": more})


def whose(names: list[str]) -> str:
    """One comment by its writer's name, several by their number."""
    one, several = _("bình luận của %(name)s"), _("%(count)d bình luận")
    return ngettext(one, several, len(names)) % {"name": names[0], "count": len(names)}


def with_undo(request: HttpRequest, sentence: str, made: list[int]) -> str:
    """The sentence, with a button that sends the decisions back by POST."""
    if not made:
        return sentence
    return render_to_string("comments/desk/done.html", {"sentence": sentence, "made": made}, request)


def read_edition(request: HttpRequest, comment: Comment) -> int:
    """Which wording stood on the page on which the button was pressed; where it doesn't say, the one that stands now."""
    named = edition_in(request.POST.get(f"lan-{comment.pk}", ""))
    return comment.edition if named is None else named


def asked_reason(value: str | None) -> Reason | None:
    """The reason that was chosen, if any."""
    return Reason(value) if value in Reason.values else None
