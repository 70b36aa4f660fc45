"""The demo edition's correction: a sum that went wrong in a headline article, owned up to within the hour."""

from datetime import timedelta

from news import corrections
from news.corrections import Wording
from news.models import Article
from news.models.corrections import Kind

CORRECTED = "gia-dien-bac-thang-vi-sao-dung-gap-ba-ma-tra-gan-gap-bon"  # the stem of its file
NOTICED_AFTER = timedelta(minutes=45)
WORDING = Wording(
    kind=Kind.APOLOGY,
    headline="Giá điện bậc thang: vì sao dùng gấp ba mà trả gần gấp năm",
    was_false="Nhà dùng 450 kWh phải trả gấp 4,9 lần nhà dùng 150 kWh. Tít bài cũng viết “gần gấp năm”.",
    what_is_right="Nhà dùng 450 kWh phải trả 1.280.000 đồng, gấp 3,9 lần nhà dùng 150 kWh (325.000 đồng). "
    "Bảng tính trong bài không sai; tít và câu viết sai đã được sửa.",
    apology="Tòa soạn xin lỗi bạn đọc, và cảm ơn những bạn đã tính lại từng bậc để báo cho chúng tôi.",
)


def correct(loaded: dict[str, Article]) -> None:
    """Correct what needs it among the articles that were loaded just now (by the stem of their file)."""
    article = loaded.get(CORRECTED)
    if article and article.published_at:
        corrections.publish(article, None, WORDING, article.published_at + NOTICED_AFTER)
