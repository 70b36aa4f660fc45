"""Keeping revisions and reading them. The only writer of Revision (news/revisions/thinning.py throws old ones away) and of
`Article.newest_revision`.

Callers hold the article's row and have asked whether the person may.
"""

import hashlib
import zlib

from django.db.models import Max

from news.models import Article, Origin, Revision, State, User
from news.revisions import compare, under_text
from news.revisions import content as contents
from news.revisions.content import Content

KEYFRAME_EVERY = 50  # revisions; the others are packed against the last keyframe
TOO_DIFFERENT = 0.5  # of a keyframe's size: a revision that saves less than this becomes a keyframe of its own
UNKEPT = 0  # in place of a revision's id: the article was opened before it had any


class Outdated(Exception):
    """The text was opened on a revision that is no longer the newest; `newest` is what was saved meanwhile."""

    def __init__(self, newest: Revision) -> None:
        super().__init__(f"newest is {newest.number}")
        self.newest = newest


def newest(article: Article) -> Revision | None:
    """The revision that editors work on; None for an article that was never saved through here."""
    return Revision.objects.unpackable().filter(newest_of=article).first()


def newest_content(article: Article) -> Content:
    """What editors work on: the newest revision, else what is stored."""
    revision = newest(article)
    return whole(article, content_of(revision)) if revision else Content.of(article)


def whole(article: Article, content: Content) -> Content:
    """The content with the galleries and documents that readers have where it doesn't know of its own: it is from before
    they belonged to revisions, when readers had what editors had."""
    return content if content.is_whole else content.completed(Content.of(article))


def content_of(revision: Revision) -> Content:
    """The text of a revision (load it with `unpackable()`: no query then)."""
    return Content.from_json(_json_of(revision))


def keep(
    article: Article,
    content: Content,
    by: User | None,
    *,
    origin: Origin = Origin.SAVED,
    opened_on: int | None = None,
) -> Revision:
    """Keep the text as the article's newest revision, and return it; the newest one itself if nothing has changed.

    `opened_on` is the id of the revision that the writer had before them (UNKEPT: the article had none yet; None:
    whatever is the newest). Raises Outdated if another one came in meanwhile. What readers see of a published article stays as it is.
    """
    before = newest(article) or first(article)
    if opened_on is not None and is_outdated(before, opened_on):
        raise Outdated(before)
    content = whole(article, content.settled(article))
    if _reads_as(article, before, content) and origin != Origin.RESTORED:
        return before
    revision = _write(article, content, by, origin, before)
    _follow(article, content, revision, content_of(before))
    return revision


def is_outdated(newest: Revision | None, opened_on: int) -> bool:
    """Whether the newest revision is another than the one that was opened; the first holds what stood there unkept."""
    if newest is None or (opened_on == UNKEPT and newest.origin == Origin.FIRST):
        return False
    return newest.pk != opened_on


def first(article: Article) -> Revision:
    """Keep what is stored as the article's first revision: of one that came from elsewhere, or before there were any."""
    revision = _write(article, Content.of(article).settled(article), article.created_by, Origin.FIRST, None)
    if article.first_published_at is not None:
        keep_for_good(revision)
        article.live_revision = revision
    article.newest_revision = revision
    article.save(update_fields=["newest_revision", "live_revision"])
    return revision


def rescue(article: Article, content: Content, by: User, base: int) -> Revision:
    """Keep somebody's text beside the newest one, so that no word is lost; nobody is led to it but by the list.

    The same text is kept once: sent again, or equal to the newest, the revision that has it is returned.
    """
    before = newest(article) or first(article)
    content = whole(article, content.settled(article))
    if _reads_as(article, before, content):
        return before
    reads_the_same = Revision.objects.filter(article=article, digest=_digest(content.to_json()))
    known = reads_the_same.filter(origin=Origin.RESCUED).first()
    if known:
        return known
    based_on = Revision.objects.filter(article=article, pk=base).first() or before
    kept = _write(article, content, by, Origin.RESCUED, before)
    Revision.objects.filter(pk=kept.pk).update(base=based_on)
    return kept


def mark_saved(revision: Revision) -> None:
    """The person pressed save on what their browser had saved already."""
    Revision.objects.filter(pk=revision.pk).update(origin=Origin.SAVED)
    revision.origin = Origin.SAVED


def put_live(article: Article) -> None:
    """Make the newest revision what readers see of the article, and keep it for good."""
    revision = newest(article) or first(article)
    contents.store(article, content_of(revision))
    keep_for_good(revision)
    _note_draft(article, None)
    article.live_revision, article.draft_waiting = revision, False
    article.save(update_fields=["live_revision", "draft_waiting"])


def follow_newest(article: Article) -> None:
    """The article is no longer published: its columns follow what editors work on again."""
    if article.draft_waiting:
        contents.store(article, newest_content(article))
        _note_draft(article, None)
        article.draft_waiting = False
        article.save(update_fields=["draft_waiting"])


def keep_for_good(revision: Revision) -> None:
    """Never thin this one: readers saw it, or it is evidence (see news/corrections.py)."""
    Revision.objects.filter(pk=revision.pk).update(kept_for_good=True)
    revision.kept_for_good = True


def _follow(article: Article, content: Content, revision: Revision, before: Content) -> None:
    """The article points at its newest revision; until it is approved its own columns follow the text."""
    article.newest_revision = revision
    article.draft_waiting = article.state == State.PUBLISHED and not _reads_as_live(article, content)
    if article.state == State.PUBLISHED:
        _note_draft(article, content if article.draft_waiting else None)
    else:
        contents.store(article, content, before)
    article.save(update_fields=["newest_revision", "draft_waiting"])


def _reads_as_live(article: Article, content: Content) -> bool:
    live = Revision.objects.unpackable().filter(live_for=article).first()
    return live is not None and _reads_as(article, live, content)


def _reads_as(article: Article, revision: Revision, content: Content) -> bool:
    """Whether the revision is the same text; one that doesn't know of galleries and documents, with those that readers have."""
    if _digest(content.to_json()) == revision.digest:
        return True
    kept = content_of(revision)
    return not kept.is_whole and whole(article, kept) == content


def _note_draft(article: Article, draft: Content | None) -> None:
    """What only that draft shows is in use as well; None: no draft is waiting."""
    if draft:
        under_text.note_draft(article, draft.lead_photo, draft.body, draft.galleries)
    else:
        under_text.note_draft(article, None, "", ())


def _write(article: Article, content: Content, by: User | None, origin: Origin, before: Revision | None) -> Revision:
    raw = content.to_json()
    packed, dictionary = _packed(article, raw)
    inserted, deleted = size_of_change(content_of(before) if before else None, content)
    return Revision.objects.create(
        article=article,
        number=(Revision.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0) + 1,
        origin=origin,
        by=by,
        base=before,
        headline=content.headline,
        inserted=inserted,
        deleted=deleted,
        digest=_digest(raw),
        packed=packed,
        dictionary=dictionary,
    )


def size_of_change(before: Content | None, after: Content) -> tuple[int, int]:
    """Characters inserted and deleted, counted over headline, sapo and body as people see them."""
    if before is None:
        return 0, 0
    texts = ("headline", "standfirst", "body")
    sizes = [compare.size_of_change(getattr(before, text), getattr(after, text)) for text in texts]
    return sum(inserted for inserted, _deleted in sizes), sum(deleted for _inserted, deleted in sizes)


def _packed(article: Article, raw: bytes) -> tuple[bytes, Revision | None]:
    """The text compressed, and the keyframe that is needed to read it; None if it is one itself."""
    keyframe = Revision.objects.filter(article=article, dictionary=None).order_by("-number").first()
    if keyframe is None or Revision.objects.filter(dictionary=keyframe).count() >= KEYFRAME_EVERY:
        return zlib.compress(raw, 9), None
    packed = _compress(raw, _json_of(keyframe))
    return (packed, keyframe) if len(packed) < TOO_DIFFERENT * len(keyframe.packed) else (zlib.compress(raw, 9), None)


def _compress(raw: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(9, zdict=dictionary)
    return packer.compress(raw) + packer.flush()


def _json_of(revision: Revision) -> bytes:
    if revision.dictionary_id is None or revision.dictionary is None:
        return zlib.decompress(bytes(revision.packed))
    unpacker = zlib.decompressobj(zdict=_json_of(revision.dictionary))
    return unpacker.decompress(bytes(revision.packed)) + unpacker.flush()


def _digest(raw: bytes) -> str:
    return hashlib.blake2b(raw, digest_size=16).hexdigest()
