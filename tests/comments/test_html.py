"""Every page around comments is valid HTML and safe under the Content Security Policy."""

import re

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from comments.models import State
from comments.moderation import counts
from tests.comments.sending import send
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


def check(page: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page)
    assert not re.search(r"\sstyle=|\son[a-z]+=", page)
    assert all("src=" in tag or "ld+json" in tag for tag in re.findall(r"<script[^>]*>", page))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.fixture
def article():
    article = LiveArticleFactory()
    first = ApprovedCommentFactory(article=article, featured_at=timezone.now())
    for _ in range(21):
        ApprovedCommentFactory(article=article)
    ApprovedCommentFactory(article=article, parent=first)
    counts.recount(article.pk)
    return article


def test_the_article_with_its_discussion(article):
    check(Client().get(article.get_absolute_url()).text)


def test_the_front_page_with_featured_comments(article):
    check(Client().get("/").text)


def test_the_page_of_older_comments(article):
    check(Client().get(f"/binh-luan/{article.pk}/").text)


@pytest.mark.parametrize("changes", [{"text": "", "name": "", "email": "x"}, {"text": '"><b>', "name": "'"}])
def test_the_form_that_came_back(article, changes, settings):
    settings.COMMENTS_PER_MINUTE = 0
    answer = send(article, **changes)
    assert answer.status_code in (422, 429)
    check(answer.text)


@pytest.mark.parametrize("state", State.values)
def test_the_receipt(article, state):
    check(Client().get(CommentFactory(article=article, state=state, email="lan@example.vn").receipt_url()).text)
