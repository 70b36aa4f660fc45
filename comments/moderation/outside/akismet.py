"""Akismet's comment-check, and whoever else speaks it (https://akismet.com/developers/detailed-docs/comment-check/)."""

from urllib.parse import urlencode

from django.conf import settings

from comments.models import Reason, State
from comments.moderation.outside.calling import NoAnswer, ask
from comments.moderation.outside.question import Answer, Question
from news.whole_addresses import whole

NOBODY = "127.0.0.1"  # the protocol wants the reader's address; the house has none to give


def akismet(question: Question) -> Answer:
    """Spam where the service says "true", nothing against it where it says "false". Raises NoAnswer."""
    asked = {
        "api_key": settings.AKISMET_KEY,
        "blog": whole(),
        "user_ip": NOBODY,
        "permalink": question.article,
        "comment_type": "comment",
        "comment_author": question.name,
        "comment_content": question.text,
        "comment_date_gmt": question.sent_at.isoformat(),
        "blog_lang": "vi",
        "blog_charset": "UTF-8",
    }
    asked |= {"comment_author_email": question.email} if question.email else {}
    form = urlencode(asked, errors="replace").encode()
    body, headers = ask(settings.AKISMET_URL, form, "application/x-www-form-urlencoded", settings.COMMENT_CHECK_SECONDS)
    if body.strip() == b"true":
        return Answer(State.SPAM, Reason.ADVERTISING)
    if body.strip() == b"false":
        return Answer(None)
    raise NoAnswer(f"“{body[:40].decode('utf-8', 'replace')}” {headers.get('x-akismet-debug-help', '')[:100]}".strip())
