"""Puts right in an article what a check can put right by itself."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from news import checks, editing, lifecycle, rights
from news.checks.visible import visible
from news.models import Article, User
from news.revisions import keeping


class NotThere(Exception):
    """The text has changed: what was to be put right is no longer at its place."""


def mend(article: Article, by: User | None, key: str | None = None) -> int:
    """Apply the fix of the finding with that key (None: every fix) to the stored text; how many places were mended.

    Raises lifecycle.NotAllowed, NotThere.
    """
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_editable(article, by)
        content = keeping.newest_content(article)
        text = checks.Text.of(article, content)
        wanted = [one for one in checks.run(text) if one.fix is not None and key in (None, one.key)]
        if not wanted:
            raise NotThere
        changed, count = mended(text, wanted)
        editing.save(article, content.with_changes(changed), by)
        return count


def mended(text: checks.Text, findings: Iterable[checks.Finding]) -> tuple[dict[str, str], int]:
    """The fields as they read with the fixes, by name, and how many were applied; of two at one place the first alone."""
    changed: dict[str, str] = {}
    count = 0
    by_field: dict[str, list[checks.Finding]] = {}
    for one in findings:
        if one.fix is not None:
            by_field.setdefault(one.field, []).append(one)
    for field, all_of_them in by_field.items():
        apart = _apart(all_of_them)
        changed[field] = _body(text.body, apart) if field == "body" else _line(text.shown(field), apart)
        count += len(apart)
    return changed, count


def _apart(findings: Iterable[checks.Finding]) -> list[checks.Finding]:
    """Those that can be mended together, the last place first."""
    kept: list[checks.Finding] = []
    for one in sorted(findings, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept[::-1]


def _line(text: str, findings: Sequence[checks.Finding]) -> str:
    for one in findings:
        text = f"{text[: one.start]}{one.fix}{text[one.end :]}"
    return text


def _body(html: str, findings: Sequence[checks.Finding]) -> str:
    """The body's HTML with the letters replaced in its text nodes; no tag moves."""
    reading = visible(html)
    for one in findings:
        reading.replace(one.start, one.end, one.fix or "")
    return reading.html()
