"""Who is told of what, at the desk and by mail."""

import pytest
from django.core import mail
from django_tasks import default_task_backend

from news import lifecycle, notices
from news.models import Action, Notice, State
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db

REPORTER, EDITOR, CHIEF = "phóng viên", "biên tập viên", "thư ký tòa soạn"


@pytest.fixture
def writer():
    return UserFactory(role=REPORTER)


@pytest.fixture(autouse=True)
def _empty_queue():
    default_task_backend.clear()


def told(kind):
    return set(Notice.objects.filter(kind=kind).values_list("to__username", flat=True))


def names(*people):
    return {person.username for person in people}


def held(role, *sections, **kwargs):
    person = UserFactory(role=role, holds_every_section=False, **kwargs)
    person.sections.add(*sections)
    return person


def test_a_handed_in_article_is_told_to_the_editors_who_hold_its_section(writer):
    parent = SectionFactory()
    section = SectionFactory(parent=parent)
    everywhere, here, above = UserFactory(role=EDITOR), held(EDITOR, section), held(EDITOR, parent)
    chief = held(CHIEF)  # holds every section, whatever is ticked
    held(EDITOR, SectionFactory())
    UserFactory(role=EDITOR, is_active=False)
    UserFactory(role=EDITOR, is_staff=False)
    UserFactory(role=REPORTER)
    lifecycle.hand_in(ArticleFactory(section=section, created_by=writer), writer)
    assert told(Action.HANDED_IN) == names(everywhere, here, above, chief)


def test_no_act_is_told_to_more_people_than_a_bound(writer, monkeypatch):
    monkeypatch.setattr(notices, "MOST_PEOPLE", 3)
    for _ in range(5):
        UserFactory(role=EDITOR)
    lifecycle.hand_in(ArticleFactory(created_by=writer), writer)
    assert Notice.objects.count() == 3


def test_the_writer_and_those_who_sign_are_told_what_editors_do(writer, editor):
    article, colleague = ArticleFactory(created_by=writer, state=State.REVIEW), UserFactory(role=REPORTER)
    BylineFactory(article=article, author=AuthorFactory(user=colleague))
    BylineFactory(article=article, author=AuthorFactory(user=writer))
    lifecycle.begin_review(article, editor)
    lifecycle.send_back(article, editor, "Thiếu nguồn tin.")
    lifecycle.publish(article, editor)
    lifecycle.withdraw(article, UserFactory(role=CHIEF), "Sai số liệu.")
    for kind in (Action.REVIEW_BEGUN, Action.RETURNED, Action.PUBLISHED, Action.WITHDRAWN):
        assert told(kind) == names(writer, colleague)
        assert Notice.objects.filter(kind=kind).count() == 2  # each once, though the writer also signs
    assert set(Notice.objects.filter(kind=Action.RETURNED).values_list("note", "by")) == {
        ("Thiếu nguồn tin.", editor.pk)
    }


def test_nobody_is_told_of_what_they_did_themselves(editor):
    article = ArticleFactory(created_by=editor)
    lifecycle.hand_in(article, editor)
    lifecycle.publish(article, editor)
    assert not Notice.objects.exists()


def test_the_house_and_quiet_acts_tell_nobody(writer, editor):
    article = ArticleFactory(created_by=writer)
    lifecycle.hand_in(article, None)
    lifecycle.take_back(article, editor)
    lifecycle.set_expiry(article, editor, None)
    assert not Notice.objects.exists()


def test_what_was_undone_was_not_told(writer, editor):
    article = ArticleFactory(created_by=writer, standfirst="", body="")
    with pytest.raises(lifecycle.NotReady):
        lifecycle.publish(article, editor)
    assert not Notice.objects.exists()


def returned(writer, editor, headline="Cầu mới\nthông xe"):
    article = ArticleFactory(created_by=writer, state=State.REVIEW, headline=headline)
    lifecycle.send_back(article, editor, "Thiếu <nguồn> tin.")
    return article


def test_letters_wait_for_the_end_of_the_transaction_and_for_the_worker(django_capture_on_commit_callbacks, editor):
    writer = UserFactory(role=REPORTER, email="mai@bao.example")
    with django_capture_on_commit_callbacks() as waiting:
        returned(writer, editor)
    assert default_task_backend.results == []
    for callback in waiting:
        callback()
    assert [result.args for result in default_task_backend.results] == [[[Notice.objects.get().pk], ""]]
    assert mail.outbox == []


def test_a_letter_says_who_did_what_and_why_and_where_to_stop_letters(editor):
    writer = UserFactory(role=REPORTER, email="mai@bao.example")
    returned(writer, editor, "Cầu mới thông xe")
    assert notices.send_letters.func([Notice.objects.get().pk], "https://bao.example/toa-soan/bai") == 1
    letter = mail.outbox[0]
    assert letter.to == ["mai@bao.example"] and letter.subject == f"{editor} trả lại bài: Cầu mới thông xe"
    for part in ("Thiếu <nguồn> tin.", "https://bao.example/toa-soan/bai", "Tài khoản của tôi"):
        assert part in letter.body


@pytest.mark.parametrize("kwargs", [{"email": ""}, {"email": "mai@bao.example", "notices_by_mail": False}])
def test_who_has_no_address_or_wants_no_letters_gets_the_notice_alone(
    kwargs, django_capture_on_commit_callbacks, editor
):
    with django_capture_on_commit_callbacks(execute=True):
        returned(UserFactory(role=REPORTER, **kwargs), editor)
    assert Notice.objects.count() == 1 and default_task_backend.results == []


def test_without_mail_nothing_is_queued(django_capture_on_commit_callbacks, editor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    with django_capture_on_commit_callbacks(execute=True):
        returned(UserFactory(role=REPORTER, email="mai@bao.example"), editor)
    assert Notice.objects.count() == 1 and default_task_backend.results == []


def test_a_queue_that_is_away_undoes_nothing(django_capture_on_commit_callbacks, editor, monkeypatch):
    def away(*args: object) -> None:
        raise OSError

    monkeypatch.setattr(type(notices.send_letters), "enqueue", away)
    with django_capture_on_commit_callbacks(execute=True):
        article = returned(UserFactory(role=REPORTER, email="mai@bao.example"), editor)
    article.refresh_from_db()
    assert article.state == State.DRAFT and Notice.objects.count() == 1
