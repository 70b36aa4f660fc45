"""Who writes the demo edition: six invented people and two desks."""

from typing import NamedTuple


class DemoAuthor(NamedTuple):
    """A byline. `portrait` seeds the drawn portrait; None for a desk, which has no face."""

    name: str
    title: str
    bio: str
    portrait: int | None = None


AUTHORS: tuple[DemoAuthor, ...] = (
    DemoAuthor(
        "Lê Thu Miên",
        "Phóng viên Thời sự",
        "Theo dõi chính sách xã hội và đời sống ở làng chài, xóm nước. Thích hỏi người ít được hỏi.",
        1,
    ),
    DemoAuthor(
        "Trần Đình Khoát",
        "Phóng viên Kinh tế",
        "Viết về giá cả, nông sản và tiền bạc trong nhà. Luôn mang theo một cuốn sổ tính và một cây bút chì.",
        2,
    ),
    DemoAuthor(
        "Nguyễn Hoài Sương",
        "Biên tập viên Văn hóa",
        "Tìm hiểu nghề thủ công, sân khấu dân gian và chữ nghĩa. Tin rằng vật dụng nào cũng biết kể chuyện.",
        3,
    ),
    DemoAuthor(
        "Phạm Nhật Duyên",
        "Phóng viên Giáo dục",
        "Từng dạy tiểu học mười năm trước khi vào nghề báo. Phụ trách chuyện trường lớp và sách.",
        4,
    ),
    DemoAuthor(
        "Đỗ Quang Lãm",
        "Phóng viên Khoa học",
        "Viết về thời tiết, biển, bầu trời và y tế. Sửa bài bằng cách đọc to cho mẹ nghe.",
        5,
    ),
    DemoAuthor(
        "Hồ Anh Tuyền",
        "Phóng viên Thế giới và Thể thao",
        "Đọc tin nước ngoài buổi sáng, chạy bộ buổi chiều, chụp ảnh khi có dịp. Chơi cờ dở nhưng kiên trì.",
        6,
    ),
    DemoAuthor(
        "Ban Thời sự",
        "Ban của tòa soạn",
        "Ghi nhận và kiểm chứng tin trong ngày. Bạn đọc gửi tin cho ban qua thư điện tử ở chân trang.",
    ),
    DemoAuthor(
        "Ban Bạn đọc",
        "Ban của tòa soạn",
        "Nhận thư, trả lời thắc mắc và biên tập góc chỉ dẫn. Mọi thư đều được đọc, kể cả thư chê.",
    ),
)
