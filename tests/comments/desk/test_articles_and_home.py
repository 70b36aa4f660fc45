"""What comments add to the articles at the desk and to the page on which it opens."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Discussion
from comments.moderation import counts
from comments.moderation.errors import NotAllowed
from comments.moderation.policy import set_policy
from news import roles
from news.models import CommentPolicy
from tests.factories import ArticleFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


def signed_in(client: Client, role: str) -> Client:
    client.force_login(UserFactory(role=role))
    return client


def waiting_comments(number: int, **kwargs):
    comments = [CommentFactory(**kwargs) for _ in range(number)]
    for article in {comment.article_id for comment in comments}:
        counts.recount(article)
    return comments


def test_the_list_of_articles_tells_how_many_comments_wait_and_leads_to_them(client):
    article = LiveArticleFactory()
    waiting_comments(3, article=article)
    page = signed_in(client, roles.EDITOR).get("/toa-soan/news/article/").text
    assert f'<a href="/toa-soan/comments/comment/?bai={article.pk}">3</a>' in page


def test_the_column_asks_nothing_for_each_row(client):
    signed_in(client, roles.EDITOR)
    client.get("/toa-soan/news/article/")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/toa-soan/news/article/").status_code == 200
        return len(asked)

    waiting_comments(1)
    few = queries()
    waiting_comments(12)
    assert queries() <= few + 1


def form_of(client: Client, article) -> dict[str, str]:
    """The article's form as the browser would send it back."""
    answer = client.get(f"/toa-soan/news/article/{article.pk}/change/")
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    for each in answer.context["inline_admin_formsets"]:
        for inline in [each.formset.management_form, *each.formset.forms]:
            sent |= {
                inline.add_prefix(name): inline[name].value()
                for name in inline.fields
                if inline[name].value() not in (None, "")
            }
    return sent


def test_an_editor_closes_the_discussion_of_one_article_and_the_counts_stay(client):
    article = LiveArticleFactory()
    waiting_comments(2, article=article)
    signed_in(client, roles.EDITOR)
    form = {**form_of(client, article), "discussion-0-policy": CommentPolicy.CLOSED}
    assert client.post(f"/toa-soan/news/article/{article.pk}/change/", form).status_code == 302
    discussion = Discussion.objects.get()
    assert (discussion.policy, discussion.waiting_count) == (CommentPolicy.CLOSED, 2)


def test_an_article_without_a_discussion_gets_one_only_when_its_policy_is_set(client):
    article = LiveArticleFactory()
    signed_in(client, roles.EDITOR)
    form = form_of(client, article)
    assert client.post(f"/toa-soan/news/article/{article.pk}/change/", form).status_code == 302
    assert not Discussion.objects.exists()
    client.post(f"/toa-soan/news/article/{article.pk}/change/", {**form, "discussion-0-policy": CommentPolicy.HIDDEN})
    assert Discussion.objects.get().policy == CommentPolicy.HIDDEN


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_editors_set_how_an_article_takes_comments(role):
    article, person = LiveArticleFactory(), UserFactory(role=role)
    if role in (roles.EDITOR, roles.MANAGING_EDITOR):
        set_policy(article, CommentPolicy.CLOSED, person)
        assert Discussion.objects.get().policy == CommentPolicy.CLOSED
        return
    with pytest.raises(NotAllowed):
        set_policy(article, CommentPolicy.CLOSED, person)
    assert not Discussion.objects.exists()


def test_an_editor_sets_the_policy_in_the_sections_that_they_hold(client):
    article, foreign = LiveArticleFactory(), LiveArticleFactory()
    editor = UserFactory(role=roles.EDITOR, holds_every_section=False)
    editor.sections.add(article.section)
    set_policy(article, CommentPolicy.CLOSED, editor)
    with pytest.raises(NotAllowed, match="Bạn không phụ trách mục"):
        set_policy(foreign, CommentPolicy.CLOSED, editor)
    assert Discussion.objects.get().article == article
    client.force_login(editor)
    draft = ArticleFactory(created_by=editor)
    assert "discussion-0-policy" not in client.get(f"/toa-soan/news/article/{draft.pk}/change/").text
    assert "discussion-0-policy" in client.get(f"/toa-soan/news/article/{article.pk}/change/").text


def test_a_new_policy_is_something_that_readers_see():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.CLOSED, None)
    before = Discussion.objects.get().version
    set_policy(article, CommentPolicy.PRE, None)
    assert Discussion.objects.get().version == before + 1


@pytest.mark.parametrize("role", roles.ROLES)
def test_the_desk_opens_on_comments_that_wait_for_those_who_moderate(client, role):
    waiting_comments(1, text="Ý kiến đang chờ")
    page = signed_in(client, role).get("/toa-soan/").text
    assert ("Ý kiến đang chờ" in page) is (role in (roles.EDITOR, roles.MANAGING_EDITOR, roles.MODERATOR))


def test_the_panel_shows_the_longest_waiting_first(client):
    for number in range(12):
        waiting_comments(1, text=f"Ý kiến số {number:02}")
    page = signed_in(client, roles.MODERATOR).get("/toa-soan/").text
    assert page.index("Ý kiến số 00") < page.index("Ý kiến số 07")
    assert "Ý kiến số 08" not in page
