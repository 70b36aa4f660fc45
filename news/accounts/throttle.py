"""How often one may try a secret. Nothing else writes Try.

A try is stored before the secret is looked at and goes when the secret was right, so that what is left are failures, and
tries that arrive together in several processes see each other. Three bounds, all over the last 15 minutes:

- one source at one account: growing delays;
- an account from everywhere, and one source at all accounts: a number.

A browser that has signed in to the account before is a source of its own and knows only the first bound. So strangers
can make a person wait for nothing but a new browser, and for no longer than they go on.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from news.addresses import client_address, household
from news.models import Try

WINDOW = timedelta(minutes=15)
FREE_TRIES = 3  # a slip of the finger costs nothing
FIRST_DELAY = timedelta(seconds=5)  # doubled with each further failure
LONGEST_DELAY = WINDOW
PER_ACCOUNT = 30  # failures from all unknown sources together
PER_SOURCE = 50  # failures at all accounts: a whole newsroom may stand behind one address


class TooManyTries(Exception):
    """Come back later; `seconds` says when, the message says it in words."""

    def __init__(self, wait: timedelta) -> None:
        self.seconds = max(1, -(-wait // timedelta(seconds=1)))
        super().__init__(_sentence(self.seconds))


def begin(request: HttpRequest, account: str, browser: str = "") -> Try:
    """Note a try at the account (any text that stands for it). Raises TooManyTries before the secret is looked at.

    `browser` is the number of a browser that is known for this account.
    """
    now = timezone.now()
    Try.objects.filter(at__lt=now - WINDOW).delete()
    source = f"browser {browser}" if browser else household(client_address(request))
    one = Try.objects.create(account=_hash(account), source=_hash(source), known=bool(browser), at=now)
    wait = max(delay_of_pair(one), timedelta() if browser else delay_of_strangers(one))
    if wait > timedelta():
        one.delete()
        raise TooManyTries(wait)
    return one


def succeed(one: Try) -> None:
    """The secret was right: the failures of this source at this account are forgotten."""
    Try.objects.filter(account=one.account, source=one.source).delete()


def delay_of_pair(one: Try) -> timedelta:
    """How long this source has to wait at this account."""
    moments = _moments(one, account=one.account, source=one.source)
    if len(moments) < FREE_TRIES:
        return timedelta()
    delay = min(FIRST_DELAY * 2 ** min(len(moments) - FREE_TRIES, 20), LONGEST_DELAY)
    wait: timedelta = moments[-1] + delay - one.at
    return wait


def delay_of_strangers(one: Try) -> timedelta:
    """How long everybody unknown has to wait at this account, or this source at every account."""
    bounds = (({"account": one.account}, PER_ACCOUNT), ({"source": one.source}, PER_SOURCE))
    return max(_until_below(bound, _moments(one, known=False, **which), one.at) for which, bound in bounds)


def _until_below(bound: int, moments: list[datetime], now: datetime) -> timedelta:
    return moments[-bound] + WINDOW - now if len(moments) >= bound else timedelta()


def _moments(one: Try, **which: object) -> list[datetime]:
    """When the last failures of that kind were, the latest at the end; no more of them than any bound asks for."""
    found = Try.objects.before(one, one.at - WINDOW).filter(**which).order_by("-at").values_list("at", flat=True)
    return list(found[: max(PER_ACCOUNT, PER_SOURCE)])[::-1]


def _hash(text: str) -> str:
    return salted_hmac("news.accounts.throttle", text, algorithm="sha256").hexdigest()


def _sentence(seconds: int) -> str:
    if seconds < 60:
        return _("Thử sai nhiều lần quá. Hãy đợi %(count)d giây rồi thử lại.") % {"count": seconds}
    return _("Thử sai nhiều lần quá. Hãy đợi %(count)d phút rồi thử lại.") % {"count": -(-seconds // 60)}
