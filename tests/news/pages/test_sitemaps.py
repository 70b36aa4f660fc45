"""Sitemaps."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone

from news.views import sitemaps
from tests.factories import ArticleFactory, LiveArticleFactory

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(answer) -> list[str]:
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return [loc.text for loc in ElementTree.fromstring(answer.content).iterfind(".//s:loc", NAMES)]


def test_the_index_names_files_that_are_there(client, edition):
    files = locations(client.get("/sitemap.xml"))
    assert files == ["http://testserver/sitemap-muc.xml", "http://testserver/sitemap-bai-1.xml"]
    for file in files:
        assert client.get(file.removeprefix("http://testserver")).status_code == 200


def test_every_live_article_is_there_with_its_last_change(client, edition):
    edition.articles[0].updated_at = timezone.now()
    edition.articles[0].save()
    ArticleFactory()
    answer = client.get("/sitemap-bai-1.xml")
    assert locations(answer) == ["http://testserver" + each.get_absolute_url() for each in edition.articles]
    changed = ElementTree.fromstring(answer.content).findtext("s:url/s:lastmod", namespaces=NAMES)
    assert changed == edition.articles[0].updated_at.isoformat(timespec="seconds")


def test_the_sections_are_there(client, edition):
    assert "http://testserver/thoi-su/dan-sinh/" in locations(client.get("/sitemap-muc.xml"))


def test_the_list_of_corrections_is_there(client, edition):
    assert "http://testserver/cai-chinh/" in locations(client.get("/sitemap-muc.xml"))


def test_a_file_holds_a_range_of_ids(client, db, monkeypatch):
    monkeypatch.setattr(sitemaps, "IDS_PER_FILE", 10)
    low, high = LiveArticleFactory(id=10), LiveArticleFactory(id=31)
    assert locations(client.get("/sitemap-bai-1.xml")) == ["http://testserver" + low.get_absolute_url()]
    assert locations(client.get("/sitemap-bai-2.xml")) == []
    assert locations(client.get("/sitemap-bai-4.xml")) == ["http://testserver" + high.get_absolute_url()]
    assert len(locations(client.get("/sitemap.xml"))) == 1 + 4
    assert client.get("/sitemap-bai-5.xml").status_code == 404


@pytest.mark.django_db
def test_a_paper_without_articles_has_an_index_all_the_same(client):
    assert locations(client.get("/sitemap.xml")) == ["http://testserver/sitemap-muc.xml"]
