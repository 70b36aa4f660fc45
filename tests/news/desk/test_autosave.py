"""What the browser saves by itself while somebody writes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news import editing, presence
from news.models import Action, Article, Attachment, Gallery, Origin, Revision, State
from news.revisions import keeping
from news.revisions.under_text import Document
from tests.factories import ArticleFactory, AuthorFactory, LiveArticleFactory, SectionFactory, TagFactory, UserFactory
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
ADD = "/toa-soan/news/article/add/"
WINDOW = "cua-so-thu-nhat"
SAVE_QUERIES, PAGE_QUERIES = 36, 25  # with savepoints and constraints asked


def page_of(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def autosave(client, article, values):
    where = f"/toa-soan/news/article/{article.pk}/tu-luu/" if article else f"{ADD}tu-luu/"
    return client.post(where, {"window": WINDOW, **values}, headers={"Accept": "application/json"})


def form_of(client, article, **changes):
    return filled(client, page_of(article) if article else ADD, "article_form", **changes)


@pytest.fixture
def writer():
    return signed_in("biên tập viên", display_name="Lê Minh Đức")


def test_what_is_typed_becomes_a_revision_that_the_log_does_not_tell_of(writer):
    article, topic, author = ArticleFactory(), TagFactory(), AuthorFactory()
    values = form_of(writer, article, headline="Tít đang gõ", tags=[str(topic.pk)])
    values |= {"bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk, "bylines-0-role": "photo"}
    answer = autosave(writer, article, values)
    assert answer.status_code == 200
    revision = Revision.objects.get(origin=Origin.AUTOSAVED)
    assert answer.json() == {
        "saved_at": answer.json()["saved_at"],
        "revision": revision.pk,
        "number": 2,
        "errors": {},
    }
    content = keeping.newest_content(Article.objects.get())
    assert (content.headline, content.tags, content.bylines) == ("Tít đang gõ", (topic.pk,), ((author.pk, "photo"),))
    assert revision.by == writer.user and not article.log.exists()


def test_the_same_text_twice_is_one_revision(writer):
    article = ArticleFactory()
    values = form_of(writer, article, headline="Tít đang gõ")
    first = autosave(writer, article, values).json()
    again = autosave(writer, article, {**values, "seen": first["revision"]}).json()
    assert again["revision"] == first["revision"] and article.revisions.count() == 2


def test_a_field_that_is_not_right_keeps_what_stood_there_and_is_told(writer):
    article = ArticleFactory(headline="Tít cũ", standfirst="Sapo cũ")
    section = article.section
    values = form_of(writer, article, headline=" ", standfirst="x" * 1001, section="999999", body="<p>Thân bài mới</p>")
    values |= {"bylines-TOTAL_FORMS": "1", "bylines-0-author": "999999", "bylines-0-role": "text"}
    answer = autosave(writer, article, values)
    assert answer.status_code == 200
    assert set(answer.json()["errors"]) == {"headline", "standfirst", "section", "bylines"}
    content = keeping.newest_content(Article.objects.get())
    assert (content.headline, content.standfirst, content.section) == ("Tít cũ", "Sapo cũ", section.pk)
    assert content.body == "<p>Thân bài mới</p>"


def test_a_field_that_was_not_sent_is_not_emptied(writer):
    article = ArticleFactory(standfirst="Sapo cũ", body="<p>Thân</p>")
    seen = form_of(writer, article)["seen"]
    answer = autosave(writer, article, {"seen": seen, "headline": "Tít mới", "section": article.section_id})
    assert answer.status_code == 200
    content = keeping.newest_content(Article.objects.get())
    assert (content.headline, content.standfirst, content.body) == ("Tít mới", "Sapo cũ", "<p>Thân</p>")


def test_readers_of_a_live_article_see_nothing_of_it(writer):
    article = LiveArticleFactory(headline="Tít đang đăng")
    assert autosave(writer, article, form_of(writer, article, headline="Tít nháp")).status_code == 200
    article.refresh_from_db()
    assert article.draft_waiting and "Tít nháp" not in Client().get(article.get_absolute_url()).text


def test_the_button_pressed_afterwards_makes_it_a_saved_revision_and_logs_it(writer):
    article = ArticleFactory()
    values = form_of(writer, article, headline="Tít đang gõ")
    revision = autosave(writer, article, values).json()["revision"]
    writer.post(page_of(article), {**values, "seen": revision, "_continue": "1"})
    assert Revision.objects.get(pk=revision).origin == Origin.SAVED
    assert [entry.action for entry in article.log.all()] == [Action.EDITED]


def test_saving_another_s_autosave_unchanged_does_not_put_one_s_name_to_it(writer):
    article, other = ArticleFactory(), signed_in("thư ký tòa soạn")
    revision = autosave(writer, article, form_of(writer, article, headline="Tít đang gõ")).json()["revision"]
    other.post(page_of(article), form_of(other, article, _continue="1"))
    assert Revision.objects.get(pk=revision).origin == Origin.AUTOSAVED and not article.log.exists()


def test_the_first_words_make_a_draft(writer):
    SectionFactory(order=2)
    first = SectionFactory(order=1)
    answer = autosave(writer, None, form_of(writer, None, body="<p>Câu đầu</p>"))
    article = Article.objects.get()
    assert answer.status_code == 200
    assert (article.headline, article.section, article.body) == ("Bài chưa có tít", first, "<p>Câu đầu</p>")
    assert (article.state, article.created_by) == (State.DRAFT, writer.user)
    said = answer.json()
    assert (said["article"], said["revision"]) == (article.pk, article.newest_revision_id)
    assert said["addresses"]["page"] == page_of(article)
    assert set(said["errors"]) == {"headline", "section"}


def test_an_answer_that_got_lost_makes_no_second_draft(writer):
    SectionFactory()
    values = form_of(writer, None, headline="Tít", body="<p>Câu đầu</p>")
    first = autosave(writer, None, values).json()
    again = autosave(writer, None, {**values, "body": "<p>Câu đầu, câu hai</p>", "lost": "1"})
    assert again.status_code == 200 and again.json()["article"] == first["article"]
    assert Article.objects.get().body == "<p>Câu đầu, câu hai</p>"


def test_a_new_article_is_signed_by_its_writer_in_the_form_and_stays_so():
    SectionFactory()
    writer = signed_in("phóng viên")
    author = AuthorFactory(user=writer.user)
    values = form_of(writer, None, headline="Tít")
    assert values["bylines-0-author"] == [str(author.pk)]
    autosave(writer, None, values)
    assert [byline.author for byline in Article.objects.get().bylines.all()] == [author]


def test_without_any_section_there_is_no_draft_and_a_reason(writer):
    answer = autosave(writer, None, {"headline": "Tít"})
    assert answer.status_code == 422 and "chuyên mục" in answer.json()["error"]


def test_an_answer_that_got_lost_is_no_conflict_with_oneself(writer):
    article = ArticleFactory()
    values = form_of(writer, article, headline="Tít một")
    values["seen"] = autosave(writer, article, values).json()["revision"]
    autosave(writer, article, {**values, "headline": "Tít hai"})  # its answer never came
    assert autosave(writer, article, {**values, "headline": "Tít ba"}).status_code == 409
    answer = autosave(writer, article, {**values, "headline": "Tít ba", "lost": "1"})
    assert answer.status_code == 200 and keeping.newest_content(Article.objects.get()).headline == "Tít ba"


def test_who_is_outdated_is_told_by_whom_and_the_text_is_kept_beside_once(writer):
    article, other = ArticleFactory(), UserFactory(display_name="Nguyễn Bích Ngọc")
    values = form_of(writer, article, headline="Tít của tôi")
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít của chị"}), None)
    Revision.objects.filter(headline="Tít của chị").update(by=other)
    answers = [autosave(writer, article, {**values, "seen": values["seen"] or "0"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [409, 409]
    said = answers[0].json()
    assert said["by"] == "Nguyễn Bích Ngọc" and not said["taken"] and not said["me"]
    kept = Revision.objects.get(origin=Origin.RESCUED)
    assert said["kept"]["number"] == kept.number == answers[1].json()["kept"]["number"]
    assert said["kept"]["address"] == reverse("desk:revisions", args=[article.pk])
    assert (kept.headline, kept.by) == ("Tít của tôi", writer.user)
    assert "Nguyễn Bích Ngọc đã lưu" in said["error"]
    assert keeping.newest_content(Article.objects.get()).headline == "Tít của chị"


def test_a_window_that_lost_the_pen_writes_beside_and_not_over(writer):
    article, other = ArticleFactory(), UserFactory(role="thư ký tòa soạn", display_name="Nguyễn Bích Ngọc")
    values = form_of(writer, article, headline="Tít chưa kịp lưu")
    presence.beat(article, writer.user, WINDOW)
    presence.take_over(article, other, "cua-so-khac")
    said = autosave(writer, article, values)
    assert said.status_code == 409 and said.json()["taken"] and said.json()["by"] == "Nguyễn Bích Ngọc"
    assert Revision.objects.get(origin=Origin.RESCUED).headline == "Tít chưa kịp lưu"
    assert keeping.newest_content(Article.objects.get()).headline == article.headline


def test_every_refusal_is_json_in_words(writer, settings):
    article, reporter = ArticleFactory(), signed_in("phóng viên")
    handed_in = ArticleFactory(created_by=reporter.user, state=State.REVIEW)
    values = {"headline": "Chen vào", "seen": "0"}
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000
    refusals = [
        (autosave(Client(), article, values), 401),
        (autosave(Client(), None, values), 401),
        (autosave(reporter, handed_in, values), 403),
        (autosave(reporter, article, values), 404),
        (autosave(signed_in("kiểm duyệt viên"), None, values), 403),
        (autosave(writer, article, {**values, "body": "x" * 6000}), 413),
    ]
    assert [answer.status_code for answer, _ in refusals] == [status for _, status in refusals]
    assert all(answer.json()["error"] for answer, _ in refusals)
    assert not Revision.objects.exists() and Article.objects.count() == 2


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"seen": "không phải số", "headline": "Tít"},
        {"seen": "9" * 40, "headline": "Tít"},
        {"seen": "-1", "headline": "Tít", "bylines-TOTAL_FORMS": "không"},
        {"headline": "Tít", "tags": ["abc", "9" * 30], "further_sections": "x", "lead_photo": "9" * 30},
        {"headline": "x" * 5000, "slug": "/" * 300, "window": "\u202e" * 9, "lost": "1"},
        {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "0", "bylines-0-author": "x", "bylines-0-order": "-9"},
    ],
)
def test_nothing_that_is_sent_is_an_accident(writer, values):
    for article in (ArticleFactory(), None):
        answer = autosave(writer, article, values)
        assert answer.status_code in (200, 409) and answer["Content-Type"] == "application/json"


def test_an_article_that_is_not_there_is_told_so(writer):
    for number in (0, 10**30):
        answer = writer.post(f"/toa-soan/news/article/{number}/tu-luu/", {"headline": "Tít"})
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert writer.get(f"{ADD}tu-luu/").status_code == 405


def test_an_autosave_and_the_page_cost_a_fixed_number_of_queries(writer):
    article = ArticleFactory()
    values = form_of(writer, article)
    values["seen"] = autosave(writer, article, {**values, "headline": "Tít một"}).json()["revision"]
    with CaptureQueriesContext(connection) as young:
        values["seen"] = autosave(writer, article, {**values, "headline": "Tít hai"}).json()["revision"]
    for number in range(60):
        editing.save(article, keeping.newest_content(article).with_changes({"standfirst": f"Lần {number}"}), None)
    ArticleFactory.create_batch(3)
    values["seen"] = Article.objects.get(pk=article.pk).newest_revision_id
    with CaptureQueriesContext(connection) as old:
        assert autosave(writer, article, {**values, "headline": "Tít ba"}).status_code == 200
    assert len(old) <= len(young) <= SAVE_QUERIES
    with CaptureQueriesContext(connection) as page:
        writer.get(page_of(article))
    assert len(page) <= PAGE_QUERIES


def test_galleries_and_documents_are_saved_with_the_text(writer):
    article, one, other = ArticleFactory(), Gallery.objects.create(title="Một"), Gallery.objects.create(title="Hai")
    attached = Attachment.objects.create(article=article, name="Tên cũ", size=1)
    listed = {"galleries": (one.pk, other.pk), "attachments": (Document(attached.pk, "Tên cũ"),)}
    editing.save(article, keeping.newest_content(article).with_changes(listed), None)
    values = form_of(writer, article)
    values |= {"galleries-0-order": "5", "attachments-0-name": "Tên mới"}
    assert autosave(writer, article, values).json()["errors"] == {}
    content = keeping.newest_content(Article.objects.get(pk=article.pk))
    assert (content.galleries, content.attachments) == ((other.pk, one.pk), ((attached.pk, "Tên mới"),))


def test_rows_that_a_page_does_not_send_stay_and_one_that_waits_for_its_file_is_no_error(writer):
    article, made = ArticleFactory(), Gallery.objects.create(title="Một")
    editing.save(article, keeping.newest_content(article).with_changes({"galleries": (made.pk,)}), None)
    values = form_of(writer, article, headline="Tít mới")
    without = {name: value for name, value in values.items() if not name.startswith("galleries-0-")}
    without |= {"attachments-TOTAL_FORMS": "1", "attachments-0-name": "Chờ tệp", "attachments-0-attachment": ""}
    assert autosave(writer, article, without).json()["errors"] == {}
    content = keeping.newest_content(Article.objects.get(pk=article.pk))
    assert (content.headline, content.galleries, content.attachments) == ("Tít mới", (made.pk,), ())


def test_a_gallery_that_is_not_there_keeps_what_stood_there_and_is_told(writer):
    article, made = ArticleFactory(), Gallery.objects.create(title="Một")
    editing.save(article, keeping.newest_content(article).with_changes({"galleries": (made.pk,)}), None)
    values = form_of(writer, article, **{"galleries-0-gallery": "999999"})
    assert list(autosave(writer, article, values).json()["errors"]) == ["galleries"]
    assert keeping.newest_content(Article.objects.get(pk=article.pk)).galleries == (made.pk,)
