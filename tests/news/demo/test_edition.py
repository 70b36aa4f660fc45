"""Loading the demo edition."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news import body
from news.demo import edition
from news.demo.masthead import SETTINGS
from news.models import Article, Author, Correction, LogEntry, Photo, Section, SiteSettings, State, Tag
from tests.news.demo.drawings import plain_drawings

pytestmark = pytest.mark.django_db
TABLES = (Article, Author, Correction, LogEntry, Photo, Section, SiteSettings, Tag)


def load(said: list[str] | None = None) -> dict[str, Article]:
    return edition.load(timezone.now(), [].append if said is None else said.append, plain_drawings)


def the(stem: str) -> Article:
    return Article.objects.get(import_digest=edition.digest(stem))


def test_an_empty_paper_becomes_a_newspaper():
    said: list[str] = []
    load(said)
    assert Article.objects.live().count() >= 32
    assert Section.objects.filter(parent=None).count() == 7
    assert Author.objects.exclude(portrait=None).count() == 6
    assert any("bài" in line for line in said)


def test_the_second_run_changes_nothing_and_says_so():
    load()
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    said: list[str] = []
    assert load(said) == {}
    assert [list(table.objects.order_by("pk").values()) for table in TABLES] == before
    assert "không thay đổi gì" in said[-1]


def test_a_correction_shows_how_the_paper_owns_up_to_a_mistake():
    load()
    correction = Correction.objects.shown().get()
    assert correction.live_address
    assert correction.published_at < correction.at < timezone.now()
    assert correction.article.updated_at == correction.at
    assert "3,9 lần" in correction.what_is_right and "3,9 lần" in correction.article.body


def test_nothing_is_drawn_a_second_time():
    load()
    asked: list[str] = []
    edition.load(timezone.now(), [].append, lambda names: asked.extend(names) or {})
    assert asked == []


def test_what_the_newsroom_has_changed_stays_changed():
    SiteSettings.objects.create(name="Báo Của Tôi")
    load()
    article = Article.objects.live().first()
    article.headline = "Tít đã sửa tay"
    article.save()
    load()
    article.refresh_from_db()
    assert article.headline == "Tít đã sửa tay"
    assert SiteSettings.objects.get().name == "Báo Của Tôi"
    assert Article.objects.filter(import_digest=article.import_digest).count() == 1


def test_an_article_that_was_deleted_comes_back_alone():
    load()
    photos = Photo.objects.count()
    Article.objects.filter(import_digest=edition.digest("con-lau-doi-nuoc")).delete()
    assert list(load()) == ["con-lau-doi-nuoc"]
    assert Photo.objects.count() == photos + 1


def test_every_state_is_there_and_none_leaks():
    load()
    now = timezone.now()
    assert set(Article.objects.values_list("state", flat=True)) == set(State.values)
    scheduled = the("cau-day-vang-dung-duoc-nho-dau")
    assert not scheduled.is_live()
    assert scheduled.is_live(now + timedelta(days=1))
    assert the("moi-dang-ky-lop-so-cuu-mien-phi-o-nha-van-hoa-cua-say").is_gone()
    withdrawn = the("lich-tam-ngung-cap-nuoc-phuong-cua-say-cuoi-tuan-nay")
    assert withdrawn.is_gone()
    assert withdrawn.withdrawal_reason


def test_dates_are_counted_from_the_moment_of_loading():
    now = timezone.now()
    edition.load(now, [].append, plain_drawings)
    newest = Article.objects.live().newest_first()[0]
    assert newest.published_at == now - timedelta(hours=0.6)
    assert not Article.objects.live().filter(published_at__lt=now - timedelta(days=9)).exists()


def test_the_lead_package_has_five_articles_with_pictures():
    load()
    lead = Article.objects.live().filter(featured=True)
    assert lead.count() == 5
    assert not lead.filter(lead_photo=None).exists()


def test_a_picture_in_a_body_is_a_stored_photo_with_its_size():
    load()
    article = the("cua-say-gio-tau-ve")
    photo = Photo.objects.get(lead_of__headline__startswith="Chiếc thùng sắt")
    assert f'src="/anh/{photo.key}/1280.' in article.body
    assert 'width="1280" height="800"' in article.body
    assert "data-picture" not in article.body


def test_stored_bodies_are_clean():
    load()
    for article in Article.objects.all():
        assert body.clean(article.body).html == article.body


def test_a_byline_keeps_order_and_roles():
    load()
    byline = the("con-lau-doi-nuoc").bylines.all()
    assert [(place.author.name, place.role) for place in byline] == [("Lê Thu Miên", "text"), ("Hồ Anh Tuyền", "photo")]


def test_the_licence_line_says_that_this_is_a_demo():
    load()
    assert SiteSettings.objects.current().licence == SETTINGS["licence"]
    assert "không phải cơ quan báo chí" in SETTINGS["licence"]
