"""Featured comments on the front page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from news.models import CommentPolicy, State
from tests.comments.sending import set_policy, set_site
from tests.factories import ApprovedCommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


def featured(text: str, minutes_ago: int = 0, **kwargs):
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    return ApprovedCommentFactory(text=text, featured_at=moment, **kwargs)


def front() -> str:
    return Client().get("/").text


def test_the_front_page_shows_the_three_that_were_chosen_last():
    for number in range(6):
        featured(f"Ý hay số {number}", minutes_ago=number)
    page = front()
    assert [number for number in range(6) if f"Ý hay số {number}" in page] == [0, 1, 2]
    assert page.index("Ý hay số 0") < page.index("Ý hay số 2")


def test_each_leads_to_its_place_and_to_its_article():
    comment = featured("Ý hay")
    page = front()
    link = f"/binh-luan/bl/{comment.pk}/"
    assert f'href="{link}#bl-{comment.pk}"' in page
    assert f'id="bl-{comment.pk}"' in Client().get(link).text
    assert comment.article.get_absolute_url() in page


def test_an_answer_leads_to_its_thread():
    article = LiveArticleFactory()
    question = ApprovedCommentFactory(article=article)
    answer = featured("Đáp hay", article=article, parent=question)
    link = f"/binh-luan/bl/{answer.pk}/"
    assert f'href="{link}#bl-{answer.pk}"' in front()
    assert f'id="bl-{answer.pk}"' in Client().get(link).text


@pytest.mark.parametrize(
    "changes",
    [
        {"state": State.WITHDRAWN},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"expires_at": timezone.now() - timedelta(minutes=1)},
    ],
)
def test_comments_of_articles_that_readers_may_not_see_are_nowhere(changes):
    LiveArticleFactory()
    featured("Ý hay", article=LiveArticleFactory(headline="Không ai được thấy", **changes))
    page = front()
    assert "Ý hay" not in page
    assert "Không ai được thấy" not in page


def test_comments_that_are_hidden_or_turned_off_are_not_featured():
    comment = featured("Ý hay")
    set_policy(comment.article, CommentPolicy.HIDDEN)
    assert "Ý hay" not in front()
    set_policy(comment.article, CommentPolicy.CLOSED)
    assert "Ý hay" in front()
    set_site(comments_enabled=False)
    assert "Ý hay" not in front()


def test_a_paper_whose_default_hides_comments_features_none():
    comment = featured("Ý hay")
    set_site(comment_policy=CommentPolicy.HIDDEN)
    assert "Ý hay" not in front()
    set_policy(comment.article, CommentPolicy.PRE)
    assert "Ý hay" in front()


def test_without_featured_comments_there_is_no_empty_box():
    ApprovedCommentFactory()
    assert "Bạn đọc bình luận" not in front()
