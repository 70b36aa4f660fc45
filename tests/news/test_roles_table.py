"""Every role × act × state × entrance, against the table in docs/roles.md."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments.models import CommentSwitch, SwitchKind
from comments.moderation.errors import NotAllowed
from comments.moderation.switches import keeping as switches
from comments.moderation.switches.keeping import Wanted
from news import corrections, editing, lifecycle, previews, rights
from news.bulk import acting
from news.bulk.menu import BY_NAME
from news.corrections import Wording
from news.desk import calendar as desk_calendar
from news.desk import corrections as desk_corrections
from news.desk import preview as desk_preview
from news.desk import transitions
from news.margin import notes
from news.models import Action, Article, BulkAct, MarginNote, State
from news.revisions import keeping
from news.revisions.content import Content
from news.roles import MANAGING_EDITOR
from tests.databases import once
from tests.factories import CommentFactory, SectionFactory, UserFactory
from tests.news.desk.browser import filled
from tests.news.roles_table import ACTS, CASES, CELLS, HOUSE, ROLES, RULES, STATES, Case, Newsroom, may

pytestmark = [pytest.mark.django_db, once]
SOON = timedelta(hours=2)
ADDRESS_OF = {  # in the desk's own addresses, with what each asks
    "hand in": ("gui-duyet", {}),
    "take back": ("lay-lai", {}),
    "begin review": ("bat-dau-duyet", {}),
    "leave review": ("thoi-duyet", {}),
    "return": ("tra-bai", {"tra-bai-note": "Thiếu nguồn tin."}),
    "publish": ("dang", {}),
    "schedule": ("hen-gio", {"hen-gio-at_0": "23/11/2099", "hen-gio-at_1": "20:21"}),
    "update": ("cap-nhat", {}),
    "unschedule": ("bo-hen-gio", {}),
    "set expiry": ("han-hien-thi", {"han-hien-thi-at_0": "24/11/2099", "han-hien-thi-at_1": "20:21"}),
    "withdraw": ("go-bai", {"go-bai-reason": "Sai số liệu."}),
    "reopen": ("mo-lai", {}),
}
AT_ONCE = {  # kinds of acts on several articles
    "edit": "chuyen-muc",
    "hand in": "gui-duyet",
    "take back": "lay-lai",
    "return": "tra-bai",
    "publish": "dang",
    "unschedule": "bo-hen-gio",
    "withdraw": "go-bai",
}
WORDING = Wording(kind="erratum", headline="Tít cũ", was_false="Ba người.", what_is_right="Hai người.")
PAGES = {  # of acts with a page of their own, with what each asks
    "reschedule": ("desk:reschedule", {"at_0": "23/11/2099", "at_1": "20:21"}),
    "correct": ("desk:correct", {"kind": "erratum", "headline": "Tít cũ", "was_false": "Ba.", "what_is_right": "Hai."}),
    "show by link": ("desk:looks", {"span": "24"}),
}
SWITCHED = {"kind": "close", "span": "3"}
TAKES_A_PERSON = ("begin review", "show by link", "note in the margin", "resolve a note")
REFUSALS = (lifecycle.NotAllowed, lifecycle.WrongState)


@pytest.fixture(autouse=True)
def _refusals_without_their_pages(monkeypatch) -> None:
    """What is refused is asked for a thousand times here; how it is told is tested elsewhere."""
    monkeypatch.setattr("config.urls.handler404", lambda request, exception: HttpResponse(status=404))
    monkeypatch.setattr("config.urls.handler403", lambda request, exception: HttpResponse(status=403), raising=False)


def rewritten(article: Article) -> Content:
    return keeping.newest_content(article).with_changes({"headline": "Tít khác"})


def with_draft(article: Article) -> Article:
    """The article with a text that readers don't see yet, if they see one at all."""
    if article.state == State.PUBLISHED:
        editing.save(article, rewritten(article), None)
    return article


def functions(newsroom: Newsroom) -> dict[str, Callable[[Article], object]]:
    """Each act as the rule's own function."""
    by: Any = newsroom.person
    return {
        "edit": lambda article: editing.save(article, rewritten(article), by),
        "update": lambda article: lifecycle.update(with_draft(article), by),
        "hand in": lambda article: lifecycle.hand_in(article, by),
        "take back": lambda article: lifecycle.take_back(article, by),
        "begin review": lambda article: lifecycle.begin_review(article, by),
        "leave review": lambda article: lifecycle.leave_review(article, by),
        "return": lambda article: lifecycle.send_back(article, by, "Thiếu nguồn tin."),
        "publish": lambda article: lifecycle.publish(article, by),
        "schedule": lambda article: lifecycle.publish(article, by, timezone.now() + SOON),
        "unschedule": lambda article: lifecycle.unschedule(article, by),
        "set expiry": lambda article: lifecycle.set_expiry(article, by, timezone.now() + SOON),
        "withdraw": lambda article: lifecycle.withdraw(article, by, "Sai số liệu."),
        "reopen": lambda article: lifecycle.reopen(article, by),
        "reschedule": lambda article: lifecycle.reschedule(article, by, timezone.now() + SOON),
        "correct": lambda article: corrections.publish(article, by, WORDING),
        "show by link": lambda article: previews.make(article, by, SOON),
        "delete": lambda article: rights.require_deletable(article, by),
        "note in the margin": lambda article: notes.add(article, by, "Số mấy?"),
        "resolve a note": lambda article: notes.resolve(colleagues_note(article), by),
        "hold comments back": lambda article: held_back_and_released(article, by),
    }


def held_back_and_released(article: Article, by: Any) -> None:
    """What a colleague switched on is ended, and switched on again."""
    with suppress(NotAllowed):
        switches.switch_off(switches.switch_on(Wanted(SwitchKind.CLOSE, article=article), None), by)
    assert CommentSwitch.objects.filter(ended_at=None, by=None).exists() is not _may_hold_back(article, by)
    try:
        switches.switch_on(Wanted(SwitchKind.CLOSE, article=article), by)
    except NotAllowed as refused:
        raise rights.NotAllowed(str(refused)) from refused


def _may_hold_back(article: Article, by: Any) -> bool:
    """Whether the rule alone would let the person."""
    try:
        switches.require(article, None, by)
    except NotAllowed:
        return False
    return True


def colleagues_note(article: Article) -> MarginNote:
    """What somebody who is neither the person nor the article's writer noted in the margin."""
    return MarginNote.objects.create(article=article, by=UserFactory(), text="Số mấy?")


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves nothing behind."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def shown(article: Article) -> tuple[Any, ...]:
    """What an act would change."""
    fields = ("state", "published_at", "expires_at", "review_began_at", "headline", "section", "newest_revision")
    return (*Article.objects.filter(pk=article.pk).values_list(*fields), article.log.count())


def differences(newsroom: Newsroom, act: str, changed: Callable[[Case], bool]) -> list[str]:
    """Where what happened is not what the table says."""
    found = []
    for case in CASES:
        with undone():
            happened = changed(case)
        if happened != may(newsroom.role, act, case):
            found.append(f"{newsroom.role} {act} {case}: {'done' if happened else 'refused'}")
    return found


def test_the_table_speaks_of_every_role_act_and_state():
    assert {state for _act, state in RULES} == {*STATES, "nothing"}
    assert all(set(row) == {*ROLES, HOUSE} and set().union(*row.values()) <= CELLS for row in RULES.values())
    assert {*functions(Newsroom("reporter")), "create", "read"} == ACTS
    assert {name for name, _answers in ADDRESS_OF.values()} == set(transitions.BY_NAME)


@pytest.mark.parametrize("role", [*ROLES, HOUSE])
def test_the_functions_do_what_the_table_says(role):
    newsroom = Newsroom(role)
    acts = functions(newsroom)
    if role == HOUSE:
        for act in TAKES_A_PERSON:
            del acts[act]
    for act, do in acts.items():

        def changed(case: Case, do: Callable[[Article], object] = do, act: str = act) -> bool:
            try:
                do(newsroom.article(case))
            except REFUSALS as refusal:
                in_time = (act, case.state) in RULES
                assert isinstance(refusal, lifecycle.NotAllowed) or not in_time or may(role, act, case), case
                return False
            return True

        assert differences(newsroom, act, changed) == []


@pytest.mark.parametrize("role", ROLES)
def test_the_desks_buttons_do_what_the_table_says_and_only_those_that_work_are_offered(role, monkeypatch):
    monkeypatch.setattr(transitions, "page", lambda request, template, status, **context: HttpResponse(status=status))
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)
    for act, (name, answers) in ADDRESS_OF.items():

        def changed(case: Case, name: str = name, answers: dict[str, str] = answers) -> bool:
            article = newsroom.article(case)
            if name == "cap-nhat":
                with_draft(article)
            before = shown(article)
            status = client.post(reverse("desk:transition", args=[article.pk, name]), answers).status_code
            assert status in (302, 403, 404, 422)
            assert (status == 302) is (shown(article) != before)
            return status == 302

        assert differences(newsroom, act, changed) == []
        for case in CASES:
            with undone():
                article = with_draft(newsroom.article(case)) if act == "update" else newsroom.article(case)
                article.refresh_from_db()
                is_offered = transitions.BY_NAME[name].offered(article, newsroom.person)
            instead = act == "take back" and may(role, "return", case)  # who may return, returns with a note
            too_late = act == "set expiry" and case.state == "withdrawn"  # allowed, and of no use
            assert is_offered == (may(role, act, case) and not instead and not too_late), (act, case)


@pytest.mark.parametrize("role", ROLES)
def test_the_desks_pages_do_what_the_table_says(role, monkeypatch):
    for module in (desk_calendar, desk_corrections, desk_preview):
        monkeypatch.setattr(
            module, "page", lambda request, template, status=200, **context: HttpResponse(status=status)
        )
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)
    for act, (name, answers) in PAGES.items():

        def changed(case: Case, name: str = name, answers: dict[str, str] = answers) -> bool:
            article = newsroom.article(case)
            before = (shown(article), article.preview_links.count())
            status = client.post(reverse(name, args=[article.pk]), answers).status_code
            assert status in (302, 403, 404, 409, 422)
            assert (status == 302) is ((shown(article), article.preview_links.count()) != before)
            return status == 302

        assert differences(newsroom, act, changed) == []


@pytest.mark.parametrize("role", ROLES)
def test_notes_in_the_margin_are_written_answered_and_resolved_at_the_desk_as_the_table_says(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)

    def posted(article: Article, *address: Any, **words: str) -> bool:
        status = client.post(reverse(*address), words, headers={"Accept": "application/json"}).status_code
        assert status in (200, 403, 404)
        return status == 200

    def noted(case: Case) -> bool:
        article = newsroom.articles[case]
        done = posted(article, "desk:margin", None, [article.pk], **{"moi-text": "Số mấy?"})
        note = colleagues_note(article)
        answer = {f"tra-loi-{note.pk}-text": "Số 12."}
        assert posted(article, "desk:margin_tra-loi", None, [article.pk, note.pk], **answer) is done
        assert article.margin_notes.count() == (3 if done else 1)
        return done

    def resolved(case: Case) -> bool:
        article = newsroom.articles[case]
        note = colleagues_note(article)
        offered = reverse("desk:margin_xong", args=[article.pk, note.pk])
        shown = client.get(reverse("desk:margin", args=[article.pk])).text
        done = posted(article, "desk:margin_xong", None, [article.pk, note.pk])
        assert (offered in shown) is done
        note.refresh_from_db()
        assert (note.resolved_at is not None) is done
        return done

    assert differences(newsroom, "note in the margin", noted) == []
    assert differences(newsroom, "resolve a note", resolved) == []


@pytest.mark.parametrize("role", ROLES)
def test_comments_are_held_back_at_the_desk_as_the_table_says(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)

    def held_back(case: Case) -> bool:
        article = newsroom.articles[case]
        CommentFactory(article=article)  # a moderator finds what readers talk about
        status = client.post(reverse("comments_desk:article", args=[article.pk]), SWITCHED).status_code
        assert status in (303, 403)
        assert (status == 303) is CommentSwitch.objects.filter(article=article).exists()
        return status == 303

    assert differences(newsroom, "hold comments back", held_back) == []


@pytest.mark.parametrize("role", ROLES)
def test_what_is_done_to_several_is_counted_and_asked_for_each(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)
    for act, kind in AT_ONCE.items():
        target = SectionFactory(parent=newsroom.held)
        answers = {"note": "Thiếu nguồn.", "reason": "Sai số liệu.", "section": target.pk, "key": uuid4()}
        before = {case: shown(newsroom.article(case)) for case in CASES}
        selected = {"articles": ",".join(str(newsroom.articles[case].pk) for case in CASES)}
        address = reverse("desk:bulk", args=[kind])
        with undone():
            counted = client.post(address, {**selected, **answers}).context["counted"]
            client.post(address, {**selected, **answers, "mark": counted.mark, "do": "1"})
            for one in BulkAct.objects.all():
                acting.carry_on(one)
            done = {case for case in CASES if shown(newsroom.article(case)) != before[case]}
        may_do = {case for case in CASES if may(role, act, case)}
        assert done == may_do, act
        assert {article.pk for article in counted.changing} == {newsroom.articles[case].pk for case in may_do}, act


@pytest.mark.parametrize("role", ROLES)
def test_undoing_is_asked_for_each_by_who_undoes(role):
    newsroom = Newsroom(role)
    opposites = {"hand in": ("gui-duyet", "take back"), "edit": ("chuyen-muc", "edit")}
    for name, opposite in opposites.values():
        drafts = [case for case in CASES if case.state == "draft"]
        asked = {"section": SectionFactory(parent=newsroom.held).pk}
        with undone():
            chief = UserFactory(role=MANAGING_EDITOR)
            pks = [newsroom.articles[case].pk for case in drafts]
            one = acting.begin(BY_NAME[name], pks, chief, asked, uuid4())
            before = {case: shown(newsroom.article(case)) for case in drafts}
            with suppress(*REFUSALS):
                acting.undo(one, newsroom.person)
            done = {case for case in drafts if shown(newsroom.article(case)) != before[case]}
        finds_it = role in ("editor", "managing editor")  # a writer finds only acts of their own
        after = {case: Case("handed in", case.own, case.held) if name == "gui-duyet" else case for case in drafts}
        assert done == {case for case in drafts if finds_it and may(role, opposite, after[case])}, name


@pytest.mark.parametrize("role", ROLES)
def test_the_form_saves_and_its_buttons_act_as_the_table_says(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)
    for case in CASES:
        article = newsroom.article(case)
        address = reverse("admin:news_article_change", args=[article.pk])
        form = {"headline": "Tít khác"}
        if may(role, "edit", case):
            form = filled(client, address, "article_form", **form)
        for act, button in (("hand in", "_hand_in"), ("publish", "_publish")):
            with undone():
                client.post(address, {**form, button: "1"})
                after = newsroom.article(case)
                saved = keeping.newest_content(after).headline == "Tít khác"
            assert saved is may(role, "edit", case), (act, case)
            moved = (after.state, after.published_at) != (article.state, article.published_at)
            assert moved is (may(role, "edit", case) and may(role, act, case)), (act, case)


@pytest.mark.parametrize("role", ROLES)
def test_articles_are_read_previewed_and_deleted_as_the_table_says(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)

    def deleted(case: Case) -> bool:
        article = newsroom.articles[case]
        client.post(reverse("admin:news_article_delete", args=[article.pk]), {"post": "yes"})
        return not Article.objects.filter(pk=article.pk).exists()

    found = set(Article.objects.readable_by(newsroom.person))
    assert differences(newsroom, "delete", deleted) == []
    assert differences(newsroom, "read", lambda case: newsroom.articles[case] in found) == []
    for case in (case for case in CASES if case.state in ("draft", "live")):
        preview = client.get(reverse("desk:preview", args=[newsroom.articles[case].pk]))
        assert (preview.status_code == 200) is may(role, "read", case), case


@pytest.mark.parametrize("role", ROLES)
def test_those_create_articles_of_whom_the_table_says_so(role):
    newsroom, client = Newsroom(role), Client()
    client.force_login(newsroom.person)
    writes = RULES["create", "nothing"][role] == {"all"}
    statuses = {client.get(address).status_code for address in ("/toa-soan/news/article/add/", "/toa-soan/nhap-bai/")}
    assert statuses == {200 if writes else 403}
    article = Article(headline="Bài mới", section=newsroom.other)
    if writes:
        assert lifecycle.create(article, newsroom.person).action == Action.CREATED
        return
    with pytest.raises(lifecycle.NotAllowed):
        lifecycle.create(article, newsroom.person)
    kept = {"keep": "1", "headline": "Bài mới", "section": newsroom.other.pk}
    assert client.post("/toa-soan/nhap-bai/", kept).status_code == 403
    assert not Article.objects.filter(headline="Bài mới").exists()


def test_the_command_publishes_as_the_house(tmp_path):
    SectionFactory()
    file = tmp_path / "bai.txt"
    file.write_text("Đường phố đổi tên\n\nThành phố công bố.\n\nSáng nay, nghị quyết được thông qua.\n")
    call_command("import_article", str(file), "--publish", stdout=StringIO(), stderr=StringIO())
    article = Article.objects.get()
    assert article.state == State.PUBLISHED
    assert {entry.by for entry in article.log.all()} == {None}
