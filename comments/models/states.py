"""What can become of a comment, and for which reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """What became of a comment."""

    WAITING = "waiting", _("chờ duyệt")
    APPROVED = "approved", _("đã duyệt")
    REJECTED = "rejected", _("không đăng")
    SPAM = "spam", _("thư rác")
    TAKEN_BACK = "taken_back", _("người gửi rút lại")


UNSEEN = (State.REJECTED, State.SPAM, State.TAKEN_BACK)  # and nobody is about to decide


class Reason(models.TextChoices):
    """Why a comment is not shown; the words that its writer reads are in comments/moderation/reasons.py."""

    OFFENSIVE = "offensive", _("xúc phạm, thô tục")
    OFF_TOPIC = "off_topic", _("lạc đề")
    UNFOUNDED = "unfounded", _("quy kết không căn cứ")
    PERSONAL = "personal", _("lộ thông tin cá nhân")
    ADVERTISING = "advertising", _("quảng cáo")
    UNREADABLE = "unreadable", _("không đọc được")
    REPEATED = "repeated", _("lặp lại")
    ILLEGAL = "illegal", _("vi phạm pháp luật")
