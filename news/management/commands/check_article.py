"""manage.py check_article FILE|ID: what the newsroom's checks say of a manuscript, or of an article that is stored."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import body, checks
from news.ids import id_in
from news.importing import Unreadable, read
from news.importing.bylines import names_in
from news.management.commands.import_article import content_of
from news.models import Article
from news.revisions import keeping

BLOCKED = 1  # exit codes: 0 for clean or only warnings
UNREADABLE = 2


class Command(BaseCommand):
    """Findings go to stdout, a line each or as JSON."""

    help = gettext_lazy("Kiểm tra một tệp bài hoặc một bài đã lưu như trước khi đăng.")  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to check, and for whom to write."""
        parser.add_argument("text", metavar="FILE|ID", help=_("Tệp .txt, .docx, hoặc số của bài đã lưu."))
        parser.add_argument("--json", action="store_true", help=_("Viết kết quả cho máy đọc."))

    def handle(self, *args: Any, **options: Any) -> None:
        """Exits with BLOCKED if something keeps the article from readers. Raises CommandError (UNREADABLE)."""
        findings = checks.run(text_of(options["text"]))
        if options["json"]:
            self.stdout.write(json.dumps([for_machines(one) for one in findings], ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(map(for_people, findings)) or _("Không có gì phải sửa."))
        if any(one.blocks for one in findings):
            sys.exit(BLOCKED)


def text_of(named: str) -> checks.Text:
    """The text of a file, or of the article with that number where there is no such file. Raises CommandError."""
    if named.isdecimal() and not Path(named).exists():
        return stored(named)
    try:
        manuscript = read(content_of(Path(named)), Path(named).name)
    except (Unreadable, CommandError) as error:
        raise CommandError(str(error), returncode=UNREADABLE) from error
    return checks.Text(
        headline=manuscript.headline,
        standfirst=manuscript.standfirst,
        body=body.clean(manuscript.body).html,
        author_names=tuple(names_in(manuscript.byline)),
        source_line=manuscript.source_line,
    )


def stored(number: str) -> checks.Text:
    """The newest text of the stored article with that number. Raises CommandError."""
    articles = Article.objects.select_related("section", "lead_photo")
    article = articles.filter(pk=pk).first() if (pk := id_in(number)) else None
    if article is None:
        raise CommandError(_("Không có bài số %(number)s.") % {"number": number[:40]}, returncode=UNREADABLE)
    return checks.Text.of(article, keeping.newest_content(article))


def for_machines(one: checks.Finding) -> dict[str, Any]:
    """One finding as JSON says it."""
    names = ("code", "severity", "sentence", "field", "start", "end", "passage", "fix")
    return {name: getattr(one, name) for name in names}


def for_people(one: checks.Finding) -> str:
    """One finding as a line at the terminal."""
    place = f"  {one.before}[{one.found}]{one.after}" if one.found else ""
    return f"{one.severity.label}: {one.sentence}{place}"
