"""Bodies that every paper names, as Decree 30/2020/NĐ-CP (Appendix II) capitalises them; the newsroom goes on from here."""

from typing import Any

from django.db import migrations

NAMES = (
    "Quốc hội",
    "Ủy ban Thường vụ Quốc hội",
    "Văn phòng Quốc hội",
    "Chính phủ",
    "Văn phòng Chính phủ",
    "Thanh tra Chính phủ",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "Tòa án nhân dân tối cao",
    "Mặt trận Tổ quốc Việt Nam",
    "Bộ Công an",
    "Bộ Công Thương",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Khoa học và Công nghệ",
    "Bộ Ngoại giao",
    "Bộ Nội vụ",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Quốc phòng",
    "Bộ Tài chính",
    "Bộ Tư pháp",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Ngân hàng Nhà nước Việt Nam",
    "Thông tấn xã Việt Nam",
    "Đài Tiếng nói Việt Nam",
    "Đài Truyền hình Việt Nam",
)


def add(apps: Any, schema_editor: Any) -> None:
    house_names = apps.get_model("news", "HouseName").objects
    house_names.bulk_create((house_names.model(name=name) for name in NAMES), ignore_conflicts=True)


def take_back(apps: Any, schema_editor: Any) -> None:
    apps.get_model("news", "HouseName").objects.filter(name__in=NAMES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0013_house_names"),
    ]

    operations = [migrations.RunPython(add, take_back)]
