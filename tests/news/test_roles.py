"""What each role finds and may change at the desk."""

import pytest

from news.models import Article, State
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_reporter_finds_own_articles_and_changes_own_drafts():
    reporter = UserFactory(role="phóng viên")
    own = ArticleFactory(created_by=reporter)
    handed_in = ArticleFactory(created_by=reporter, state=State.REVIEW)
    signed = BylineFactory(article=ArticleFactory(), author=AuthorFactory(user=reporter)).article
    ArticleFactory()
    LiveArticleFactory()
    assert set(Article.objects.readable_by(reporter)) == {own, handed_in, signed}
    assert set(Article.objects.editable_by(reporter)) == {own, signed}


def test_signing_twice_lists_an_article_once():
    reporter = UserFactory(role="phóng viên")
    author = AuthorFactory(user=reporter)
    article = ArticleFactory(created_by=reporter)
    BylineFactory(article=article, author=author)
    BylineFactory(article=article, author=author, role="photo")
    assert list(Article.objects.own(reporter)) == [article]


@pytest.mark.parametrize("role", ["biên tập viên", "thư ký tòa soạn"])
def test_editors_find_and_change_everything(role):
    person = UserFactory(role=role)
    articles = {ArticleFactory(), ArticleFactory(state=State.REVIEW), LiveArticleFactory()}
    assert set(Article.objects.readable_by(person)) == set(Article.objects.editable_by(person)) == articles


def test_a_moderator_finds_no_articles_at_the_desk_not_even_live_ones():
    moderator = UserFactory(role="kiểm duyệt viên")
    ArticleFactory(created_by=moderator)
    LiveArticleFactory()
    assert not Article.objects.readable_by(moderator).exists()
    assert not Article.objects.editable_by(moderator).exists()


def test_an_administrator_of_people_has_nothing_to_do_with_articles():
    ArticleFactory()
    assert not Article.objects.readable_by(UserFactory(role="quản trị")).exists()
