"""Why a comment was not shown, in words for its writer: the reason, and how to put it differently."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, Reason

Words = str | Promise

WHY: dict[str, tuple[Words, Words]] = {
    Reason.OFFENSIVE: (
        _("Bình luận có lời lẽ xúc phạm hoặc thô tục."),
        _("Bạn có thể nói cùng ý ấy, kể cả khi rất gay gắt, mà không nhắm vào nhân phẩm của ai."),
    ),
    Reason.OFF_TOPIC: (
        _("Bình luận không liên quan đến nội dung bài viết."),
        _("Bạn có thể gửi ý kiến này dưới một bài viết đúng chủ đề, hoặc viết thư cho tòa soạn."),
    ),
    Reason.UNFOUNDED: (
        _("Bình luận quy kết người khác mà không nêu căn cứ."),
        _("Bạn có thể viết điều mình tận mắt thấy, nêu rõ nguồn, hoặc đặt thành câu hỏi."),
    ),
    Reason.PERSONAL: (
        _("Bình luận chứa thông tin cá nhân như số điện thoại, địa chỉ, tài khoản."),
        _("Bạn có thể gửi lại sau khi bỏ những thông tin ấy, dù là của chính bạn."),
    ),
    Reason.ADVERTISING: (
        _("Bình luận bị coi là quảng cáo hoặc thư rác."),
        _("Nếu không phải vậy, bạn có thể gửi lại mà không kèm liên kết, số điện thoại hay lời mời mua bán."),
    ),
    Reason.UNREADABLE: (
        _("Tòa soạn không đọc được bình luận."),
        _("Bạn có thể viết lại thành câu đầy đủ, tốt nhất là có dấu."),
    ),
    Reason.REPEATED: (
        _("Nội dung này đã được gửi trước đó."),
        _("Mỗi ý kiến chỉ đăng một lần; bạn không cần gửi lại."),
    ),
    Reason.ILLEGAL: (
        _("Bình luận có nội dung mà pháp luật không cho phép đăng."),
        _("Bạn có thể góp ý về cùng vấn đề mà không kèm nội dung ấy."),
    ),
}
UNSAID: tuple[Words, Words] = (
    _("Bình luận chưa phù hợp với quy định của mục này."),
    _("Bạn có thể viết lại ngắn gọn, đúng chủ đề và tôn trọng người khác."),
)


def for_writer(reason: str) -> tuple[Words, Words]:
    """Why, and what the writer can do about it."""
    return WHY.get(reason, UNSAID)


def for_comment(comment: Comment) -> tuple[Words, Words]:
    """The same for a comment; while what a phase decided stands, the phase's own advice."""
    why, advice = for_writer(comment.reason)
    last = comment.opinions[-1] if comment.opinions and not comment.decided_by_id else {}
    stands = last.get("verdict") == comment.state and last.get("reason") == comment.reason
    return why, (last.get("advice") if stands else "") or advice
