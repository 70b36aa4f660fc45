"""The rule behind acts on several articles: what readers and editors get, and what undoing gives back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from news import editing, lifecycle
from news.bulk import acting
from news.bulk.counting import count
from news.bulk.menu import BY_NAME, KINDS
from news.models import Article, BulkAct, Outcome, State
from news.revisions import keeping
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TAGS = {"add": [], "remove": [], "instead": []}


@pytest.fixture
def chief():
    return UserFactory(role="thư ký tòa soạn")


def begin(kind, by, *articles, **asked) -> BulkAct:
    return acting.begin(BY_NAME[kind], [article.pk for article in articles], by, asked, uuid4())


def outcome(act) -> str:
    return act.items.get().outcome


def shown(article, field):
    article.refresh_from_db()
    return getattr(keeping.Content.of(article), field)


def written(article, field):
    article.refresh_from_db()
    return getattr(keeping.newest_content(article), field)


def with_a_draft_beside(article, **changes) -> None:
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít mới", **changes}), None)


def test_a_live_article_changes_for_readers_and_in_its_waiting_draft_which_goes_on_waiting(chief):
    article, tag, other = LiveArticleFactory(), TagFactory(), TagFactory()
    with_a_draft_beside(article, tags=(other.pk,))
    begin("chu-de", chief, article, **{**TAGS, "add": [tag.pk]})
    assert shown(article, "tags") == (tag.pk,) and shown(article, "headline") != "Tít mới"
    assert written(article, "tags") == tuple(sorted([tag.pk, other.pk])) and written(article, "headline") == "Tít mới"
    assert article.draft_waiting


def test_undoing_gives_readers_and_editors_each_what_they_had(chief):
    home, further, goal = SectionFactory(), SectionFactory(), SectionFactory()
    article = LiveArticleFactory(section=home)
    with_a_draft_beside(article, section=further.pk)
    act = begin("chuyen-muc", chief, article, section=goal.pk)
    assert (shown(article, "section"), written(article, "section")) == (goal.pk, goal.pk)
    acting.undo(act, chief)
    assert outcome(act) == Outcome.UNDONE
    assert (shown(article, "section"), written(article, "section")) == (home.pk, further.pk)
    assert written(article, "headline") == "Tít mới" and article.draft_waiting


def test_undoing_is_a_new_revision_and_a_new_line_in_the_log(chief):
    article, tag = ArticleFactory(), TagFactory()
    act = begin("chu-de", chief, article, **{**TAGS, "add": [tag.pk]})
    revisions, log = article.revisions.count(), article.log.count()
    acting.undo(act, chief)
    assert article.revisions.count() == revisions + 1
    assert article.log.count() == log + 1 and article.log.first().note == "Hoàn tác thao tác hàng loạt."


def test_what_somebody_typed_since_is_not_overwritten_even_if_it_was_only_saved_by_itself(chief):
    article, tag = ArticleFactory(), TagFactory()
    act = begin("chu-de", chief, article, **{**TAGS, "add": [tag.pk]})
    typed = keeping.newest_content(article).with_changes({"headline": "Đang gõ"})
    editing.save(article, typed, chief, origin=keeping.Origin.AUTOSAVED)
    acting.undo(act, chief)
    assert outcome(act) == Outcome.KEPT and act.items.get().sentence == "Sau đó có người viết tiếp bài này."
    assert written(article, "tags") == (tag.pk,) and written(article, "headline") == "Đang gõ"


def test_acts_are_undone_one_after_the_other_the_last_first(chief):
    home, goals = SectionFactory(), [SectionFactory(), SectionFactory()]
    article = ArticleFactory(section=home)
    acts = [begin("chuyen-muc", chief, article, section=goal.pk) for goal in goals]
    acting.undo(acts[1], chief)
    assert written(article, "section") == goals[0].pk
    acting.undo(acts[0], chief)
    assert written(article, "section") == home.pk


def test_an_earlier_act_is_not_undone_beneath_a_later_one(chief):
    goals = [SectionFactory(), SectionFactory()]
    article = ArticleFactory()
    first, _second = [begin("chuyen-muc", chief, article, section=goal.pk) for goal in goals]
    acting.undo(first, chief)
    assert outcome(first) == Outcome.KEPT and written(article, "section") == goals[1].pk


def test_a_former_section_or_topic_that_is_gone_is_no_error(chief):
    home, goal, tag = SectionFactory(), SectionFactory(), TagFactory()
    moved, tagged = ArticleFactory(section=home), ArticleFactory()
    tagged.tags.set([tag])
    move = begin("chuyen-muc", chief, moved, section=goal.pk)
    strip = begin("chu-de", chief, tagged, **{**TAGS, "remove": [tag.pk]})
    moved.revisions.all()
    home.delete()
    tag.delete()
    acting.undo(move, chief)
    acting.undo(strip, chief)
    assert outcome(move) == Outcome.KEPT and move.items.get().sentence == "Chuyên mục này không còn nữa."
    assert outcome(strip) == Outcome.UNDONE and not tagged.tags.exists()


def test_a_byline_comes_back_in_its_order_and_roles(chief):
    article, new = ArticleFactory(), AuthorFactory()
    rows = [BylineFactory(article=article, role=role, order=n) for n, role in enumerate(("text", "photo"))]
    before = written(article, "bylines")
    asked = {"add": [new.pk], "remove": [rows[0].author.pk], "former": None, "latter": None}
    act = begin("tac-gia", chief, article, **asked)
    assert [each.author for each in written(article, "bylines")] == [rows[1].author.pk, new.pk]
    acting.undo(act, chief)
    assert written(article, "bylines") == before


def test_handing_in_and_taking_back_undo_each_other(chief):
    draft, waiting = ArticleFactory(), ArticleFactory(state=State.REVIEW)
    acts = [begin("gui-duyet", chief, draft), begin("lay-lai", chief, waiting)]
    assert set(Article.objects.values_list("pk", "state")) == {(draft.pk, "review"), (waiting.pk, "draft")}
    for act in acts:
        acting.undo(act, chief)
    assert set(Article.objects.values_list("pk", "state")) == {(draft.pk, "draft"), (waiting.pk, "review")}


def test_what_an_editor_has_begun_to_review_is_not_taken_back_by_undoing(chief):
    article = ArticleFactory()
    act = begin("gui-duyet", chief, article)
    lifecycle.begin_review(article, UserFactory(role="biên tập viên", display_name="Anh Bảy"))
    acting.undo(act, chief)
    assert act.items.get().sentence == "Sau đó Anh Bảy đã bắt đầu duyệt."
    article.refresh_from_db()
    assert article.state == State.REVIEW


def scheduled() -> tuple[Article, object]:
    at = timezone.now() + timedelta(hours=3)
    article = ArticleFactory()
    lifecycle.publish(article, None, at)
    return article, at


def test_a_schedule_that_was_called_off_comes_back_for_the_same_minute(chief):
    article, at = scheduled()
    act = begin("bo-hen-gio", chief, article)
    acting.undo(act, chief)
    article.refresh_from_db()
    assert (article.state, article.published_at) == (State.PUBLISHED, at)


def test_undoing_approves_no_text_that_nobody_approved(chief):
    article, _at = scheduled()
    with_a_draft_beside(article)
    act = begin("bo-hen-gio", chief, article)
    acting.undo(act, chief)
    article.refresh_from_db()
    assert outcome(act) == Outcome.KEPT and article.state == State.DRAFT


@pytest.mark.parametrize("kind", ["dang", "go-bai", "tra-bai"])
def test_what_reached_people_has_no_way_back(kind, chief):
    article = {"dang": ArticleFactory, "go-bai": LiveArticleFactory, "tra-bai": ArticleFactory}[kind]()
    if kind == "tra-bai":
        lifecycle.hand_in(article, None)
    act = begin(kind, chief, article, reason="Sai", note="Thiếu nguồn")
    assert outcome(act) == Outcome.DONE
    state = Article.objects.get().state
    with pytest.raises(lifecycle.WrongState, match="Không hoàn tác được"):
        acting.undo(act, chief)
    assert Article.objects.get().state == state


def test_an_act_of_somebody_who_may_not_any_more_is_refused_for_each_article(chief, monkeypatch):
    monkeypatch.setattr(acting, "AT_ONCE", 0)
    article, goal = ArticleFactory(), SectionFactory()
    act = begin("chuyen-muc", chief, article, section=goal.pk)
    chief.groups.clear()
    acting.carry_on(BulkAct.objects.get())
    assert outcome(act) == Outcome.REFUSED and "Bạn không có quyền sửa bài này." in act.items.get().sentence
    chief.delete()
    acting.carry_on(BulkAct.objects.get())
    assert written(article, "section") != goal.pk


def test_what_was_counted_is_what_happens(chief):
    goal, tag, author = SectionFactory(), TagFactory(), AuthorFactory()
    asked = {
        "chuyen-muc": {"section": goal.pk},
        "chu-de": {**TAGS, "instead": [tag.pk]},
        "tac-gia": {"add": [author.pk], "remove": [], "former": None, "latter": None},
        "tra-bai": {"note": "Thiếu nguồn"},
        "go-bai": {"reason": "Sai"},
    }
    for kind in KINDS:
        articles = [
            ArticleFactory(),
            ArticleFactory(section=goal),
            ArticleFactory(body=""),
            ArticleFactory(state=State.REVIEW),
            LiveArticleFactory(),
            LiveArticleFactory(state=State.WITHDRAWN),
            scheduled()[0],
        ]
        articles[0].tags.set([tag])
        BylineFactory(article=articles[0], author=author)
        answer = asked.get(kind.name, {})
        counted = count(kind, [article.pk for article in articles], chief, answer)
        act = acting.begin(kind, [article.pk for article in articles], chief, answer, uuid4())
        done = set(act.items.filter(outcome=Outcome.DONE).values_list("article", flat=True))
        assert done == {article.pk for article in counted.changing}, kind.name
        assert 0 < len(done) < len(articles)
        refused = {item.article_id: item.sentence for item in act.items.filter(outcome=Outcome.REFUSED)}
        assert refused == {article.pk: why for why, those in counted.staying.items() for article in those}, kind.name
