"""The desk shows what is kept about readers, and when the tasks of every day last ran."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from comments.models import Letter, LetterKind
from news.roles import ADMINISTRATOR, EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from tests.factories import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/toa-soan/comments/comment/du-lieu-ban-doc/"
NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role, is_staff=True))
    return client


@pytest.mark.parametrize(
    ("role", "status"), [(ADMINISTRATOR, 200), (MANAGING_EDITOR, 200), (MODERATOR, 403), (EDITOR, 403), (REPORTER, 403)]
)
def test_those_who_read_the_log_see_it(role, status):
    assert signed_in(role).get(PAGE).status_code == status


def test_strangers_are_led_to_the_log_in_page():
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_changes_by_it(method):
    assert getattr(signed_in(ADMINISTRATOR), method)(PAGE).status_code == 405


def test_tasks_that_never_ran_or_no_more_are_named_with_their_command():
    with time_machine.travel(NOON, tick=False) as clock:
        assert signed_in(ADMINISTRATOR).get(PAGE).text.count("Chưa chạy lần nào.") == 2
        call_command("erase_readers")
        call_command("train_score")
        page = signed_in(ADMINISTRATOR).get(PAGE).text
        assert (
            page.count("Lần gần nhất: Thứ Sáu, 27/11/2026, 12:00") == 2
            and "why-here" not in page.partition("giu-bao-lau")[0]
        )
        clock.shift(timedelta(days=2, seconds=1))
        page = signed_in(ADMINISTRATOR).get(PAGE).text
        assert page.count("Đã quá hai ngày không chạy.") == 2 and "manage.py erase_readers" in page


def test_letters_are_counted_by_what_became_of_them():
    with time_machine.travel(NOON, tick=False):
        for sent, again in ((NOON, None), (NOON, None), (None, NOON), (None, None)):
            Letter.objects.create(
                kind=LetterKind.DECIDED, about=CommentFactory(), began_at=NOON, sent_at=sent, next_try_at=again
            )
        Letter.objects.create(kind=LetterKind.ANSWERED, about=CommentFactory(), began_at=NOON - timedelta(days=8))
        page = signed_in(ADMINISTRATOR).get(PAGE).text
    assert "đã gửi 2, chờ gửi lại 1, không gửi được 1." in page and "hiện là 11/2026" in page


def test_it_asks_few_queries(django_assert_max_num_queries):
    client = signed_in(ADMINISTRATOR)
    client.get(PAGE)
    with django_assert_max_num_queries(14):
        client.get(PAGE)
