"""What stands before the first article: the paper's own lines, sections, topics, authors.

Rows that are missing are made; those that are there stay as the newsroom has left them.
"""

from dataclasses import dataclass

from news.demo.album import Album
from news.demo.authors import AUTHORS, DemoAuthor
from news.demo.gallery import portrait_name
from news.demo.sections import SECTIONS, DemoSection
from news.demo.tags import TAGS
from news.models import Author, Section, SiteSettings, Tag
from news.vietnamese.slugs import slug

SETTINGS = {
    "name": "Tòa Soạn",
    "motto": "Việc thật, lời rõ, nghe bạn đọc",
    "licence": "Ấn bản dùng thử, không phải cơ quan báo chí. Bài và ảnh minh họa được viết, vẽ riêng cho "
    "phần mềm Tòa Soạn; hãy thay dòng này bằng số giấy phép của báo.",
    "publisher": "(điền tên cơ quan)",
    "editor_in_chief": "(điền tên)",
    "address": "(điền số nhà, đường, phường, tỉnh)",
    "phone": "000 0000 0000",
    "email": "toasoan@example.org",
}


@dataclass(frozen=True)
class Frame:
    """Sections by slug, topics and authors by name: what articles point to."""

    sections: dict[str, Section]
    tags: dict[str, Tag]
    authors: dict[str, Author]


def set_up(album: Album) -> Frame:
    """Everything that the demo articles need around them."""
    SiteSettings.objects.get_or_create(pk=1, defaults=SETTINGS)
    return Frame(sections(), tags(), {author.name: load_author(author, album) for author in AUTHORS})


def sections() -> dict[str, Section]:
    """All sections of the demo edition by slug, subsections too."""
    found: dict[str, Section] = {}
    for order, top in enumerate(SECTIONS, 1):
        found[top.slug] = load_section(top, order, None)
        for place, child in enumerate(top.children, 1):
            found[child.slug] = load_section(child, place, found[top.slug])
    return found


def load_section(section: DemoSection, order: int, parent: Section | None) -> Section:
    """One section."""
    defaults = {"name": section.name, "order": order, "description": section.description}
    return Section.objects.get_or_create(slug=section.slug, parent=parent, defaults=defaults)[0]


def tags() -> dict[str, Tag]:
    """All topics of the demo edition by name."""
    return {
        name: Tag.objects.get_or_create(slug=slug(name), defaults={"name": name, "description": description})[0]
        for name, description in TAGS.items()
    }


def load_author(author: DemoAuthor, album: Album) -> Author:
    """One author; a new person comes with a portrait."""
    found = Author.objects.filter(name=author.name).first()
    if found:
        return found
    face = None
    if author.portrait:
        face = album.photo(portrait_name(author.portrait), alt=f"Chân dung vẽ của {author.name}")
    return Author.objects.create(
        name=author.name, slug=slug(author.name), title=author.title, bio=author.bio, portrait=face
    )
