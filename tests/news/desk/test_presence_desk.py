"""The windows' beats, as the desk's script sends them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news import editing
from news.models import Presence, State
from news.revisions import keeping
from tests.factories import ArticleFactory, LiveArticleFactory, UserFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
BEAT_QUERIES = 16  # with savepoints; the same however many have it open


def address(article) -> str:
    return reverse("desk:presence", args=[article.pk])


def beat(client, article, window="cua-so-mot", **more):
    return client.post(address(article), {"window": window, **more}, headers={"Accept": "application/json"})


def test_a_window_learns_who_else_has_the_article_open_where_and_what_is_newest():
    first, second = signed_in("biên tập viên", display_name="Lê Minh Đức"), signed_in("thư ký tòa soạn")
    article = ArticleFactory()
    newest = editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít"}), first.user)
    assert beat(first, article, field="standfirst").json()["holding"] is True
    said = beat(second, article, "cua-so-hai").json()
    assert said["holding"] is False
    assert said["holder"] == {"name": "Lê Minh Đức", "me": False, "holds": True, "field": "sapo", "seconds": 0}
    assert said["others"] == [said["holder"]]
    assert (said["newest"]["id"], said["newest"]["by"]) == (newest.pk, "Lê Minh Đức")


def test_taking_over_and_leaving():
    first, second = signed_in("biên tập viên"), signed_in("thư ký tòa soạn")
    article = ArticleFactory()
    beat(first, article)
    assert beat(second, article, "cua-so-hai", act="nhan").json()["holding"] is True
    assert beat(first, article).json()["holding"] is False
    assert beat(second, article, "cua-so-hai", act="roi").status_code == 200
    assert beat(first, article).json()["holding"] is False  # it may come back in a moment


def test_every_refusal_is_json_in_words():
    article = ArticleFactory()
    reporter, moderator = signed_in("phóng viên"), signed_in("kiểm duyệt viên")
    handed_in = ArticleFactory(created_by=reporter.user, state=State.REVIEW)
    refusals = [
        (beat(Client(), article), 401),
        (beat(reporter, article), 404),
        (beat(reporter, handed_in, act="nhan"), 403),
        (beat(moderator, LiveArticleFactory(), act="nhan"), 404),
        (beat(signed_in("biên tập viên"), article, window=""), 422),
        (beat(signed_in("biên tập viên"), article, window="ngắn"), 422),
        (beat(signed_in("biên tập viên"), article, window="x" * 300), 422),
    ]
    assert [answer.status_code for answer, _ in refusals] == [status for _, status in refusals]
    assert all(answer.json()["error"] for answer, _ in refusals)
    assert not Presence.objects.exists()


@pytest.mark.parametrize("number", [0, 10**30])
def test_an_article_that_is_not_there_is_no_accident(number):
    answer = signed_in("biên tập viên").post(f"/toa-soan/bai/{number}/co-mat/", {"window": "cua-so-mot"})
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")


def test_it_is_asked_by_post_with_a_token():
    article, client = ArticleFactory(), Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role="biên tập viên"))
    assert client.get(address(article)).status_code == 405
    answer = beat(client, article)
    assert answer.status_code == 403 and answer.json()["token"] is True


def test_a_beat_costs_the_same_however_many_have_it_open():
    article, client = ArticleFactory(), signed_in("biên tập viên")
    beat(client, article)
    with CaptureQueriesContext(connection) as alone:
        beat(client, article)
    for number in range(8):
        beat(signed_in("biên tập viên"), article, f"cua-so-khac-{number}")
    with CaptureQueriesContext(connection) as together:
        beat(client, article)
    assert len(together) == len(alone) <= BEAT_QUERIES


def test_the_frame_after_signing_in_tells_the_page_around_it():
    answer = signed_in("phóng viên").get("/toa-soan/da-vao/")
    assert "news/signed-in.js" in answer.text
    assert answer["X-Frame-Options"] == "SAMEORIGIN" and "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert Client().get("/toa-soan/da-vao/")["Location"] == "/toa-soan/login/?next=/toa-soan/da-vao/"
