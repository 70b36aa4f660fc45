"""Readers send comments."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Discussion, State
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db
TYPED = {"text": "Bài viết rất bổ ích.", "name": "Trần Bạn Đọc"}


def send(article, client=None, **changes):
    headers = changes.pop("headers", {})
    return (client or Client()).post(f"/binh-luan/{article.pk}/", {**TYPED, **changes}, headers=headers)


def test_a_comment_leads_to_its_receipt_and_waits():
    article = LiveArticleFactory()
    answer = send(article)
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    assert comment.state == State.WAITING
    assert Discussion.objects.get(article=article).waiting_count == 1


def test_sending_asks_at_most_eight_queries():
    article = LiveArticleFactory()
    for name in ("Lan", "Hoa", "Huệ"):
        with CaptureQueriesContext(connection) as asked:
            assert send(article, name=name).status_code == 303
        assert len(asked) <= 8
