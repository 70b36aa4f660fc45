"""The demo edition's sections, in the paper's order."""

from typing import NamedTuple


class DemoSection(NamedTuple):
    """A section with its subsections; the description stands on its page."""

    name: str
    slug: str
    description: str
    children: tuple["DemoSection", ...] = ()


SECTIONS: tuple[DemoSection, ...] = (
    DemoSection(
        "Thời sự",
        "thoi-su",
        "Chuyện trong nước và chuyện quanh nhà, kể bằng việc có thật trước khi bàn.",
        (
            DemoSection("Chính trị", "chinh-tri", "Chính sách, nghị trường và cách chúng chạm tới đời sống."),
            DemoSection("Dân sinh", "dan-sinh", "Điện, nước, đường sá, sức khỏe: những việc ai cũng gặp."),
        ),
    ),
    DemoSection("Thế giới", "the-gioi", "Những chuyện ở xa giúp hiểu rõ hơn chỗ mình đang đứng."),
    DemoSection(
        "Kinh tế",
        "kinh-te",
        "Tiền đi từ đâu tới đâu, và vì sao.",
        (
            DemoSection("Thị trường", "thi-truong", "Giá cả, từ sàn giao dịch tới rổ rau."),
            DemoSection("Nông nghiệp", "nong-nghiep", "Ruộng, vườn, ao, biển và những người sống nhờ chúng."),
        ),
    ),
    DemoSection("Giáo dục", "giao-duc", "Trường lớp, sách vở và việc học của người lớn lẫn trẻ nhỏ."),
    DemoSection("Văn hóa", "van-hoa", "Nghề cũ, tiếng nói, âm nhạc, hội hè."),
    DemoSection("Thể thao", "the-thao", "Luật chơi, cách tập và niềm vui của người trong cuộc."),
    DemoSection(
        "Khoa học",
        "khoa-hoc",
        "Cắt nghĩa thế giới bằng những phép thử ai cũng hình dung được.",
        (DemoSection("Môi trường", "moi-truong", "Rừng, biển, khí hậu và cách sống chung với chúng."),),
    ),
)
