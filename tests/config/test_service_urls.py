"""Addresses of services that are asked over the network."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import service_url
from tests.databases import once

pytestmark = once


@pytest.mark.parametrize(
    "value", ["", "https://check.example/a?b=c", "http://localhost:9000/x", "http://127.0.0.1/", "http://[::1]:5/"]
)
def test_https_or_this_machine(monkeypatch, value):
    monkeypatch.setenv("A_SERVICE", value)
    assert service_url("A_SERVICE") == value


@pytest.mark.parametrize(
    "value",
    [
        "http://check.example/",
        "http://localhost.example/",
        "http://127.0.0.1@x.example/",
        "ftp://localhost/",
        "file:///etc/passwd",
        "https://",
        "https://u:p@x.example/",
        "https://x.example:99999/",
        "https://x.example:0/",
        "x",
        "https://tòa.example/",
    ],
)
def test_anything_else_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("A_SERVICE", value)
    with pytest.raises(ImproperlyConfigured, match="A_SERVICE"):
        service_url("A_SERVICE")
