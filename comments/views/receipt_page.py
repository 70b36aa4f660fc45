"""The receipt as a page: in every state, and with a form that came back."""

from copy import copy
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.articles import terms_of
from comments.forms import EditForm, SecondLookForm
from comments.models import Comment, State
from comments.moderation import reasons, second_look
from comments.moderation.bans import seen
from comments.moderation.editing import EDIT_WINDOW, editable_until, may_edit
from comments.threads import place
from comments.waiting import usual_wait
from news.models import CommentPolicy, SiteSettings

CLOSED = gettext_lazy("Bài viết này hiện không nhận bình luận nữa nên không sửa được.")


def show(request: HttpRequest, comment: Comment, status: int = 200, **facts: Any) -> HttpResponse:
    """The page; `form` or `plea` is what came back, `trouble` says why.

    The article is named only while any reader may see it: after that it may bear another headline.
    """
    comment = _as_its_writer_may_see(comment)
    read = facts["form"].edition() if "form" in facts else comment.edition
    context = {**_told(comment, SiteSettings.objects.current()), "edition": read, **facts}
    context["kept"] = _kept(context)
    return private(render(request, "comments/receipt.html", context, status=status))


def too_fast(request: HttpRequest, comment: Comment, form: EditForm, retry_after: int) -> HttpResponse:
    """429: the same form, to be sent again in a moment."""
    words = _("Bạn đang gửi hơi nhanh. Xin đợi %(seconds)d giây rồi bấm lại; những gì bạn viết vẫn còn nguyên.")
    response = show(request, comment, 429, form=form, trouble=words % {"seconds": retry_after})
    response["Retry-After"] = str(retry_after)
    return response


def private(response: HttpResponse) -> HttpResponse:
    """For the holder's eyes alone: no cache, no search engine, no referrer gets hold of the address."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _as_its_writer_may_see(comment: Comment) -> Comment:
    """Another object where a silent ban put the comment away: for its writer it waits."""
    told = copy(comment)
    told.state = seen.state_for_writer(comment)
    return told


def _told(comment: Comment, paper: SiteSettings) -> dict[str, Any]:
    terms, now = terms_of(comment.article, paper), timezone.now()
    article = comment.article if comment.article.is_live() else None
    shown = article and comment.state == State.APPROVED and terms.policy != CommentPolicy.HIDDEN
    why, advice = reasons.for_comment(comment)
    return {
        "comment": comment,
        "article": article,
        "place": place(comment) if shown else None,
        "open": terms.is_open,
        "banned": seen.is_by_ban(comment),
        "banned_until": seen.banned_until(comment),
        "why": why,
        "advice": advice,
        "asked": second_look.asked(comment),
        "may_ask": second_look.may_ask(comment),
        "plea": SecondLookForm(),
        "kept_days": _kept_days(comment),
        "usual_wait": usual_wait(now) if comment.state == State.WAITING else "",
        "paper": paper,
        **_editing(comment, bool(article) and terms.is_open, now),
    }


def _editing(comment: Comment, taken: bool, now: datetime) -> dict[str, Any]:
    """Whether it may be changed, until when, and the form for it; one query while it may."""
    until = editable_until(comment)
    missed = now >= until and not comment.decided_by_id and comment.state in (State.WAITING, State.APPROVED)
    return {
        "editable": taken and may_edit(comment, now),
        "edit_until": until,
        "edit_minutes": EDIT_WINDOW // timedelta(minutes=1),
        "edit_missed": missed,
        "form": EditForm(initial={"text": comment.text, "name": comment.name}),
    }


def _kept_days(comment: Comment) -> int:
    """How long the words were kept after it was settled that nobody sees them; 0 while they are, or if for no day."""
    settled = comment.decided_at or comment.created_at
    return max((comment.words_erased_at - settled).days, 0) if comment.words_erased_at else 0


def _kept(context: dict[str, Any]) -> str:
    """What was typed into a form that is not offered any more."""
    form, plea = context["form"], context["plea"]
    if form.is_bound and not context["editable"]:
        return form["text"].value() or ""
    return plea["words"].value() or "" if plea.is_bound and not context["may_ask"] else ""
