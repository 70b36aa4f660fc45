"""The second factor: a code from an app on the person's telephone (TOTP, RFC 6238), or one of ten recovery codes.

Nothing else writes TOTPDevice or RecoveryCode. A code, of either kind, opens the door once.
"""

import secrets
import time
from base64 import b32encode
from urllib.parse import quote

import segno
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django_otp import verify_token
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from news import audit
from news.accounts import sessions
from news.models import RecoveryCode, SiteSettings, User

KEY_BYTES = 20  # RFC 4226, section 4, R6
TOLERANCE = 1  # steps of 30 s before and after: telephones' clocks differ
RECOVERY_CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read for another
CODE_LENGTH = 10  # 49 bits; the hash is keyed and tries are counted


def device_of(person: User) -> TOTPDevice | None:
    """The person's app; None for those who sign in with the password alone."""
    return TOTPDevice.objects.filter(user=person, confirmed=True).first()


def is_missing(person: User) -> bool:
    """Whether the paper asks this person for a second factor that they haven't shown in this session."""
    return bool(settings.TWO_FACTOR_REQUIRED and person.has_perm("news.publish_article") and not _is_verified(person))


def _is_verified(person: User) -> bool:
    return getattr(person, "otp_device", None) is not None


def new_key() -> str:
    """A secret, in hex."""
    return secrets.token_hex(KEY_BYTES)


def key_in_letters(key: str) -> str:
    """The secret as people type it into an app, in groups of four."""
    letters = b32encode(bytes.fromhex(key)).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def picture(person: User, key: str) -> str:
    """The secret as a QR code, an SVG to stand in the page; what apps read is Google's otpauth format."""
    paper = SiteSettings.objects.current().name.replace(":", "")
    label = quote(f"{paper}:{person.get_username()}")
    address = f"otpauth://totp/{label}?secret={b32encode(bytes.fromhex(key)).decode()}&issuer={quote(paper)}"
    return str(segno.make(address, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff"))


def turn_on(person: User, key: str, code: str) -> list[str] | None:
    """Ask the person for codes of this secret from now on; the recovery codes, or None if the code is wrong."""
    totp = TOTP(bytes.fromhex(key))  # type: ignore[no-untyped-call]
    totp.time = time.time()
    if not code.isdecimal() or not totp.verify(int(code), TOLERANCE):  # type: ignore[no-untyped-call]
        return None
    with transaction.atomic():
        _forget(person)
        device = TOTPDevice(user=person, name="app", key=key, drift=totp.drift, tolerance=TOLERANCE)
        device.last_t = totp.t()  # type: ignore[no-untyped-call]  # this code is used up
        device.save()
        person.otp_device = device  # type: ignore[attr-defined]
        audit.record("account.two_factor_on", person, person)
        return _make_codes(person)


def make_new_codes(person: User) -> list[str]:
    """Ten new recovery codes; the old ones are void."""
    with transaction.atomic():
        audit.record("account.recovery_codes_made", person, person)
        return _make_codes(person)


def _make_codes(person: User) -> list[str]:
    codes = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(person=person).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(person=person, digest=_digest(person, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def codes_left(person: User) -> int:
    """How many recovery codes have not been used."""
    return RecoveryCode.objects.filter(person=person, used_at=None).count()


def accept(person: User, code: str) -> TOTPDevice | None:
    """The person's app if the code is its own and new, or an unused recovery code; else None."""
    device = device_of(person)
    code = "".join(code.split()).replace("-", "").lower()
    if device is None or not code.isascii():
        return None
    if code.isdecimal() and len(code) == device.digits:
        return device if verify_token(person, device.persistent_id, code) else None  # type: ignore[no-untyped-call]
    return device if _use_recovery_code(person, code) else None


def _use_recovery_code(person: User, code: str) -> bool:
    unused = RecoveryCode.objects.filter(person=person, digest=_digest(person, code), used_at=None)
    if not unused.update(used_at=timezone.now()):  # one statement: of two requests one gets it
        return False
    audit.record("account.recovery_code_used", person, person, left=codes_left(person))
    return True


def turn_off(person: User) -> None:
    """The password alone is enough from now on."""
    with transaction.atomic():
        _forget(person)
        audit.record("account.two_factor_off", person, person)


def reset(person: User, by: User | None) -> bool:
    """Take a lost telephone off a person's account and end their sessions; False if there was none.

    The caller has checked that `by` may (people.require_may_manage); None is the operator at the machine. Raises
    PermissionDenied for one's own: that needs the password.
    """
    if by is not None and by.pk == person.pk:
        raise PermissionDenied(_("Xác thực hai lớp của chính mình thì tắt ở trang tài khoản."))
    with transaction.atomic():
        if device_of(person) is None:
            return False
        _forget(person)
        sessions.end_all(person, by)
        audit.record("account.two_factor_reset", by, person)
    return True


def _forget(person: User) -> None:
    TOTPDevice.objects.filter(user=person).delete()
    RecoveryCode.objects.filter(person=person).delete()


def _digest(person: User, code: str) -> str:
    return salted_hmac("news.accounts.recovery", f"{person.pk}:{code}", algorithm="sha256").hexdigest()
