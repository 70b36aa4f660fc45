"""Every transition: from where it leads, who may make it, what it leaves behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news import editing, lifecycle
from news.models import Action, Article, State
from news.revisions import keeping
from tests.factories import ArticleFactory, LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db
ROLES = ("phóng viên", "biên tập viên", "thư ký tòa soạn", "kiểm duyệt viên", "quản trị")


def article_in(state: str, **kwargs) -> Article:
    now = timezone.now()
    match state:
        case "live":
            return LiveArticleFactory(**kwargs)
        case "scheduled":
            return ArticleFactory(state=State.PUBLISHED, published_at=now + timedelta(hours=1), **kwargs)
        case "withdrawn":
            return LiveArticleFactory(state=State.WITHDRAWN, **kwargs)
    return ArticleFactory(state=state, **kwargs)


ACTS = {
    "hand_in": lambda article, by: lifecycle.hand_in(article, by),
    "take_back": lambda article, by: lifecycle.take_back(article, by),
    "send_back": lambda article, by: lifecycle.send_back(article, by, "Thiếu nguồn tin."),
    "publish": lambda article, by: lifecycle.publish(article, by),
    "schedule": lambda article, by: lifecycle.publish(article, by, timezone.now() + timedelta(hours=2)),
    "unschedule": lambda article, by: lifecycle.unschedule(article, by),
    "withdraw": lambda article, by: lifecycle.withdraw(article, by, "Sai số liệu."),
    "reopen": lambda article, by: lifecycle.reopen(article, by),
}
LEADS = {
    ("draft", "hand_in"): State.REVIEW,
    ("draft", "publish"): State.PUBLISHED,
    ("draft", "schedule"): State.PUBLISHED,
    ("review", "take_back"): State.DRAFT,
    ("review", "send_back"): State.DRAFT,
    ("review", "publish"): State.PUBLISHED,
    ("review", "schedule"): State.PUBLISHED,
    ("scheduled", "publish"): State.PUBLISHED,
    ("scheduled", "schedule"): State.PUBLISHED,
    ("scheduled", "unschedule"): State.DRAFT,
    ("live", "withdraw"): State.WITHDRAWN,
    ("withdrawn", "reopen"): State.DRAFT,
}


@pytest.mark.parametrize("before", ["draft", "review", "scheduled", "live", "withdrawn"])
@pytest.mark.parametrize("act", ACTS)
def test_a_transition_leads_where_the_table_says_and_nowhere_else(before, act):
    article = article_in(before)
    state = article.state
    after = LEADS.get((before, act))
    if after is None:
        with pytest.raises(lifecycle.WrongState):
            ACTS[act](article, None)
    else:
        ACTS[act](article, None)
    article.refresh_from_db()
    assert article.state == (after or state)
    assert article.log.count() == (1 if after else 0)


ALLOWED = {
    "hand_in": {"biên tập viên", "thư ký tòa soạn"},
    "take_back": {"biên tập viên", "thư ký tòa soạn"},
    "send_back": {"biên tập viên", "thư ký tòa soạn"},
    "publish": {"biên tập viên", "thư ký tòa soạn"},
    "schedule": {"biên tập viên", "thư ký tòa soạn"},
    "unschedule": {"biên tập viên", "thư ký tòa soạn"},
    "withdraw": {"thư ký tòa soạn"},
    "reopen": {"thư ký tòa soạn"},
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("before", "act"), LEADS)
def test_on_somebody_elses_article_each_role_may_what_it_may(role, before, act):
    by, article = UserFactory(role=role), article_in(before)
    if role in ALLOWED[act]:
        assert ACTS[act](article, by).by == by
    else:
        with pytest.raises(lifecycle.NotAllowed):
            ACTS[act](article, by)
        assert not article.log.exists()


def rewritten(article, headline="Tít viết lại"):
    return keeping.newest_content(article).with_changes({"headline": headline})


def test_a_reporter_hands_in_and_takes_back_their_own():
    reporter = UserFactory(role="phóng viên")
    article = ArticleFactory(created_by=reporter)
    lifecycle.hand_in(article, reporter)
    with pytest.raises(lifecycle.NotAllowed):
        editing.save(article, rewritten(article), reporter)
    lifecycle.take_back(article, reporter)
    editing.save(article, rewritten(article), reporter)
    assert [entry.action for entry in article.log.order_by("id")] == [
        Action.HANDED_IN,
        Action.TAKEN_BACK,
        Action.EDITED,
    ]


def test_a_scheduled_article_is_nowhere_before_its_minute_and_there_from_it_on(time_machine):
    time_machine.move_to("2026-11-23 20:20:00+07:00", tick=False)
    article = ArticleFactory()
    lifecycle.publish(article, None, timezone.now() + timedelta(minutes=1))
    time_machine.move_to("2026-11-23 20:20:59.999999+07:00", tick=False)
    assert not Article.objects.live().exists() and article.is_scheduled()
    time_machine.move_to("2026-11-23 20:21:00+07:00", tick=False)
    assert Article.objects.live().get() == article


def test_an_article_without_standfirst_and_body_is_not_published_and_both_are_told():
    article = ArticleFactory(standfirst=" ", body="<p>&nbsp;</p>")
    with pytest.raises(lifecycle.NotReady) as refused:
        lifecycle.publish(article, None)
    assert refused.value.missing == ["Bài chưa có sapo.", "Bài chưa có nội dung."]
    article.refresh_from_db()
    assert article.state == State.DRAFT


def test_what_is_out_is_not_unscheduled_and_what_is_not_out_is_not_withdrawn():
    with pytest.raises(lifecycle.WrongState, match="gỡ bài"):
        lifecycle.unschedule(article_in("live"), None)
    with pytest.raises(lifecycle.WrongState, match="bỏ hẹn giờ"):
        lifecycle.withdraw(article_in("scheduled"), None, "x")


def test_a_reopened_article_keeps_its_first_publication():
    article = article_in("withdrawn")
    first = article.first_published_at
    lifecycle.reopen(article, None)
    lifecycle.publish(article, None)
    article.refresh_from_db()
    assert article.first_published_at == first and article.published_at > first


def test_what_readers_knew_stays_known_when_a_second_publication_is_called_off():
    article = article_in("withdrawn")
    first = article.first_published_at
    lifecycle.reopen(article, None)
    lifecycle.publish(article, None, timezone.now() + timedelta(hours=1))
    lifecycle.unschedule(article, None)
    article.refresh_from_db()
    assert article.first_published_at == first and article.is_gone()


def test_an_expiry_before_publication_is_refused_in_words():
    article = article_in("live")
    with pytest.raises(lifecycle.NotReady, match="Hạn hiển thị phải sau giờ đăng"):
        lifecycle.set_expiry(article, None, article.published_at - timedelta(minutes=1))
    lifecycle.set_expiry(article, None, timezone.now() + timedelta(days=1))
    assert article.is_live()


def test_moving_to_a_section_is_logged():
    article, section = ArticleFactory(), SectionFactory(name="Kinh tế")
    editing.move_to(article, None, section)
    assert article.log.first().note == "Chuyển sang mục Kinh tế."
    assert Article.objects.get().section == section


def test_publishing_does_not_undo_what_another_editor_saved_meanwhile():
    article = ArticleFactory()
    Article.objects.filter(pk=article.pk).update(headline="Tít mới của đồng nghiệp")
    lifecycle.publish(article, None)
    assert Article.objects.get().headline == "Tít mới của đồng nghiệp"
