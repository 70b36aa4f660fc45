"""Pages of topics and authors."""

from news.models import AuthorRole
from tests.factories import BylineFactory, make_photo


def test_a_topic_shows_its_articles_and_what_it_is_about(client, edition):
    answer = client.get("/chu-de/mua-lu/")
    assert answer.context["page"].articles == [edition.articles[0]]
    assert "Nước lên, nước xuống." in answer.text


def test_an_author_is_shown_with_what_they_wrote(client, edition):
    answer = client.get("/tac-gia/le-thu-mien/")
    assert answer.context["page"].articles == [edition.articles[0]]
    assert "Phóng viên" in answer.text and "Viết về xóm nước." in answer.text


def test_an_article_with_text_and_photos_by_one_author_stands_once(client, edition):
    BylineFactory(article=edition.articles[0], author=edition.author, role=AuthorRole.PHOTO)
    assert client.get("/tac-gia/le-thu-mien/").context["page"].articles == [edition.articles[0]]


def test_an_author_has_a_face_if_there_is_a_portrait(client, edition):
    assert 'class="portrait"' not in client.get("/tac-gia/le-thu-mien/").text
    edition.author.portrait = make_photo()
    edition.author.save()
    assert 'class="portrait"' in client.get("/tac-gia/le-thu-mien/").text
