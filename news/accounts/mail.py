"""Letters by e-mail, as plain text. What could not go is logged without its address."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

log = logging.getLogger("toa_soan.mail")


def is_set_up() -> bool:
    """Whether letters leave this machine; without EMAIL_URL they are only printed."""
    return "console" not in settings.EMAIL_BACKEND


def send(to: str, subject: str, template: str, **context: object) -> bool:
    """Send the template as plain text; False if letters don't leave this machine or this one could not."""
    if not is_set_up():
        return False
    return post(to, subject, render_to_string(template, context))


def post(to: str, subject: str, text: str, headers: dict[str, str] | None = None) -> bool:
    """Send a text, by whatever way is set up; False if it could not go. The subject becomes one line.

    An address or a header that no mail may have (a line break in it, say) is no more than a letter that could not go.
    """
    try:
        EmailMessage(" ".join(subject.split()), text, None, [to], headers=headers).send()
    except (OSError, SMTPException, ValueError) as error:
        fields = {"error": type(error).__name__, "code": getattr(error, "smtp_code", None)}
        log.error("letter not sent", extra={"fields": fields})
        return False
    return True
