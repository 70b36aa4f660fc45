"""Services outside the house are asked by the worker, about text and name alone, and only where they are named."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django_tasks import default_task_backend

from comments.models import Comment, Discussion, Reason, State
from comments.moderation import decisions
from comments.moderation.outside import calling, checking
from comments.moderation.outside.calling import NoAnswer, ask
from news.models import CommentPolicy
from tests.comments.sending import send, set_policy
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db
EMAIL = "lan@example.vn"


@dataclass
class Service:
    """What it answers, and what it was asked."""

    address: str
    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[bytes] = field(default_factory=list)


@pytest.fixture
def service() -> Iterator[Service]:
    """A stand-in on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            stand_in.asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(stand_in.status)
            for name, value in stand_in.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(stand_in.body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in = Service(f"http://127.0.0.1:{server.server_port}/check?x=1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stand_in
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def hooked(service, settings):
    settings.COMMENT_HOOK_URL, settings.COMMENT_CHECK_SECONDS = service.address, 2
    return service


@pytest.fixture
def akismet(service, settings):
    settings.AKISMET_KEY, settings.AKISMET_URL = "khoa", service.address
    service.body = b"false"
    return service


def sent(policy=CommentPolicy.POST, **typed) -> Comment:
    article = LiveArticleFactory()
    set_policy(article, policy)
    send(article, email=EMAIL, **typed)
    return Comment.objects.get()


def check(comment: Comment) -> Comment:
    checking.check_outside.func(comment.pk, comment.edition)
    comment.refresh_from_db()
    return comment


def verdict(name: str, **more: str) -> bytes:
    return json.dumps({"verdict": name, **more}).encode()


def test_nobody_is_asked_unless_the_operator_names_somebody(django_capture_on_commit_callbacks):
    default_task_backend.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert sent().state == State.APPROVED
    assert not default_task_backend.results


def test_a_comment_that_would_show_waits_for_the_answer_and_the_worker_asks(hooked, django_capture_on_commit_callbacks):
    default_task_backend.clear()
    with django_capture_on_commit_callbacks(execute=True):
        comment = sent()
    assert (comment.state, comment.opinions[-1]["phase"]) == (State.WAITING, "outside_checks")
    assert [result.args for result in default_task_backend.results] == [[comment.pk, 0]]
    assert not hooked.asked


def test_what_goes_out_is_text_name_and_article_and_never_the_e_mail(hooked, settings):
    hooked.body = verdict("accept")
    comment = check(sent())
    told = json.loads(hooked.asked[0])
    assert told.keys() == {"text", "name", "article"} and told["text"] == comment.text
    assert told["article"].endswith(comment.article.get_absolute_url()) and told["article"].startswith("http")
    assert EMAIL.encode() not in hooked.asked[0]
    settings.COMMENT_CHECKS_GET_EMAIL = True
    Comment.objects.update(state=State.WAITING)
    check(comment)
    assert json.loads(hooked.asked[1])["email"] == EMAIL


@pytest.mark.parametrize(
    ("body", "state", "reason"),
    [
        (verdict("accept"), State.APPROVED, ""),
        (verdict("wait", told="Xem kỹ"), State.WAITING, ""),
        (verdict("reject", reason="offensive"), State.REJECTED, Reason.OFFENSIVE),
        (verdict("reject", reason="no_such"), State.REJECTED, ""),
        (verdict("spam", reason="advertising"), State.SPAM, Reason.ADVERTISING),
    ],
)
def test_the_answer_becomes_an_opinion_and_the_counts_follow(hooked, body, state, reason):
    hooked.body = body
    comment = check(sent())
    assert (comment.state, comment.reason) == (state, reason)
    assert "outside_hook" in [one["phase"] for one in comment.opinions]
    discussion = Discussion.objects.get()
    assert (discussion.approved_count, discussion.waiting_count) == (state == State.APPROVED, state == State.WAITING)
    assert not comment.decisions.exists() and comment.decided_by is None


@pytest.mark.parametrize("policy", [CommentPolicy.PRE, CommentPolicy.POST])
def test_nothing_against_it_never_shows_what_waits_for_a_person(hooked, policy):
    hooked.body = verdict("accept")
    comment = check(sent(policy, text="Xem https://x.example/a nhé"))
    assert comment.state == State.WAITING and comment.opinions[-1]["phase"] == "links"


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 500},
        {"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}},
        {"body": b""},
        {"body": b"{"},
        {"body": b"[]"},
        {"body": b'{"verdict": 5}'},
        {"body": b'{"verdict": "yes"}'},
        {"body": b"[" * 50_000},
        {"body": b" " * (calling.LARGEST + 1)},
        {"body": b"\xff\xfe"},
    ],
)
def test_whatever_is_no_answer_leaves_it_to_a_person(hooked, trouble):
    for name, value in trouble.items():
        setattr(hooked, name, value)
    comment = check(sent())
    assert comment.state == State.WAITING and "không trả lời" in str(comment.opinions)


def test_by_default_accept_shows_what_nobody_answered_about(hooked, settings):
    settings.COMMENT_CHECK_DEFAULT, hooked.status = "accept", 500
    assert check(sent()).state == State.APPROVED


def test_a_service_that_is_not_there_or_drips_is_not_waited_for(settings, monkeypatch):
    with pytest.raises(NoAnswer):
        ask("http://127.0.0.1:1/", b"", "text/plain", 1)
    monkeypatch.setattr(calling, "monotonic", iter([0.0, 10.0, 20.0]).__next__)

    class Dripping:
        def read1(self, size: int) -> bytes:
            return b"x"

    with pytest.raises(NoAnswer, match="too slow"):
        calling._read(Dripping(), 5.0)


def test_a_decision_or_other_words_that_came_meanwhile_stand(hooked):
    hooked.body = verdict("spam")
    comment = sent()
    checking.check_outside.func(comment.pk, 7)
    assert Comment.objects.get().state == State.WAITING
    decisions.approve(comment, None)
    assert check(comment).state == State.APPROVED and not hooked.asked
    assert checking.check_outside.func(999_999, 0) == ""


def test_no_transaction_is_open_while_a_service_thinks(hooked, monkeypatch):
    seen = []
    comment = sent()
    monkeypatch.setattr(checking, "_note", lambda *given: seen.append(given) or "")
    monkeypatch.setattr(checking.transaction, "atomic", lambda *given: pytest.fail("a transaction"))
    checking.check_outside.func(comment.pk, 0)
    assert seen[0][:2] == (comment.pk, 0) and hooked.asked


@pytest.mark.parametrize(
    ("body", "state"), [(b"true", State.SPAM), (b"false\n", State.APPROVED), (b"invalid", State.WAITING)]
)
def test_akismet_s_protocol(akismet, body, state):
    akismet.body = body
    comment = check(sent())
    assert comment.state == state
    asked = {name: values[0] for name, values in parse_qs(akismet.asked[0].decode()).items()}
    assert asked["api_key"] == "khoa" and asked["comment_content"] == comment.text
    assert asked["comment_type"] == "comment" and asked["permalink"].endswith(comment.article.get_absolute_url())
    assert "comment_author_email" not in asked and asked["user_ip"] == "127.0.0.1"


def test_of_several_services_one_that_refuses_is_enough(hooked, akismet):
    akismet.body = verdict("accept")  # to Akismet's ears no answer, to the hook's one
    comment = check(sent())
    assert comment.state == State.WAITING
    assert {"outside_hook", "outside_akismet"} <= {one["phase"] for one in comment.opinions}
