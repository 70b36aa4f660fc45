"""What is looked for besides words: missing parts, pictures, links; how strict; at what cost."""

from time import process_time  # a busy machine must not fail a test

import pytest

from news import lifecycle
from news.checks import Text, run
from news.checks.checklist import CHECKS, severities
from news.demo.manuscripts import all_articles
from news.models import CheckRule, Photo, Section, Severity, State
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    make_photo,
)

pytestmark = pytest.mark.django_db
WHOLE = {"headline": "Nước rút", "standfirst": "Sáng nay.", "body": "<p>Trời tạnh.</p>", "source_line": "Theo TTXVN"}
PICTURE = '<figure class="photo"><img src="/anh/{key}/960.webp" alt="{alt}"></figure>'


def codes(**changes) -> list[str]:
    return [one.code for one in run(Text(**{**WHOLE, **changes}))]


def test_a_whole_text_is_clean():
    assert codes() == []


@pytest.mark.parametrize(("changes", "code"), [
    ({"standfirst": " "}, "standfirst_missing"),
    ({"body": "<p>&nbsp;</p>"}, "body_missing"),
    ({"source_line": ""}, "nobody_signs"),
    ({"source_line": "", "author_names": (" ",)}, "nobody_signs"),
    ({"headline": "Tít " * 18}, "headline_too_long"),
    ({"headline": "Tít " * 31, "short_headline": "Tít"}, "headline_too_long"),
    ({"short_headline": "Tít " * 18}, "headline_too_long"),
    ({"lead_photo": Photo(credit="Minh Hà")}, "lead_photo_without_alt"),
    ({"lead_photo": Photo(alt="Cầu")}, "lead_photo_without_credit"),
])  # fmt: skip
def test_what_is_missing_or_too_long_is_found(changes, code):
    assert codes(**changes) == [code]


@pytest.mark.parametrize("changes", [
    {"source_line": "", "author_names": ("Minh Hà",)},
    {"headline": "Tít " * 18, "short_headline": "Tít"},
    {"headline": "Ba mươi năm đổi mới của một vùng quê ven sông nhìn từ chiếc cầu mới."},
    {"lead_photo": Photo(alt="Cầu", credit="Minh Hà")},
    {"lead_photo": Photo(alt="Cầu"), "lead_credit": "Ảnh: TTXVN"},
])  # fmt: skip
def test_what_is_there_is_not_missed(changes):
    assert codes(**changes) == []


def test_a_picture_in_the_text_needs_a_description_and_a_photo():
    key = make_photo().key
    good, mute, gone = (
        PICTURE.format(key=key, alt="Cầu"),
        PICTURE.format(key=key, alt=""),
        PICTURE.format(key="0" * 20, alt="Cầu"),
    )
    assert codes(body=f"<p>Cầu.</p>{good}") == []
    assert codes(body=f"<p>Cầu.</p>{mute}") == ["pictures_without_alt"]
    assert codes(body=f"<p>Cầu.</p>{gone}") == ["broken_links"]


BROKEN = [
    "/khong-co-12345.html", "/bai-99999999999999999999999.html", "/khong-co/", "/kinh-te/khong-co/", "/thoi-su/gia-ca/",
    "/chu-de/khong-co/", "/tac-gia/khong-co/", "/a/b/c/d/", "/toa-soan/", "/toa-soan/news/article/1/change/", "/x%00/",
    "/anh/00000000000000000000/960.webp", "http://localhost/khong-co/", "/anh/%00/1.webp",
]  # fmt: skip
SOUND = [
    "/", "/kinh-te/", "/kinh-te", "/kinh-te/rss.xml", "/kinh-te/gia-ca/", "/chu-de/lu/", "/tac-gia/minh-ha/", "/rss.xml",
    "/tim-kiem/?q=lũ", "/luu-tru/2026/11/23/", "#muc-2", "https://vnexpress.net/khong-co-1.html", "mailto:a@b.vn",
    "tel:0123", "http://[", "//khac.vn/khong-co/", "http://localhost/kinh-te/#x", "/static/css/paper.css",
]  # fmt: skip


@pytest.fixture
def paper() -> None:
    section = SectionFactory(slug="kinh-te")
    SectionFactory(slug="gia-ca", parent=section)
    SectionFactory(slug="thoi-su")
    TagFactory(slug="lu")
    AuthorFactory(slug="minh-ha")


@pytest.mark.parametrize("address", BROKEN)
def test_a_link_to_what_is_not_there_is_found(paper, address):
    (finding,) = run(Text(**{**WHOLE, "body": f'<p>Xem <a href="{address}">bài trước</a> đã.</p>'}))
    assert (finding.code, finding.found, finding.passage) == ("broken_links", "bài trước", "Xem bài trước đã.")


@pytest.mark.parametrize("address", SOUND)
def test_a_link_that_leads_somewhere_is_left_alone(paper, address):
    assert codes(body=f'<p>Xem <a href="{address}">bài trước</a>.</p>') == []


def test_only_a_live_article_is_there_for_readers():
    live, draft = LiveArticleFactory(), ArticleFactory()
    link = '<p><a href="/slug-nao-cung-duoc-{}.html">Xem</a></p>'
    assert codes(body=link.format(live.pk)) == []
    assert codes(body=link.format(draft.pk)) == ["broken_links"]


def test_findings_come_in_the_order_of_reading():
    found = run(Text(**{**WHOLE, "headline": "Mưa , gió", "body": "<p>Nước (sâu.</p><p>Xa , gần.</p>"}))
    assert [(one.field, one.start) for one in found] == [("headline", 3), ("body", 5), ("body", 13)]


def test_a_passage_is_the_place_with_a_few_words_around_it():
    words = "một hai ba bốn năm sáu bảy tám , chín mười mười một mười hai mười ba"
    (finding,) = run(Text(**{**WHOLE, "body": f"<p>Đoạn trước.</p><p>{words}</p>"}))
    assert finding.passage == "…ba bốn năm sáu bảy tám , chín mười mười một mười…"


def strict(section: Section | None, code: str = "spaces") -> str:
    return severities(section)[code].value


def test_the_nearest_rule_counts():
    section = SectionFactory()
    inner = SectionFactory(parent=section)
    assert strict(inner) == "warning"
    CheckRule.objects.create(code="spaces", severity="off")
    CheckRule.objects.create(code="spaces", severity="blocking", section=section)
    assert (strict(None), strict(SectionFactory()), strict(section), strict(inner)) == ("off", "off", *["blocking"] * 2)
    CheckRule.objects.create(code="spaces", severity="warning", section=inner)
    assert (strict(section), strict(inner)) == ("blocking", "warning")


@pytest.mark.parametrize("code", ["standfirst_missing", "body_missing"])
def test_half_an_article_is_blocked_whatever_the_rules_say(code):
    CheckRule.objects.create(code=code, severity=Severity.OFF)
    assert strict(None, code) == "blocking"


def test_what_is_switched_off_is_not_told():
    CheckRule.objects.create(code="spaces", severity=Severity.OFF)
    assert codes(headline="Mưa , gió") == []


def test_a_rule_that_blocks_keeps_an_article_from_readers_with_its_sentence_once():
    article = ArticleFactory(body="<p>Mưa , gió , nước.</p>", source_line="Theo TTXVN")
    CheckRule.objects.create(code="spaces", severity=Severity.BLOCKING, section=article.section)
    with pytest.raises(lifecycle.NotReady) as refused:
        lifecycle.publish(article, None)
    assert refused.value.missing == ["Thừa dấu cách trước “,”."]
    article.refresh_from_db()
    assert article.state == State.DRAFT


def test_warnings_stop_nothing():
    article = ArticleFactory(body="<p>Mưa , gió.</p>")
    lifecycle.publish(article, None)
    assert article.is_live()


def test_every_check_has_a_code_that_fits_its_column_and_words():
    assert len({check.code for check in CHECKS}) == len(CHECKS) == 16
    assert all(len(check.code) <= 40 and check.label for check in CHECKS)


def test_an_article_of_any_length_costs_as_many_queries(django_assert_max_num_queries, paper):
    photo = make_photo(alt="Cầu", credit="Minh Hà")
    kinds = ["/kinh-te/", "/chu-de/lu/", "/tac-gia/minh-ha/", f"/bai-{LiveArticleFactory().pk}.html"]
    links = "".join(
        f'<p><a href="{address}">Xem</a> {PICTURE.format(key=photo.key, alt="Cầu")}</p>' for address in kinds
    )
    article = BylineFactory(article__body=links * 20, article__lead_photo=photo).article
    article.refresh_from_db()
    with django_assert_max_num_queries(10):  # section, byline, photo, rules, names, and one for each kind of address
        assert run(Text.of(article)) == []


def test_three_thousand_words_take_less_than_a_tenth_of_a_second():
    bodies = "\n".join(article.body for article in all_articles())
    times = []
    for _round in range(3):
        text = Text(**{**WHOLE, "body": bodies})
        started = process_time()
        run(text)
        times.append(process_time() - started)
    words = len(text.reading.text.split())
    assert words > 9_000 and min(times) / words * 3_000 < 0.1


@pytest.mark.parametrize(
    "letters",
    [
        *("a" * 200_000, "(" * 20_000, "“ " * 20_000, "a." * 50_000, " ," * 20_000, "1/" * 50_000, "uy" * 50_000),
        *("a@b.vn , " * 10_000, "nay.Sáng " * 10_000, "“hoà” hòa " * 10_000, "Bộ Y Tế " * 5_000, "a) " * 20_000),
    ],
    ids=range(12),
)
def test_no_text_is_slow_to_look_over(letters):
    started = process_time()
    run(Text(**{**WHOLE, "body": f"<p>{letters}</p>"}))
    assert process_time() - started < 5
