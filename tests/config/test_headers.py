"""What goes out with every page."""

import pytest
from django.test import Client

from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["/", "/khong-co-trang-nay/", "article"])
def public_answer(request: pytest.FixtureRequest, client: Client):
    path = LiveArticleFactory().get_absolute_url() if request.param == "article" else request.param
    return client.get(path)


def policy(answer) -> dict[str, str]:
    """The answer's Content-Security-Policy by directive."""
    pairs = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: sources for name, _, sources in pairs}


def test_public_pages_run_no_inline_script_and_ask_no_stranger(public_answer) -> None:
    found = policy(public_answer)
    assert found["default-src"] == "'none'"
    assert found["script-src"] == found["style-src"] == "'self'"
    assert found["frame-ancestors"] == found["base-uri"] == "'none'"
    assert "unsafe" not in public_answer["Content-Security-Policy"]


def test_public_pages_carry_the_protective_headers(public_answer) -> None:
    assert public_answer["X-Content-Type-Options"] == "nosniff"
    assert public_answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert public_answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert public_answer["X-Frame-Options"] == "DENY"


def test_public_pages_set_no_cookie(public_answer) -> None:
    assert not public_answer.cookies
    assert "Cookie" not in public_answer.get("Vary", "")


def test_the_desk_has_a_policy_of_its_own_and_is_never_cached(client: Client) -> None:
    answer = client.get("/toa-soan/login/")
    assert "'unsafe-inline'" in policy(answer)["script-src"]
    assert policy(answer)["default-src"] == "'none'"
    assert "no-store" in answer["Cache-Control"]


def test_the_desk_s_cookies_stay_at_the_desk(client: Client, settings) -> None:
    client.get("/toa-soan/login/")
    assert {cookie["path"] for cookie in client.cookies.values()} == {"/toa-soan/"}
    assert {cookie["samesite"] for cookie in client.cookies.values()} == {"Lax"}


def test_each_answer_can_be_found_in_the_log(client: Client) -> None:
    first, second = client.get("/"), client.get("/")
    assert len(first["X-Request-ID"]) == 16
    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_a_foreign_host_is_refused_and_not_repeated(client: Client) -> None:
    answer = client.get("/khong-co/", headers={"host": "may-khac.example"})
    assert answer.status_code == 400
    assert "may-khac.example" not in answer.text


ONE_YEAR = "max-age=31536000"


@pytest.mark.parametrize(
    ("peer", "behind_proxy", "told"),
    [
        ("127.0.0.1", False, ONE_YEAR),  # a proxy on this machine
        ("::1", False, ONE_YEAR),
        ("203.0.113.9", False, None),  # a stranger who says so
        ("", False, None),
        ("203.0.113.9", True, ONE_YEAR),  # the operator vouches for the proxy
    ],
)
def test_only_our_proxy_says_that_a_reader_came_through_tls(client, settings, peer, behind_proxy, told) -> None:
    settings.BEHIND_PROXY = behind_proxy
    answer = client.get("/", headers={"X-Forwarded-Proto": "https"}, REMOTE_ADDR=peer)
    assert answer.get("Strict-Transport-Security") == told


def test_plain_http_is_told_nothing_about_tls(client: Client) -> None:
    assert "Strict-Transport-Security" not in client.get("/")


@pytest.mark.parametrize("path", ["/toa-soan/login/", "/"])
def test_a_form_without_its_token_is_refused_in_the_paper_s_own_words(path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(path, {"username": "bientap"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Không được phép" in page and "dead-end" in page
    assert "DEBUG" not in page and "cookie" not in page


def test_the_desk_stands_in_frames_of_its_own_alone(client: Client) -> None:
    answer = client.get("/toa-soan/login/")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(answer)["frame-ancestors"] == "'self'"
