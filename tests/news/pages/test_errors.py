"""Pages for what went wrong."""

from unittest.mock import patch

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.test import Client


def answer_when(error: Exception):
    """What a reader gets when the front page fails with the error."""
    client = Client(raise_request_exception=False)
    with patch("news.views.front.make_up", side_effect=error):
        return client.get("/")


@pytest.mark.parametrize(("error", "status"), [(BadRequest(), 400), (PermissionDenied(), 403), (ValueError(), 500)])
def test_each_trouble_has_a_page_with_a_way_on(edition, error, status):
    answer = answer_when(error)
    assert answer.status_code == status
    assert "<h1>" in answer.text and 'href="/"' in answer.text


def test_the_page_for_our_own_trouble_works_without_a_database(db):
    gone = OperationalError("gone")
    with (
        patch("django.db.backends.utils.CursorWrapper.execute", side_effect=gone),
        patch("django.db.backends.base.base.BaseDatabaseWrapper.cursor", side_effect=gone),
    ):
        answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Trang đang gặp sự cố" in answer.text


def test_a_host_that_is_not_ours_is_refused_with_a_page(db):
    answer = Client(headers={"host": "evil.example"}).get("/")
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_a_broken_query_is_refused_or_answered_never_an_error(edition):
    client = Client(raise_request_exception=False)
    for query in ("%00", "q=%00", "q=%ff%fe", "truoc=%ff", "q=" + "a" * 5000, "&" * 3000, "q=%ud800", "q=\ud7ff"):
        for url in ("/", "/tim-kiem/", "/thoi-su/"):
            assert client.get(f"{url}?{query}").status_code < 500, (url, query)
