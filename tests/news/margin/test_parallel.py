"""Several clicks at the same moment, each on a connection of its own."""

import pytest

from news.margin import notes
from news.models import Article, MarginNote, Notice, User
from tests.comments.test_parallel import at_once
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def again(article: Article) -> Article:
    """The article as another request would read it."""
    return Article.objects.get(pk=article.pk)


def test_a_double_click_makes_one_note_and_one_answer():
    editor, article = UserFactory(role="biên tập viên"), ArticleFactory(created_by=UserFactory(role="phóng viên"))
    made = at_once(lambda number: notes.add(again(article), User.objects.get(pk=editor.pk), "Số mấy?")[0].pk, 6)
    assert len(set(made)) == 1 and MarginNote.objects.count() == Notice.objects.count() == 1
    said = at_once(lambda number: notes.answer(MarginNote.objects.get(pk=made[0]), editor, "Ừ.").pk, 6)
    assert len(set(said)) == 1 and MarginNote.objects.count() == Notice.objects.count() == 2


def test_of_taking_back_and_answering_at_once_one_comes_first_and_the_other_is_told():
    editor, colleague = UserFactory(role="biên tập viên"), UserFactory(role="biên tập viên")
    note, _found = notes.add(ArticleFactory(), editor, "Số mấy?")

    def act(number: int) -> str:
        try:
            read = MarginNote.objects.get(pk=note.pk)
            notes.take_back(read, editor) if number else notes.answer(read, colleague, "Số 12.")
        except (notes.TooLate, MarginNote.DoesNotExist) as refusal:
            return type(refusal).__name__
        return "done"

    assert at_once(act, 2) in (["done", "TooLate"], ["DoesNotExist", "done"])
    assert MarginNote.objects.count() in (0, 2)
