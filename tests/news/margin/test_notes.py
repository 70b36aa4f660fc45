"""Writing in the margin: who may, what is kept, who is told, what becomes of it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from news import editing, rights
from news.margin import notes
from news.margin.notes import AGAIN
from news.margin.passages import Passage
from news.margin.threads import margin_of, stamp
from news.models import Article, MarginNote, Notice, Origin, Revision, State
from news.models.notices import ANSWERED, NOTED
from news.revisions import keeping, thinning
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
REPORTER, EDITOR = "phóng viên", "biên tập viên"
WORDS = Passage("body", "nghị quyết")


@pytest.fixture
def writer():
    return UserFactory(role=REPORTER)


@pytest.fixture
def article(writer):
    return ArticleFactory(created_by=writer, state=State.REVIEW)


def noted(article, by, text="Số mấy?", passage=WORDS, **kwargs):
    return notes.add(article, by, text, passage, **kwargs)[0]


def beside(article, by, content=None):
    """The threads beside the newest text."""
    return margin_of(article, content or keeping.newest_content(article), by, lambda: True)


def written(article, **changes):
    return editing.save(article, keeping.newest_content(article).with_changes(changes), None)


def test_a_note_keeps_its_passage_with_what_stands_around_it_and_the_revision(article, editor):
    first = written(article, headline="Tít khác")
    note = noted(article, editor, seen=first.pk)
    assert (note.field, note.exact, note.prefix, note.suffix) == (
        "body",
        "nghị quyết",
        "Ủy ban thông qua ",
        " sáng nay.\n",
    )
    assert note.position == len("Ủybanthôngqua") and (note.revision, note.by, note.text) == (first, editor, "Số mấy?")


def test_noting_changes_nothing_of_the_article_and_writes_no_log(article, editor):
    before = Article.objects.filter(pk=article.pk).values().get()
    note = noted(article, editor)
    notes.answer(note, editor, "Đã tra.")
    notes.resolve(note, editor)
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert not article.log.exists() and not article.revisions.exists()


def test_a_passage_is_looked_for_in_every_field_where_none_is_named(article, editor):
    for words, field in (("Đà Nẵng", "headline"), ("tên đường mới", "standfirst"), ("Ủy ban", "body")):
        assert noted(article, editor, passage=Passage("", words)).field == field
    assert noted(article, editor, passage=Passage("khong-co", "sáng nay")).field == "body"


@pytest.mark.parametrize(
    "passage", [Passage("body", "không có câu này"), Passage("headline", "nghị quyết"), Passage("", "tên đường cũ")]
)
def test_a_passage_that_does_not_stand_in_the_text_leaves_a_note_on_the_whole(article, editor, passage):
    note, is_found = notes.add(article, editor, "Xem lại.", passage)
    assert (note.field, note.exact, is_found) == ("", "", False)
    assert notes.add(article, editor, "Cả bài tốt.")[1] is True


def test_another_articles_revision_counts_as_the_newest(article, editor):
    foreign, newest = written(ArticleFactory(), headline="Khác"), written(article, headline="Tít")
    for seen in (foreign.pk, 10**9 - 1, 0):
        assert noted(article, editor, f"Lần {seen}", seen=seen).revision == newest


def test_a_note_made_on_an_older_revision_is_tied_to_that_text(article, editor):
    first = written(article, body="<p>Ủy ban thông qua nghị quyết 12 sáng nay.</p>")
    written(article, body="<p>Không còn chữ nào.</p>")
    note = noted(article, editor, passage=Passage("body", "nghị quyết 12"), seen=first.pk)
    assert note.exact == "nghị quyết 12" and note.revision == first
    thread = beside(article, editor).unsettled[0]
    assert thread.is_gone and thread.noted.exact == "nghị quyết 12"
    on_its_own = margin_of(article, keeping.content_of(first), editor, lambda: True, made_on=first).unsettled[0]
    assert on_its_own.passage.exact == "nghị quyết 12" and not on_its_own.is_gone


def test_the_same_words_at_once_are_a_second_click(article, editor):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first = noted(article, editor)
        assert noted(article, editor) == first
        answer = notes.answer(first, editor, "Ừ.")
        assert notes.answer(first, editor, "Ừ.") == answer
        assert Notice.objects.count() == 2  # to the writer, of each once
        assert noted(article, editor, passage=Passage("body", "sáng nay")) != first
        assert noted(article, UserFactory(role=EDITOR)) != first
        clock.shift(AGAIN + timedelta(seconds=1))
        assert notes.answer(first, editor, "Ừ.") != answer


def test_the_same_answer_after_somebody_elses_is_another(article, editor, writer):
    note = noted(article, editor)
    first = notes.answer(note, editor, "Ừ.")
    notes.answer(note, writer, "Chắc không ạ?")
    assert notes.answer(note, editor, "Ừ.") != first


def test_an_answer_opens_a_resolved_thread_again(article, editor, writer):
    note = noted(article, editor)
    notes.resolve(note, writer)
    notes.answer(note, editor, "Chưa được.")
    note.refresh_from_db()
    assert (note.resolved_at, note.resolved_by) == (None, None)


def test_who_resolved_first_stays_and_reopening_forgets_it(article, editor, writer):
    note = noted(article, editor)
    answer = notes.answer(note, writer, "Xong.")
    notes.resolve(answer, writer)  # an answer stands for its thread
    notes.resolve(note, editor)
    note.refresh_from_db()
    assert note.resolved_by == writer and note.resolved_at is not None
    notes.reopen(note, editor)
    note.refresh_from_db()
    assert (note.resolved_at, note.resolved_by) == (None, None)


def test_writer_of_the_note_writers_of_the_article_and_editors_of_the_section_resolve(article, editor, writer):
    elsewhere = UserFactory(role=EDITOR, holds_every_section=False)
    elsewhere.sections.add(SectionFactory())
    note, own = noted(article, editor), noted(article, elsewhere, "Của tôi")
    with pytest.raises(rights.NotAllowed):
        notes.resolve(note, elsewhere)
    with pytest.raises(rights.NotAllowed):
        notes.reopen(note, elsewhere)
    for by, which in ((elsewhere, own), (writer, note), (editor, own)):
        notes.reopen(which, editor)
        notes.resolve(which, by)
        which.refresh_from_db()
        assert which.resolved_by == by


def test_others_than_those_who_find_the_article_write_nothing_in_its_margin(article, editor):
    note = noted(article, editor)
    for role in (REPORTER, "kiểm duyệt viên", "quản trị"):
        stranger = UserFactory(role=role)
        for act in (
            lambda by: notes.add(article, by, "Tôi"),
            lambda by: notes.answer(note, by, "Tôi"),
            lambda by: notes.resolve(note, by),
            lambda by: notes.reopen(note, by),
            lambda by: notes.reword(note, by, "Tôi"),
            lambda by: notes.take_back(note, by),
        ):
            with pytest.raises(rights.NotAllowed):
                act(stranger)
    assert MarginNote.objects.get().text == "Số mấy?"


def test_ones_own_last_words_are_said_otherwise_and_taken_back_until_somebody_answers(article, editor, writer):
    note = noted(article, editor)
    notes.reword(note, editor, "Nghị quyết số mấy?")
    note.refresh_from_db()
    assert note.text == "Nghị quyết số mấy?" and note.reworded_at and Notice.objects.get().note == note.text
    for act in (lambda: notes.reword(note, writer, "Của tôi"), lambda: notes.take_back(note, writer)):
        with pytest.raises(rights.NotAllowed):
            act()
    answer = notes.answer(note, writer, "Số 12.")
    for act in (lambda: notes.reword(note, editor, "Khác"), lambda: notes.take_back(note, editor)):
        with pytest.raises(notes.TooLate):
            act()
    notes.take_back(answer, writer)
    assert not Notice.objects.filter(kind=ANSWERED).exists()
    notes.take_back(note, editor)
    assert not MarginNote.objects.exists() and not Notice.objects.exists()


def test_what_was_resolved_is_not_said_otherwise(article, editor):
    note = noted(article, editor)
    notes.resolve(note, editor)
    with pytest.raises(notes.TooLate):
        notes.reword(note, editor, "Khác")
    with pytest.raises(notes.TooLate):
        notes.take_back(note, editor)


def test_a_note_that_was_taken_back_meanwhile_takes_no_answer(article, editor, writer):
    note = noted(article, editor)
    notes.take_back(MarginNote.objects.get(), editor)
    for act in (
        lambda: notes.answer(note, writer, "Ai?"),
        lambda: notes.resolve(note, writer),
        lambda: notes.take_back(note, editor),
    ):
        with pytest.raises(MarginNote.DoesNotExist):
            act()


def told(kind):
    return set(Notice.objects.filter(kind=kind).values_list("to", flat=True))


def test_the_writers_and_those_in_the_thread_are_told_each_once_and_nobody_of_their_own_words(article, editor, writer):
    signs, joins = UserFactory(role=REPORTER), UserFactory(role=EDITOR)
    BylineFactory(article=article, author=AuthorFactory(user=signs))
    BylineFactory(article=article, author=AuthorFactory(user=writer))
    UserFactory(role=EDITOR)
    note = noted(article, editor)
    assert told(NOTED) == {writer.pk, signs.pk}
    assert set(Notice.objects.values_list("note", "margin_note")) == {("Số mấy?", note.pk)}
    notes.answer(note, joins, "Số 12.")
    assert told(ANSWERED) == {writer.pk, signs.pk, editor.pk}
    Notice.objects.all().delete()
    notes.answer(note, writer, "Vâng.")
    assert told(ANSWERED) == {signs.pk, editor.pk, joins.pk}
    assert Notice.objects.count() == 3


def test_who_wrote_in_a_thread_and_may_no_longer_read_the_article_is_not_told(article, editor):
    former = UserFactory(role=REPORTER)
    byline = BylineFactory(article=article, author=AuthorFactory(user=former))
    note = noted(article, former)
    byline.delete()
    gone = UserFactory(role=EDITOR)
    notes.answer(note, gone, "Ừ.")
    gone.is_active = False
    gone.save()
    Notice.objects.all().delete()
    notes.answer(note, editor, "Số 12.")
    assert told(ANSWERED) == {article.created_by_id}


def test_notes_stand_in_the_order_of_the_text_the_whole_first_what_is_gone_last(article, editor):
    written(article, body="<p>Một hai ba bốn năm.</p><p>Sáu bảy tám chín mười.</p>")
    for words in ("chín mười", "tên đường", "Một hai", "Sáu bảy"):
        noted(article, editor, words, Passage("", words))
    noted(article, editor, "cả bài", None)
    written(article, body="<p>Sáu bảy tám chín mười.</p><p>Không còn gì.</p>")
    threads = beside(article, editor).unsettled
    assert [thread.note.text for thread in threads] == ["cả bài", "tên đường", "Sáu bảy", "chín mười", "Một hai"]
    assert [thread.is_gone for thread in threads] == [False, False, False, False, True]


def test_a_reworded_passage_is_shown_with_what_it_was(article, editor):
    noted(article, editor, passage=Passage("body", "sáng nay"))
    written(article, body="<p>Ủy ban thông qua nghị quyết chiều qua.</p>")
    thread = beside(article, editor).unsettled[0]
    assert (thread.noted.exact, thread.passage.exact, thread.is_reworded) == ("sáng nay", "chiều qua", True)


def test_what_is_done_stands_apart_and_the_stamp_tells_of_every_change(article, editor, writer):
    stamps = {stamp(article)}
    note = noted(article, editor)
    stamps.add(stamp(article))
    for act in (
        lambda: notes.reword(note, editor, "Khác"),
        lambda: notes.answer(note, writer, "Ừ."),
        lambda: notes.resolve(note, writer),
    ):
        act()
        stamps.add(stamp(article))
    margin = beside(article, editor)
    assert len(stamps) == 5 and margin.stamp == stamp(article)
    assert (margin.unsettled, [thread.note for thread in margin.resolved]) == ([], [note])


def test_the_margin_costs_one_query_however_many_notes_there_are(article, editor, django_assert_num_queries):
    written(article, headline="Tít")
    for number in range(5):
        notes.answer(noted(article, editor, f"Ghi chú {number}"), editor, "Ừ.")
    content = keeping.newest_content(article)
    with django_assert_num_queries(1):
        threads = margin_of(article, content, editor, lambda: True).unsettled
        assert [str(said.by) + str(said.revision) for thread in threads for said in (thread.note, *thread.answers)]


def test_notes_go_with_their_article(article, editor):
    written(article, headline="Tít")
    notes.answer(noted(article, editor), editor, "Ừ.")
    article.delete()
    assert not MarginNote.objects.exists() and not Notice.objects.exists() and not Revision.objects.exists()


def test_a_revision_with_a_note_is_not_thinned_away(article, editor):
    def autosaved(words):
        content = keeping.newest_content(article).with_changes({"standfirst": words})
        return editing.save(article, content, editor, origin=Origin.AUTOSAVED)

    first, second, third, last = (autosaved(words) for words in ("a", "ab", "abc", "abcd"))
    note = noted(article, editor, seen=second.pk)
    answered = notes.answer(note, editor, "Ừ.")
    assert thinning.thin(timezone.now() + timedelta(days=2)) == 2
    left = set(article.revisions.values_list("pk", flat=True))
    assert {second.pk, last.pk} <= left and not {first.pk, third.pk} & left
    note.refresh_from_db()
    assert note.revision == second and answered.revision == last


def test_a_note_before_the_first_save_belongs_to_the_first_revision(article, editor):
    note = noted(article, editor)
    assert note.revision is None
    written(article, body="<p>Khác hẳn.</p>")
    first = article.revisions.unpackable().get(number=1)
    assert list(article.margin_notes.made_on(first)) == [note] and note.was_made_on(first)
    newest = article.revisions.get(number=2)
    assert not article.margin_notes.made_on(newest).exists() and not note.was_made_on(newest)


def test_notes_on_a_live_article_are_made_on_the_draft_that_waits(editor):
    article = LiveArticleFactory()
    written(article, body="<p>Bản nháp mới chưa ai thấy.</p>")
    assert noted(article, editor, passage=Passage("body", "chưa ai thấy")).exact == "chưa ai thấy"


@pytest.mark.parametrize(
    "values",
    [
        {"text": ""},
        {"field": "body"},
        {"exact": "chữ"},
        {"answers": True, "field": "body", "exact": "chữ"},
        {"answers": True, "resolved_at": timezone.now()},
    ],
)
def test_the_database_refuses_what_is_no_note(article, editor, values):
    note = noted(article, editor)
    given = {name: value for name, value in values.items() if name != "answers"}
    thread = note if values.get("answers") else None
    with pytest.raises(IntegrityError), transaction.atomic():
        MarginNote.objects.create(**{"article": article, "by": editor, "text": "Chữ", "thread": thread, **given})
