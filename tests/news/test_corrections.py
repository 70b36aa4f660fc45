"""The rule of public corrections: who may, of what, what it must say, what it leaves behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from news import corrections, lifecycle
from news.corrections import Wording
from news.models import Action, Article, Correction, State
from tests.factories import ArticleFactory, CorrectionFactory, LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db
SORRY = Wording("apology", "Cầu mới dài 3 km", "Cầu dài 30 km.", "Cầu dài 3 km.", "Tòa soạn xin lỗi bạn đọc.")
SLIP = replace(SORRY, kind="erratum", apology="")
OTHERS = ("phóng viên", "biên tập viên", "kiểm duyệt viên", "quản trị")


@pytest.fixture
def chief():
    return UserFactory(role="thư ký tòa soạn")


def test_a_correction_names_the_work_as_it_was(chief):
    parent = SectionFactory(name="Kinh tế")
    article = LiveArticleFactory(headline="Tít đã sửa", section=SectionFactory(name="Thị trường", parent=parent))
    first = article.first_published_at
    correction = corrections.publish(article, chief, SORRY)
    article.section = SectionFactory(name="Mục khác")
    article.headline = "Tít sửa lần nữa"
    article.save()
    stored = Correction.objects.get(pk=correction.pk)
    assert (stored.headline, stored.section) == ("Cầu mới dài 3 km", "Kinh tế – Thị trường")
    assert (stored.published_at, stored.by) == (first, chief)


def test_readers_are_told_that_the_article_changed_and_editors_by_whom(chief):
    article = LiveArticleFactory()
    correction = corrections.publish(article, chief, SORRY)
    article.refresh_from_db()
    entry = article.log.get()
    assert article.updated_at == correction.at
    assert (entry.action, entry.by) == (Action.CORRECTED, chief)
    for words in ("Thông tin cải chính, xin lỗi", "Cầu dài 30 km", "Cầu dài 3 km", "xin lỗi bạn đọc"):
        assert words in entry.note


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize(
    "act",
    [
        lambda by: corrections.publish(LiveArticleFactory(created_by=by), by, SLIP),
        lambda by: corrections.edit(CorrectionFactory(), by, SLIP),
        lambda by: corrections.withdraw(CorrectionFactory(), by, "Nhầm."),
    ],
)
def test_nobody_but_the_managing_editor_corrects_edits_or_takes_back(act, role):
    with pytest.raises(lifecycle.NotAllowed, match="đính chính bài đã đăng"):
        act(UserFactory(role=role))
    assert not Article.objects.filter(log__isnull=False).exists()


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW, State.PUBLISHED])
def test_an_article_that_no_reader_has_seen_is_not_corrected_in_public(chief, state):
    tomorrow = timezone.now() + timedelta(days=1)
    article = ArticleFactory(state=state, published_at=tomorrow, first_published_at=tomorrow)
    with pytest.raises(lifecycle.WrongState, match="chưa từng thấy"):
        corrections.publish(article, chief, SLIP)
    assert not Correction.objects.exists()


@pytest.mark.parametrize("gone", [{"state": State.WITHDRAWN}, {"expires_at": timezone.now() - timedelta(minutes=1)}])
def test_an_article_that_is_gone_is_corrected_all_the_same(chief, gone):
    corrections.publish(LiveArticleFactory(**gone), chief, SLIP)
    assert Correction.objects.shown().get().live_address == ""


@pytest.mark.parametrize(
    ("wording", "fields"),
    [
        (replace(SLIP, was_false=" \u200b"), {"was_false"}),
        (replace(SLIP, what_is_right="", headline="\n"), {"what_is_right", "headline"}),
        (replace(SORRY, apology=" "), {"apology"}),
        (replace(SORRY, kind="correction"), {"apology"}),
        (replace(SLIP, kind="khac"), {"kind"}),
    ],
)
def test_a_correction_that_does_not_say_all_is_refused_field_by_field(wording, fields):
    article = LiveArticleFactory()
    with pytest.raises(corrections.Incomplete) as refused:
        corrections.publish(article, None, wording)
    assert set(refused.value.faults) == fields
    article.refresh_from_db()
    assert article.updated_at is None and not article.log.exists()


def test_a_new_wording_keeps_the_date_and_the_log_keeps_both_wordings(chief):
    correction = CorrectionFactory(was_false="Cầu dài 30 km.")
    at = correction.at
    corrections.edit(correction, chief, replace(SORRY, was_false="Cầu dài 300 km."))
    correction.refresh_from_db()
    note = correction.article.log.get(action=Action.CORRECTION_EDITED).note
    assert (correction.was_false, correction.at) == ("Cầu dài 300 km.", at)
    assert "“Cầu dài 30 km.” → “Cầu dài 300 km.”" in note
    assert "“đính chính” → “cải chính và xin lỗi”" in note


def test_saving_the_same_words_again_leaves_no_trace(chief):
    correction = CorrectionFactory()
    corrections.edit(correction, chief, corrections.wording_of(correction))
    assert not correction.article.log.exists()


def test_a_correction_taken_back_is_kept_with_the_reason_and_shown_to_nobody(chief):
    correction = CorrectionFactory()
    corrections.withdraw(correction, chief, "Số cũ mới đúng.")
    entry = correction.article.log.get()
    assert not Correction.objects.shown().exists()
    assert Correction.objects.get().withdrawal_reason == "Số cũ mới đúng."
    assert entry.action == Action.CORRECTION_WITHDRAWN
    assert "Số cũ mới đúng." in entry.note and "Con đường dài" in entry.note


def test_taking_back_wants_a_reason_and_happens_once(chief):
    correction = CorrectionFactory()
    with pytest.raises(corrections.Incomplete):
        corrections.withdraw(correction, chief, "\u200b ")
    corrections.withdraw(correction, chief, "Nhầm.")
    for act in (
        lambda: corrections.withdraw(correction, chief, "Lại nhầm."),
        lambda: corrections.edit(correction, chief, SLIP),
    ):
        with pytest.raises(lifecycle.WrongState, match="đã được rút"):
            act()
    assert Correction.objects.get().withdrawal_reason == "Nhầm."


def test_clicking_twice_tells_readers_once(chief):
    article = LiveArticleFactory()
    first = corrections.publish(article, chief, SLIP)
    with pytest.raises(lifecycle.WrongState, match="đã được đăng"):
        corrections.publish(article, chief, SLIP)
    corrections.withdraw(first, chief, "Nhầm.")
    corrections.publish(article, chief, SLIP)
    assert Correction.objects.shown().count() == 1


def test_the_text_is_kept_at_each_correction(chief, monkeypatch):
    kept = []
    monkeypatch.setattr(corrections, "keep_for_good", kept.append)
    article = LiveArticleFactory()
    corrections.publish(article, chief, SLIP)
    assert kept == [article]


def test_a_corrected_article_can_not_be_deleted():
    correction = CorrectionFactory()
    with pytest.raises(ProtectedError):
        correction.article.delete()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "khac"},
        {"was_false": ""},
        {"apology": "Xin lỗi."},
        {"kind": "apology"},
        {"withdrawn_at": timezone.now()},
    ],
)
def test_the_database_refuses_half_a_correction_too(wrong):
    article = LiveArticleFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionFactory(article=article, **wrong)


def test_a_correction_dated_ahead_is_not_shown_before():
    CorrectionFactory(at=timezone.now() + timedelta(hours=1))
    assert not Correction.objects.shown().exists()
    assert Correction.objects.shown(timezone.now() + timedelta(hours=2)).count() == 1


def test_correcting_does_not_undo_what_another_editor_saved_meanwhile(chief):
    article = LiveArticleFactory()
    Article.objects.filter(pk=article.pk).update(body="<p>Bản đồng nghiệp vừa sửa.</p>")
    corrections.publish(article, chief, SLIP)
    assert Article.objects.get().body == "<p>Bản đồng nghiệp vừa sửa.</p>"
