"""manage.py try_comments: an answer a line, whatever comes in, and nothing stored."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from comments.models import Action, Comment, Sender, WatchedWord
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.keeping import keep as keep_rules
from comments.moderation.words.keeping import keep
from news.models import CommentPolicy
from tests.comments.moderation.bans.banning import banned
from tests.comments.sending import send, set_policy
from tests.factories import ArticleFactory, LiveArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
KEYS = {"verdict", "phase", "reason", "matched", "ms"}


@pytest.fixture
def tried(monkeypatch):
    def run(data: bytes | str, *arguments: str) -> list[dict]:
        raw = data.encode() if isinstance(data, str) else data
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8"))
        out = io.StringIO()
        call_command("try_comments", *arguments, stdout=out)
        answers = [json.loads(line) for line in out.getvalue().splitlines()]
        assert all(answer.keys() >= KEYS for answer in answers)
        return answers

    return run


@pytest.fixture(autouse=True)
def _a_word(db):
    WatchedWord.objects.all().delete()
    keep(WatchedWord(text="xoài thối", action=Action.REJECT), None)


def test_texts_and_objects_are_judged_alike(tried):
    lines = ["xoài th0i", "Bài hay", json.dumps({"text": "x.o.à.i thối", "name": "Lan", "email": "lan@example.vn"})]
    first, second, third = tried("\n".join(lines))
    assert (first["verdict"], first["phase"], first["reason"]) == ("reject", "blocked_words", "offensive")
    assert first["matched"] == ["xoài th0i"]
    assert (second["verdict"], second["phase"], second["matched"]) == ("wait", "needs_eyes", [])
    assert third["matched"] == ["x.o.à.i thối"]


def test_the_name_counts(tried):
    (answer,) = tried(json.dumps({"text": "Bài hay", "name": "Xoài Thối"}))
    assert answer["verdict"] == "reject"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (b"", "refuse"),
        (b"   ", "refuse"),
        (b"a", "refuse"),
        (b"{", "error"),
        (b'{"text": 5}', "error"),
        (b'{"text": null}', "error"),
        (b"{}", "refuse"),
        (b'{"text": "hay l\\u1eafm", "name": "x"}', "refuse"),
        (b'{"text": "hay", "name": "Lan", "email": "khong"}', "refuse"),
        (b'{"text": "\\ud800 hay", "name": "Lan"}', "wait"),
        (b'{"text": "hay\\u0000", "name": "Lan"}', "wait"),
        (b'["text"]', "wait"),
        (b"\xff\xfe\x00 hay", "wait"),
        (b"{" * 100_000, "error"),
        (b'{"text":' + b"[" * 100_000, "error"),
        (b"x" * (1 << 20), "refuse"),
        (b"y " * (1 << 20), "refuse"),
        (b"\xef\xbb\xbfhay qu\xc3\xa1", "wait"),
    ],
)
def test_bad_lines_get_an_answer_and_the_next_line_its_own(tried, line, verdict):
    first, second = tried(line + b"\nxo\xc3\xa0i th\xe1\xbb\x91i\n")
    assert first["verdict"] == verdict
    assert second["verdict"] == "reject"


def test_nothing_in_nothing_out(tried):
    assert tried("") == []


def test_lines_may_end_as_in_windows(tried):
    assert [answer["verdict"] for answer in tried(b"hay\r\nxo\xc3\xa0i th\xe1\xbb\x91i\r\n")] == ["wait", "reject"]


def test_the_article_says_how_comments_are_taken_and_which_words_hold(tried):
    section = SectionFactory()
    article = LiveArticleFactory(section=SectionFactory(parent=section))
    keep(WatchedWord(text="mít thối", action=Action.SPAM, section=section), None)
    number = str(article.pk)
    assert [one["verdict"] for one in tried("mít thối")] == ["wait"]
    assert [one["verdict"] for one in tried("mít thối", "--article", number)] == ["spam"]
    set_policy(article, CommentPolicy.POST)
    assert [one["verdict"] for one in tried("hay", "--article", number)] == ["accept"]
    set_policy(article, CommentPolicy.CLOSED)
    assert [(one["verdict"], one["phase"]) for one in tried("hay", "--article", number)] == [
        ("refuse", "comments_closed")
    ]


@pytest.mark.parametrize("number", ["0", "x", "-1", "9" * 30, "１２", "1\0"])
def test_an_article_that_is_not_there_is_an_error_in_words(tried, number):
    with pytest.raises(CommandError):
        tried("hay", "--article", number)


def test_the_newsroom_s_rules_hold_and_what_was_said_is_known_and_nobody_outside_is_asked(tried, settings):
    settings.COMMENT_HOOK_URL = "http://127.0.0.1:1/"
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    said = "Tôi cho rằng thành phố nên trồng thêm cây xanh dọc bờ sông trước mùa hè"
    send(article, text=said)
    lines = f"Xem https://x.example/a nhé\n{said}\n"
    number = str(article.pk)
    assert [one["phase"] for one in tried(lines, "--article", number)] == ["links", "already_said"]
    keep_rules(Rules(off=frozenset({"links", "already_said"})), None)
    assert [one["verdict"] for one in tried(lines, "--article", number)] == ["accept", "accept"]


def test_nothing_is_stored(tried):
    article = ArticleFactory()
    tried("xoài thối\nhay\n" * 20, "--article", str(article.pk))
    assert not Comment.objects.exists() and not Sender.objects.exists()


def test_who_is_banned_is_turned_down_here_too(tried):
    banned(name="Nguyễn Văn Tèo", note="Chửi tục")
    answer = tried('{"name": "Nguyen Van Te0", "text": "Bài hay quá."}')[0]
    assert (answer["verdict"], answer["phase"]) == ("reject", "banned") and "Chửi tục" in answer["told"]
