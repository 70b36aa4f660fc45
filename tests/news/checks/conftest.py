"""The names that the texts here are checked against, also after a test with real transactions has emptied the tables."""

import pytest

from news.models import HouseName

NAMES = (
    *(
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Chính phủ",
        "Văn phòng Chính phủ",
        "Ủy ban nhân dân",
        "Hội đồng nhân dân",
    ),
    *("Bộ Y tế", "Bộ Công an", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Xây dựng", "Bộ Giáo dục và Đào tạo"),
    *("Bộ Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch"),
)


@pytest.fixture(autouse=True)
def house_names(db) -> None:
    HouseName.objects.bulk_create((HouseName(name=name) for name in NAMES), ignore_conflicts=True)
