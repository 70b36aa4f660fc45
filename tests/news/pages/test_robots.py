"""Small files with fixed names."""

import pytest

pytestmark = pytest.mark.django_db


def test_robots_stay_out_of_desk_comments_and_search_and_learn_of_the_sitemap(client):
    lines = client.get("/robots.txt").text.splitlines()
    assert {"User-agent: *", "Disallow: /toa-soan/", "Disallow: /binh-luan/", "Disallow: /tim-kiem/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_the_manifest_names_the_paper_in_vietnamese(client, edition):
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    assert answer.json()["name"] == "Báo Thử"
    assert "Báo Thử" in answer.text
    assert {icon["sizes"] for icon in answer.json()["icons"]} == {"192x192", "512x512"}


def test_the_icon_is_where_browsers_look_for_it(client):
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (302, "/static/icons/favicon.ico")
