"""The desk's busiest pages ask the same of the database, however long the archive is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Article, ArticleAuthor, AuditEntry, LogEntry, Notice, State
from tests.databases import once
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, SectionFactory, TagFactory
from tests.news.desk.browser import signed_in

pytestmark = [pytest.mark.django_db, once]
LIST = "/toa-soan/news/article/"
FEW, MANY = 5, 2000
MOST_QUERIES = 24
PAGES = (LIST, f"{LIST}?p=3", f"{LIST}?cua_toi=1", f"{LIST}?trang_thai=live", "/toa-soan/", "/toa-soan/lich/")
ROLES = ("phóng viên", "biên tập viên", "thư ký tòa soạn")


def grow(size: int, person) -> None:
    """So many articles more, each with its byline, log and notice: half of them the person's own."""
    section, author, colleague = SectionFactory(), AuthorFactory(), signed_in("biên tập viên").user
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(headline=f"Bài {n}", slug=f"bai-{n}", search_text=f"bai {n}", section=section,
                created_by=person if n % 2 else colleague, state=State.PUBLISHED,
                published_at=now - timedelta(hours=n), first_published_at=now - timedelta(hours=n))
        for n in range(size)
    )  # fmt: skip
    ArticleAuthor.objects.bulk_create(ArticleAuthor(article=article, author=author) for article in articles)
    LogEntry.objects.bulk_create(LogEntry(article=a, action="published", by=colleague) for a in articles)
    Notice.objects.bulk_create(Notice(to=person, kind="published", article=a, by=colleague) for a in articles)
    AuditEntry.objects.bulk_create(AuditEntry(act="article.published", by_name="Ai đó") for _ in articles)


def queries(client, address: str) -> int:
    """How many the page costs, once what is remembered between requests is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    if address.startswith(LIST):
        assert not [query["sql"] for query in asked if "COUNT(" in query["sql"].upper()], address
    return len(asked)


@pytest.mark.parametrize("role", ROLES)
def test_lists_and_home_cost_the_same_with_few_articles_and_with_many(role):
    client = signed_in(role)
    grow(400, client.user)  # so that no page of the few is empty
    few = {address: queries(client, address) for address in PAGES}
    grow(MANY, client.user)
    many = {address: queries(client, address) for address in PAGES}
    assert few == many
    assert max(many.values()) <= MOST_QUERIES


@pytest.mark.parametrize("role", ROLES)
def test_the_editor_costs_the_same_in_a_small_house_and_in_a_large_one(role):
    client = signed_in(role)
    article = ArticleFactory(created_by=client.user)
    article.tags.set([TagFactory(), TagFactory()])
    BylineFactory(article=article)
    address = f"{LIST}{article.pk}/change/"
    grow(FEW, client.user)
    small = queries(client, address)
    grow(MANY, client.user)
    assert queries(client, address) == small <= MOST_QUERIES


@pytest.mark.parametrize("role", [*ROLES, "kiểm duyệt viên"])
def test_the_list_has_what_the_person_may_read_and_nothing_else(role):
    client = signed_in(role)
    ArticleFactory()
    ArticleFactory(created_by=client.user)
    signed = BylineFactory(article=LiveArticleFactory(), author=AuthorFactory(user=client.user))
    both = BylineFactory(article=ArticleFactory(created_by=client.user), author=signed.author)
    readable = set(Article.objects.readable_by(client.user))
    assert set(Article.objects.listed_for(client.user)) == readable
    assert not readable or readable >= {signed.article, both.article}
    assert set(Article.objects.listed_own(client.user)) == set(Article.objects.own(client.user))
    told = [Notice.objects.create(to=client.user, kind="published", article=each) for each in Article.objects.all()]
    Notice.objects.create(to=signed_in(role).user, kind="published", article=signed.article)
    assert set(Notice.objects.readable_by(client.user)) == {one for one in told if one.article in readable}


def test_a_page_far_down_is_found_by_the_index_alone_and_has_its_rows_in_order():
    client = signed_in("thư ký tòa soạn")
    grow(180, client.user)
    with CaptureQueriesContext(connection) as asked:
        rows = client.get(f"{LIST}?p=3").context["cl"].result_list
    assert [row.pk for row in rows] == list(
        Article.objects.order_by("-edited_at", "-id").values_list("pk", flat=True)[100:150]
    )
    far = [query["sql"] for query in asked if "OFFSET 100" in query["sql"]]
    assert len(far) == 1 and "headline" not in far[0].split("IN (SELECT")[1].split("OFFSET")[0]
