"""An article as a Word document, built as manuscripts are: headline, standfirst, body, who wrote it, where it is from."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH

from news import pictures
from news.body.tree import Element, parse
from news.exporting.blocks import new_paragraph, write_blocks, write_caption
from news.exporting.lines import legal, write_line
from news.exporting.lists import add_patterns
from news.exporting.photos import SHARP, photos_for
from news.exporting.sheet import Sheet
from news.exporting.styles import LANGUAGE, dress
from news.models import Article, ArticleAuthor
from news.models.articles import AuthorRole
from news.vietnamese.dates import long_date

LONGEST_PROPERTY = 255  # characters that a document's property holds

Bylines = Sequence[ArticleAuthor]


def as_word(article: Article, bylines: Bylines, *, paper: str, absolute: Callable[[str], str]) -> bytes:
    """The .docx of the article as it stands in memory; `absolute` makes a whole address of a path of ours."""
    document = Document()
    dress(document)
    add_patterns(document)
    sheet = Sheet(document, document, absolute, photos_for(article.body, [article.lead_photo]))
    _margins(document, article, paper, absolute)
    _opening(sheet, article)
    write_blocks(sheet, parse(article.body))
    _sign(sheet, article, bylines)
    _describe(document, article, bylines, paper)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _opening(sheet: Sheet, article: Article) -> None:
    write_line(sheet, new_paragraph(sheet, "Title"), [article.headline])
    if article.standfirst:
        write_line(sheet, new_paragraph(sheet, "Subtitle"), [" ".join(article.standfirst.split())])
    if article.lead_photo:
        source = {"src": pictures.address(article.lead_photo, SHARP), "alt": article.lead_photo.alt}
        paragraph = new_paragraph(sheet)
        paragraph.paragraph_format.keep_with_next = True
        write_line(sheet, paragraph, [Element("img", source)])
        write_caption(sheet, [article.caption] if article.caption else [], article.credit)


def _sign(sheet: Sheet, article: Article, bylines: Bylines) -> None:
    """Photographers and translators in a line of their own, then the writers, then the source: imports read the last two."""
    others = [
        f"{str(byline.get_role_display()).capitalize()}: {byline.author.name}"
        for byline in bylines
        if byline.role != AuthorRole.TEXT
    ]
    for line in ("; ".join(others), writers(bylines), article.source_line):
        if line:
            paragraph = new_paragraph(sheet)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            write_line(sheet, paragraph, [line])


def writers(bylines: Bylines) -> str:
    """Who wrote it: "Văn Kiên - Minh Hà"."""
    return " - ".join(byline.author.name for byline in bylines if byline.role == AuthorRole.TEXT)


def _margins(document: DocumentObject, article: Article, paper: str, absolute: Callable[[str], str]) -> None:
    """Above each page the paper and the section, below it when and where readers find it: no part of the text."""
    page = document.sections[0]
    page.header.paragraphs[0].text = legal(" · ".join([paper, *section_names(article)]))
    published = article.published_at
    lines = [
        _("Đăng: %(date)s") % {"date": long_date(published)} if published else _("Chưa đăng"),
        _("Cập nhật: %(date)s") % {"date": long_date(article.updated_at)} if article.updated_at else "",
        absolute(article.get_absolute_url()) if article.was_public() else "",
    ]
    page.footer.paragraphs[0].text = legal(" · ".join(filter(None, lines)))


def section_names(article: Article) -> list[str]:
    """The section with the one above it."""
    above = [article.section.parent.name] if article.section.parent else []
    return [*above, article.section.name]


def _describe(document: DocumentObject, article: Article, bylines: Bylines, paper: str) -> None:
    """The properties that a file manager shows; no name of a machine, no login."""
    about = document.core_properties
    about.title, about.language = legal(article.headline)[:LONGEST_PROPERTY], LANGUAGE
    about.author = legal(writers(bylines) or paper)[:LONGEST_PROPERTY]
    about.category = about.subject = legal(" / ".join(section_names(article)))[:LONGEST_PROPERTY]
    about.keywords = legal(", ".join(tag.name for tag in article.tags.all()))[:LONGEST_PROPERTY]
    about.comments, about.last_modified_by = legal(article.standfirst)[:LONGEST_PROPERTY], legal(paper)
    about.created = _plain_utc(article.first_published_at or article.created_at or timezone.now())
    about.modified = _plain_utc(article.edited_at or timezone.now())
    about.revision = 1


def _plain_utc(moment: datetime) -> datetime:
    """As python-docx writes it: UTC without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)
