"""Puts the demo edition into the database: what is there already stays as the newsroom has left it."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from html import escape

from django.db import transaction
from django.utils.translation import gettext as _

from news import lifecycle, pictures
from news.demo import gallery, masthead
from news.demo.album import Album
from news.demo.authors import AUTHORS
from news.demo.corrections import correct
from news.demo.manuscripts import DemoArticle, InnerPicture, all_articles
from news.models import Article, ArticleAuthor, Author, Photo
from news.revisions import keeping

Say = Callable[[str], None]

WIDTH_IN_BODY = 1280  # pixels, one of pictures.WIDTHS
SHOWN_FOR = timedelta(hours=72)  # until the expired article's time was over
REASON = "Đăng nhầm lịch của tuần trước."


def load(now: datetime, say: Say, draw: gallery.Drawing = gallery.draw_all) -> dict[str, Article]:
    """Add what is missing of the demo edition, dated back from `now`. The new articles by the stem of their file."""
    present = set(Article.objects.exclude(import_digest="").values_list("import_digest", flat=True))
    missing = [text for text in all_articles() if digest(text.stem) not in present]
    known = set(Author.objects.values_list("name", flat=True))
    names = {name for text in missing for name in text.pictures}
    names |= {
        gallery.portrait_name(author.portrait) for author in AUTHORS if author.portrait and author.name not in known
    }
    if names:
        say(_("Vẽ %(count)s ảnh minh họa và chân dung …") % {"count": len(names)})
    album = Album(draw(names))
    with transaction.atomic():
        frame = masthead.set_up(album)
        say(
            _("Chuyên mục: %(sections)s, chủ đề: %(tags)s, tác giả: %(authors)s.")
            % {"sections": len(frame.sections), "tags": len(frame.tags), "authors": len(frame.authors)}
        )
        loaded = {text.stem: load_article(text, frame, album, now) for text in missing}
        correct(loaded)
    unchanged = _("Bài của ấn bản dùng thử đã có đủ, không thay đổi gì.")
    say(_("Đã đưa vào %(count)s bài.") % {"count": len(loaded)} if loaded else unchanged)
    return loaded


def digest(stem: str) -> str:
    """What marks an article as loaded from this file: kept through every change of its text or headline."""
    return hashlib.sha256(f"demo:{stem}".encode()).hexdigest()


def load_article(text: DemoArticle, frame: masthead.Frame, album: Album, now: datetime) -> Article:
    """One article with all that belongs to it, in the state that its file asks for."""
    lead = album.photo(text.picture, text.alt, text.caption, text.credit) if text.picture else None
    article = Article(
        headline=text.headline, short_headline=text.short_headline, standfirst=text.standfirst,
        body=illustrated(text, album), section=frame.sections[text.section], source_line=text.source,
        lead_photo=lead, featured=text.featured, import_digest=digest(text.stem),
    )  # fmt: skip
    lifecycle.create(article, by=None, imported=True)
    article.further_sections.set(frame.sections[name] for name in text.further)
    article.tags.set(frame.tags[name] for name in text.tags)
    ArticleAuthor.objects.bulk_create(
        ArticleAuthor(article=article, author=frame.authors[credit.name], role=credit.role, order=order)
        for order, credit in enumerate(text.authors)
    )
    keeping.first(article)
    bring_to(text.state, article, now - timedelta(hours=text.hours_ago))
    return article


def illustrated(text: DemoArticle, album: Album) -> str:
    """The body with its place holders replaced by stored photos."""
    body = text.body
    for inner in text.inner_pictures:
        photo = album.photo(inner.picture, inner.alt, inner.caption, text.credit)
        body = body.replace(inner.marker, figure(inner, photo))
    return body


def figure(inner: InnerPicture, photo: Photo) -> str:
    """A photo as it stands in a body."""
    width = WIDTH_IN_BODY
    source, height = pictures.address(photo, width), pictures.height_for(photo, width)
    return (
        f'<figure class="photo"><img src="{source}" alt="{escape(inner.alt)}" width="{width}" height="{height}">'
        f"<figcaption>{inner.caption}</figcaption></figure>"
    )


def bring_to(state: str, article: Article, at: datetime) -> None:
    """Lead a new draft to its state, by the ways that the desk goes; `at` is when it went live or will."""
    if state == "review":
        lifecycle.hand_in(article, by=None)
    if state in ("live", "scheduled", "withdrawn", "expired"):
        lifecycle.publish(article, by=None, at=at)
    if state == "withdrawn":
        lifecycle.withdraw(article, by=None, reason=REASON)
    if state == "expired":
        lifecycle.set_expiry(article, by=None, at=at + SHOWN_FOR)
