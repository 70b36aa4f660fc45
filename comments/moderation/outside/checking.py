"""The worker asks the services about a comment and notes what they think; a person's decision always stands above it."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from comments.articles import policy_of
from comments.models import Comment, State
from comments.moderation import answering, counts
from comments.moderation.outside.akismet import akismet
from comments.moderation.outside.calling import NoAnswer
from comments.moderation.outside.hook import hook
from comments.moderation.outside.question import Answer, Question, about
from comments.moderation.phases.outside_checks import outside_checks
from comments.moderation.phases.post_moderated import post_moderated
from comments.moderation.verdict import Opinion
from news.models import CommentPolicy

log = logging.getLogger(__name__)


def services() -> dict[str, Callable[[Question], Answer]]:
    """Those that the operator has named, by the name that their opinions bear."""
    named = {"outside_hook": (settings.COMMENT_HOOK_URL, hook), "outside_akismet": (settings.AKISMET_KEY, akismet)}
    return {name: service for name, (address, service) in named.items() if address}


def ask_later(comment: Comment) -> None:
    """Leave it to the worker, once the comment is stored for good; a queue that is away is only logged. One query."""
    if (
        comment.state == State.WAITING
    ):  # what a phase has refused, or passed as a trusted reader's, needs no second opinion
        transaction.on_commit(lambda: check_outside.enqueue(comment.pk, comment.edition), robust=True)


@task()
def check_outside(pk: int, edition: int) -> str:
    """Ask about this wording, unless somebody has decided meanwhile; gives the state that the comment has then."""
    comment = Comment.objects.select_related("article__discussion").filter(pk=pk, edition=edition).first()
    if comment is None or not _is_open(comment):
        return ""
    question = about(comment)
    opinions = [_asked(name, service, question) for name, service in services().items()]
    return _note(pk, edition, opinions)


def _asked(name: str, service: Callable[[Question], Answer], question: Question) -> Opinion:
    started = perf_counter()
    try:
        answer = service(question)
    except NoAnswer as failed:
        log.warning("%s gave no answer: %s", name, failed)
        answer = _default()
    opinion: Opinion = {
        "phase": name,
        "verdict": answer.state or "",
        "reason": answer.reason or "",
        "ms": round((perf_counter() - started) * 1000, 3),
    }
    return {**opinion, "told": answer.told, "advice": "", "matched": []} if answer.told else opinion


def _default() -> Answer:
    """What holds where nobody answers."""
    waits = settings.COMMENT_CHECK_DEFAULT == "wait"
    return Answer(State.WAITING if waits else None, None, _("Dịch vụ kiểm tra bên ngoài không trả lời."))


@transaction.atomic
def _note(pk: int, edition: int, opinions: list[Opinion]) -> str:
    rows = Comment.objects.select_related("article__discussion").select_for_update(of=("self",))
    comment = rows.filter(pk=pk, edition=edition).first()
    if comment is None or not _is_open(comment):
        return ""
    before, comment.opinions = comment.state, _joined(comment, opinions)
    last = comment.opinions[-1]
    if last["verdict"] and last["verdict"] != State.WAITING:
        comment.state, comment.reason, comment.decided_at = State(last["verdict"]), last["reason"], timezone.now()
    comment.save(update_fields=["state", "reason", "decided_at", "opinions"])
    answering.follow(comment, before, comment.state)
    counts.moved(comment.article_id, before, comment.state)
    return str(comment.state)


def _joined(comment: Comment, asked: list[Opinion]) -> list[Opinion]:
    """All opinions, the one that decides last: a service's that refuses; the policy's where none had anything against a
    comment that only waited for them; else what it waits for."""
    own: list[Opinion] = comment.opinions
    refusing = next((one for one in asked if one["verdict"] not in ("", State.WAITING)), None)
    if refusing:
        return [*own, *(one for one in asked if one is not refusing), refusing]
    waited = bool(own) and own[-1]["phase"] == outside_checks.__name__
    if waited and not any(one["verdict"] for one in asked) and policy_of(comment.article) == CommentPolicy.POST:
        shown: Opinion = {"phase": post_moderated.__name__, "verdict": State.APPROVED.value, "reason": "", "ms": 0.0}
        return [*own, *asked, shown]
    return [*own[:-1], *asked, *own[-1:]]


def _is_open(comment: Comment) -> bool:
    """Whether it waits, and nobody has decided about it, whatever was undone since."""
    return comment.state == State.WAITING and not comment.decisions.exists()
