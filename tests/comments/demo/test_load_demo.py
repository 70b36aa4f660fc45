"""manage.py load_demo."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from comments.models import Comment, Discussion
from news.demo import archive, edition
from news.models import Article
from tests.news.demo.drawings import plain_drawings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _plain_pictures(monkeypatch):
    monkeypatch.setattr(edition.load, "__defaults__", (plain_drawings,))


def load_demo(*args: str, **kwargs: object) -> str:
    out = StringIO()
    call_command("load_demo", *args, stdout=out, **kwargs)
    return out.getvalue()


def test_it_tells_each_step_in_a_line():
    lines = load_demo().splitlines()
    assert len(lines) == 4
    assert lines[-1].endswith("bình luận.")


def test_the_second_run_says_that_nothing_changed():
    load_demo()
    assert load_demo().count("không thay đổi gì") == 2


def test_it_can_be_quiet():
    assert load_demo(verbosity=0) == ""
    assert Article.objects.exists()


def test_size_adds_made_articles_and_talk_under_some_of_them():
    load_demo()
    comments = Comment.objects.count()
    assert "120 bài" in load_demo("--size", "120")
    assert Article.objects.filter(import_digest=archive.MARK).count() == 120
    assert Comment.objects.count() > comments


def test_counts_under_made_articles_are_those_of_the_comments():
    load_demo("--size", "120")
    discussions = Discussion.objects.filter(article__import_digest=archive.MARK)
    assert discussions.exists()
    for discussion in discussions:
        comments = Comment.objects.filter(article=discussion.article_id)
        assert discussion.approved_count == comments.visible().count()
        assert discussion.waiting_count == comments.waiting().count()


def test_size_is_a_total_not_an_addition():
    load_demo("--size", "30")
    assert "Đã có đủ 30 bài" in load_demo("--size", "30")
    assert Article.objects.filter(import_digest=archive.MARK).count() == 30


@pytest.mark.parametrize("size", ["-1", "nhiều", "1.5"])
def test_a_size_that_is_no_number_is_refused_in_words(size):
    with pytest.raises(CommandError, match="cần một số nguyên không âm"):
        load_demo(f"--size={size}")
