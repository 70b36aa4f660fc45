"""Searching."""

import pytest

from news.searching import matches, words_of
from tests.factories import LiveArticleFactory


@pytest.fixture
def article(db):
    return LiveArticleFactory(headline="Hòa Bình mở lễ hội đường phố", standfirst="Thuỷ điện vẫn chạy đều.")


def found(client, query: str) -> list:
    page = client.get("/tim-kiem/", {"q": query}).context["page"]
    return page.articles if page else []


@pytest.mark.parametrize(
    "query",
    ["hòa bình", "hoà bình", "HOA BINH", "hoa  binh", "duong pho", "đường", "thủy điện", "bình lễ", "hoa,bình!"],
)
def test_diacritics_case_and_order_do_not_matter(client, article, query):
    assert found(client, query) == [article]


@pytest.mark.parametrize("query", ["hoa binh hai phong", "oa", "pho1", "dien tu"])
def test_all_words_must_be_there_as_whole_words(client, article, query):
    assert found(client, query) == []


def test_matches_are_marked_also_when_typed_without_diacritics(client, article):
    text = client.get("/tim-kiem/?q=duong+thuy").text
    assert "lễ hội <mark>đường</mark> phố" in text
    assert "<mark>Thuỷ</mark> điện" in text


def test_nothing_asked_is_an_invitation(client, article):
    text = client.get("/tim-kiem/").text
    assert "Nhập vài từ trong tít hoặc sapo của bài." in text
    assert client.get("/tim-kiem/?q=+").text == text


def test_nothing_found_says_so_and_leads_on(client, article):
    text = client.get("/tim-kiem/?q=không+có+đâu").text
    assert "Không tìm thấy bài nào có “không có đâu”." in text
    assert 'href="/luu-tru/"' in text


def test_signs_alone_find_nothing(client, article):
    assert "Không tìm thấy bài nào" in client.get("/tim-kiem/?q=%25+_+.*").text


def test_what_was_asked_is_escaped(client, article):
    text = client.get("/tim-kiem/", {"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_headlines_are_escaped_around_the_marks(client, db):
    LiveArticleFactory(headline="<b>Mưa</b> & gió")
    text = client.get("/tim-kiem/?q=mua").text
    assert "&lt;b&gt;<mark>Mưa</mark>&lt;/b&gt; &amp; gió" in text


def test_a_very_long_query_is_cut_and_answered(client, article):
    assert client.get("/tim-kiem/", {"q": "hoa " * 5000}).status_code == 200


def test_older_results_are_a_key_away(client, db):
    articles = [LiveArticleFactory(headline=f"Mưa rào số {number}") for number in range(25)]
    first = client.get("/tim-kiem/?q=mưa+rào")
    assert "?q=m%C6%B0a%20r%C3%A0o&amp;truoc=" in first.text
    second = client.get("/tim-kiem/", {"q": "mưa rào", "truoc": str(first.context["page"].older)})
    assert {*first.context["page"].articles, *second.context["page"].articles} == set(articles)


def test_the_page_stays_out_of_search_engines(client, db):
    assert '<meta name="robots" content="noindex">' in client.get("/tim-kiem/?q=a").text


def test_numbers_of_documents_are_one_word():
    assert words_of("Nghị định 30/2020/NĐ-CP") == ["nghi", "dinh", "30/2020/nd-cp"]


def test_marking_gives_back_the_text_as_it_was():
    text = "Đường phố ÉỆ 😀 hoà, HÒA – hoa."
    pieces = list(matches(text, ["hoa", "duong"]))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, hit in pieces if hit] == ["Đường", "hoà", "HÒA", "hoa"]
