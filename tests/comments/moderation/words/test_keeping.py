"""What may stand in the list, and how every process learns of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Action, Comment, State, Strictness, WatchedWord, WordList
from comments.moderation.errors import NotAllowed
from comments.moderation.words import current, keeping, starter
from comments.moderation.words.keeping import Unkeepable, drop, keep
from news import roles
from tests.comments.sending import send
from tests.factories import LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_list(db):
    WatchedWord.objects.all().delete()
    keeping.renew([])


def word(text: str, **how) -> WatchedWord:
    return WatchedWord(text=text, **how)


def test_a_kept_word_is_looked_for_in_the_next_comment():
    keep(word("xoài thối", action=Action.REJECT), None)
    send(LiveArticleFactory(), text="Đúng là x.o.à.i thối")
    assert Comment.objects.get().state == State.REJECTED


def test_a_dropped_or_sleeping_word_is_looked_for_no_more():
    first, second = keep(word("xoài thối"), None), keep(word("mít thối"), None)
    assert [one.text for one in current.newest().entries] == ["mít thối", "xoài thối"]
    drop(first, None)
    second.is_active = False
    keep(second, None)
    assert current.newest().entries == []


def test_another_process_notices_with_the_next_articles_row(monkeypatch):
    article = LiveArticleFactory()
    keep(word("xoài thối", action=Action.REJECT), None)
    send(article, text="Câu đầu tiên")
    here = current.held._built
    keep(word("mít thối", action=Action.REJECT), None)
    monkeypatch.setattr(current.held, "_built", here)  # what a process that made no change still has in memory
    send(article, text="mít thối quá", name="Người khác")
    assert Comment.objects.latest("id").state == State.REJECTED


def test_a_change_that_is_rolled_back_leaves_the_list_as_it_was():
    keep(word("xoài thối"), None)
    before = current.newest()
    from django.db import transaction

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        keep(word("mít thối"), None)
        assert len(current.newest().entries) == 2
        raise ZeroDivisionError
    assert [one.text for one in current.newest().entries] == [one.text for one in before.entries]


def test_the_list_is_built_once_for_a_version():
    keep(word("xoài thối"), None)
    built = current.newest()
    with CaptureQueriesContext(connection) as asked:
        assert current.newest() is built
    assert len(asked) == 1


def test_without_a_row_there_is_no_list():
    WordList.objects.all().delete()
    assert current.newest().entries == []


@pytest.mark.parametrize(
    ("text", "how", "field"),
    [
        ("", {}, "text"),
        ("…!?", {}, "text"),
        ("a", {}, "text"),
        ("đ", {}, "text"),
        ("của", {}, "text"),
        ("Không", {"strictness": Strictness.EXACT}, "text"),
        ("cặc", {"strictness": Strictness.FOLDED}, "strictness"),
        ("x" * 81, {}, "text"),
        ("óc chó", {"exceptions": "quả óc chó\nÓC  CHÓ"}, "exceptions"),
        ("óc chó", {"exceptions": "\n".join(f"óc chó {n}" for n in range(61))}, "exceptions"),
    ],
)
def test_what_would_match_nothing_or_half_of_vietnamese_is_refused(text, how, field):
    with pytest.raises(Unkeepable) as refused:
        keep(word(text, **how), None)
    assert refused.value.field == field
    assert not WatchedWord.objects.exists()


def test_the_same_word_is_kept_once_however_it_is_written():
    keep(word("khốn nạn"), None)
    for again in ("Khốn  nạn", "khon nan"):
        with pytest.raises(Unkeepable):
            keep(word(again), None)
    keep(word("khốn nạn", section=SectionFactory()), None)


def test_two_exact_words_may_differ_by_a_mark():
    keep(word("lìn", strictness=Strictness.EXACT), None)
    keep(word("lịn", strictness=Strictness.EXACT), None)
    assert WatchedWord.objects.count() == 2


@pytest.mark.parametrize("role", roles.ROLES)
def test_moderators_and_the_managing_editor_keep_the_list(role):
    person = UserFactory(role=role)
    if role in (roles.MODERATOR, roles.MANAGING_EDITOR):
        kept = keep(word("xoài thối"), person)
        assert kept.created_by == person
        drop(kept, person)
    else:
        with pytest.raises(NotAllowed):
            keep(word("xoài thối"), person)
        with pytest.raises(NotAllowed):
            drop(keep(word("xoài thối"), None), person)


def test_the_starter_list_comes_once_and_leaves_the_newsrooms_own_alone():
    own = keep(word("khốn nạn", action=Action.WAIT, note="đã bàn ở tòa soạn"), None)
    first = starter.load()
    assert first == len(starter.entries()) - 1
    own.refresh_from_db()
    assert (own.action, own.note) == (Action.WAIT, "đã bàn ở tòa soạn")
    drop(WatchedWord.objects.get(text="óc chó"), None)
    assert starter.load() == 0
    assert not WatchedWord.objects.filter(text="óc chó").exists()


def test_every_word_of_the_starter_list_could_have_been_kept_by_hand():
    for entry in starter.entries():
        one = word(entry.text, strictness=entry.strictness, exceptions="\n".join(entry.exceptions))
        keeping.tidy(one)
        keeping.refuse_unkeepable(one)
        assert one.text == entry.text
