"""The article page."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from news.models import AuthorRole
from tests.factories import BylineFactory, LiveArticleFactory, SectionFactory, make_photo


@pytest.fixture
def article(edition):
    return edition.articles[0]


@pytest.fixture
def text(client, article) -> str:
    return client.get(article.get_absolute_url()).text


def linked_data(text: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])


def test_it_opens_with_all_that_belongs_to_the_article(article, text):
    for words in (
        article.headline,
        article.standfirst,
        "Dài 3 km.",
        "Lê Thu Miên",
        "Đê sông sáng nay.",
        "Ảnh: Thu Miên",
        'alt="Con đê nhìn từ bờ"',
        "Theo Ban Bạn đọc",
        "Mùa lũ",
        "Dân sinh",
    ):
        assert words in text, words


@time_machine.travel(datetime(2026, 11, 24, tzinfo=UTC))
def test_the_date_is_printed_as_newspapers_print_it(client, db):
    text = client.get(
        LiveArticleFactory(published_at=datetime(2026, 11, 23, 13, 21, tzinfo=UTC)).get_absolute_url()
    ).text
    assert '<time datetime="2026-11-23T20:21:00+07:00">Thứ Hai, 23/11/2026, 20:21 (GMT+7)</time>' in text


def test_a_wrong_slug_leads_to_the_right_one_with_its_query(client, article):
    answer = client.get(f"/tin-cu-{article.pk}.html?utm=1&a=%C4%91")
    assert answer.status_code == 301
    assert answer["Location"] == article.get_absolute_url() + "?utm=1&a=%C4%91"


@pytest.mark.parametrize("address", ["/Đường-Phố-{}.html", "/a--{}.html", "/{slug}-0{}.html", "/x-1-{}.html"])
def test_any_address_with_the_id_leads_to_the_article(client, article, address):
    answer = client.get(address.format(article.pk, slug=article.slug))
    assert (answer.status_code, answer["Location"]) == (301, article.get_absolute_url())


def test_an_old_slug_leads_to_the_new_one(client, article):
    old = article.get_absolute_url()
    article.slug = "ten-moi"
    article.save()
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, f"/ten-moi-{article.pk}.html")


def test_the_canonical_address_is_absolute(article, text):
    assert f'<link rel="canonical" href="http://testserver{article.get_absolute_url()}">' in text


def test_machines_read_the_same_article(article, text):
    facts = linked_data(text)
    assert facts["@type"] == "NewsArticle"
    assert facts["headline"] == article.headline
    assert facts["author"] == [
        {"@type": "Person", "name": "Lê Thu Miên", "url": "http://testserver/tac-gia/le-thu-mien/"}
    ]
    assert facts["datePublished"] == article.published_at.isoformat(timespec="seconds")
    assert facts["image"][0].startswith("http://testserver/anh/")


def test_nothing_in_the_data_block_can_end_it(client, article):
    article.headline = "</script><script>alert(1)</script><!-- & \u2028"
    article.save()
    text = client.get(article.get_absolute_url()).text
    assert "<script>alert" not in text
    assert linked_data(text)["headline"] == article.headline


def test_what_editors_typed_is_escaped_outside_the_body(client, article):
    article.standfirst = article.source_line = article.lead_caption = '<b onclick="x()">'
    article.save()
    assert '<b onclick="x()">' not in client.get(article.get_absolute_url()).text


def test_the_byline_says_who_took_the_photos(client, article):
    BylineFactory(article=article, author__name="Phạm Ảnh", role=AuthorRole.PHOTO, order=1)
    text = client.get(article.get_absolute_url()).text
    assert "Phạm Ảnh</a> (ảnh)" in text
    assert [person["name"] for person in linked_data(text)["author"]] == ["Lê Thu Miên"]


def test_an_update_is_shown_with_its_time(client, article):
    assert "Cập nhật:" not in client.get(article.get_absolute_url()).text
    article.updated_at = timezone.now()
    article.save()
    assert "Cập nhật:" in client.get(article.get_absolute_url()).text


def test_the_plainest_article_is_a_whole_page(client, db):
    article = LiveArticleFactory(standfirst="", body="")
    answer = client.get(article.get_absolute_url())
    assert answer.status_code == 200
    assert "<figure" not in answer.text and "og:image" not in answer.text


def test_others_of_the_section_and_its_neighbours_stand_beside_it(client, db):
    section = SectionFactory()
    neighbours = [SectionFactory(parent=section) for _ in range(2)]
    article = LiveArticleFactory(section=neighbours[0])
    near = LiveArticleFactory(section=neighbours[1])
    far = LiveArticleFactory()
    related = client.get(article.get_absolute_url()).context["related"]
    assert near in related
    assert article not in related and far not in related


def test_the_section_of_the_article_is_marked_in_the_navigation(text):
    assert re.search(r'href="/thoi-su/" aria-current="true">Thời sự', text)


def test_the_lead_photo_has_its_place_before_it_arrives(client, article):
    article.lead_photo = make_photo()
    article.save()
    lead = re.search(
        r'<figure class="lead-photo">\s*<picture>.*?(<img[^>]*>)', client.get(article.get_absolute_url()).text
    )[1]
    assert 'width="640" height="400"' in lead
    assert 'fetchpriority="high"' in lead and "lazy" not in lead


def test_expiry_comes_by_itself(client, article):
    article.expires_at = timezone.now() + timedelta(hours=1)
    article.save()
    url = article.get_absolute_url()
    assert client.get(url).status_code == 200
    with time_machine.travel(article.expires_at):
        assert client.get(url).status_code == 410
