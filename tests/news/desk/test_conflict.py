"""Two people save one article: nobody's words are lost, and what doesn't clash comes together by itself."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news import editing
from news.models import Article, Attachment, Gallery, Revision
from news.revisions import keeping
from news.revisions.content import Byline
from news.revisions.under_text import Document
from tests.factories import ArticleFactory, AuthorFactory, TagFactory
from tests.news.desk.browser import filled, signed_in
from tests.news.desk.test_article_extras import pdf

pytestmark = pytest.mark.django_db
BODY = "<p>Đoạn một nói về lũ.</p>\n<p>Đoạn hai nói về cứu trợ.</p>\n<p>Đoạn ba nói về hiến máu.</p>"


@pytest.fixture
def article() -> Article:
    made = ArticleFactory(body=BODY, standfirst="Câu thứ nhất. Câu thứ hai.")
    keeping.first(made)
    return made


def address(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def meanwhile(article: Article, **changes) -> Revision:
    return editing.save(article, keeping.newest_content(article).with_changes(changes), None)


def test_changes_in_other_places_are_merged_in_the_form_that_comes_back(article):
    client, topic, author = signed_in("biên tập viên"), TagFactory(), AuthorFactory()
    mine = filled(client, address(article), "article_form", body=BODY.replace("lũ", "lũ lớn"), headline="Tít của tôi")
    meanwhile(
        article,
        body=BODY.replace("hiến máu", "hiến máu nhân đạo"),
        tags=(topic.pk,),
        bylines=(Byline(author.pk, "text"),),
        source_line="Theo TTXVN",
    )
    page = client.post(address(article), mine)
    assert page.status_code == 422
    form = page.context["adminform"].form
    assert form["body"].value() == BODY.replace("lũ", "lũ lớn").replace("hiến máu", "hiến máu nhân đạo")
    assert (form["headline"].value(), form["source_line"].value()) == ("Tít của tôi", "Theo TTXVN")
    assert "Không chỗ nào chạm nhau" in page.text
    assert Article.objects.get().headline != "Tít của tôi"

    again = {**mine, "body": form["body"].value(), "seen": form["seen"].value(), "source_line": "Theo TTXVN"}
    again |= {"tags": [str(topic.pk)], "bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk}
    client.post(address(article), again)
    kept = keeping.newest_content(Article.objects.get())
    assert "lũ lớn" in kept.body and "nhân đạo" in kept.body
    assert (kept.tags, kept.headline) == ((topic.pk,), "Tít của tôi")


def test_the_rows_of_the_byline_come_back_with_the_other_s_author(article):
    client, author = signed_in("biên tập viên"), AuthorFactory()
    mine = filled(client, address(article), "article_form", headline="Tít của tôi")
    meanwhile(article, bylines=(Byline(author.pk, "text"),))
    page = client.post(address(article), mine)
    rows = page.context["inline_admin_formsets"][0].formset
    assert [form["author"].value() for form in rows.forms] == [str(author.pk)]


def test_where_both_wrote_the_form_keeps_mine_and_shows_theirs(article):
    client = signed_in("biên tập viên")
    mine = filled(client, address(article), "article_form", standfirst="Câu thứ nhất của tôi. Câu thứ hai.")
    meanwhile(article, standfirst="Câu thứ nhất của người kia. Câu thứ hai.")
    page = client.post(address(article), mine)
    assert page.status_code == 422
    assert page.context["adminform"].form["standfirst"].value() == "Câu thứ nhất của tôi. Câu thứ hai."
    assert "Hai người cùng sửa" in page.text and "người kia" in page.text
    assert [str(label) for label in page.context["conflict"].clashing] == ["Sapo"]


def test_the_other_s_text_stays_in_the_list_of_revisions(article):
    client = signed_in("biên tập viên")
    mine = filled(client, address(article), "article_form", headline="Tít của tôi")
    meanwhile(article, headline="Tít của người kia")
    page = client.post(address(article), mine)
    client.post(address(article), {**mine, "seen": page.context["adminform"].form["seen"].value()})
    assert [revision.headline for revision in article.revisions.newest_first()][:2] == [
        "Tít của tôi",
        "Tít của người kia",
    ]


@pytest.mark.parametrize("seen", ["", "999999999999999999999999", "-5", "abc", "²"])
def test_a_form_that_names_no_revision_of_ours_overwrites_nothing(article, seen):
    client = signed_in("biên tập viên")
    mine = filled(client, address(article), "article_form", headline="Tít của tôi")
    meanwhile(article, headline="Tít của người kia")
    assert client.post(address(article), {**mine, "seen": seen}).status_code == 422
    assert Article.objects.get().headline == "Tít của người kia"


def stored_document(article: Article, name: str) -> Document:
    made = Attachment(article=article, name=name, size=4)
    made.file.save("a.pdf", ContentFile(b"%PDF"), save=False)
    made.save()
    return Document(made.pk, name)


def test_galleries_and_documents_of_both_come_together(article):
    client = signed_in("biên tập viên")
    mine, theirs = Gallery.objects.create(title="Của tôi"), Gallery.objects.create(title="Của người kia")
    kept, dropped = stored_document(article, "Giữ"), stored_document(article, "Bỏ")
    meanwhile(article, attachments=(kept, dropped))
    values = filled(client, address(article), "article_form", **{
        "galleries-TOTAL_FORMS": "1", "galleries-0-gallery": mine.pk, "attachments-0-name": "Giữ, tên mới"})  # fmt: skip
    meanwhile(article, galleries=(theirs.pk,), attachments=(kept,))
    page = client.post(address(article), values)
    assert page.status_code == 422 and "Không chỗ nào chạm nhau" in page.text
    _bylines, galleries, attachments = (each.formset for each in page.context["inline_admin_formsets"][:3])
    assert {form["gallery"].value() for form in galleries.forms} == {str(mine.pk), str(theirs.pk)}
    assert [form["name"].value() for form in attachments.forms] == ["Giữ, tên mới"]
    again = {name: value for name, value in values.items() if not name.startswith(("galleries-", "attachments-"))}
    for formset in (galleries, attachments):
        again |= {name: value for name, value in formset.data.items() if name.startswith(f"{formset.prefix}-")}
    assert (
        client.post(address(article), {**again, "seen": page.context["adminform"].form["seen"].value()}).status_code
        == 302
    )
    content = keeping.newest_content(Article.objects.get())
    assert set(content.galleries or ()) == {mine.pk, theirs.pk}
    assert content.attachments == ((kept.attachment, "Giữ, tên mới"),)


def test_a_document_that_both_named_is_told_and_a_new_file_must_be_chosen_again(article):
    client, kept = signed_in("biên tập viên"), stored_document(article, "Cũ")
    meanwhile(article, attachments=(kept,))
    values = filled(client, address(article), "article_form", **{
        "attachments-TOTAL_FORMS": "2", "attachments-0-name": "Của tôi", "attachments-1-name": "",
        "attachments-1-document": SimpleUploadedFile("Phụ lục.pdf", pdf())})  # fmt: skip
    meanwhile(article, attachments=(Document(kept.attachment, "Của người kia"),))
    page = client.post(address(article), values)
    assert page.status_code == 422 and "Tệp PDF phải chọn lại trước khi lưu:" in page.text and "Phụ lục" in page.text
    assert [str(label) for label in page.context["conflict"].clashing] == ["Tệp đính kèm"]
    assert Attachment.objects.count() == 1
