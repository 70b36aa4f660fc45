"""manage.py import_article FILE: a manuscript in plain text or Word becomes an article."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import lifecycle
from news.importing import Manuscript, Unreadable, digest, read
from news.importing.bylines import LONGEST_NAME
from news.importing.package import LARGEST_FILE
from news.importing.photos import with_photos
from news.importing.take_in import already_taken_in, take_in
from news.models import Article, Section


class Command(BaseCommand):
    """The last line on stdout is the article's address; what was understood goes to stderr."""

    help = gettext_lazy("Nhập bài từ tệp văn bản hoặc Word (.docx).")  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, and how to place, sign and publish what is in it."""
        parser.add_argument("file", type=Path, metavar="FILE", help=_("Tệp .txt (mọi bảng mã tiếng Việt) hoặc .docx."))
        parser.add_argument(
            "--section", default="", metavar="SLUG", help=_("Chuyên mục; không ghi thì lấy mục đầu tiên.")
        )
        parser.add_argument("--author", default="", metavar="NAME", help=_("Bút danh, thay cho tên tìm thấy cuối bài."))
        parser.add_argument("--publish", action="store_true", help=_("Đăng ngay."))
        parser.add_argument("--again", action="store_true", help=_("Nhập nữa dù tệp này đã nhập trước đây."))

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError with one sentence if the file, the section or the article isn't right."""
        if len(options["author"]) > LONGEST_NAME:
            raise CommandError(_("Bút danh dài quá %(longest)d ký tự.") % {"longest": LONGEST_NAME})
        raw = content_of(options["file"])
        known = None if options["again"] else already_taken_in(digest(raw))
        if known:
            self.stdout.write(_("Tệp này đã nhập trước đây: “%(headline)s”.") % {"headline": known.headline})
            self.stdout.write(known.get_absolute_url())
            return
        article = self.take_in(raw, options)
        self.stdout.write(article.get_absolute_url())

    def take_in(self, raw: bytes, options: dict[str, Any]) -> Article:
        """Understand the file, say what was understood, store it."""
        section = section_for(options["section"])
        try:
            with transaction.atomic():
                manuscript = with_photos(read(raw, options["file"].name), by=None)
                article = take_in(
                    manuscript, digest(raw), section=section, author=options["author"], publish=options["publish"]
                )
        except (Unreadable, lifecycle.NotReady) as error:
            raise CommandError(str(error)) from error
        for note in (*summary(manuscript), *manuscript.notes):
            self.stderr.write(note, str)  # not an error: in ordinary colours
        return article


def content_of(file: Path) -> bytes:
    """The file's bytes, one more than the largest that is read at most. Raises CommandError if it can't be opened."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise CommandError(_("Không thấy tệp %(file)s.") % {"file": file}) from error
    except OSError as error:
        raise CommandError(_("Không mở được tệp %(file)s: hãy kiểm tra tên và quyền đọc.") % {"file": file}) from error


def section_for(slug: str) -> Section:
    """The section of that slug, a subsection as `parent/slug` or alone; the paper's first without a slug."""
    sections = Section.objects.select_related("parent").order_by(F("parent_id").asc(nulls_first=True), "order", "name")
    if not slug:
        first = Section.objects.top().first()
        if first is None:
            raise CommandError(_("Báo chưa có chuyên mục nào; hãy tạo một chuyên mục trước."))
        return first
    for section in sections:
        if slug in (section.slug, path_of(section)):
            return section
    known = ", ".join(path_of(section) for section in sections)
    raise CommandError(_("Không có chuyên mục “%(slug)s”. Các chuyên mục: %(known)s.") % {"slug": slug, "known": known})


def path_of(section: Section) -> str:
    """`thoi-su`, or `thoi-su/quoc-hoi` for a subsection."""
    return f"{section.parent.slug}/{section.slug}" if section.parent else section.slug


def summary(manuscript: Manuscript) -> list[str]:
    """What was understood, for the person at the terminal."""
    lines = [_("Tít: %(headline)s") % {"headline": manuscript.headline}]
    if manuscript.byline:
        lines.append(_("Bút danh trong bài: %(byline)s") % {"byline": manuscript.byline})
    if manuscript.source_line:
        lines.append(_("Nguồn: %(source)s") % {"source": manuscript.source_line})
    return lines
