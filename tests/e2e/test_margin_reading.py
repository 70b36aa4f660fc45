"""The browser reads a text for notes in the margin as the server does."""

import unicodedata

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from news.margin.anchoring import find
from news.margin.passages import Passage
from news.margin.reading import Reading, letters_of
from tests.databases import once

pytestmark = [pytest.mark.django_db(transaction=True), once]
MODULE = "await import('/static/news/margin-text.js')"
REPORT = "Ủy ban thông qua nghị quyết sáng nay, với 30 người tán thành và 12 người phản đối. Hôm qua 30 người vắng."
STRINGS = (
    REPORT,
    unicodedata.normalize("NFD", REPORT),
    "khoảng\u00a0trắng\u2009và \u200bchữ\u00adẩn\ufeff\r\n\t.",
    "Đường phố 🚦 đèn 👨‍👩‍👧 đỏ",
    "e\u0302\u0301 o\u031b\u0323",
    " \n",
)
EDITS = (
    ("30 người", REPORT),
    ("30 người", f"Mở đầu mới. {REPORT}"),
    ("30 người", REPORT.replace("30 người tán", "đa số tán")),
    ("12 người", REPORT.replace("12 người ", "")),
    ("Ủy ban", "Một bài khác hẳn."),
)


def test_letters_are_the_same_in_the_browser_and_on_the_server(page: Page, live_server: LiveServer):
    page.goto(f"{live_server.url}/")
    for text in STRINGS:
        letters = page.evaluate(f"async text => ({MODULE}).lettersOf(text)", text)
        assert letters == letters_of(text), ascii(text)


@pytest.mark.parametrize(("words", "after"), EDITS)
def test_a_passage_is_found_at_the_same_place_by_both(page: Page, live_server: LiveServer, words: str, after: str):
    page.goto(f"{live_server.url}/")
    begin = REPORT.index(words)
    passage = Passage.quoted("body", Reading.of(REPORT), begin, begin + len(words))
    sought = {name: letters_of(getattr(passage, name)) for name in ("exact", "prefix", "suffix")}
    found = page.evaluate(
        f"""async ([text, sought]) => {{
          const module = {MODULE};
          const reading = module.read([["here", text]]);
          const span = module.find(reading, sought);
          return span && [reading.places[span[0]][1], reading.places[span[1] - 1][2]];
        }}""",
        [after, {**sought, "position": passage.position}],
    )
    place = find(Reading.of(after), passage)
    assert found == (place and [place.begin, place.end])
