"""What a person reads and hears on a page, and a newsroom in which every screen of the desk has something to show."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone

from comments.models import Ban, Comment, SwitchKind, WatchedWord
from comments.moderation import decisions
from comments.moderation.switches.keeping import Wanted, switch_on
from news import lifecycle
from news.models import (
    Article,
    ArticleGallery,
    Attachment,
    BulkAct,
    BulkItem,
    Gallery,
    GalleryPhoto,
    HouseName,
    Invitation,
    MarginNote,
    SiteSettings,
    User,
)
from news.models.bulk_acts import Outcome
from tests.config.addresses import DESK, desk_patterns, filled, gaps
from tests.factories import (
    ArticleFactory,
    BylineFactory,
    CommentFactory,
    CorrectionFactory,
    SectionFactory,
    TagFactory,
    make_photo,
)

SPOKEN = ("title", "placeholder", "aria-label", "alt", "aria-description")
SILENT = ("script", "style", "template", "code", "kbd")  # keys and codes are letters, not words
ICONS = "material-symbols-outlined"  # a font whose pictures are written as English words
NO_END = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
NO_LANGUAGE = re.compile(r"\S*(?:[/@]|\*\*)\S*")  # links, paths, mail addresses, masked secrets


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.muted: list[str] = []  # open elements from the outermost one that nobody reads

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += [given[name] for name in SPOKEN if given.get(name)]
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            self.found.append(given.get("value", ""))
        if tag not in NO_END and (self.muted or tag in SILENT or ICONS in given.get("class", "")):
            self.muted.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.muted and tag == self.muted[-1]:
            self.muted.pop()

    def handle_data(self, data: str) -> None:
        if not self.muted:
            self.found.append(data)


def texts_of(html: str) -> list[str]:
    """Every piece of text that shows or is read out, addresses taken out of it."""
    reader = _Reader()
    reader.feed(html)
    return [text for one in reader.found if (text := NO_LANGUAGE.sub(" ", one).strip())]


class Newsroom:
    """One of everything, and an article in every state, with names and texts that are in no language."""

    def __init__(self, person: User) -> None:
        SiteSettings(name="123").save()
        section = SectionFactory(name="10", slug="10")
        photo = make_photo(alt="1", caption="2", credit="3")
        made = {"section": section, "created_by": person, "lead_photo": photo, "standfirst": "5", "body": "<p>6</p>"}
        draft, waiting, live, scheduled, withdrawn = (ArticleFactory(headline=f"4{n}", **made) for n in range(5))
        lifecycle.hand_in(waiting, by=None)
        for article in (live, withdrawn):
            lifecycle.publish(article, by=None)
        lifecycle.publish(scheduled, by=None, at=timezone.now() + timedelta(hours=1))
        lifecycle.withdraw(withdrawn, by=None, reason="7")
        HouseName.objects.all().delete()  # names in Vietnamese, which no translation concerns
        WatchedWord.objects.all().delete()  # the same
        tag = TagFactory(name="8", slug="8")
        live.tags.add(tag)
        byline = BylineFactory(article=live, author__name="9", author__slug="9", author__user=person)
        approved = CommentFactory(article=live, name="11", text="12")
        decisions.approve(approved, by=None)
        decisions.feature(approved, by=None)
        words = {"headline": "15", "was_false": "16", "what_is_right": "17"}
        correction = CorrectionFactory(article=live, **words)
        CorrectionFactory(article=live, withdrawn_at=timezone.now(), withdrawal_reason="18", **words)
        waiting_comment = CommentFactory(article=live, name="13", text="14", parent=approved)
        gallery = Gallery.objects.create(title="15", created_by=person)
        GalleryPhoto.objects.create(gallery=gallery, photo=photo, caption="16")
        ArticleGallery.objects.create(article=live, gallery=gallery)
        document = Attachment(article=live, name="17", size=18)
        document.file.save("19.pdf", ContentFile(b"%PDF-1.4"))
        self.articles: list[Article] = [draft, waiting, live, scheduled, withdrawn]
        self.numbers = {  # by the word in the desk's addresses
            "article": live.pk,
            "bai": live.pk,
            "cai-chinh": correction.pk,
            "lich": scheduled.pk,
            "tin-bao": 1,
            "correction": correction.pk,
            "anh": photo.pk,
            "housename": HouseName.objects.create(name="15", wrong="16").pk,
            "photo": photo.pk,
            "pipelinesettings": 1,
            "author": byline.author_id,
            "checkrule": 1,
            "comment": waiting_comment.pk,
            "gallery": gallery.pk,
            "group": Group.objects.first().pk,  # type: ignore[union-attr]
            "r": 1,
            "section": section.pk,
            "sitesettings": 1,
            "tag": tag.pk,
            "watchedword": (word := WatchedWord.objects.create(text="20", folded="20")).pk,
            "tu-theo-doi": word.pk,
            "tep": document.pk,
            "user": person.pk,
            "loi-moi": self.invitation(person).pk,
            "phien": 1,
            "nguoi": person.pk,
            "hang-loat": self.act(live, person).pk,
            "hang-doi": waiting_comment.pk,
            "cam": self.ban(waiting_comment).pk,
            "nguoi-gui": waiting_comment.pk,
            "nhan-binh-luan": switch_on(Wanted(SwitchKind.SLOW, 5, article=live, note="26"), None).pk,
            "binh-luan-cua-bai": live.pk,
        }
        note = MarginNote.objects.create(article=live, field="body", exact="6", text="20", by=person)
        MarginNote.objects.create(article=live, thread=note, text="21", by=person)
        MarginNote.objects.create(article=live, text="22", by=person, resolved_at=timezone.now(), resolved_by=person)
        self.note = note.pk

    def act(self, article: Article, by: User) -> BulkAct:
        """On two articles, one of which it did not change."""
        act = BulkAct.objects.create(key=uuid4(), kind="chu-de", by=by, words="23")
        BulkItem.objects.create(act=act, article=article, outcome=Outcome.DONE)
        BulkItem.objects.create(act=act, article=self.articles[0], outcome=Outcome.REFUSED, sentence="24")
        return act

    def ban(self, comment: Comment) -> Ban:
        """On somebody whose comment is spared."""
        return Ban.objects.create(key=uuid4(), name="27", name_key="27", note="28", comment=comment)

    def invitation(self, by: User) -> Invitation:
        """An open one, from somebody who may."""
        return Invitation.objects.create(
            display_name="16", email="a@b.example", key="17", invited_by=by, sent_at=timezone.now(),
            ends_at=timezone.now() + timedelta(days=7),
        )  # fmt: skip

    def addresses(self) -> Iterator[str]:
        """Every address of the desk with something in each gap; KeyError or StopIteration for a gap not thought of."""
        for pattern in desk_patterns():
            parts = pattern.split("/")
            values = {"name": "gui-duyet", "app_label": "news", "content_type_id": "1", "url": "khong-co"}
            values |= {"token": "x", "uidb64": "x", "number": "1", "link": "1", "note": str(self.note)}
            if {"pk", "id", "object_id"} & set(gaps(pattern)):
                number = next(self.numbers[part] for part in parts if part in self.numbers)
                values |= dict.fromkeys(("pk", "id", "object_id"), str(number))
            yield filled(pattern, values)
        for article in self.articles:
            yield f"{DESK}news/article/{article.pk}/change/"
            yield f"{DESK}bai/{article.pk}/xem-truoc/"
        yield f"{DESK}hang-doi/nhieu/?theo=loi&giong={self.numbers['hang-doi']}"
        for model in ("news/article", "news/photo", "news/tag", "comments/comment"):
            yield f"{DESK}{model}/?q=0000"
            yield f"{DESK}{model}/999999/change/"

    def public_addresses(self) -> Iterator[str]:
        """The paper as readers see it, with what they can run into."""
        live, withdrawn = self.articles[2], self.articles[4]
        yield from (
            "/",
            "/10/",
            "/tac-gia/9/",
            "/chu-de/8/",
            "/luu-tru/",
            "/cai-chinh/",
            "/tim-kiem/",
            "/tim-kiem/?q=0000",
            "/khong-co/",
        )
        yield from (live.get_absolute_url(), withdrawn.get_absolute_url(), f"/luu-tru/{timezone.localdate():%Y/%m/%d}/")
