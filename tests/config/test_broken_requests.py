"""Requests that no browser sends: each gets an answer that says so, none is an error of ours."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.config.addresses import filled, gaps, public_patterns
from tests.config.wire import Answer, send
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"
HUGE = "9" * 30
LIMIT = 2 * 1024 * 1024  # bytes, DATA_UPLOAD_MAX_MEMORY_SIZE

odd_texts = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["%00", "%FF", "%C0%80", "%ED%A0%80", "%F0%9F", "..", "%2e%2e%2f", "-1", "0", HUGE, "9" * 5000, "a" * 3000]
    ),
    st.integers().map(str),
    st.dates().map(lambda day: day.strftime("%Y")),
)
queries = st.one_of(
    st.text(max_size=40),
    st.tuples(st.sampled_from(["q", "truoc", "trang", "sap-xep"]), odd_texts).map("=".join),
    st.binary(max_size=30).map(lambda raw: "truoc=" + "".join(f"%{byte:02x}" for byte in raw)),
    st.from_regex(r"truoc=[0-9]{1,30}-[0-9]{1,30}", fullmatch=True),
)
header_values = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
HEADERS = [
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Content-Type",
    "Cookie",
    "Host",
    "If-Modified-Since",
    "If-None-Match",
    "If-Range",
    "Origin",
    "Range",
    "Referer",
    "Sec-Fetch-Site",
    "User-Agent",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
]
headers = st.dictionaries(st.sampled_from(HEADERS), header_values, max_size=4)
fuzz = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def fair(answer: Answer) -> None:
    """No error of ours, and no cookie by the way."""
    assert answer.errors == []
    assert answer.status < 500
    assert "set-cookie" not in dict(answer.headers)


@pytest.mark.parametrize("pattern", public_patterns())
@fuzz
@given(st.data())
def test_no_address_stumbles_over_garbage(pattern: str, data: st.DataObject) -> None:
    values = {name: data.draw(odd_texts.filter(bool), label=name) for name in gaps(pattern)}
    fair(
        send(
            filled(pattern, values),
            data.draw(queries),
            data.draw(st.sampled_from(["GET", "HEAD"])),
            headers=data.draw(headers),
        )
    )


@pytest.mark.parametrize("pattern", public_patterns())
@fuzz
@given(st.data())
def test_no_address_stumbles_over_a_garbled_body(pattern: str, data: st.DataObject) -> None:
    values = {name: data.draw(st.sampled_from(["1", "x", HUGE]), label=name) for name in gaps(pattern)}
    kind = data.draw(
        st.sampled_from([FORM, MULTIPART, "multipart/form-data", "application/json", "text/plain", "", "/;"])
    )
    body = data.draw(st.one_of(st.binary(max_size=200), st.just(b"text=a&name=b&email=%ff"), st.just(b"--x\r\n")))
    method = data.draw(st.sampled_from(["POST", "PUT", "PATCH", "DELETE", "TRACE", "get", "OPTIONS", "CONNECT"]))
    fair(send(filled(pattern, values), "", method, body, {"Content-Type": kind}))


@fuzz
@given(body=st.binary(max_size=400), boundary=st.text(st.characters(max_codepoint=255), max_size=8))
def test_the_comment_form_takes_any_bytes_calmly(body: bytes, boundary: str) -> None:
    article = LiveArticleFactory()
    for kind in (FORM, f"multipart/form-data; boundary={boundary}"):
        fair(send(f"/binh-luan/{article.pk}/", "", "POST", body, {"Content-Type": kind}))


@fuzz
@given(st.dictionaries(st.sampled_from(["text", "name", "email", "trang_web", "parent"]), st.text(max_size=50)))
def test_the_comment_form_takes_any_text_calmly(fields: dict[str, str]) -> None:
    article = LiveArticleFactory()
    parts = [f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in fields.items()]
    body = "".join([*parts, "--x--\r\n"]).encode("utf-8", "surrogatepass")
    fair(send(f"/binh-luan/{article.pk}/", "", "POST", body, {"Content-Type": MULTIPART}))


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/%00", "", 400),
        ("/tim-kiem/", "q=%00", 400),
        ("/tim-kiem/", "&".join(f"a{n}=1" for n in range(10_000)), 400),
        ("/%FF%FE/", "", 404),
        ("/%C0%80-1.html", "", 404),
        (f"/bai-{HUGE}.html", "", 404),
        (f"/bai-{'9' * 5000}.html", "", 404),
        ("/bai--1.html", "", 404),
        (f"/binh-luan/{HUGE}/", "", 404),
        ("/binh-luan/phieu/%00/", "", 400),
        (f"/sitemap-bai-{HUGE}.xml", "", 404),
        ("/luu-tru/9999/99/99/", "", 404),
        ("/luu-tru/0000/01/01/", "", 404),
        ("//may-khac.example/%2e%2e/", "", 404),
        ("/toa-soan/%00/", "", 400),
    ],
)
def test_a_broken_address_is_refused(path: str, query: str, status: int) -> None:
    answer = send(path, query)
    assert (answer.status, answer.errors) == (status, [])


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "get", "post", "BREW"])
@pytest.mark.parametrize("path", ["/", "/toa-soan/", "/binh-luan/1/"])
def test_an_unknown_method_is_refused(path: str, method: str) -> None:
    assert send(path, method=method).status == 405


@pytest.mark.parametrize(
    "host", ["", "may-khac.example", "127.0.0.1:x", "a b", "\xff", "127.0.0.1\\@x", "[::1", "x" * 5000]
)
def test_a_made_up_host_is_refused(host: str) -> None:
    assert send("/khong-co/", headers={"Host": host}).status == 400


@pytest.mark.parametrize("charset", ["utf-16", "hex", "rot13", "undefined", "idna", "khong-co", "unicode_escape"])
@pytest.mark.parametrize("kind", [FORM, MULTIPART])
def test_a_form_in_another_charset_is_refused(kind: str, charset: str) -> None:
    answer = send("/binh-luan/1/", "", "POST", b"text=a", {"Content-Type": f"{kind}; charset={charset}"})
    assert answer.status == 415


@pytest.mark.parametrize("length", [str(LIMIT + 1), "9" * 40, "99999999999"])
@pytest.mark.parametrize("kind", [FORM, MULTIPART])
def test_a_huge_body_is_refused_unread(kind: str, length: str) -> None:
    answer = send("/binh-luan/1/", "", "POST", b"", {"Content-Type": kind, "Content-Length": length})
    assert answer.status == 413


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "٣"])
def test_a_length_that_is_no_number_is_refused(length: str) -> None:
    assert send("/", headers={"Content-Length": length}).status == 400


def test_ten_thousand_fields_are_refused() -> None:
    article = LiveArticleFactory()
    body = "&".join(f"a{n}=1" for n in range(10_000)).encode()
    assert send(f"/binh-luan/{article.pk}/", "", "POST", body, {"Content-Type": FORM}).status == 400


def test_a_multipart_form_without_boundary_is_refused() -> None:
    article = LiveArticleFactory()
    answer = send(f"/binh-luan/{article.pk}/", "", "POST", b"x", {"Content-Type": "multipart/form-data"})
    assert answer.status == 400


@pytest.mark.parametrize("cookie", ['sessionid="\\000aaaaaaaaaaaaaaaaaaa"', "sessionid=\0aaaaaaaaaaa"])
def test_a_nul_in_a_cookie_is_refused(cookie: str) -> None:
    assert send("/toa-soan/", headers={"Cookie": cookie}).status == 400


def test_a_nul_in_a_desk_form_is_refused() -> None:
    body = b"username=a%00b&password=c"
    assert send("/toa-soan/login/", "", "POST", body, {"Content-Type": FORM}).status == 400
