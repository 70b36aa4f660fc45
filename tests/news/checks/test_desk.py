"""The panel beside an article, its buttons, and the page of rules."""

import pytest
from django.urls import reverse

from news import editing, lifecycle
from news.checks import Text
from news.checks.checklist import CHECKS
from news.models import Article, CheckRule, HouseName, Severity, State
from news.revisions import keeping
from news.revisions.content import Byline
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, SectionFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db
RULES = "/toa-soan/news/checkrule/"


def wrong_article(**kwargs) -> Article:
    kwargs.setdefault("body", "<p>Bộ <strong>Y Tế</strong> trả lời , rồi thôi.</p>")
    return ArticleFactory(source_line="Theo TTXVN", **kwargs)


def panel(client, article) -> str:
    return client.get(reverse("admin:news_article_change", args=[article.pk])).text


def fix(client, article, **sent):
    return client.post(reverse("desk:fix", args=[article.pk]), sent, follow=True)


def test_the_panel_tells_what_is_wrong_with_its_passage_marked_and_a_button():
    text = panel(signed_in("biên tập viên"), wrong_article())
    assert "<mark>Bộ Y Tế</mark> trả lời , rồi thôi." in text
    assert "Sửa thành “Bộ Y tế”" in text and "Bỏ dấu cách" in text
    assert "2 cảnh báo" in text


def test_what_blocks_stands_first_and_says_so():
    CheckRule.objects.create(code="spaces", severity=Severity.BLOCKING)
    text = panel(signed_in("biên tập viên"), wrong_article())
    assert "1 điều chặn đăng, 1 cảnh báo" in " ".join(text.split())
    assert text.index(">Chặn đăng</h3>") < text.index(">Cảnh báo</h3>")


def test_a_clean_article_is_said_to_be_clean():
    text = panel(signed_in("biên tập viên"), wrong_article(body="<p>Trời đẹp.</p>"))
    assert "Không có gì phải sửa." in text and 'name="all"' not in text


def test_one_button_mends_one_place_within_the_markup_and_is_in_the_log():
    editor, article = signed_in("biên tập viên"), wrong_article()
    assert "Đã sửa 1 chỗ." in told(fix(editor, article, finding="house_names:body:0:7:Bộ Y Tế"))
    article.refresh_from_db()
    assert article.body == "<p>Bộ <strong>Y tế</strong> trả lời , rồi thôi.</p>"
    assert article.log.get().action == "edited"


def test_the_other_button_mends_every_place():
    editor, article = signed_in("biên tập viên"), wrong_article(headline="Bộ Công An trả lời")
    assert "Đã sửa 3 chỗ." in told(fix(editor, article, all="1"))
    article.refresh_from_db()
    assert (article.headline, article.slug) == ("Bộ Công an trả lời", "bo-cong-an-tra-loi")
    assert "trả lời, rồi thôi." in article.body


def test_of_a_heap_of_findings_the_first_are_shown_and_the_rest_counted():
    text = panel(signed_in("biên tập viên"), wrong_article(body="<p>Lan,Huệ</p>" * 25))
    assert text.count("Thiếu dấu cách sau") == 20
    assert "Và 5 chỗ nữa." in text and "Sửa cả 25 chỗ máy sửa được" in text


@pytest.mark.parametrize("sent", [{"finding": "spaces:body:0:1:x"}, {"finding": "9" * 5000}, {}])
def test_a_place_that_is_not_there_is_told_and_nothing_changes(sent):
    editor, article = signed_in("biên tập viên"), wrong_article()
    answer = fix(editor, article, **sent)
    assert answer.status_code == 409 and "đã được sửa hoặc bài đã thay đổi" in answer.text
    assert Article.objects.get().body == article.body and not article.log.exists()


def test_mending_is_for_those_who_may_edit():
    reporter = signed_in("phóng viên")
    article = wrong_article(created_by=reporter.user, state=State.REVIEW)
    assert 'name="finding"' not in panel(reporter, article)
    assert fix(reporter, article, all="1").status_code == 403
    assert fix(reporter, wrong_article(), all="1").status_code == 404
    assert reporter.get(reverse("desk:fix", args=[article.pk])).status_code == 405
    assert not Article.objects.exclude(body=article.body).exists()


def test_the_managing_editor_decides_for_the_paper_and_for_a_section():
    chief, section = signed_in("thư ký tòa soạn"), SectionFactory()
    choices = {check.code: "warning" for check in CHECKS if not check.always_blocks}
    assert "Đã lưu" in told(chief.post(RULES, choices | {"spaces": "off"}, follow=True))
    address = f"{RULES}?muc={section.pk}"
    assert "Như toàn báo (tắt)" in chief.get(address).text
    chief.post(address, {"spaces": "blocking"})
    assert set(CheckRule.objects.filter(section=section).values_list("code", "severity")) == {("spaces", "blocking")}
    assert CheckRule.objects.get(section=None, code="spaces").severity == "off"
    assert "(đặt riêng)" in chief.get(RULES).text
    chief.post(address, {"spaces": ""})
    assert not CheckRule.objects.filter(section=section).exists()


def test_a_choice_that_is_none_comes_back_with_422():
    chief = signed_in("thư ký tòa soạn")
    answer = chief.post(RULES, {"spaces": "x" * 1000, "look_alikes": "off"})
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert not CheckRule.objects.exists()


@pytest.mark.parametrize("asked", ["0", "x", "-1", "9" * 40, "²"])
def test_a_section_that_is_not_there_is_not_found(asked):
    assert signed_in("thư ký tòa soạn").get(f"{RULES}?muc={asked}").status_code == 404


def test_what_always_blocks_is_no_choice():
    text = signed_in("thư ký tòa soạn").get(RULES).text
    assert text.count("Luôn chặn đăng") == 2 and 'name="standfirst_missing"' not in text


@pytest.mark.parametrize("role", ["phóng viên", "biên tập viên", "kiểm duyệt viên", "quản trị"])
def test_nobody_else_decides(role):
    other = signed_in(role)
    assert other.get(RULES).status_code == 403
    assert other.post(RULES, {"spaces": "off"}).status_code == 403
    assert not CheckRule.objects.exists()


def test_the_managing_editor_keeps_the_list_of_names():
    chief = signed_in("thư ký tòa soạn")
    chief.post("/toa-soan/news/housename/add/", {"name": " Sở  Y tế ", "wrong": "Sở Y\n\n\nSở Tế"})
    assert HouseName.objects.get(name="Sở Y tế").wrong_spellings == ["Sở Y", "Sở Tế"]
    assert signed_in("phóng viên").get("/toa-soan/news/housename/").status_code == 403
    assert signed_in("biên tập viên").get("/toa-soan/news/housename/add/").status_code == 403


def test_a_waiting_draft_is_checked_with_its_own_byline():
    """Readers see an author; the draft has none, and the other way round."""
    CheckRule.objects.create(code="nobody_signs", severity=Severity.BLOCKING)
    signed, client = BylineFactory(article=LiveArticleFactory()).article, signed_in("biên tập viên")
    unsigned, author = LiveArticleFactory(), AuthorFactory()
    drop = keeping.newest_content(signed).with_changes({"bylines": (), "headline": "Nháp"})
    editing.save(signed, drop, None)
    add = keeping.newest_content(unsigned).with_changes({"bylines": (Byline(author.pk, "text"),)})
    editing.save(unsigned, add, None)
    assert "1 điều chặn đăng" in " ".join(panel(client, signed).split())
    assert "chặn đăng" not in " ".join(panel(client, unsigned).split())
    with pytest.raises(lifecycle.NotReady):
        lifecycle.update(signed, None)
    lifecycle.update(unsigned, None)
    assert [byline.author for byline in unsigned.bylines.all()] == [author]


def test_a_byline_whose_author_is_gone_signs_nothing():
    article = ArticleFactory(source_line="")
    content = keeping.newest_content(article).with_changes({"bylines": (Byline(999_999, "text"),)})
    assert Text.of(article, content).author_names == ()
    one, two = AuthorFactory(name="B"), AuthorFactory(name="A")
    signed = content.with_changes({"bylines": (Byline(one.pk, "text"), Byline(two.pk, "photo"))})
    assert Text.of(article, signed).author_names == ("B", "A")
