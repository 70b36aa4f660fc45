"""HTML that is valid, safe under the Content Security Policy, and readable in order."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import html5lib
import pytest

from tests.factories import LiveArticleFactory
from tests.news.pages.addresses import pages


@pytest.fixture
def texts(client, edition) -> dict[str, str]:
    """Every page by its address, errors included."""
    gone = LiveArticleFactory(state="withdrawn")
    urls = [*pages(), "/khong-co/", gone.get_absolute_url()]
    answers = {url: client.get(url) for url in urls}
    return {url: answer.text for url, answer in answers.items() if answer.status_code not in (301, 302)}


class Outline(HTMLParser):
    """Tags with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_pages_are_valid_html(texts):
    for url, text in texts.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert parser.errors == [], url


def test_no_page_runs_inline_code_or_carries_inline_style(texts):
    for url, text in texts.items():
        for tag, attributes in Outline(text).tags:
            assert "style" not in attributes, url
            assert not [name for name in attributes if name.startswith("on")], url
            assert not (attributes.get("href") or "").startswith("javascript:"), url
            if tag == "script":
                assert attributes.get("src") or attributes.get("type") == "application/ld+json", url
            assert tag != "style", url


def test_every_file_comes_from_ourselves(texts):
    for url, text in texts.items():
        for tag, attributes in Outline(text).tags:
            if tag in ("script", "img", "link"):
                source = attributes.get("src") or attributes.get("href") or "/"
                assert source.startswith(("/", "?", "http://testserver/")), (url, source)


def test_every_picture_has_its_size_and_its_words(texts):
    for url, text in texts.items():
        for tag, attributes in Outline(text).tags:
            if tag == "img":
                assert {"width", "height", "alt"} <= set(attributes), url


def test_there_is_one_main_heading_and_no_level_is_skipped(texts):
    for url, text in texts.items():
        levels = [int(tag[1]) for tag, _ in Outline(text).tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, (url, levels)
        assert all(next_ <= level + 1 for level, next_ in pairwise(levels)), (url, levels)


def test_the_first_link_leads_past_the_navigation(texts):
    for url, text in texts.items():
        links = [attributes for tag, attributes in Outline(text).tags if tag == "a"]
        assert links[0]["href"] == "#noi-dung", url
        assert 'id="noi-dung"' in text, url


def test_no_id_is_used_twice(texts):
    for url, text in texts.items():
        ids = [attributes["id"] for _, attributes in Outline(text).tags if "id" in attributes]
        assert len(ids) == len(set(ids)), url


def test_the_policy_forbids_what_pages_do_not_need(client, edition):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy and "unsafe" not in policy
