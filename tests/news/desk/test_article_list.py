"""The list of articles: what is found, what is done to several at once, and at what cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Article, ArticleAuthor, Author, State
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, SectionFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/news/article/"
QUERIES = 13  # one of them for the bell


def found(client, query: str) -> set[str]:
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return {article.headline for article in response.context["cl"].result_list}


def act(client, action, *articles, **more):
    return client.post(LIST, {"action": action, "_selected_action": [a.pk for a in articles], **more}, follow=True)


def test_words_are_found_with_and_without_diacritics_and_in_any_order():
    client = signed_in("biên tập viên")
    ArticleFactory(headline="Đường phố Đà Nẵng đổi tên", standfirst="Hòa bình")
    ArticleFactory(headline="Giá gạo tăng", standfirst="Thương lái nói.")
    for query in ("đường phố", "duong pho", "ĐÀ NẴNG đường", "hoà", "Nẵng hoa"):
        assert found(client, f"q={query}") == {"Đường phố Đà Nẵng đổi tên"}
    assert found(client, "q=duong gao") == set()
    assert found(client, "q=100%") == set()


def test_a_number_finds_the_article():
    client = signed_in("biên tập viên")
    article = ArticleFactory(headline="Bài này")
    ArticleFactory(headline="Bài kia")
    assert found(client, f"q=%23{article.pk}") == {"Bài này"}
    assert "Bài này" in found(client, f"q={article.pk}")
    assert found(client, "q=%23" + "9" * 40) == set()


def test_states_are_the_newsrooms_own():
    client = signed_in("biên tập viên")
    now = timezone.now()
    ArticleFactory(headline="nháp")
    ArticleFactory(headline="chờ", state=State.REVIEW)
    ArticleFactory(headline="hẹn", state=State.PUBLISHED, published_at=now + timedelta(hours=1))
    LiveArticleFactory(headline="đăng")
    LiveArticleFactory(headline="hết", expires_at=now - timedelta(minutes=1))
    LiveArticleFactory(headline="gỡ", state=State.WITHDRAWN)
    states = {"draft": "nháp", "review": "chờ", "scheduled": "hẹn", "live": "đăng", "expired": "hết", "withdrawn": "gỡ"}
    for state, headline in states.items():
        assert found(client, f"trang_thai={state}") == {headline}
    assert len(found(client, "")) == 6


def test_a_section_holds_its_subsections_and_an_author_their_articles():
    client = signed_in("biên tập viên")
    top = SectionFactory()
    ArticleFactory(headline="trên", section=top)
    ArticleFactory(headline="dưới", section=SectionFactory(parent=top))
    byline = BylineFactory(article=ArticleFactory(headline="của người này"))
    ArticleFactory(headline="của tôi", created_by=client.user)
    assert found(client, f"muc={top.pk}") == {"trên", "dưới"}
    assert found(client, f"tac_gia={byline.author.pk}") == {"của người này"}
    assert found(client, "cua_toi=1") == {"của tôi"}


@pytest.mark.parametrize(
    "garbage", ["muc=x", "tac_gia=-1", "tac_gia=" + "9" * 30, "trang_thai=x", "p=x", "p=-1", "q=%00", "o=9.9", "xx=1"]
)
def test_garbage_in_the_address_is_no_error_of_ours(garbage):
    assert signed_in("biên tập viên").get(f"{LIST}?{garbage}").status_code in (200, 302, 400)


def test_a_reporter_sees_their_own_and_who_writes_nothing_sees_no_list():
    reporter = signed_in("phóng viên")
    ArticleFactory(headline="của tôi", created_by=reporter.user)
    LiveArticleFactory(headline="đã đăng")
    assert found(reporter, "") == {"của tôi"}
    for role in ("kiểm duyệt viên", "quản trị"):
        assert signed_in(role).get(LIST).status_code == 403


def test_a_choice_from_the_menu_leads_to_the_count_and_changes_nothing_yet():
    client = signed_in("biên tập viên")
    page = act(client, "dang", ArticleFactory(), ArticleFactory(body=""))
    assert page.status_code == 200 and len(page.context["counted"].changing) == 1
    assert not Article.objects.live().exists()


def test_others_articles_are_out_of_reach_of_the_menu():
    client, foreign = signed_in("phóng viên"), ArticleFactory()
    assert act(client, "gui_duyet", foreign).context["counted"].changing == []


def test_django_s_own_deletion_of_several_is_not_offered():
    client, article = signed_in("thư ký tòa soạn"), ArticleFactory()
    assert "delete_selected" not in client.get(LIST).text
    act(client, "delete_selected", article, post="yes")
    assert Article.objects.exists()


@pytest.mark.parametrize("role", ["phóng viên", "thư ký tòa soạn"])
@pytest.mark.parametrize("query", ["", "trang_thai=live", "q=duong", "p=2"])
def test_the_list_costs_the_same_few_queries_however_long_it_is_and_counts_nothing(role, query):
    client = signed_in(role)
    costs = []
    for size in (5, 300):
        fill(size, client.user)
        client.get(LIST)  # content types are remembered from the first look on
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(f"{LIST}?{query}").status_code == 200
        costs.append(len(queries))
        assert not [q["sql"] for q in queries if "COUNT(" in q["sql"].upper()]
    assert costs[1] <= QUERIES
    assert costs[1] - costs[0] <= 4  # an empty page prefetches nothing


def fill(size: int, user) -> None:
    section, author = SectionFactory(), AuthorFactory()
    now = timezone.now()
    articles = [
        Article(headline=f"Đường {n}", slug=f"duong-{n}", search_text=f"duong {n}", section=section, created_by=user,
                state=State.PUBLISHED, published_at=now, first_published_at=now)
        for n in range(size)
    ]  # fmt: skip
    Article.objects.bulk_create(articles)
    ArticleAuthor.objects.bulk_create(ArticleAuthor(article=article, author=author) for article in articles)


def test_the_filter_of_authors_does_not_list_thousands():
    client = signed_in("biên tập viên")
    Author.objects.bulk_create(Author(name=f"Người {n}", slug=f"nguoi-{n}") for n in range(300))
    assert "Người 299" not in client.get(LIST).text


def test_the_list_shows_no_whole_bodies_and_no_page_beyond_the_last_breaks():
    client = signed_in("biên tập viên")
    ArticleFactory(body="<p>Thân bài dài</p>")
    assert "Thân bài dài" not in client.get(LIST).text
    assert client.get(f"{LIST}?p=99999").status_code == 200
