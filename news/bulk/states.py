"""Kinds that move articles along their life. Undone is only what has an honest opposite:

handing in ↔ taking back, and a schedule that was called off while its minute is still to come. What reached people is
not undone by a button: a return (the writer has the note), publishing and withdrawing (readers saw one or the other).
"""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import lifecycle, rights
from news.bulk.kinds import Asked, Before, Kind
from news.models import Article, State, User
from news.models.article_questions import ArticleQuerySet


def refuse_return(article: Article, by: User, asked: Asked) -> None:
    """Raises WrongState unless the article was handed in."""
    lifecycle.refuse_state(article, (State.REVIEW,))


def refuse_take_back(article: Article, by: User, asked: Asked) -> None:
    """Raises WrongState unless the article was handed in and nobody reviews it."""
    lifecycle.refuse_state(article, (State.REVIEW,))
    lifecycle.refuse_under_review(article)


def hand_in(article: Article, by: User, asked: Asked) -> Before:
    """Ask for review."""
    lifecycle.hand_in(article, by)
    return {}


def take_back(article: Article, by: User, asked: Asked) -> Before:
    """Take back before the review begins."""
    lifecycle.take_back(article, by)
    return {}


def send_back(article: Article, by: User, asked: Asked) -> Before:
    """Return to the writer, with the note."""
    lifecycle.send_back(article, by, asked["note"])
    return {}


def publish(article: Article, by: User, asked: Asked) -> Before:
    """Show to readers now."""
    lifecycle.publish(article, by)
    return {}


def unschedule(article: Article, by: User, asked: Asked) -> Before:
    """Make a draft of what waits for its minute."""
    before = {"at": article.published_at.isoformat() if article.published_at else "", "newer": article.draft_waiting}
    lifecycle.unschedule(article, by)
    return before


def schedule_again(article: Article, by: User, before: Before) -> None:
    """For the same minute, unless that would approve a text which nobody has approved."""
    at = datetime.fromisoformat(before["at"])
    if before["newer"]:
        raise lifecycle.WrongState(_("Bài có bản nháp mới hơn bản đã hẹn giờ; hãy xem rồi hẹn lại ở trang của bài."))
    if at <= timezone.now():
        raise lifecycle.WrongState(_("Giờ đã hẹn nay đã qua."))
    lifecycle.publish(article, by, at)


def withdraw(article: Article, by: User, asked: Asked) -> Before:
    """Take from readers, for the reason."""
    lifecycle.withdraw(article, by, asked["reason"])
    return {}


STATES = (
    Kind(
        name="gui-duyet",
        label=gettext_lazy("Gửi duyệt"),
        rule=rights.require_in_hands,
        allowed=ArticleQuerySet.in_hands_of,
        refuse=lambda article, by, asked: lifecycle.refuse_state(article, (State.DRAFT,)),
        do=hand_in,
        words=lambda asked: _("Gửi duyệt"),
        undo=lambda article, by, before: lifecycle.take_back(article, by),
        about_undo=gettext_lazy("Hoàn tác được trong 24 giờ: bài nào chưa ai bắt đầu duyệt thì được lấy về."),
    ),
    Kind(
        name="lay-lai",
        label=gettext_lazy("Lấy lại bài"),
        rule=rights.require_in_hands,
        allowed=ArticleQuerySet.in_hands_of,
        refuse=refuse_take_back,
        do=take_back,
        words=lambda asked: _("Lấy lại bài"),
        undo=lambda article, by, before: lifecycle.hand_in(article, by),
        about_undo=gettext_lazy("Hoàn tác được trong 24 giờ: bài nào chưa ai sửa thì lại được gửi duyệt."),
    ),
    Kind(
        name="tra-bai",
        label=gettext_lazy("Trả bài"),
        rule=rights.require_reviewable,
        allowed=ArticleQuerySet.reviewable_by,
        refuse=refuse_return,
        do=send_back,
        words=lambda asked: _("Trả bài: %(note)s") % {"note": asked["note"]},
        undo=None,
        about_undo=gettext_lazy(
            "Không hoàn tác được: phóng viên nhận lời nhắn ngay. Muốn duyệt tiếp thì gửi duyệt lại."
        ),
    ),
    Kind(
        name="dang",
        label=gettext_lazy("Đăng ngay"),
        rule=rights.require_publishable,
        allowed=ArticleQuerySet.publishable_by,
        refuse=lambda article, by, asked: lifecycle.refuse_unpublishable(article),
        do=publish,
        words=lambda asked: _("Đăng ngay"),
        undo=None,
        about_undo=gettext_lazy("Không hoàn tác được: bạn đọc có thể đã đọc. Muốn bạn đọc thôi thấy thì gỡ bài."),
        reads_text=True,
    ),
    Kind(
        name="bo-hen-gio",
        label=gettext_lazy("Bỏ hẹn giờ"),
        rule=rights.require_publishable,
        allowed=ArticleQuerySet.publishable_by,
        refuse=lambda article, by, asked: lifecycle.refuse_unscheduled(article),
        do=unschedule,
        words=lambda asked: _("Bỏ hẹn giờ"),
        undo=schedule_again,
        about_undo=gettext_lazy(
            "Hoàn tác được trong 24 giờ: bài nào chưa ai sửa và chưa tới giờ thì hẹn lại đúng giờ cũ."
        ),
    ),
    Kind(
        name="go-bai",
        label=gettext_lazy("Gỡ bài"),
        rule=rights.require_withdrawable,
        allowed=ArticleQuerySet.withdrawable_by,
        refuse=lambda article, by, asked: lifecycle.refuse_unseen(article),
        do=withdraw,
        words=lambda asked: _("Gỡ bài: %(reason)s") % {"reason": asked["reason"]},
        undo=None,
        about_undo=gettext_lazy(
            "Không hoàn tác được: bạn đọc thấy trang báo gỡ ngay. Muốn đăng lại thì mở lại từng bài rồi đăng."
        ),
    ),
)
