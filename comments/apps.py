"""The app's name in the desk, and its acts' names in the log."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Readers' comments and their moderation."""

    name = "comments"
    verbose_name = _("Bạn đọc")

    def ready(self) -> None:
        """What the log of the desk calls the acts of this app."""
        from news import audit  # needs the models, which are not there before

        audit.ACTS["comments.readers_erased"] = _("xóa dữ liệu bạn đọc hết hạn lưu")
        audit.ACTS["comments.reader_erased"] = _("xóa dữ liệu của một bạn đọc theo yêu cầu")
        audit.ACTS["comments.score_trained"] = _("điểm tự học được tính lại")
        audit.ACTS["comments.deleted"] = _("xóa hẳn bình luận")
        audit.ACTS["ban.added"] = _("cấm bình luận")
        audit.ACTS["ban.changed"] = _("đổi hạn lệnh cấm")
        audit.ACTS["ban.lifted"] = _("gỡ lệnh cấm")
        audit.ACTS["ban.undone"] = _("hoàn tác lệnh cấm")
        audit.ACTS["commentswitch.on"] = _("đóng, giãn nhịp hoặc duyệt trước bình luận")
        audit.ACTS["commentswitch.off"] = _("thôi đóng, giãn nhịp hoặc duyệt trước bình luận")
        audit.SUBJECTS["comments.ban"] = _("lệnh cấm")
        audit.SUBJECTS["comments.commentswitch"] = _("công tắc bình luận")
        audit.DETAILS["bans"] = _("lệnh cấm được xóa tên người")
        audit.DETAILS["silent"] = _("lặng lẽ")
        audit.DETAILS["until"] = _("đến")
        audit.DETAILS["decisions"] = _("quyết định đã học")
        audit.DETAILS["holds"] = _("đang dùng")
        audit.DETAILS["precision"] = _("độ chính xác")
        audit.DETAILS["recall"] = _("độ phủ")
        audit.DETAILS["number"] = _("số")
        audit.DETAILS["contacts"] = _("bình luận được xóa thư điện tử và mã địa chỉ")
        audit.DETAILS["senders"] = _("nguồn gửi được xóa")
        audit.DETAILS["words"] = _("bình luận được xóa lời")
        audit.DETAILS["likes"] = _("lượt thích được xóa nguồn")
        audit.DETAILS["reports"] = _("báo cáo được xóa nguồn và lời")
        audit.DETAILS["earlier"] = _("lời cũ và lời xin xem lại được xóa")
        audit.DETAILS["taken_back"] = _("bình luận được rút lại")
