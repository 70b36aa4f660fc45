"""Pages of sections and subsections."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import LiveArticleFactory, SectionFactory


def articles_of(answer) -> list:
    return answer.context["page"].articles


def test_a_section_shows_its_own_articles_and_those_of_its_subsections(client, edition):
    shown = articles_of(client.get("/thoi-su/"))
    assert shown == [each for each in edition.articles if each.section in (edition.section, edition.subsection)]


def test_a_subsection_shows_only_its_own(client, edition):
    answer = client.get("/thoi-su/dan-sinh/")
    assert articles_of(answer) == [edition.articles[0]]
    assert 'href="/thoi-su/dan-sinh/" aria-current="page"' in answer.text


def test_an_article_also_stands_in_its_further_sections_once(client, edition):
    other = edition.articles[1]
    other.section = SectionFactory(slug="the-thao")
    other.save()
    other.further_sections.add(edition.section, edition.subsection)
    for url in ("/thoi-su/", "/thoi-su/dan-sinh/", "/the-thao/"):
        assert articles_of(client.get(url)).count(other) == 1, url


def test_an_empty_section_says_so(client, db):
    SectionFactory(slug="trong")
    assert "Chưa có bài nào trong mục này." in client.get("/trong/").text


def test_a_subsection_is_not_found_under_another_section(client, edition):
    assert client.get("/kinh-te/dan-sinh/").status_code == 404


def test_the_feed_of_the_section_is_announced(client, edition):
    assert (
        'type="application/rss+xml" title="Thời sự – Báo Thử" href="/thoi-su/rss.xml"' in client.get("/thoi-su/").text
    )


def test_a_quiet_subsection_is_read_to_its_end_beside_a_busy_one(client, db):
    section = SectionFactory(slug="thoi-su")
    quiet, busy = SectionFactory(parent=section), SectionFactory(parent=section)
    old = LiveArticleFactory(section=quiet, published_at=timezone.now() - timedelta(days=9))
    for number in range(30):
        LiveArticleFactory(section=busy, published_at=timezone.now() - timedelta(hours=number + 1))
    first = client.get("/thoi-su/")
    second = client.get(f"/thoi-su/?truoc={first.context['page'].older}")
    assert articles_of(second)[-1] == old
    assert len(articles_of(first) + articles_of(second)) == 31
