"""Writing an article at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from news.models import Action, Article, ArticleAuthor, State
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    make_photo,
    picture_file,
)
from tests.news.desk.browser import filled, signed_in, told

pytestmark = pytest.mark.django_db
ADD = "/toa-soan/news/article/add/"


def address(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def new_article(client, **changes):
    values = {
        "headline": "Đường phố Đà Nẵng được đổi tên",
        "standfirst": "Thành phố công bố danh sách.",
        "body": "<p>Sáng nay – 8 giờ – “nghị quyết” được thông qua.</p>",
        "section": str(SectionFactory().pk),
        "_continue": "1",
    }
    return client.post(ADD, filled(client, ADD, "article_form", **(values | changes)), follow=True)


def test_a_reporter_writes_an_article_which_is_their_draft_and_signed_by_them():
    client = signed_in("phóng viên")
    author = AuthorFactory(user=client.user)
    assert new_article(client).status_code == 200
    article = Article.objects.get()
    assert (article.state, article.created_by, article.slug) == (
        State.DRAFT,
        client.user,
        "duong-pho-da-nang-duoc-doi-ten",
    )
    assert article.body == "<p>Sáng nay – 8 giờ – “nghị quyết” được thông qua.</p>"
    assert [byline.author for byline in article.bylines.all()] == [author]
    assert [entry.action for entry in article.log.all()] == [Action.CREATED]


def test_text_is_stored_as_one_code_point_a_letter():
    client = signed_in("biên tập viên")
    new_article(client, headline="Tie\u0302\u0301ng  Vie\u0323\u0302t")
    assert Article.objects.get().headline == "Tiếng Việt"


def test_saving_and_publishing_is_one_step():
    client = signed_in("biên tập viên")
    page = new_article(client, _publish="1")
    article = Article.objects.get()
    assert article.is_live()
    assert "Bài đã lên trang." in told(page)
    assert article.get_absolute_url() in page.text


def test_what_cannot_be_published_is_saved_and_every_reason_told():
    client = signed_in("biên tập viên")
    page = new_article(client, standfirst="", body="", _publish="1")
    assert Article.objects.get().state == State.DRAFT
    assert "Bài chưa có sapo." in told(page) and "Bài chưa có nội dung." in told(page)


def test_a_reporter_saves_and_hands_in_but_cannot_publish():
    client = signed_in("phóng viên")
    new_article(client, _hand_in="1")
    assert Article.objects.get().state == State.REVIEW
    page = new_article(client, _publish="1")
    assert "Bạn không có quyền duyệt" in told(page)
    assert Article.objects.latest("id").state == State.DRAFT
    assert "_publish" not in client.get(ADD).text


def test_errors_come_back_with_422_and_the_form_as_it_was():
    client = signed_in("phóng viên")
    page = new_article(client, headline="", standfirst="Câu đã gõ")
    assert page.status_code == 422
    assert "Câu đã gõ" in page.text
    assert not Article.objects.exists()


def test_only_a_change_is_logged():
    client = signed_in("biên tập viên")
    article = ArticleFactory()
    values = filled(client, address(article), "article_form", _continue="1")
    client.post(address(article), values)
    assert not article.log.exists()
    client.post(address(article), {**values, "headline": "Tít khác"})
    assert [entry.action for entry in article.log.all()] == [Action.EDITED]


def test_saving_does_not_undo_a_withdrawal_made_meanwhile():
    client = signed_in("biên tập viên")
    article = LiveArticleFactory()
    values = filled(client, address(article), "article_form", headline="Tít khác", _continue="1")
    Article.objects.filter(pk=article.pk).update(state=State.WITHDRAWN)
    client.post(address(article), values)
    article.refresh_from_db()
    assert (article.headline, article.state) == ("Tít khác", State.WITHDRAWN)


def test_the_second_of_two_editors_is_told_loses_no_word_and_decides():
    first, second = signed_in("biên tập viên", display_name="Lê Minh Đức"), signed_in("thư ký tòa soạn")
    article = ArticleFactory()
    mine = filled(first, address(article), "article_form", headline="Tít của người thứ nhất")
    theirs = filled(second, address(article), "article_form", standfirst="Sapo của người thứ hai")
    first.post(address(article), mine)
    page = second.post(address(article), theirs)
    assert page.status_code == 422
    assert "Lê Minh Đức vừa lưu bài này" in page.text and "Sapo của người thứ hai" in page.text
    article.refresh_from_db()
    assert (article.headline, article.standfirst) == (mine["headline"], mine["standfirst"])
    again = {**theirs, "seen": page.context["adminform"].form["seen"].value()}
    second.post(address(article), again)
    article.refresh_from_db()
    assert article.standfirst == "Sapo của người thứ hai"


def test_what_is_live_stays_whole_while_its_draft_lacks_a_standfirst():
    client = signed_in("biên tập viên")
    article = LiveArticleFactory()
    values = filled(client, address(article), "article_form", standfirst=" ", _update="1")
    page = client.post(address(article), values, follow=True)
    assert "Bài chưa có sapo." in told(page)
    article.refresh_from_db()
    assert article.draft_waiting and article.standfirst


def test_a_live_article_is_edited_beside_what_readers_see_until_it_is_updated():
    client = signed_in("biên tập viên")
    article, author, topic = LiveArticleFactory(headline="Tít đang đăng"), AuthorFactory(), TagFactory()
    values = filled(client, address(article), "article_form", headline="Tít sẽ đăng", tags=[str(topic.pk)])
    values |= {"bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk, "bylines-0-role": "text"}
    client.post(address(article), values)
    article.refresh_from_db()
    seen_by_readers = Client().get(article.get_absolute_url()).text
    assert "Tít đang đăng" in seen_by_readers and author.name not in seen_by_readers
    assert not article.tags.exists() and article.draft_waiting
    page = client.get(address(article))
    assert "Tít sẽ đăng" in page.text and f'value="{author.pk}"' in page.text
    told_page = client.post(reverse("desk:transition", args=[article.pk, "cap-nhat"]), follow=True)
    assert "Bạn đọc thấy bản mới từ bây giờ." in told(told_page)
    seen_by_readers = Client().get(article.get_absolute_url()).text
    assert "Tít sẽ đăng" in seen_by_readers and author.name in seen_by_readers
    assert list(Article.objects.get().tags.all()) == [topic]


def test_saving_and_updating_is_one_step_and_tells_readers_nothing():
    client = signed_in("biên tập viên")
    article = LiveArticleFactory()
    client.post(address(article), filled(client, address(article), "article_form", headline="Hết lỗi", _update="1"))
    article.refresh_from_db()
    assert (article.headline, article.updated_at, article.draft_waiting) == ("Hết lỗi", None, False)


def test_an_update_may_be_dated_for_readers():
    client = signed_in("biên tập viên")
    article = LiveArticleFactory()
    client.post(address(article), filled(client, address(article), "article_form", headline="Thêm số liệu"))
    client.post(reverse("desk:transition", args=[article.pk, "cap-nhat"]), {"cap-nhat-tell_readers": "on"})
    article.refresh_from_db()
    assert article.updated_at and "Cập nhật:" in Client().get(article.get_absolute_url()).text


def test_the_editor_is_told_what_had_to_go():
    client = signed_in("phóng viên")
    page = new_article(
        client, body='<p style="color:red">Chữ</p><script>x</script><img src="https://bao.example/a.jpg">'
    )
    assert Article.objects.get().body == "<p>Chữ</p>"
    assert "mã <script>" in told(page) and "ảnh ở máy chủ khác" in told(page)


def test_the_slug_follows_the_headline_until_readers_know_it_then_only_on_purpose():
    client = signed_in("biên tập viên")
    article = ArticleFactory(headline="Tít đầu")
    client.post(address(article), filled(client, address(article), "article_form", headline="Tít hai", slug="co-y"))
    article.refresh_from_db()
    assert article.slug == "tit-hai"

    live = LiveArticleFactory(headline="Tít đầu")
    client.post(address(live), filled(client, address(live), "article_form", headline="Tít hai"))
    live.refresh_from_db()
    assert live.slug == "tit-dau"
    client.post(address(live), filled(client, address(live), "article_form", slug="Đổi có ý", _update="1"))
    live.refresh_from_db()
    assert live.slug == "doi-co-y"
    assert "tit-dau" in client.get(address(live)).text
    assert [old.slug for old in live.old_slugs.all()] == ["tit-dau"]


def test_a_new_lead_photo_is_taken_in_with_the_article():
    client = signed_in("phóng viên")
    new_article(client, new_photo=SimpleUploadedFile("cau.jpg", picture_file(), "image/jpeg"))
    assert Article.objects.get().lead_photo.width == 640


def test_a_file_that_is_no_picture_is_refused_beside_its_field():
    client = signed_in("phóng viên")
    page = new_article(client, new_photo=SimpleUploadedFile("cau.jpg", b"<svg></svg>", "image/jpeg"))
    assert page.status_code == 422 and "Không nhận ảnh SVG" in page.text


def test_a_photo_is_chosen_from_the_archive_and_shown():
    client = signed_in("phóng viên")
    photo = make_photo()
    new_article(client, lead_photo=str(photo.pk))
    article = Article.objects.get()
    assert article.lead_photo == photo
    assert f"/anh/{photo.key}/320.webp" in client.get(address(article)).text


def test_authors_stand_in_the_order_that_was_given():
    client = signed_in("biên tập viên")
    article, first, second = ArticleFactory(), AuthorFactory(), AuthorFactory()
    values = filled(client, address(article), "article_form")
    values |= {
        "bylines-TOTAL_FORMS": "2",
        "bylines-0-author": second.pk,
        "bylines-0-order": "2",
        "bylines-0-role": "text",
    }
    values |= {"bylines-1-author": first.pk, "bylines-1-order": "1", "bylines-1-role": "photo"}
    client.post(address(article), values)
    assert [byline.author for byline in ArticleAuthor.objects.filter(article=article)] == [first, second]


def test_only_what_readers_never_saw_can_be_deleted():
    client = signed_in("thư ký tòa soạn")
    draft, live = ArticleFactory(), LiveArticleFactory()
    for article, status in ((draft, 302), (live, 403)):
        delete = reverse("admin:news_article_delete", args=[article.pk])
        assert client.post(delete, {"post": "yes"}).status_code == status
    assert list(Article.objects.all()) == [live]


@pytest.mark.parametrize(
    ("role", "own", "foreign"),
    [
        ("phóng viên", 200, 302),
        ("biên tập viên", 200, 200),
        ("thư ký tòa soạn", 200, 200),
        ("kiểm duyệt viên", 403, 403),
        ("quản trị", 403, 403),
    ],
)
def test_each_role_opens_the_drafts_it_may(role, own, foreign):
    client = signed_in(role)
    assert client.get(address(ArticleFactory(created_by=client.user))).status_code == own
    assert client.get(address(ArticleFactory())).status_code == foreign


def test_a_reporter_may_read_but_not_save_what_was_handed_in():
    client = signed_in("phóng viên")
    article = ArticleFactory(created_by=client.user, state=State.REVIEW)
    page = client.get(address(article))
    assert "Lấy lại bài" in page.text and 'name="_continue"' not in page.text
    assert article.body in page.text and "bylines-0-author" not in page.text
    assert "Seen" not in page.text and "Tải ảnh mới" not in page.text
    assert client.post(address(article), {"headline": "Chen vào"}).status_code == 403
    assert Article.objects.get().headline != "Chen vào"
