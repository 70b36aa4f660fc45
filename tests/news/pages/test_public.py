"""What holds for every public page."""

import gzip

import pytest
from django.test import Client

from news.models import State
from tests.factories import LiveArticleFactory
from tests.news.pages.addresses import every_public_url, pages


def test_two_readers_get_the_same_bytes(edition):
    one = Client(headers={"cookie": "sessionid=abc; theme=dark", "accept-language": "en", "user-agent": "Một"})
    other = Client(headers={"user-agent": "Hai"})
    for url in every_public_url():
        assert one.get(url).content == other.get(url).content, url


def test_no_page_reads_or_sets_a_cookie(client, edition):
    for url in every_public_url():
        answer = client.get(url)
        assert not answer.cookies, url
        assert "Cookie" not in answer.get("Vary", ""), url


def test_pages_may_be_kept_by_any_cache_for_a_second(client, edition):
    for url in every_public_url():
        freshness = "public, max-age=0, s-maxage=1, stale-while-revalidate=10, stale-if-error=600"
        assert client.get(url)["Cache-Control"] == freshness, url


def test_a_reader_who_has_the_page_gets_304(client, edition):
    for url in every_public_url():
        first = client.get(url)
        if first.status_code == 200:
            again = client.get(url, headers={"if-none-match": first["ETag"]})
            assert (again.status_code, again.content) == (304, b""), url
            assert client.get(url, headers={"if-none-match": 'W/"other"'}).status_code == 200


def test_pages_are_compressed_for_those_who_take_it(client, edition):
    plain, packed = client.get("/"), client.get("/", headers={"accept-encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"
    assert packed["ETag"] == plain["ETag"]
    assert packed.content == client.get("/", headers={"accept-encoding": "gzip"}).content


@pytest.mark.parametrize("refusal", ["", "identity", "gzip;q=0", "br, gzip; q=0.0, deflate"])
def test_nobody_gets_gzip_who_does_not_take_it(client, edition, refusal):
    assert "Content-Encoding" not in client.get("/", headers={"accept-encoding": refusal})


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_pages_are_for_reading_only(client, edition, method):
    for url in ("/", "/thoi-su/", "/tim-kiem/", edition.articles[0].get_absolute_url()):
        assert getattr(client, method)(url).status_code == 405, url


def test_head_is_answered_like_get_without_the_body(client, edition):
    got, head = client.get("/"), client.head("/")
    assert head.status_code == 200
    assert (head.content, head["ETag"]) == (b"", got["ETag"])


def test_unknown_parts_of_the_query_change_nothing(client, edition):
    for url in pages():
        more = url + ("&" if "?" in url else "?") + "utm_source=thu&fbclid=1"
        assert client.get(url).content == client.get(more).content or client.get(url).status_code == 301, url


@pytest.mark.parametrize(
    "key",
    ["", "abc", "-1-1", "1", "1-", "1-x", "٣-٣", "999999999999999999-1", "1-1-1", "9" * 40 + "-1", "1.5-2", " 1-1"],
)
def test_a_garbled_key_is_not_found(client, edition, key):
    for url in ("/thoi-su/", "/chu-de/mua-lu/", "/tac-gia/le-thu-mien/", "/tim-kiem/?q=mau"):
        answer = client.get(url, query_params={"truoc": key, **({"q": "mau"} if "q=" in url else {})})
        assert answer.status_code == 404, (url, key)


@pytest.mark.parametrize(
    "path",
    [
        "/thoi-su/khong-co/",
        "/khong-co/",
        "/khong-co/rss.xml",
        "/tac-gia/khong-co/",
        "/chu-de/khong-co/",
        "/bai-99999999999999999999999999.html",
        "/bai-" + "9" * 5000 + ".html",
        "/-1.html",
        "/luu-tru/2026/13/01/",
        "/luu-tru/2026/02/30/",
        "/luu-tru/0001/01/01/",
        "/luu-tru/9999/12/31/",
        "/luu-tru/2026/1/1/",
        "/sitemap-bai-0.xml",
        "/sitemap-bai-2.xml",
        "/sitemap-bai-99999999999999999999.xml",
        "/dan-sinh/",
        "/%F0%9F%93%B0/",
    ],
)
def test_addresses_that_never_were_get_the_same_page(client, edition, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.content == client.get("/khong-co-trang-nay/").content
    assert 'action="/tim-kiem/"' in answer.text and 'href="/luu-tru/"' in answer.text


def test_the_page_for_what_is_not_there_may_be_kept_for_a_second_too(client, edition):
    assert "s-maxage=1" in client.get("/khong-co/")["Cache-Control"]


def test_withdrawing_changes_the_tag_of_the_lists(client, edition):
    before = client.get("/thoi-su/")["ETag"]
    article = LiveArticleFactory(section=edition.section)
    with_it = client.get("/thoi-su/")["ETag"]
    article.state = State.WITHDRAWN
    article.save()
    assert before != with_it
    assert client.get("/thoi-su/")["ETag"] == before
