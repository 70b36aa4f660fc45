"""The page on which the newsroom chooses phases, order and thresholds."""

import pytest
from django.test import Client

from comments.models import Comment, PipelineSettings, State
from comments.moderation.pipeline import FIRST, MOVABLE_NAMES, PHASES
from comments.moderation.rules import current
from comments.moderation.rules.chosen import BOUNDS, Rules
from comments.moderation.rules.keeping import keep
from news import roles
from news.models import AuditEntry, CommentPolicy
from tests.comments.sending import send, set_policy
from tests.databases import once
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/toa-soan/comments/pipelinesettings/"
LINK = "Xem https://x.example/a nhé"


@pytest.fixture
def editor(client) -> Client:
    client.force_login(UserFactory(role=roles.MANAGING_EDITOR))
    return client


def typed(act: str = "luu", **changes) -> dict[str, str]:
    """The page's form as a browser sends it, with the defaults but for what the test says."""
    rules = Rules()
    sent = {"viec": act, "version": "", "number": "50", "order": ",".join(MOVABLE_NAMES)}
    sent |= {f"on-{name}": "on" for name in MOVABLE_NAMES}
    sent |= {name: str(getattr(rules.thresholds, name)) for name in BOUNDS}
    sent |= {name.replace("on_", "on-"): value for name, value in changes.items()}
    return {name: value for name, value in sent.items() if value is not None}


@pytest.mark.parametrize("role", roles.ROLES)
def test_managing_editors_and_administrators_open_it_and_nobody_else(client, role):
    client.force_login(UserFactory(role=role))
    may = role in (roles.MANAGING_EDITOR, roles.ADMINISTRATOR)
    answers = [client.get(ADDRESS).status_code, client.post(ADDRESS, typed(links_allowed="3")).status_code]
    assert answers == ([200, 302] if may else [403, 403])
    assert PipelineSettings.objects.exists() == may


def test_what_is_saved_holds_for_the_next_comment_and_stands_in_the_log(editor):
    article = LiveArticleFactory()
    assert editor.post(ADDRESS, typed(links_allowed="1", on_shouting=None)).status_code == 302
    send(article, text=LINK)
    send(article, text="CÁC ÔNG LÀM ĂN KIỂU GÌ MÀ ĐỂ DÂN KHỔ THẾ NÀY")
    assert [one.opinions[-1]["phase"] for one in Comment.objects.all()] == ["needs_eyes", "needs_eyes"]
    assert "shouting" not in [one["phase"] for one in Comment.objects.first().opinions]
    entry = AuditEntry.objects.get(act="pipelinesettings.changed")
    assert entry.details == {"switched_off": "shouting", "links_allowed": {"before": 0, "after": 1}}


def test_saving_what_holds_already_logs_nothing(editor):
    editor.post(ADDRESS, typed())
    assert not AuditEntry.objects.filter(act="pipelinesettings.changed").exists()


def test_the_buttons_move_a_phase_without_saving_and_keep_what_was_typed(editor):
    page = editor.post(ADDRESS, typed("xuong:links", links_allowed="7", capitals_percent="chữ")).text
    assert page.index("buoc-shouting") < page.index("buoc-links") < page.index("buoc-wrong_language")
    assert 'value="7"' in page and 'value="chữ"' in page and "chưa được lưu" in page
    assert not PipelineSettings.objects.exists()


def test_moving_beyond_the_end_and_what_does_not_move_changes_nothing(editor):
    for act in ("len:trap_filled", "xuong:network_flood", "len:needs_eyes", "len:comments_closed", "len:x", "len"):
        page = editor.post(ADDRESS, typed(act), follow=True).text
        assert page.index("buoc-too_fast") < page.index("buoc-trap_filled")
        assert page.index("buoc-network_flood") < page.index("buoc-needs_eyes")


def test_the_saved_order_is_the_order_of_the_phases(editor):
    names = ["links", *(name for name in MOVABLE_NAMES if name != "links")]
    editor.post(ADDRESS, typed(order=",".join(names)))
    send(LiveArticleFactory(), text="hay lắm", homepage="x")
    assert [one["phase"] for one in Comment.objects.get().opinions][len(FIRST) :] == ["links", "trap_filled"]


def test_defaults_are_filled_in_and_not_saved(editor):
    editor.post(ADDRESS, typed(links_allowed="9", on_links=None))
    page = editor.post(ADDRESS, typed("mac-dinh", links_allowed="9", on_links=None)).text
    assert 'name="links_allowed" value="0"' in page and 'name="on-links" checked' in page
    assert current.newest().thresholds.links_allowed == 9


@pytest.mark.parametrize("wrong", ["", "x", "-1", "21", "9" * 400, "1.5", "１"])
def test_a_wrong_number_is_told_beside_its_field_and_nothing_is_saved(editor, wrong):
    answer = editor.post(ADDRESS, typed(links_allowed=wrong))
    told = "Nhập một số từ 0 đến 20." in answer.text
    assert (answer.status_code, told) == (
        (302, False) if wrong == "１" else (422, True)
    )  # a full-width one is a number
    assert PipelineSettings.objects.exists() == (wrong == "１")


@once
@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"viec": "luu"},
        {"viec": "thu", "order": "x" * 100_000},
        typed(order="links,links,x,\0,needs_eyes"),
        typed(number="0"),
        typed("thu", number="1001"),
        typed("thu", number="9" * 300),
        typed("không có"),
        typed(version="\0"),
        typed(version="x" * 100),
    ],
)
def test_no_shape_of_a_request_breaks_the_page(editor, sent):
    assert editor.post(ADDRESS, sent).status_code < 500
    assert editor.get(f"{ADDRESS}1/change/").status_code == 302


def test_who_read_an_older_version_is_told_and_keeps_what_was_typed(editor):
    editor.post(ADDRESS, typed(links_allowed="1"))
    answer = editor.post(ADDRESS, typed(links_allowed="5", version="0123456789abcdef"))
    assert (answer.status_code, current.newest().thresholds.links_allowed) == (409, 1)
    assert "Đồng nghiệp vừa đổi" in answer.text and 'name="links_allowed" value="5"' in answer.text


def test_a_dry_run_says_what_would_have_become_of_whom_and_stores_nothing(editor):
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    for place in range(3):
        send(article, text=f"{LINK} {place}", address=f"192.0.2.{place}")
    send(article, text="Bài hay")
    before = list(Comment.objects.values())
    page = editor.post(ADDRESS, typed("thu", links_allowed="1")).text
    assert "3 trong 4 bình luận gần nhất sẽ được quyết định khác" in page
    assert "https://x.example/a nhé 2" in page and "nay: chờ duyệt" in page
    assert list(Comment.objects.values()) == before and not PipelineSettings.objects.exists()
    assert "0 trong 4" in editor.post(ADDRESS, typed("thu")).text


def test_an_administrator_learns_how_many_and_reads_no_comment(client):
    client.force_login(UserFactory(role=roles.ADMINISTRATOR))
    CommentFactory(text=LINK)
    page = client.post(ADDRESS, typed("thu", on_links=None)).text
    assert "do bước khác quyết định" in page and "x.example" not in page


def test_personal_data_in_an_example_is_masked(editor):
    CommentFactory(text="Gọi tôi số 0912345678 nhé")
    page = editor.post(ADDRESS, typed("thu", on_personal_data=None)).text
    assert "••••" in page and "0912345678" not in page


def test_the_page_costs_few_queries_and_so_does_a_dry_run(editor, django_assert_max_num_queries):
    CommentFactory.create_batch(30, text=LINK)
    with django_assert_max_num_queries(12):
        editor.get(ADDRESS)
    with django_assert_max_num_queries(18):
        editor.post(ADDRESS, typed("thu", on_links=None))


def test_every_phase_has_its_words(editor):
    page = editor.get(ADDRESS).text
    assert all(f'id="buoc-{phase.__name__}"' in page for phase in PHASES)
    from comments.admin.phases import DOES, NAMES, THRESHOLDS

    assert {phase.__name__ for phase in PHASES} == DOES.keys() and DOES.keys() <= NAMES.keys()
    assert {name for names in THRESHOLDS.values() for name in names} == BOUNDS.keys()


def test_the_rule_itself_refuses_who_may_not():
    moderator = UserFactory(role=roles.MODERATOR)
    with pytest.raises(Exception, match="quyền"):
        keep(Rules(), moderator)


def test_nobody_who_waits_is_decided_by_a_dry_run(editor):
    comment = CommentFactory(text=LINK)
    editor.post(ADDRESS, typed("thu"))
    assert Comment.objects.get(pk=comment.pk).state == State.WAITING
