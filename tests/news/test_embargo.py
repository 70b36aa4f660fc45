"""Whatever the newsroom does, and whenever: readers find what is live everywhere, and nothing else anywhere.

A state machine writes, schedules, edits, updates, corrects, withdraws, expires and moves the clock; after every step it
asks every public surface. `EMBARGO_STEPS` sets how many steps are taken in all, on each database.
"""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from comments.models import Comment
from comments.models import State as CommentState
from news import corrections, editing, lifecycle
from news.corrections import Wording
from news.models import Article, Photo, State
from news.revisions import keeping
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, CommentFactory, SectionFactory, TagFactory

STEPS = int(os.environ.get("EMBARGO_STEPS", "1000"))
PARTS = 4  # so that several processes share the work
IN_ONE_RUN = 30  # steps at most
START = datetime(2026, 11, 23, 20, 0, tzinfo=timezone.get_fixed_timezone(420))
MOST_ARTICLES = 3  # all of them fit on every list
hours = st.integers(1, 48).map(lambda count: timedelta(hours=count))
which = st.integers(0, MOST_ARTICLES - 1)


@dataclass
class Told:
    """What the machine knows of an article: the words that only it has, those that readers may see, and when."""

    pk: int
    newest: str
    photo: str
    shown: str = ""
    words: set[str] = field(default_factory=set)


def approved_comment(article: Article) -> Comment:
    """One that editors even chose for the front page."""
    return CommentFactory(article=article, state=CommentState.APPROVED, featured_at=timezone.now())


class NewsroomAtWork(RuleBasedStateMachine):
    """The newsroom; `told` is the model, the database and the public pages are the thing itself."""

    looks = 0  # at all surfaces, by all machines of this process

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(START, tick=False)
        self.now = self.clock.start()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.section, self.topic, self.author = SectionFactory(), TagFactory(), AuthorFactory()
        self.told: list[Told] = []
        self.receipts: list[str] = []
        self.count = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        self.clock.stop()

    def word(self) -> str:
        """A word that stands nowhere else."""
        self.count += 1
        return f"zq{self.count:04d}x"

    def article(self, number: int) -> tuple[Told, Article] | None:
        """One of the articles, with what is known of it; None while there is none."""
        if not self.told:
            return None
        told = self.told[number % len(self.told)]
        return told, Article.objects.get(pk=told.pk)

    @precondition(lambda self: len(self.told) < MOST_ARTICLES)
    @rule()
    def write(self) -> None:
        word = self.word()
        photo = Photo.objects.create(original="none.jpg", width=640, height=400, digest=word)
        article = ArticleFactory(
            headline=f"Bài {word}", section=self.section, lead_photo=photo, standfirst=f"Sapo {word}"
        )
        article.tags.add(self.topic)
        BylineFactory(article=article, author=self.author)
        self.told.append(Told(article.pk, word, photo.key, words={word}))

    @rule(number=which)
    def edit(self, number: int) -> None:
        if found := self.article(number):
            told, article = found
            told.newest = self.word()
            told.words.add(told.newest)
            changes = {"headline": f"Bài {told.newest}", "standfirst": f"Sapo {told.newest}"}
            editing.save(article, keeping.newest_content(article).with_changes(changes), None)

    @rule(number=which)
    def update(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.update(article, None, tell_readers=True), approves=True)

    @rule(number=which)
    def hand_in(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.hand_in(article, None))

    @rule(number=which)
    def send_back(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.send_back(article, None, "Thiếu nguồn."))

    @rule(number=which)
    def publish(self, number: int) -> None:
        self.publish_at(number, None)

    @rule(number=which, later=hours)
    def schedule(self, number: int, later: timedelta) -> None:
        self.publish_at(number, later)

    def publish_at(self, number: int, later: timedelta | None) -> None:
        """A first approval approves the newest text; another time alone approves nothing."""
        found = self.article(number)
        first = found is not None and found[1].state != State.PUBLISHED
        at = timezone.now() + later if later else None
        self.act(number, lambda article: lifecycle.publish(article, None, at), approves=first)

    @rule(number=which)
    def unschedule(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.unschedule(article, None))

    @rule(number=which)
    def withdraw(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.withdraw(article, None, "Sai số liệu."))

    @rule(number=which)
    def reopen(self, number: int) -> None:
        self.act(number, lambda article: lifecycle.reopen(article, None))

    @rule(number=which, later=st.none() | hours)
    def expire(self, number: int, later: timedelta | None) -> None:
        at = timezone.now() + later if later else None
        self.act(number, lambda article: lifecycle.set_expiry(article, None, at))

    @rule(number=which)
    def correct(self, number: int) -> None:
        if found := self.article(number):
            word = self.word()  # a correction is for readers: it may show wherever it is made
            wording = Wording("erratum", f"Bài {word}", f"Sai {word}.", f"Đúng {word}.")
            try:
                corrections.publish(found[1], None, wording)
            except lifecycle.WrongState:
                assert not found[1].was_public()

    @rule(number=which)
    def comment(self, number: int) -> None:
        if (found := self.article(number)) and found[1].is_live() and len(self.receipts) < MOST_ARTICLES:
            self.receipts.append(approved_comment(found[1]).receipt_url())

    @rule(later=hours)
    def time_passes(self, later: timedelta) -> None:
        self.now.shift(later)

    def act(self, number: int, act, approves: bool = False) -> None:
        """Do it; what the rules refuse changes nothing, which the next look at the pages proves."""
        if found := self.article(number):
            told, article = found
            try:
                with transaction.atomic():
                    act(article)
            except (lifecycle.WrongState, lifecycle.NotReady):
                return
            if approves:
                told.shown = told.newest

    @invariant()
    def readers_find_what_is_live_and_nothing_else(self) -> None:
        NewsroomAtWork.looks += 1
        if not self.told:
            return
        client = Client()
        surfaces = {address: client.get(address) for address in self.surfaces()}
        never_was = client.get("/khong-co-bai-nay-999999999.html")
        for told in self.told:
            article = Article.objects.get(pk=told.pk)
            page = client.get(f"/{article.slug}-{article.pk}.html", follow=True)
            surfaces[f"/{article.pk}"] = page
            if article.is_live():
                assert page.status_code == 200 and told.shown in page.text
                assert all(told.shown in answer.text for answer in surfaces.values() if self.lists(answer))
            elif article.is_gone():
                assert page.status_code == 410
            else:
                assert (page.status_code, page.content) == (404, never_was.content)
        for told in self.told:
            article = Article.objects.get(pk=told.pk)
            hidden = told.words - ({told.shown} if article.is_live() else set()) | self.photo_of(told, article)
            leaks = [
                (address, word)
                for address, answer in surfaces.items()
                for word in hidden
                if word in answer.text.replace(self.known_address(article), "").replace(self.asked(address), "")
            ]
            assert leaks == []
            mine = f"-{told.pk}.html"
            unknown = [f"/tim-kiem/?q={word}" for word in hidden] if article.is_live() else list(surfaces)
            assert [address for address in unknown if address in surfaces and mine in surfaces[address].text] == []

    def surfaces(self) -> list[str]:
        """Every address where an article may be listed; a search for each word that readers may not know."""
        days = {timezone.localtime(timezone.now() - timedelta(days=back)) for back in range(2)}
        words = [told.shown or told.newest for told in self.told] + [told.newest for told in self.told]
        return [
            *("/", self.section.get_absolute_url(), self.topic.get_absolute_url(), self.author.get_absolute_url()),
            *("/rss.xml", f"{self.section.get_absolute_url()}rss.xml", "/sitemap-muc.xml", "/sitemap.xml"),
            *("/cai-chinh/", "/cai-chinh/rss.xml", "/tim-kiem/?q=bai", "/xem-truoc/khong-co-khoa/"),
            *(f"/toa-soan/bai/{told.pk}/xem-truoc/" for told in self.told),
            *(f"/binh-luan/{told.pk}/" for told in self.told),
            *self.receipts,
            *(f"/sitemap-bai-{number}.xml" for number in (1, 2)),
            *(f"/luu-tru/{day:%Y/%m/%d}/" for day in days),
            *(f"/tim-kiem/?q={word}" for word in dict.fromkeys(words)),
        ]

    def lists(self, answer) -> bool:
        """Whether the surface lists everything that is live."""
        lists = ("/", "/rss.xml", "/tim-kiem/?q=bai", self.section.get_absolute_url())
        return answer.request["PATH_INFO"] in lists and answer.request["QUERY_STRING"] in ("", "q=bai")

    def photo_of(self, told: Told, article: Article) -> set[str]:
        """The photo's key is a secret until an article that shows it is live."""
        return set() if article.is_live() else {told.photo}

    def known_address(self, article: Article) -> str:
        """The words of an address stay when the headline changes, once readers know it."""
        return f"{article.slug}-{article.pk}.html" if article.was_public() else "\0"

    def asked(self, address: str) -> str:
        """The words that a search page repeats because the reader typed them."""
        return address.partition("?q=")[2] or "\0"


@pytest.mark.django_db
def test_an_update_is_given_to_readers_everywhere_under_the_address_that_they_know():
    newsroom = NewsroomAtWork()
    try:
        newsroom.write()
        for act in (
            newsroom.publish,
            newsroom.comment,
            newsroom.edit,
            newsroom.update,
            newsroom.edit,
            newsroom.withdraw,
        ):
            act(number=0)
            newsroom.readers_find_what_is_live_and_nothing_else()
        assert newsroom.told[0].shown != newsroom.told[0].newest
    finally:
        newsroom.teardown()


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_embargoed_shows_and_what_is_live_does(part):
    limits = settings(
        max_examples=max(2, STEPS // PARTS // (IN_ONE_RUN // 2)),
        stateful_step_count=IN_ONE_RUN,
        deadline=None,
        derandomize=False,
        database=None,
        phases=(Phase.generate,),  # a failing run is short enough to read; shrinking it takes minutes
        suppress_health_check=list(HealthCheck),
    )
    before, round_ = NewsroomAtWork.looks, 0
    while NewsroomAtWork.looks - before < STEPS // PARTS:
        run_state_machine_as_test(seed(part + PARTS * round_)(type("Work", (NewsroomAtWork,), {})), settings=limits)
        round_ += 1
