"""What readers see of corrections: in the article, in the list, in the feed, in the data for machines."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from news import corrections
from news.models import State
from tests.factories import ArticleFactory, CorrectionFactory, LiveArticleFactory
from tests.news.pages.test_article import linked_data

SORRY = {"kind": "apology", "apology": "Tòa soạn xin lỗi bạn đọc."}


@pytest.fixture
def correction(edition):
    return CorrectionFactory(article=edition.articles[0], headline="Tít cũ", section="Mục cũ", **SORRY)


def items(client) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get("/cai-chinh/rss.xml").content).findall("channel/item")


def test_it_stands_between_standfirst_and_text_with_its_date_and_the_work(client, correction):
    text = client.get(correction.article.get_absolute_url()).text
    found = re.search(
        r'<section class="correction" id="cai-chinh-\d+" aria-labelledby="[^"]+">.*?</section>', text, re.S
    )
    for words in ("Thông tin cải chính, xin lỗi</h2>", "Tít cũ", "Mục cũ", *vars_of(correction)):
        assert words in found[0], words
    assert text.index('class="sapo"') < found.start() < text.index('class="body"')
    assert found[0].index(correction.what_is_right) < found[0].index(correction.apology)


def vars_of(correction) -> tuple[str, ...]:
    return correction.was_false, correction.what_is_right, correction.apology, "(GMT+7)</time>"


def test_an_article_without_corrections_says_nothing_of_them(client, edition):
    text = client.get(edition.articles[0].get_absolute_url()).text
    assert 'class="correction"' not in text
    assert "correction" not in linked_data(text)


def test_several_corrections_stand_the_newest_first(client, edition):
    article = edition.articles[0]
    for number in (1, 2):
        at = timezone.now() - timedelta(hours=number)
        CorrectionFactory(article=article, at=at, was_false=f"Sai lần {number}.")
    text = client.get(article.get_absolute_url()).text
    assert text.index("Sai lần 1.") < text.index("Sai lần 2.")


def test_machines_read_it(client, correction):
    address = correction.article.get_absolute_url()
    comment = linked_data(client.get(address).text)["correction"][0]
    assert comment["@type"] == "CorrectionComment"
    assert comment["datePublished"] == correction.at.isoformat(timespec="seconds")
    assert comment["url"] == f"http://testserver{address}#cai-chinh-{correction.pk}"
    assert correction.apology in comment["text"]


def test_the_list_names_the_work_and_links_to_it(client, correction):
    text = client.get("/cai-chinh/").text
    for words in ("Thông tin cải chính, xin lỗi", "Tít cũ", "Mục Mục cũ, đăng", *vars_of(correction)):
        assert words in text, words
    assert f'href="{correction.article.get_absolute_url()}#cai-chinh-{correction.pk}"' in text


@pytest.mark.parametrize("gone", [{"state": State.WITHDRAWN}, {"expires_at": timezone.now() - timedelta(minutes=1)}])
def test_the_correction_of_an_article_that_is_gone_stays_in_list_and_feed_without_a_link(client, edition, gone):
    correction = CorrectionFactory(article=LiveArticleFactory(**gone))
    address = correction.article.get_absolute_url()
    text = client.get("/cai-chinh/").text
    assert correction.was_false in text and address not in text
    item = items(client)[0]
    assert item.findtext("link") == f"http://testserver/cai-chinh/#cai-chinh-{correction.pk}"
    assert correction.was_false.rstrip(".") in item.findtext("description")
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("address", ["/cai-chinh/", "/cai-chinh/rss.xml"])
def test_nothing_of_a_draft_or_a_scheduled_article_shows_through(client, edition, address):
    tomorrow = timezone.now() + timedelta(days=1)
    empty = client.get(address).content
    for article in (
        ArticleFactory(section=edition.section),
        ArticleFactory(section=edition.section, state=State.REVIEW),
        LiveArticleFactory(section=edition.section, published_at=tomorrow),
    ):
        CorrectionFactory(article=article, published_at=timezone.now())
    assert client.get(address).content == empty


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_a_new_headline_that_waits_for_its_minute_is_not_told_by_an_old_correction(client, edition, state):
    """Withdrawn, rewritten, scheduled anew: the list goes on naming the work as it was."""
    article = LiveArticleFactory(headline="Tít ngày trước")
    CorrectionFactory(article=article)
    article.headline, article.state = "Tin mật", state
    article.slug, article.published_at = "tin-mat", timezone.now() + timedelta(hours=1)
    article.save()
    for address in ("/cai-chinh/", "/cai-chinh/rss.xml"):
        text = client.get(address).text
        assert "Tít ngày trước" in text
        assert "Tin mật" not in text and "tin-mat" not in text


def test_taking_back_changes_the_pages_back(client, edition):
    article = edition.articles[0]
    before = [client.get(url)["ETag"] for url in ("/cai-chinh/", "/cai-chinh/rss.xml")]
    correction = CorrectionFactory(article=article)
    assert client.get("/cai-chinh/")["ETag"] != before[0]
    corrections.withdraw(correction, None, "Nhầm.")
    assert [client.get(url)["ETag"] for url in ("/cai-chinh/", "/cai-chinh/rss.xml")] == before
    assert correction.was_false not in client.get(article.get_absolute_url()).text


def test_what_is_typed_is_escaped_everywhere(client, edition):
    evil = "</script><script>alert(1)</script><b onclick=x>"
    correction = CorrectionFactory(article=edition.articles[0], headline=evil, was_false=evil, what_is_right=evil)
    for address in (correction.article.get_absolute_url(), "/cai-chinh/"):
        text = client.get(address).text
        assert "<script>alert" not in text and "<b onclick" not in text
    assert evil in items(client)[0].findtext("title")


def test_following_the_links_shows_every_correction_once_the_newest_first(client, edition):
    moment = timezone.now() - timedelta(hours=1)
    made = [CorrectionFactory(article=edition.articles[0], at=moment).pk for _ in range(45)]
    seen: list[int] = []
    further = [""]
    while further:
        text = client.get("/cai-chinh/" + further[0]).text
        seen += [int(pk) for pk in re.findall(r'<article class="correction listed" id="cai-chinh-(\d+)"', text)]
        further = re.findall(r'<a [^>]*rel="next" href="([^"]*)"', text)
    assert seen == sorted(made, reverse=True)
    assert "Đã hết danh sách." in text


@pytest.mark.parametrize("key", ["", "abc", "1-1", "9" * 40 + "-1", "999999999999999999-1", "٣-٣"])
def test_a_garbled_key_and_a_page_past_the_end_are_not_found(client, correction, key):
    assert client.get("/cai-chinh/", query_params={"truoc": key}).status_code == 404


def test_a_paper_that_never_erred_says_so(client, edition):
    assert "Báo chưa phải đính chính điều gì." in client.get("/cai-chinh/").text
    assert items(client) == []


def test_every_page_leads_to_the_list(client, edition):
    assert 'href="/cai-chinh/"' in client.get("/").text
