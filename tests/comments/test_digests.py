"""A letter a day about comments under one's own articles: only what is new, only what readers see, never twice."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from comments import digests
from comments.models import Comment, Digest
from comments.moderation import decisions
from news import lifecycle
from news.models import Author, User
from tests.factories import BylineFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _letters_leave(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SITE_ADDRESS = "https://bao.example"


@pytest.fixture
def reporter() -> User:
    return UserFactory(role="phóng viên", email="ha@bao.example", display_name="Lê Thu Hà")


@pytest.fixture
def article(reporter):
    return BylineFactory(article=LiveArticleFactory(headline="Chợ nổi lúc năm giờ"), author__user=reporter).article


def seen(article, hours_ago: float = 1, **made) -> Comment:
    comment = CommentFactory(article=article, **made)
    decisions.approve(comment, None)
    Comment.objects.filter(pk=comment.pk).update(decided_at=NOW - timedelta(hours=hours_ago))
    return comment


def test_who_signs_an_article_reads_how_many_are_new_and_the_newest(article, reporter):
    for number in range(5):
        seen(article, 5 - number, name="Lan", text=f"Ý kiến số {number}.")
    assert digests.send_all(NOW) == 1
    letter = mail.outbox[0]
    assert letter.to == ["ha@bao.example"] and letter.subject == "5 bình luận mới dưới bài của bạn"
    assert "“Chợ nổi lúc năm giờ”: 5 bình luận mới" in letter.body and "Lan: Ý kiến số 4." in letter.body
    assert "Ý kiến số 1." not in letter.body
    assert f"https://bao.example/toa-soan/news/article/{article.pk}/change/" in letter.body


def test_what_was_told_is_not_told_again(article):
    seen(article)
    assert digests.send_all(NOW) == 1
    assert digests.send_all(NOW + timedelta(hours=23)) == 0
    seen(article, -24, name="Sau", text="Đến hôm sau.")
    assert digests.send_all(NOW + timedelta(hours=25)) == 1
    assert "Đến hôm sau." in mail.outbox[1].body and "1 bình luận mới" in mail.outbox[1].subject


def test_a_letter_that_failed_is_sent_the_next_time_with_what_came_meanwhile(article, monkeypatch):
    seen(article)
    with monkeypatch.context() as patch:
        patch.setattr(digests.mail, "send", lambda *args, **context: False)
        assert digests.send_all(NOW) == 0
    assert not Digest.objects.exists() and digests.send_all(NOW) == 1


def test_what_waits_was_rejected_or_stands_under_a_withdrawn_article_is_not_told(article, reporter):
    CommentFactory(article=article)
    decisions.reject(CommentFactory(article=article), None)
    gone = BylineFactory(article=LiveArticleFactory(), author=Author.objects.get(user=reporter)).article
    seen(gone)
    lifecycle.withdraw(gone, by=None, reason="Sai.")
    assert digests.send_all(NOW + timedelta(minutes=1)) == 0


@pytest.mark.parametrize("without", [{"notices_by_mail": False}, {"email": ""}, {"is_active": False}])
def test_nobody_is_written_to_who_takes_no_letters(article, reporter, without):
    User.objects.filter(pk=reporter.pk).update(**without)
    seen(article)
    assert digests.send_all(NOW) == 0


def test_a_name_cannot_break_out_of_the_letter(article):
    seen(article, name="A\u2028Bcc: x@y", text="<b>đậm</b> & {% now %}")
    digests.send_all(NOW)
    assert "<b>đậm</b> & {% now %}" in mail.outbox[0].body and mail.outbox[0].to == ["ha@bao.example"]


def test_the_command_says_what_it_did(article, capsys, settings):
    seen(article)
    call_command("send_digests")
    assert "Đã gửi 1 thư." in capsys.readouterr().out
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    call_command("send_digests")
    assert "không gửi thư nào" in capsys.readouterr().out


def test_the_home_shows_it_to_those_who_write(article, reporter, client):
    seen(article, name="Lan", text="Cảm ơn tác giả.")
    client.force_login(reporter)
    assert "Cảm ơn tác giả." in client.get("/toa-soan/").text
    client.force_login(UserFactory(role="kiểm duyệt viên"))
    assert "Bạn đọc viết dưới bài của tôi" not in client.get("/toa-soan/").text
