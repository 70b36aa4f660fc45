"""Only our own pages send comments."""

import pytest

from comments.models import Comment
from tests.comments.sending import send
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://other.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.other.example"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "Cross-Site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://other.example"},
    ],
)
def test_another_sites_form_is_refused(headers):
    answer = send(LiveArticleFactory(), headers=headers)
    assert answer.status_code == 403
    assert "Không được phép" in answer.text
    assert Comment.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},  # an old browser
        {"Origin": "http://testserver"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},  # our own page without a referrer
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_our_own_form_is_taken(headers):
    assert send(LiveArticleFactory(), headers=headers).status_code == 303
