"""A service of the newsroom's own: it gets JSON and answers with JSON."""

import json
from typing import Any

from django.conf import settings

from comments.models import Reason, State
from comments.moderation.outside.calling import NoAnswer, ask
from comments.moderation.outside.question import Answer, Question
from news.vietnamese.plain import clean_line

VERDICTS = {"accept": None, "wait": State.WAITING, "reject": State.REJECTED, "spam": State.SPAM}
LONGEST_SENTENCE = 300


def hook(question: Question) -> Answer:
    """POST `{"text", "name", "article"}` (and "email" where the operator says so); the answer is `{"verdict": "accept" |
    "wait" | "reject" | "spam", "reason"?: one of ours, "told"?: a sentence}`. Raises NoAnswer.
    """
    asked = {"text": question.text, "name": question.name, "article": question.article}
    asked |= {"email": question.email} if question.email else {}
    body, _headers = ask(
        settings.COMMENT_HOOK_URL, json.dumps(asked).encode(), "application/json", settings.COMMENT_CHECK_SECONDS
    )
    return _answer(body)


def _answer(body: bytes) -> Answer:
    try:
        said: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NoAnswer("no JSON") from error
    verdict = said.get("verdict") if isinstance(said, dict) else None
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        raise NoAnswer("no verdict")
    reason, told = said.get("reason"), said.get("told")
    return Answer(
        VERDICTS[verdict],
        Reason(reason) if isinstance(reason, str) and reason in Reason.values else None,
        clean_line(told)[:LONGEST_SENTENCE] if isinstance(told, str) else "",
    )
