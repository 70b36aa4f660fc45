"""Every page around comments is valid HTML and safe under the Content Security Policy."""

import re

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from comments.models import Comment, State
from comments.moderation import counts, decisions
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


@pytest.mark.parametrize("page", ["", "?xong", "tra-loi/", "bao-cao/", "bao-cao/?xong"])
def test_the_pages_about_one_comment(article, page):
    answer = Comment.objects.exclude(parent=None).get()
    second = ApprovedCommentFactory(article=article, parent=answer.parent, in_answer_to=answer, likes=2, name='"><b>')
    for one in (answer.parent, answer, second):
        check(Client().get(f"/binh-luan/bl/{one.pk}/{page}").text)


@pytest.mark.parametrize("query", ["?xep=quan-tam", "?xep=noi-bat"])
def test_the_orders(article, query):
    check(Client().get(f"/binh-luan/{article.pk}/{query}").text)


def test_what_comes_back_from_a_report_or_a_like(article):
    address = f"/binh-luan/bl/{Comment.objects.threads()[0].pk}/"
    check(Client().post(f"{address}bao-cao/", {"words": "x" * 400}).text)
    Client().post(f"{address}thich/")
    check(Client().post(f"{address}thich/").text)


def test_the_form_that_answers_nothing_any_more(article):
    check(send(article, tra_loi="999999", name="").text)


def test_ones_own_comments_and_one_that_is_gone(article):
    check(Client().get("/binh-luan/cua-toi/").text)
    gone = CommentFactory(article=article)
    decisions.approve(gone, None)
    decisions.take_back(gone)
    check(Client().get(f"/binh-luan/bl/{gone.pk}/").text)


@pytest.mark.parametrize("state", State.values)
def test_the_receipt(article, state):
    check(Client().get(CommentFactory(article=article, state=state, email="lan@example.vn").receipt_url()).text)
