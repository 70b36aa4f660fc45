"""Every save is a revision; what readers see is the approved one; nothing is stored twice."""

import random

import pytest

from news import editing, lifecycle
from news.models import Action, Article, Origin, Revision, State
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Byline, Content
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    UserFactory,
    make_photo,
)

pytestmark = pytest.mark.django_db
WORDS = "hội chữ thập đỏ nhân đạo kết luận ban bí thư cứu trợ đồng bào vùng lũ hiến máu tình nguyện địa phương"


def rewrite(article: Article, **changes) -> Revision:
    return editing.save(article, keeping.newest_content(article).with_changes(changes), None)


def numbers(article: Article) -> list[int]:
    return [revision.number for revision in article.revisions.order_by("number")]


def test_the_first_save_keeps_what_was_there_before_it():
    article = ArticleFactory(headline="Tít đầu")
    rewrite(article, headline="Tít hai")
    assert [(r.number, r.headline, r.origin) for r in article.revisions.order_by("number")] == [
        (1, "Tít đầu", Origin.FIRST),
        (2, "Tít hai", Origin.SAVED),
    ]


def test_everything_of_an_article_comes_back():
    photo, section, topic = make_photo(), SectionFactory(), TagFactory()
    article = ArticleFactory(short_headline="Ngắn", source_line="Theo TTXVN", lead_photo=photo, featured=True)
    article.further_sections.add(section)
    article.tags.add(topic)
    byline = BylineFactory(article=article, role="photo")
    content = keeping.newest_content(article)
    assert (content.lead_photo, content.further_sections, content.tags) == (photo.pk, (section.pk,), (topic.pk,))
    assert content.bylines == (Byline(byline.author_id, "photo"),)
    rewrite(article, short_headline="", tags=(), further_sections=(), bylines=(), lead_photo=None, featured=False)
    assert not article.tags.exists() and not article.bylines.exists() and Article.objects.get().lead_photo is None
    editing.restore(article, article.revisions.unpackable().get(number=1), None)
    assert Content.of(Article.objects.get()) == content.settled(article)
    assert article.log.first().action == Action.RESTORED


def test_saving_without_a_change_keeps_nothing_and_logs_nothing():
    article = ArticleFactory()
    rewrite(article, headline="Tít hai")
    rewrite(article, headline="Tít  hai".replace("  ", " "))
    assert numbers(article) == [1, 2]
    assert article.log.count() == 1


def test_a_text_is_kept_clean_and_as_one_code_point_a_letter():
    article = ArticleFactory()
    kept = rewrite(article, headline="Tie\u0302\u0301ng Vie\u0323\u0302t", body='<p style="color:red">Chữ</p>')
    content = keeping.content_of(kept)
    assert (content.headline, content.body) == ("Tiếng Việt", "<p>Chữ</p>")


def test_whoever_opened_an_older_revision_is_refused_and_told_the_newest():
    article = ArticleFactory()
    opened = rewrite(article, headline="Tít một").pk
    newest = rewrite(article, headline="Tít hai")
    mine = keeping.newest_content(article).with_changes({"headline": "Tít của tôi"})
    with pytest.raises(keeping.Outdated) as refusal:
        editing.save(article, mine, None, opened_on=opened)
    assert refusal.value.newest == newest
    assert Article.objects.get().headline == "Tít hai"


def test_a_rescued_text_stands_beside_the_newest_which_stays():
    article, writer = ArticleFactory(), UserFactory(role="phóng viên")
    newest = rewrite(article, headline="Tít hai")
    kept = keeping.rescue(
        Article.objects.get(), keeping.newest_content(article).with_changes({"headline": "Dở dang"}), writer, newest.pk
    )
    article.refresh_from_db()
    assert (article.newest_revision, article.headline) == (newest, "Tít hai")
    assert (kept.origin, kept.by, kept.headline) == (Origin.RESCUED, writer, "Dở dang")


def test_readers_keep_the_published_text_until_it_is_updated():
    article = LiveArticleFactory(headline="Đang đăng")
    rewrite(article, headline="Sẽ đăng")
    article.refresh_from_db()
    assert (article.headline, article.draft_waiting) == ("Đang đăng", True)
    assert list(Article.objects.with_waiting_draft()) == [article]
    lifecycle.update(article, None)
    article.refresh_from_db()
    assert (article.headline, article.draft_waiting, article.live_revision) == (
        "Sẽ đăng",
        False,
        article.newest_revision,
    )
    assert article.log.first().action == Action.UPDATED


def test_going_back_to_the_published_text_leaves_no_draft_waiting():
    article = LiveArticleFactory(headline="Đang đăng")
    rewrite(article, headline="Sẽ đăng")
    rewrite(article, headline="Đang đăng")
    assert not Article.objects.get().draft_waiting


def test_an_approved_schedule_is_not_changed_by_a_later_draft():
    article = ArticleFactory(headline="Đã duyệt")
    lifecycle.publish(article, None, at=article.created_at.replace(year=2099))
    rewrite(article, headline="Sửa sau khi duyệt")
    assert Article.objects.get().headline == "Đã duyệt"
    lifecycle.unschedule(article, None)
    assert Article.objects.get().headline == "Sửa sau khi duyệt"


def test_what_is_withdrawn_shows_the_desk_its_newest_text():
    article = LiveArticleFactory(headline="Đang đăng")
    rewrite(article, headline="Bản nháp")
    lifecycle.withdraw(article, None, "Sai sự thật")
    article.refresh_from_db()
    assert (article.headline, article.state, article.draft_waiting) == ("Bản nháp", State.WITHDRAWN, False)
    assert article.live_revision.headline == "Đang đăng" and article.live_revision.kept_for_good


def test_an_incomplete_draft_is_not_put_before_readers():
    article = LiveArticleFactory()
    rewrite(article, standfirst="")
    with pytest.raises(lifecycle.NotReady, match="sapo"):
        lifecycle.update(article, None)
    assert Article.objects.get().standfirst


def test_moving_a_live_article_moves_it_for_readers_and_leaves_the_draft_a_draft():
    article, section = LiveArticleFactory(headline="Đang đăng"), SectionFactory()
    rewrite(article, headline="Bản nháp")
    editing.move_to(article, None, section)
    article.refresh_from_db()
    assert (article.section, article.headline, article.draft_waiting) == (section, "Đang đăng", True)
    content = keeping.newest_content(article)
    assert (content.section, content.headline) == (section.pk, "Bản nháp")


def test_what_is_gone_meanwhile_stays_away():
    author, topic, photo = AuthorFactory(), TagFactory(), make_photo()
    article = ArticleFactory()
    kept = rewrite(article, tags=(topic.pk,), lead_photo=photo.pk, bylines=(Byline(author.pk, "text"),))
    rewrite(article, tags=(), lead_photo=None, bylines=())
    topic.delete()
    author.delete()
    photo.delete()
    editing.restore(article, Revision.objects.unpackable().get(pk=kept.pk), None)
    article = Article.objects.get()
    assert not article.tags.exists() and not article.bylines.exists() and article.lead_photo is None


def test_a_draft_goes_with_all_its_revisions():
    article = ArticleFactory()
    for number in range(5):
        rewrite(article, headline=f"Tít {number}")
    article.delete()
    assert not Revision.objects.exists()


def long_body(words: int, chance: random.Random) -> str:
    return "\n".join(f"<p>{' '.join(chance.choices(WORDS.split(), k=100))}.</p>" for _ in range(words // 100))


def test_many_revisions_of_a_long_report_cost_little_more_than_their_differences():
    chance = random.Random(44)
    article = ArticleFactory(body=long_body(3000, chance))
    first = len(keeping.first(article).packed)
    for number in range(20):
        rewrite(article, body=article.body.replace("nhân đạo", f"nhân đạo {number}", 1))
    later = [len(packed) for packed in article.revisions.exclude(number=1).values_list("packed", flat=True)]
    assert max(later) < first / 5
    assert keeping.content_of(article.revisions.unpackable().first()).body == Article.objects.get().body


def test_a_text_that_became_another_is_read_back_whole():
    chance = random.Random(45)
    article = ArticleFactory(body=long_body(500, chance))
    texts = [long_body(2000, chance) for _ in range(4)]
    for text in texts:
        rewrite(article, body=text)
    kept = article.revisions.unpackable().exclude(number=1).order_by("number")
    assert [keeping.content_of(revision).body for revision in kept] == texts


def test_reading_a_revision_is_one_query(django_assert_num_queries):
    article = ArticleFactory()
    rewrite(article, headline="Tít hai")
    article = Article.objects.get()
    with django_assert_num_queries(1):
        keeping.newest_content(article)


def test_the_copy_for_the_desk_changes_nothing_of_the_article():
    article = LiveArticleFactory(headline="Đang đăng")
    section = SectionFactory()
    _ = article.section.name
    shown = contents.onto(article, Content.of(article).with_changes({"headline": "Khác", "section": section.pk}))
    assert (shown.headline, shown.section) == ("Khác", section)
    assert article.headline == "Đang đăng" and article.section != section


def test_the_size_of_a_change_counts_headline_sapo_and_body():
    article = ArticleFactory(headline="Cầu mới", standfirst="Sapo.", body="<p>Một hai.</p>")
    changes = {"headline": "Cầu mới thông xe", "standfirst": "Sapo mới.", "body": "<p>Một.</p>"}
    kept = editing.save(article, keeping.newest_content(article).with_changes(changes), None)
    assert (kept.inserted, kept.deleted) == (len("thông") + len("xe") + len("mới"), len("hai"))
