"""The demo articles as texts: complete, clean, and set as a Vietnamese newspaper sets."""

import re
import unicodedata
from itertools import pairwise

import pytest
from django.utils.html import strip_tags

from news import body
from news.demo.authors import AUTHORS
from news.demo.manuscripts import FOLDER, INNER_PICTURE, STATES, DemoArticle, all_articles, read
from news.demo.pictures import NAMES
from news.demo.sections import SECTIONS
from news.demo.tags import TAGS
from news.models import AuthorRole
from news.vietnamese.slugs import slug

ARTICLES = all_articles()
LIVE = [article for article in ARTICLES if article.state == "live"]
SECTION_SLUGS = {section.slug for top in SECTIONS for section in (top, *top.children)}
# Old tone placement: hòa, khỏe, thủy; the new one differs only in open oa, oe, uy without q before.
NEW_TONE_PLACEMENT = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem[:40])


def printed(article: DemoArticle) -> str:
    """All that a reader sees of the article, without markup."""
    parts = [article.headline, article.short_headline, article.standfirst, article.caption, article.alt, article.source]
    parts += [inner.caption for inner in article.inner_pictures] + [inner.alt for inner in article.inner_pictures]
    return "\n".join([*parts, strip_tags(article.body.replace("><", ">\n<"))])


def text_length(article: DemoArticle) -> int:
    return len(strip_tags(article.body.replace("><", "> <")).split())


def test_there_is_an_edition_of_at_least_32_live_articles():
    assert len(LIVE) >= 32


def test_every_state_that_the_desk_knows_can_be_seen():
    assert {article.state for article in ARTICLES} == set(STATES)
    assert sum(article.state == "draft" for article in ARTICLES) == 2


def test_the_lead_package_is_five_articles_of_today():
    assert [article.hours_ago < 12 for article in LIVE if article.featured] == [True] * 5


def test_every_section_has_something_to_read():
    top_of = {section.slug: top.slug for top in SECTIONS for section in (top, *top.children)}
    assert {top_of[article.section] for article in LIVE} == {top.slug for top in SECTIONS}
    assert len(SECTIONS) == 7


def test_every_author_and_every_topic_is_used():
    assert {credit.name for article in LIVE for credit in article.authors} == {author.name for author in AUTHORS}
    assert {tag for article in LIVE for tag in article.tags} == set(TAGS)


def test_bylines_show_photographers_and_translators():
    roles = {credit.role for article in LIVE for credit in article.authors}
    assert roles == {AuthorRole.TEXT, AuthorRole.PHOTO, AuthorRole.TRANSLATION}


@pytest.mark.parametrize(
    ("markup", "at_least"), [("<h2>", 4), ('<aside class="box">', 3), ("<table>", 3), ("<blockquote>", 3), ("<ul>", 2)]
)
def test_the_edition_shows_what_a_body_can_hold(markup, at_least):
    assert sum(markup in article.body for article in LIVE) >= at_least


def test_some_bodies_have_a_picture_and_some_articles_have_none():
    assert any(article.inner_pictures for article in LIVE)
    assert 2 <= sum(not article.picture for article in LIVE) <= 3


def test_most_pieces_are_short_and_a_few_are_long():
    lengths = sorted(text_length(article) for article in LIVE)
    assert lengths[0] >= 220
    assert sum(length >= 700 for length in lengths) >= 3


@every_article
def test_an_article_fits_its_form(article):
    assert article.headline
    assert article.standfirst
    assert article.headline[-1] not in ".,;:"
    assert len(article.headline) <= 70 or article.short_headline
    assert len(article.short_headline) <= 70
    assert article.stem == slug(article.headline)
    assert article.state in STATES
    assert {article.section, *article.further} <= SECTION_SLUGS
    assert set(article.tags) <= set(TAGS)
    assert {credit.name for credit in article.authors} <= {author.name for author in AUTHORS}


@every_article
def test_a_body_survives_the_cleaning_of_every_save_unchanged(article):
    without_place_holders = re.sub(INNER_PICTURE.pattern + "\n", "", article.body)
    assert "data-" not in without_place_holders
    assert body.clean(without_place_holders).html == without_place_holders


@every_article
def test_headings_go_down_one_level_at_a_time(article):
    levels = [1, *(int(level) for level in re.findall(r"<h(\d)>", article.body))]
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@every_article
def test_every_picture_can_be_drawn_and_is_told_to_those_who_cannot_see_it(article):
    assert set(article.pictures) <= set(NAMES)
    assert not article.picture or (article.alt and article.caption and article.credit)
    assert all(inner.alt and inner.caption for inner in article.inner_pictures)


@every_article
def test_the_text_is_set_without_slips(article):
    text = printed(article)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.findall(r"[\"']|  | [,.;:?!]|\.\.\.|--|\s-\s", text)
    assert text.count("“") == text.count("”")
    assert not NEW_TONE_PLACEMENT.findall(text.replace("hoà", "") if article.section == "van-hoa" else text)


def test_no_lead_picture_serves_two_articles():
    used = [article.picture for article in ARTICLES if article.picture]
    assert len(used) == len(set(used))


def test_invented_places_are_said_to_be_invented():
    for article in ARTICLES:
        if re.search("Cửa Sậy|Cồn Lau|Nà Sương", printed(article)):
            assert "hư cấu, thuộc ấn bản dùng thử" in article.body, article.stem


def test_the_report_on_conclusion_44_is_our_own(seed_text):
    """No sentence, nor a long half of one, stands in the original."""
    report = read(next(FOLDER.glob("ket-luan-44*.html")))
    original = " ".join(seed_text.decode().split())
    words = re.sub(r"\s+", " ", strip_tags(report.body.replace("><", "> <"))).split()
    runs = (" ".join(words[start : start + 12]) for start in range(len(words) - 12))
    assert not [run for run in runs if run in original]
