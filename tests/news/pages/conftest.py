"""An edition to read."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Article, Author, Section, SiteSettings, Tag
from tests.factories import (
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    make_photo,
)


@dataclass
class Edition:
    """A small paper: a section with a subsection, a topic, an author, and some live articles."""

    section: Section
    subsection: Section
    tag: Tag
    author: Author
    articles: list[Article]


@pytest.fixture
def edition(db) -> Edition:
    """Six live articles an hour apart, the newest first; the first has everything an article can have."""
    SiteSettings.objects.create(name="Báo Thử", motto="Tin cần biết", licence="Giấy phép số 0", email="bao@example.vn")
    section = SectionFactory(name="Thời sự", slug="thoi-su", description="Trong nước hôm nay.")
    subsection = SectionFactory(name="Dân sinh", slug="dan-sinh", parent=section)
    other = SectionFactory(name="Kinh tế", slug="kinh-te")
    tag = TagFactory(name="Mùa lũ", slug="mua-lu", description="Nước lên, nước xuống.")
    author = AuthorFactory(name="Lê Thu Miên", slug="le-thu-mien", title="Phóng viên", bio="Viết về xóm nước.")
    full = LiveArticleFactory(
        headline="Ủy ban quyết nghị đắp đê Đường Phố",
        section=subsection,
        lead_photo=make_photo(alt="Con đê nhìn từ bờ", caption="Đê sông sáng nay.", credit="Ảnh: Thu Miên"),
        source_line="Theo Ban Bạn đọc",
        featured=True,
        published_at=timezone.now() - timedelta(hours=1),
        body="<h2>Đê mới</h2><p>Dài 3 km.</p><table><tbody><tr><td>1</td></tr></tbody></table>",
    )
    BylineFactory(article=full, author=author)
    full.tags.add(tag)
    articles = [full]
    for number in range(2, 7):
        published = timezone.now() - timedelta(hours=number)
        articles.append(
            LiveArticleFactory(
                section=(section, other)[number % 2], headline=f"Bản tin mẫu số {number}", published_at=published
            )
        )
    return Edition(section, subsection, tag, author, articles)
