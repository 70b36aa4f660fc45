"""What the log says about a request, and what it keeps to itself."""

import json
import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config.logs import JsonFormatter, RequestLog, request_id


def line(message: str = "Đã đăng", **more: object) -> dict[str, object]:
    record = logging.LogRecord("news", logging.WARNING, __file__, 1, message, (), None)
    record.__dict__.update(more)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_json_with_the_letters_kept() -> None:
    found = line()
    assert (found["message"], found["level"], found["logger"]) == ("Đã đăng", "WARNING", "news")
    assert "Đã đăng" in JsonFormatter().format(logging.makeLogRecord({"msg": "Đã đăng"}))


def test_a_line_carries_its_fields_and_its_request() -> None:
    token = request_id.set("abc")
    try:
        assert line(fields={"status": 200})["status"] == 200
        assert line()["request"] == "abc"
    finally:
        request_id.reset(token)


def test_an_error_brings_its_traceback() -> None:
    try:
        raise LookupError("không thấy")
    except LookupError as error:
        found = line(exc_info=(LookupError, error, error.__traceback__))
    assert "LookupError: không thấy" in str(found["traceback"])


@pytest.mark.django_db
def test_a_request_is_logged_with_status_and_time(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "toa_soan.request"):
        client.get("/khong-co/")
    fields = caplog.records[-1].fields
    assert (fields["method"], fields["path"], fields["status"]) == ("GET", "/khong-co/", 404)
    assert fields["ms"] > 0


@pytest.mark.django_db
def test_a_receipt_s_address_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "toa_soan.request"):
        client.get("/binh-luan/phieu/khong-doan-duoc/")
    assert "khong-doan-duoc" not in str(caplog.records[-1].fields)


@pytest.mark.parametrize(("behind_proxy", "kept"), [(True, True), (False, False)])
def test_the_proxy_s_id_is_kept_only_if_it_is_trusted(settings, behind_proxy: bool, kept: bool) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory().get("/", headers={"x-request-id": "0123456789abcdef-proxy"})
    answer = RequestLog(lambda _: HttpResponse())(request)
    assert (answer["X-Request-ID"] == "0123456789abcdef-proxy") is kept


def test_a_proxy_s_garbled_id_is_replaced(settings) -> None:
    settings.BEHIND_PROXY = True
    request = RequestFactory().get("/", headers={"x-request-id": "a b"})
    assert RequestLog(lambda _: HttpResponse())(request)["X-Request-ID"] != "a b"


def test_a_failure_is_logged_as_an_error(caplog: pytest.LogCaptureFixture) -> None:
    def failing(request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=500)

    RequestLog(failing)(RequestFactory().get("/"))
    assert caplog.records[-1].levelno == logging.ERROR
