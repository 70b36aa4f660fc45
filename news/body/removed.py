"""What had to go from a body, in words for the person who pasted it."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FOREIGN_PICTURE = _("ảnh ở máy chủ khác (hãy tải ảnh lên bằng nút Hình ảnh)")
PICTURE_WITHOUT_FILE = _("ảnh dán kèm trong chữ (hãy tải ảnh lên bằng nút Hình ảnh)")
FOREIGN_EMBED = _("mã nhúng từ địa chỉ ngoài danh sách (chỉ giữ liên kết)")

_IN_SOURCE: tuple[tuple[re.Pattern[str], Promise], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"<script\b", _("mã <script>")),
        (r"<(object|embed|applet|frame)\b", _("mã nhúng <object>, <embed>")),
        (r"<(video|audio|source|track)\b", _("phim, âm thanh chèn thẳng")),
        (r"<(svg|math|canvas)\b", _("hình vẽ bằng mã")),
        (r"<(form|input|button|select|textarea)\b", _("biểu mẫu")),
        (r"<style\b|<link\b", _("bảng kiểu chữ")),
        (r"<[a-z][^<>]*\son[a-z]+\s*=", _("mã kích hoạt (onclick, onerror…)")),
        (r"=\s*[\"']?\s*(javascript|vbscript):", _("liên kết chạy mã")),
        (
            r"<[a-z][^<>]*\sstyle\s*=\s*[\"'][^\"']*\b(color|background|font-size|font-family)\b|<font\b",
            _("màu chữ, cỡ chữ, phông chữ"),
        ),
    )
)

Removed = set[Promise]


def seen_in(html: str) -> Removed:
    """What a look at the source finds. It serves to tell the editor; nothing's safety rests on it."""
    return {words for pattern, words in _IN_SOURCE if pattern.search(html)}
