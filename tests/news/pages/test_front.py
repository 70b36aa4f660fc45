"""The front page."""

from datetime import timedelta

from django.utils import timezone

from news.front_page import IN_BAND, IN_LATEST, IN_LEAD_PACKAGE, make_up
from news.models import Article
from news.navigation import branches
from tests.factories import LiveArticleFactory, SectionFactory, make_photo


def standing(edition_) -> list[Article]:
    """Every article on the page, from top to bottom."""
    lead = [edition_.lead] if edition_.lead else []
    return lead + edition_.beside + edition_.latest + [article for band in edition_.bands for article in band.articles]


def hours_ago(hours: float):
    return timezone.now() - timedelta(hours=hours)


def test_it_opens(client, edition):
    answer = client.get("/")
    assert answer.status_code == 200
    assert edition.articles[0].headline in answer.text


def test_a_paper_without_articles_says_so(client, db):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Số báo đầu tiên đang được chuẩn bị." in answer.text


def test_the_newest_featured_article_leads(db):
    older = LiveArticleFactory(featured=True, published_at=hours_ago(5))
    newer = LiveArticleFactory(featured=True, published_at=hours_ago(4))
    LiveArticleFactory(published_at=hours_ago(1))
    page = make_up(branches())
    assert page.lead == newer
    assert page.beside == [older]


def test_without_featured_articles_the_newest_leads(db):
    LiveArticleFactory(published_at=hours_ago(2))
    newest = LiveArticleFactory(published_at=hours_ago(1))
    assert make_up(branches()).lead == newest


def test_where_there_is_enough_no_article_stands_twice(db):
    sections = [SectionFactory() for _ in range(3)]
    for number in range(60):
        LiveArticleFactory(section=sections[number % 3], featured=number % 7 == 0, published_at=hours_ago(number + 1))
    articles = standing(make_up(branches()))
    assert len(articles) == IN_LEAD_PACKAGE + IN_LATEST + 3 * IN_BAND
    assert len(set(articles)) == len(articles)


def test_a_band_is_filled_up_with_what_stands_among_the_latest_news_but_not_with_the_lead(db):
    section = SectionFactory()
    lead = LiveArticleFactory(section=section, featured=True)
    recent = [LiveArticleFactory(section=section, published_at=hours_ago(number + 1)) for number in range(2)]
    for number in range(IN_LATEST - len(recent)):
        LiveArticleFactory(published_at=hours_ago(3 + number))
    older = LiveArticleFactory(section=section, published_at=hours_ago(100))
    page = make_up(branches())
    band = next(band for band in page.bands if band.branch.section == section)
    assert page.lead == lead and set(recent) <= set(page.latest)
    assert band.articles == [older, *recent]


def test_a_band_shows_its_sections_newest_with_those_of_its_subsections(db):
    section = SectionFactory(slug="thoi-su")
    subsection = SectionFactory(slug="dan-sinh", parent=section)
    for _ in range(IN_LATEST + 1):
        LiveArticleFactory()
    wanted = [
        LiveArticleFactory(section=(section, subsection)[number % 2], published_at=hours_ago(10 + number))
        for number in range(IN_BAND + 2)
    ]
    band = next(band for band in make_up(branches()).bands if band.branch.section == section)
    assert band.articles == wanted[:IN_BAND]


def test_a_section_with_nothing_left_to_show_has_no_band(client, edition):
    SectionFactory(name="Mục Trống")
    page = client.get("/").context["edition"]
    assert "Mục Trống" not in [band.branch.section.name for band in page.bands]


def test_a_busy_section_does_not_push_out_a_quiet_one(db):
    quiet, busy = SectionFactory(), SectionFactory()
    old = LiveArticleFactory(section=quiet, published_at=hours_ago(1000))
    for number in range(100):
        LiveArticleFactory(section=busy, published_at=hours_ago(number + 1))
    assert [old] in [band.articles for band in make_up(branches()).bands]


def test_the_short_headline_stands_in_lists(client, edition):
    edition.articles[1].short_headline = "Tít ngắn hơn"
    edition.articles[1].save()
    assert "Tít ngắn hơn" in client.get("/").text


def test_only_the_first_picture_is_loaded_at_once(client, edition):
    for article in edition.articles[1:]:
        article.lead_photo = make_photo()
        article.save()
    text = client.get("/").text
    assert text.count('fetchpriority="high"') == 1
    assert text.count("<img") - text.count('loading="lazy"') == 1
