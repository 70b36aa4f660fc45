"""Letters to people of the newsroom."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

log = logging.getLogger("toa_soan.mail")


def is_set_up() -> bool:
    """Whether letters leave this machine; without EMAIL_URL they are only printed."""
    return "console" not in settings.EMAIL_BACKEND


def send(to: str, subject: str, template: str, **context: object) -> bool:
    """Send the template as plain text; False if letters don't leave this machine or this one could not."""
    if not is_set_up():
        return False
    try:
        send_mail(" ".join(subject.split()), render_to_string(template, context), None, [to])
    except (OSError, SMTPException) as error:
        log.error("letter not sent", extra={"fields": {"error": repr(error)}})
        return False
    return True
