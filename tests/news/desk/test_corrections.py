"""Correcting at the desk."""

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import Correction, State
from tests.factories import ArticleFactory, CorrectionFactory, LiveArticleFactory
from tests.news.desk.browser import filled, signed_in, told

pytestmark = pytest.mark.django_db
WORDS = {
    "kind": "apology",
    "headline": "Cầu mới dài 30 km",
    "was_false": "Cầu dài 30 km.",
    "what_is_right": "Cầu dài 3 km.",
    "apology": "Tòa soạn xin lỗi bạn đọc.",
}
OTHERS = ("phóng viên", "biên tập viên", "kiểm duyệt viên", "quản trị")


@pytest.fixture
def chief():
    return signed_in("thư ký tòa soạn")


def at(name: str, row) -> str:
    return reverse(f"desk:{name}", args=[row.pk])


def test_the_managing_editor_corrects_and_finds_it_beside_the_article_and_in_the_list(chief):
    article = LiveArticleFactory()
    assert at("correct", article) in chief.get(reverse("admin:news_article_change", args=[article.pk])).text
    page = chief.post(at("correct", article), WORDS, follow=True)
    assert "Đã đăng lời đính chính." in told(page)
    correction = Correction.objects.get()
    assert (correction.by, correction.apology) == (chief.user, WORDS["apology"])
    assert at("correction", correction) in page.text
    listed = chief.get(reverse("admin:news_correction_changelist"))
    assert WORDS["headline"] in listed.text
    assert reverse("admin:news_correction_changelist") in chief.get(reverse("admin:index")).text


def test_the_form_opens_with_the_headline_and_shows_the_work(chief):
    article = LiveArticleFactory(headline="Tít của bài", section__name="Mục của bài")
    page = chief.get(at("correct", article))
    assert page.context["form"].initial["headline"] == "Tít của bài"
    assert "Mục của bài" in page.text


def test_the_preview_shows_the_wording_and_stores_nothing(chief):
    page = chief.post(at("correct", LiveArticleFactory()), {**WORDS, "preview": "1"})
    preview = page.text.split('id="xem-truoc"')[1]
    assert page.status_code == 200
    for words in ("Thông tin cải chính, xin lỗi", "Cầu dài 30 km.", "Cầu dài 3 km.", "xin lỗi bạn đọc"):
        assert words in preview, words
    assert not Correction.objects.exists()


def test_errors_stand_beside_their_fields_and_every_word_stays(chief):
    page = chief.post(at("correct", LiveArticleFactory()), {**WORDS, "was_false": " ", "kind": "erratum"})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"was_false", "apology"}
    assert 'id="id_was_false_error"><p class="desk-error" role="alert">Hãy ghi thông tin đã đăng sai.' in page.text
    assert page.text.count("Cầu dài 3 km.") == 2  # field and preview
    assert not Correction.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"kind": "x" * 5000}, {**WORDS, "headline": "a" * 201}, {"kind": ["a", "b"]}])
def test_whatever_is_sent_is_answered_with_422(chief, sent):
    assert chief.post(at("correct", LiveArticleFactory()), sent).status_code == 422


def test_an_article_that_no_reader_has_seen_has_no_button_and_the_rule_says_why(chief):
    article = ArticleFactory()
    assert at("correct", article) not in chief.get(reverse("admin:news_article_change", args=[article.pk])).text
    page = chief.post(at("correct", article), WORDS)
    assert page.status_code == 409 and "chưa từng thấy bài này" in page.text


@pytest.mark.parametrize("role", ["phóng viên", "biên tập viên"])
def test_those_who_find_the_article_but_may_not_correct_get_403_and_no_button(role):
    person = signed_in(role)
    article = LiveArticleFactory(created_by=person.user)
    for answer in (person.get(at("correct", article)), person.post(at("correct", article), WORDS)):
        assert answer.status_code == 403
    assert at("correct", article) not in person.get(reverse("admin:news_article_change", args=[article.pk])).text
    assert not Correction.objects.exists()


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_or_changes_a_correction_at_the_desk(role):
    person, correction = signed_in(role), CorrectionFactory()
    for name in ("correction", "withdraw_correction"):
        assert person.get(at(name, correction)).status_code == 403
        assert person.post(at(name, correction), {**WORDS, "reason": "x"}).status_code == 403
    listed = reverse("admin:news_correction_changelist")
    assert person.get(listed).status_code == 403
    assert listed not in person.get(reverse("admin:index")).text
    correction.refresh_from_db()
    assert correction.withdrawn_at is None and correction.what_is_right == "Con đường dài 3 km."


def test_strangers_are_led_to_the_log_in_page(client):
    correction = CorrectionFactory()
    assert "login" in client.get(at("correction", correction))["Location"]
    assert "login" in client.post(at("correct", correction.article), WORDS)["Location"]


def test_a_correction_is_worded_otherwise(chief):
    correction = CorrectionFactory()
    page = chief.post(at("correction", correction), WORDS, follow=True)
    assert "Đã sửa lời đính chính." in told(page)
    correction.refresh_from_db()
    assert correction.was_false == "Cầu dài 30 km."


def test_taking_back_asks_for_the_reason(chief):
    correction = CorrectionFactory()
    assert at("withdraw_correction", correction) in chief.get(at("correction", correction)).text
    empty = chief.post(at("withdraw_correction", correction), {"reason": " \u200b"})
    assert empty.status_code == 422 and "Hãy ghi lý do" in empty.text
    page = chief.post(at("withdraw_correction", correction), {"reason": "Số cũ mới đúng."}, follow=True)
    assert "Số cũ mới đúng." in page.text
    assert at("withdraw_correction", correction) not in page.text


def test_what_was_taken_back_is_neither_changed_nor_taken_back_again(chief):
    correction = CorrectionFactory(withdrawn_at=timezone.now(), withdrawal_reason="Nhầm.")
    assert chief.post(at("correction", correction), WORDS).status_code == 409
    assert chief.post(at("withdraw_correction", correction), {"reason": "Lại."}).status_code == 409
    assert "đã rút" in chief.get(reverse("admin:news_correction_changelist")).text


def test_a_correction_is_not_added_or_deleted_through_the_list(chief):
    correction = CorrectionFactory()
    assert chief.get("/toa-soan/news/correction/add/").status_code == 403
    assert chief.post(f"/toa-soan/news/correction/{correction.pk}/delete/", {"post": "yes"}).status_code == 403
    assert chief.get(f"/toa-soan/news/correction/{correction.pk}/change/")["Location"] == at("correction", correction)
    assert Correction.objects.exists()


def test_a_colleague_whose_form_was_open_saves_without_undoing_the_correction(chief):
    article = LiveArticleFactory()
    editor, address = signed_in("biên tập viên"), reverse("admin:news_article_change", args=[article.pk])
    form = filled(editor, address, "article_form", headline="Tít sửa dở")
    chief.post(at("correct", article), WORDS)
    editor.post(address, form)
    article.refresh_from_db()
    assert article.draft_waiting
    assert article.updated_at == Correction.objects.get().at


def test_the_desk_s_preview_of_an_article_has_its_corrections(chief):
    correction = CorrectionFactory(article=LiveArticleFactory(state=State.WITHDRAWN))
    assert correction.was_false in chief.get(at("preview", correction.article)).text


@pytest.mark.parametrize("number", ["999999", "9" * 18, "9" * 30])
def test_numbers_that_are_nobody_s_are_not_found(chief, number):
    for address in (f"cai-chinh/{number}/", f"cai-chinh/{number}/rut/", f"bai/{number}/dinh-chinh/"):
        assert chief.post(f"/toa-soan/{address}", WORDS).status_code == 404
