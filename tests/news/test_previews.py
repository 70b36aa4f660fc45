"""Links for people without a login: signed, ending, revocable, counted, and never in a cache or a search engine."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news import editing, lifecycle, previews
from news.models import PreviewLink
from news.revisions import keeping
from news.revisions.content import Byline
from tests.factories import ArticleFactory, AuthorFactory, TagFactory, UserFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def link():
    return previews.make(ArticleFactory(headline="Chưa ai được biết"), UserFactory(role="biên tập viên"), DAY)


def opened(link: PreviewLink):
    return Client().get(previews.address_of(link))


def test_a_draft_opens_without_a_login_and_each_opening_is_counted(link):
    for _ in range(2):
        page = opened(link)
        assert page.status_code == 200 and "Chưa ai được biết" in page.text
    assert Client().head(previews.address_of(link)).status_code == 200
    link.refresh_from_db()
    assert link.opened == 2 and link.last_opened_at is not None


def test_it_is_kept_out_of_caches_and_search_engines_and_sets_no_cookie(link):
    page = opened(link)
    assert "no-store" in page["Cache-Control"] and "private" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex, nofollow" and page["Referrer-Policy"] == "no-referrer"
    assert not page.cookies and 'name="robots" content="noindex' in page.text


def test_the_newest_text_is_shown_with_its_byline_and_topics(link):
    author, topic = AuthorFactory(), TagFactory()
    changes = {"headline": "Tít mới nhất", "bylines": (Byline(author.pk, "text"),), "tags": (topic.pk,)}
    editing.save(link.article, keeping.newest_content(link.article).with_changes(changes), None)
    page = opened(link)
    assert all(shown in page.text for shown in ("Tít mới nhất", author.name, topic.name))


def test_a_link_to_one_revision_keeps_showing_that_one():
    article, editor = ArticleFactory(headline="Bản gửi đi"), UserFactory(role="biên tập viên")
    link = previews.make(article, editor, DAY, revision=keeping.first(article))
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Bản sau"}), None)
    assert "Bản gửi đi" in opened(link).text


def test_no_comment_can_be_left_on_a_preview(link):
    assert "<textarea" not in opened(link).text


def test_revoked_ended_forged_and_unknown_are_the_same_404(link, time_machine):
    other = previews.make(link.article, link.made_by, DAY)
    previews.revoke(link, link.made_by)
    gone = opened(link)
    unknown = Client().get("/xem-truoc/khong-co/")
    forged = Client().get(f"/xem-truoc/{signing.dumps(other.pk, salt='other')}/")
    time_machine.move_to(timezone.now() + 2 * DAY)
    ended = opened(other)
    assert {page.status_code for page in (gone, unknown, forged, ended)} == {404}
    assert gone.content == unknown.content == forged.content


def test_a_link_of_a_deleted_article_leads_nowhere(link):
    address = previews.address_of(link)
    link.article.delete()
    assert Client().get(address).status_code == 404


def test_only_who_may_write_or_edit_the_article_shows_it_around():
    article = ArticleFactory(created_by=(writer := UserFactory(role="phóng viên")))
    previews.make(article, writer, DAY)
    for role in ("phóng viên", "kiểm duyệt viên", "quản trị"):
        with pytest.raises(lifecycle.NotAllowed):
            previews.make(article, UserFactory(role=role), DAY)
    assert PreviewLink.objects.count() == 1


def test_a_link_is_made_copied_and_revoked_at_the_desk():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    looks = reverse("desk:looks", args=[article.pk])
    page = client.post(looks, {"span": "72", "recipient": "  Chị Hương\n"}, follow=True)
    link = PreviewLink.objects.get()
    assert "Đã tạo liên kết" in told(page) and previews.address_of(link) in page.text
    assert (link.recipient, link.ends_at - link.made_at > timedelta(hours=71)) == ("Chị Hương", True)
    page = client.post(reverse("desk:revoke_link", args=[article.pk, link.pk]), follow=True)
    assert "đã thu hồi" in page.text and opened(link).status_code == 404


def test_a_wrong_span_is_refused_beside_its_field():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    page = client.post(reverse("desk:looks", args=[article.pk]), {"span": "9999", "recipient": "Ai đó"})
    assert page.status_code == 422 and "Ai đó" in page.text and not PreviewLink.objects.exists()


def test_the_desk_frames_its_own_preview_and_nobody_else_does():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    framed = client.get(reverse("desk:preview", args=[article.pk]))
    assert framed["X-Frame-Options"] == "SAMEORIGIN" and "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert opened(previews.make(article, client.user, DAY))["X-Frame-Options"] == "DENY"
