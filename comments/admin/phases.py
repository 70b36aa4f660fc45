"""The phases in words: what each asks, what it does, and the thresholds that belong to it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NAMES: "dict[str, StrOrPromise]" = {
    "comments_closed": _("Bài có nhận bình luận không"),
    "too_fast": _("Có gửi quá nhanh không"),
    "slowed_down": _("Có phải đợi vì bài đang giãn nhịp không"),
    "banned": _("Có đang bị cấm không"),
    "trap_filled": _("Có điền ô bẫy thư rác không"),
    "unreadable": _("Có đọc được không"),
    "blocked_words": _("Có từ bị chặn không"),
    "hidden_numbers": _("Có số điện thoại viết lách không"),
    "already_said": _("Đã nói rồi hoặc gần giống không"),
    "watched_words": _("Có từ cần để ý không"),
    "bank_accounts": _("Có số tài khoản không"),
    "personal_data": _("Có thông tin cá nhân không"),
    "article_flood": _("Bài có bị dồn dập bình luận không"),
    "trusted_reader": _("Có phải bạn đọc tin cậy không"),
    "links": _("Có liên kết, lời rủ liên lạc không"),
    "shouting": _("Có viết hoa, lặp chữ không"),
    "wrong_language": _("Có phải tiếng nước ngoài không"),
    "network_flood": _("Cùng một mạng có gửi dồn dập không"),
    "learned_score": _("Có giống những lời từng bị từ chối không"),
    "outside_checks": _("Chờ dịch vụ kiểm tra bên ngoài"),
    "outside_hook": _("Dịch vụ kiểm tra riêng"),
    "outside_akismet": _("Dịch vụ chống thư rác"),
    "post_moderated": _("Có được hiện ngay không"),
    "needs_eyes": _("Cần người đọc"),
}
DOES: "dict[str, StrOrPromise]" = {
    "comments_closed": _("Không nhận, khi bài đã đóng bình luận."),
    "too_fast": _("Không nhận, khi một địa chỉ gửi quá số bình luận mỗi phút mà người vận hành đặt."),
    "slowed_down": _("Không nhận, khi bài đang giãn nhịp và cùng một địa chỉ vừa gửi."),
    "banned": _("Không đăng, khi người gửi đang bị cấm."),
    "trap_filled": _("Vào thư rác, khi ô mà người không thấy được điền."),
    "unreadable": _("Không đăng khi dấu chồng lên chữ; chờ duyệt khi có từ dài vô tận."),
    "blocked_words": _("Không đăng hoặc vào thư rác, theo danh sách từ theo dõi."),
    "hidden_numbers": _("Vào thư rác, khi số điện thoại viết bằng chữ."),
    "already_said": _(
        "Không đăng khi cùng người gửi lặp đúng lời dưới một bài; chờ duyệt khi giống lời của người khác hay dưới bài khác."
    ),
    "watched_words": _("Chờ duyệt, có đánh dấu, theo danh sách từ theo dõi."),
    "bank_accounts": _("Chờ duyệt, có đánh dấu; số được che đến khi có người quyết định."),
    "personal_data": _(
        "Chờ duyệt, có đánh dấu: số giấy tờ, điện thoại, địa chỉ thư; được che đến khi có người quyết định."
    ),
    "article_flood": _("Chờ duyệt, ở bài hiện bình luận ngay, khi trong 10 phút đã có quá nhiều."),
    "trusted_reader": _("Đăng ngay, ở bài hiện bình luận ngay, bỏ qua các bước đứng sau."),
    "links": _("Chờ duyệt, có đánh dấu."),
    "shouting": _("Chờ duyệt, khi viết hoa gần hết hoặc lặp mãi một chữ."),
    "wrong_language": _("Chờ duyệt, có đánh dấu; câu ngắn, tên riêng, lời trích thì qua."),
    "network_flood": _("Chờ duyệt, khi trong 10 phút một mạng (/24, /48) đã gửi quá nhiều."),
    "learned_score": _("Chờ duyệt, có đánh dấu, khi điểm học được nói rằng khả năng bị từ chối cao."),
    "outside_checks": _("Chờ, khi người vận hành có đặt dịch vụ kiểm tra."),
    "post_moderated": _("Đăng ngay, ở bài hiện bình luận ngay."),
    "needs_eyes": _("Chờ duyệt: điều gì không bước nào quyết thì người đọc quyết."),
}
THRESHOLDS: "dict[str, dict[str, StrOrPromise]]" = {
    "already_said": {
        "near_percent": _("Giống từ bao nhiêu phần trăm"),
        "near_syllables": _("Chỉ so lời dài từ bao nhiêu tiếng"),
        "near_days": _("So với bao nhiêu ngày gần đây"),
    },
    "article_flood": {"article_limit": _("Từ bao nhiêu bình luận trong 10 phút")},
    "trusted_reader": {"trusted_approved": _("Từ bao nhiêu bình luận đã đăng trong 90 ngày, không lần nào bị từ chối")},
    "links": {"links_allowed": _("Cho phép bao nhiêu liên kết")},
    "shouting": {"capitals_percent": _("Viết hoa quá bao nhiêu phần trăm")},
    "wrong_language": {"foreign_words": _("Chỉ xét khi có từ bao nhiêu từ")},
    "network_flood": {"network_limit": _("Từ bao nhiêu bình luận trong 10 phút")},
}
