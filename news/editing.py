"""Writing at an article: every entrance that changes its text comes through here, asks the right and leaves a revision.

What readers see of a published article changes only by `lifecycle.update`, and by `alter` for what stands around the text.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from news import lifecycle, rights
from news.attaching import Upload, taken_in
from news.models import Action, Article, Origin, Revision, Section, State, User
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Content
from news.revisions.under_text import Document

Files = Sequence[Document | Upload]  # an article's documents in order, new ones among them

Changes = Callable[[Content], dict[str, Any]]


def begin(article: Article, content: Content, by: User | None, files: Files = ()) -> Revision:
    """Store a new draft with its relations as its first revision. Raises NotAllowed."""
    with transaction.atomic():
        lifecycle.create(article, by)
        with taken_in(article, files, by) as documents:
            contents.store(article, content.with_changes({"attachments": documents}))
            return keeping.first(article)


def save(
    article: Article,
    content: Content,
    by: User | None,
    *,
    opened_on: int | None = None,
    origin: Origin = Origin.SAVED,
    files: Files | None = None,
) -> Revision:
    """Keep what the person wrote as the newest revision; the newest itself where nothing changed.

    `files` are the documents under it, if new ones are among them. `opened_on` is the id of the revision they had before
    them. Raises NotAllowed, and keeping.Outdated if somebody saved meanwhile. The log tells of it, but not of the browser's
    own saving in between.
    """
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_editable(article, by)
        before = keeping.newest(article) or keeping.first(article)
        refuse_places(article, keeping.content_of(before), content, by)
        with taken_in(article, files or (), by) as documents:
            content = content if files is None else content.with_changes({"attachments": documents})
            revision = keeping.keep(article, content, by, origin=origin, opened_on=opened_on)
        confirmed = revision == before and origin == Origin.SAVED and is_own_autosave(before, by)
        if confirmed:
            keeping.mark_saved(before)
        if origin in LOGGED and (confirmed or revision != before):
            lifecycle.record(article, LOGGED[origin], by)
        return revision


def refuse_places(article: Article, before: Content, after: Content, by: User | None) -> None:
    """Raises NotAllowed if the text goes to sections that are not the person's to fill."""
    if after.section != before.section:
        rights.require_move(article, by, Section.objects.get(pk=after.section))
    if set(after.further_sections) != set(before.further_sections):
        listed = [Section.objects.filter(pk__in=content.further_sections) for content in (before, after)]
        rights.require_listing(by, *listed)


LOGGED = {Origin.SAVED: Action.EDITED, Origin.MERGED: Action.MERGED}


def rescue(article: Article, content: Content, by: User, base: int) -> Revision:
    """Keep beside the newest revision what somebody wrote on an older one (`base`, its id), once. Raises NotAllowed."""
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_editable(article, by)
        return keeping.rescue(article, content, by, base)


def acknowledged(article: Article, opened_on: int, by: User) -> int:
    """The id of the person's own autosave that followed `opened_on`, where its answer never reached them; else `opened_on`."""
    newest = keeping.newest(article)
    followed = newest is not None and is_own_autosave(newest, by) and (newest.base_id or keeping.UNKEPT) == opened_on
    return newest.pk if newest is not None and followed else opened_on


def is_own_autosave(revision: Revision, by: User | None) -> bool:
    """Whether the person's browser kept this revision by itself."""
    return revision.origin == Origin.AUTOSAVED and by is not None and revision.by_id == by.pk


def restore(article: Article, revision: Revision, by: User | None) -> Revision:
    """Make the text of an earlier revision the newest one, as a revision of its own. Raises NotAllowed.

    One from before galleries and documents belonged to revisions leaves those that are there.
    """
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_editable(article, by)
        before = keeping.newest_content(article)
        content = keeping.content_of(revision).completed(before)
        refuse_places(article, before, content, by)
        kept = keeping.keep(article, content, by, origin=Origin.RESTORED)
        lifecycle.record(article, Action.RESTORED, by, _("Bản số %(number)d.") % {"number": revision.number})
        return kept


def move_to(article: Article, by: User | None, section: Section) -> None:
    """Put an article into another section, for readers too. Raises NotAllowed."""
    rights.require_move(article, by, section)
    alter(
        article, by, lambda content: {"section": section.pk}, _("Chuyển sang mục %(section)s.") % {"section": section}
    )


def alter(
    article: Article, by: User | None, changes: Changes, note: str, *, for_readers: Changes | None = None
) -> None:
    """Change what stands around the text, in what readers see and in what editors work on alike. Raises NotAllowed.

    `for_readers` says what changes in what readers see of a published article, where that is something else.
    """
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_editable(article, by)
        written = keeping.newest_content(article)
        if article.state == State.PUBLISHED:
            _alter_live(article, by, for_readers or changes)
        keeping.keep(article, written.with_changes(changes(written)), by)
        lifecycle.record(article, Action.EDITED, by, note)


def _alter_live(article: Article, by: User | None, changes: Changes) -> None:
    shown = Content.of(article)
    altered = shown.with_changes(changes(shown)).settled(article)
    if altered != shown:
        keeping.keep(article, altered, by)
        keeping.put_live(article)
