"""What identifies a person is not for the public (Law 91/2025/QH15 on personal data)."""

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.contacts import emails, identity_numbers, phones
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def personal_data(submission: Submission) -> Verdict | None:
    """Waiting, with a mark: numbers of citizens' cards, telephone numbers, addresses of mail, in the text or in the name."""
    text = f"{submission.words.name}\n{submission.words.text}"
    found = (*identity_numbers(text), *(number.typed for number in phones(text)), *emails(text))
    if not found:
        return None
    return Verdict(
        State.WAITING,
        Reason.PERSONAL,
        told=_("Có thông tin cá nhân: “%(found)s”.") % {"found": "”, “".join(found)},
        advice=_("Bình luận có số giấy tờ, số điện thoại hoặc địa chỉ thư."),
        matched=found,
    )
