"""What a page costs does not depend on how much has been said."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Discussion, State
from comments.moderation import counts, decisions
from comments.moderation.words import current
from news.models import SiteSettings
from tests.comments.sending import send
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _words_are_known(db) -> None:
    """A process reads the list of words once for each version of it."""
    current.newest()


def said(number: int, article) -> None:
    """That many approved comments, every fifth one featured, every third one an answer."""
    now = timezone.now()
    for start in range(0, number, 500):
        batch = Comment.objects.bulk_create(
            Comment(
                article=article,
                name="Lan",
                text=f"Ý kiến {place}",
                state=State.APPROVED,
                featured_at=now if place % 5 == 0 else None,
                created_at=now - timedelta(seconds=number - place),
            )
            for place in range(start, min(start + 500, number))
        )
        answers = [one for place, one in enumerate(batch) if place % 3 == 2]
        for one in answers:
            one.parent, one.starts_thread = batch[0], False
        Comment.objects.bulk_update(answers, ["parent", "starts_thread"])
    counts.recount(article.pk)


def queries(act) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


@pytest.fixture(params=[5, 5000])
def article(request):
    article = LiveArticleFactory()
    said(request.param, article)
    return article


def test_a_discussion_asks_two_queries(article):
    context = Context({"article": article, "paper": SiteSettings.objects.current()})
    template = Template("{% load discussion %}{% discussion article %}")
    assert queries(lambda: template.render(context)) == 2


def test_featured_comments_ask_one_query(article):
    context = Context({"paper": SiteSettings.objects.current()})
    template = Template("{% load discussion %}{% featured_comments %}")
    assert queries(lambda: template.render(context)) == 1


def test_a_page_of_older_comments_asks_few_queries(article):
    newest = Comment.objects.threads()[0].pk
    assert queries(lambda: Client().get(f"/binh-luan/{article.pk}/?truoc={newest + 1}")) <= 6


def test_sending_asks_at_most_eight_queries_with_begin_and_commit(article):
    for name in ("Lan", "Hoa"):
        assert queries(lambda name=name: send(article, name=name)) <= 8


def test_the_first_comment_of_all_asks_no_more():
    article = LiveArticleFactory()
    assert queries(lambda: send(article)) <= 8
    assert Discussion.objects.get().waiting_count == 1


def test_sending_again_asks_less():
    article = LiveArticleFactory()
    send(article)
    assert queries(lambda: send(article)) <= 4


def test_a_receipt_asks_few_queries(article):
    comment = Comment.objects.order_by("id")[0]
    assert queries(lambda: Client().get(comment.receipt_url())) <= 6


@pytest.mark.parametrize("state", State.values)
def test_a_receipt_with_all_it_can_offer_asks_few_queries(article, state):
    send(article)
    comment = Comment.objects.newest_first()[0]
    Comment.objects.filter(pk=comment.pk).update(state=state)
    for one in Comment.objects.filter(state=State.WAITING).exclude(pk=comment.pk)[:20]:
        decisions.approve(one, None)
    assert queries(lambda: Client().get(comment.receipt_url())) <= 6


def test_changing_a_comment_asks_at_most_a_dozen_queries_each_time(article):
    send(article)
    comment = Comment.objects.newest_first()[0]
    address = f"{comment.receipt_url()}sua/"
    for lan in range(2):
        typed = {"text": f"Lời thứ {lan}", "name": "Lan", "lan": lan}
        assert queries(lambda typed=typed: Client().post(address, typed)) <= 12
    assert Comment.objects.get(pk=comment.pk).edition == 2


def test_a_page_of_threads_is_one_page_however_loud_the_quarrel(article):
    page = Client().get(article.get_absolute_url()).text
    assert page.count('<article class="comment"') <= 20 + 200
