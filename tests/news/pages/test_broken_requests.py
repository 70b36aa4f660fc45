"""Whatever is sent to a public address, the answer is never an error of ours."""

from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.news.pages.addresses import every_public_url

SHAPES = (
    "/{}",
    "/{}/",
    "/{}.html",
    "/bai-{}.html",
    "/{}-1.html",
    "/{}/rss.xml",
    "/thoi-su/{}/",
    "/tac-gia/{}/",
    "/chu-de/{}/",
    "/luu-tru/{}/",
    "/luu-tru/{}/01/01/",
    "/luu-tru/2026/{}/01/",
    "/anh/{}/320.webp",
    "/anh/0123456789abcdef0123/{}.webp",
    "/anh/0123456789abcdef0123/320.{}",
    "/sitemap-bai-{}.xml",
)
HUGE = [str(2**63), str(-(2**63)), "9" * 5000, "-1", "0", "00", "1e9", "0x1", "٣", "²"]
ODD = ["", ".", "..", "../..", "\0", "%", "%00", "ð", "é̂", "\ud7ff", "\uffff", "😀" * 50, "a" * 9000, "' OR 1=1 --"]
pieces = st.one_of(st.sampled_from(HUGE + ODD), st.text(max_size=40))
raw_bytes = st.one_of(pieces.map(lambda text: text.encode()), st.binary(max_size=60))
headers = st.dictionaries(
    st.sampled_from(["if-none-match", "if-modified-since", "accept-encoding", "accept-language", "cookie", "range"]),
    st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=80),
)
reading = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.fixture
def reader(edition) -> Client:
    """A client that sees what the reader sees when a view fails."""
    return Client(raise_request_exception=False)


@reading
@given(shape=st.sampled_from(SHAPES), piece=raw_bytes)
def test_any_address_is_answered(reader, shape, piece):
    assert reader.get(shape.format(quote(piece, safe="/%"))).status_code < 500


@reading
@given(data=st.data(), names=st.lists(st.sampled_from(["q", "truoc", "page", ""])), values=st.lists(raw_bytes))
def test_any_query_is_answered_at_every_address(reader, data, names, values):
    url = data.draw(st.sampled_from(every_public_url())).partition("?")[0]
    query = "&".join(f"{name}={quote(value, safe='%')}" for name, value in zip(names, values, strict=False))
    assert reader.get(f"{url}?{query}").status_code < 500


@reading
@given(data=st.data(), sent=headers, method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "X"]))
def test_any_header_and_method_is_answered_at_every_address(reader, data, sent, method):
    url = data.draw(st.sampled_from(every_public_url()))
    assert reader.generic(method, url, data.draw(raw_bytes), headers=sent).status_code < 500


def test_ten_thousand_fields_are_answered(reader):
    for url in ("/", "/tim-kiem/"):
        assert reader.get(url + "?" + "&".join(f"a{number}=1" for number in range(10_000))).status_code < 500
