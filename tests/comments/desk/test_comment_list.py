"""The list of comments at the desk."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Decision, Discussion, Reason, State
from comments.moderation import counts, decisions, second_look
from news import roles
from tests.factories import (
    ApprovedCommentFactory,
    CommentFactory,
    LiveArticleFactory,
    SectionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LIST = "/toa-soan/comments/comment/"
MODERATING = (roles.EDITOR, roles.MANAGING_EDITOR, roles.MODERATOR)


@pytest.fixture
def moderator(client) -> Client:
    client.force_login(UserFactory(role=roles.MODERATOR, display_name="Chị Duyệt"))
    return client


def page(client: Client, query: str = "") -> str:
    answer = client.get(LIST + query)
    assert answer.status_code == 200
    return answer.text


def press(client: Client, comment: Comment, name: str, **form: str):
    return client.post(
        f"{LIST}{comment.pk}/quyet-dinh/{name}/", form, headers={"Referer": f"http://testserver{LIST}?muc=3"}
    )


def told(client: Client) -> str:
    """The messages on the next page."""
    return re.sub(r"\s+", " ", page(client, "?trang_thai=tat-ca"))


def test_it_opens_on_what_waits_newest_first(moderator):
    CommentFactory(text="Cũ hơn")
    CommentFactory(text="Mới hơn")
    ApprovedCommentFactory(text="Đã xong")
    found = page(moderator)
    assert found.index("Mới hơn") < found.index("Cũ hơn")
    assert "Đã xong" not in found
    assert "Đã xong" in page(moderator, "?trang_thai=tat-ca")
    assert "Đã xong" in page(moderator, "?trang_thai=approved")


def test_a_row_shows_the_comment_its_article_and_its_section(moderator):
    section = SectionFactory(name="Dân sinh", parent=SectionFactory(name="Thời sự"))
    article = LiveArticleFactory(section=section, headline="Cầu mới thông xe")
    CommentFactory(article=article, name="Bà Tám", text="a" * 400)
    found = page(moderator)
    for expected in ("Bà Tám", "a" * 400, "Cầu mới thông xe", "Thời sự › Dân sinh", "gửi lần đầu"):
        assert expected in found


def test_a_row_tells_what_became_of_others_from_the_same_address(moderator):
    for state in (State.APPROVED, State.APPROVED, State.REJECTED):
        CommentFactory(state=state, address_hash="a" * 64)
    CommentFactory(address_hash="a" * 64)
    assert "2 đăng, 1 không đăng, 0 thư rác" in page(moderator)


def test_what_readers_wrote_is_escaped(moderator):
    CommentFactory(name="<script>alert(1)</script>", text="<img src=x onerror=alert(2)>")
    found = page(moderator)
    assert "<script>alert(1)" not in found
    assert "<img src=x" not in found
    assert "&lt;img src=x" in found


@pytest.mark.parametrize(
    ("name", "state", "words"),
    [
        ("duyet", State.APPROVED, "Đã duyệt bình luận của Bà Tám."),
        ("khong-dang", State.REJECTED, "Đã từ chối bình luận của Bà Tám."),
        ("thu-rac", State.SPAM, "Đã xếp vào thư rác bình luận của Bà Tám."),
    ],
)
def test_one_press_decides_and_leads_back_with_an_undo(moderator, name, state, words):
    comment = CommentFactory(name="Bà Tám")
    counts.recount(comment.article_id)
    answer = press(moderator, comment, name)
    assert (answer.status_code, answer["Location"]) == (303, f"http://testserver{LIST}?muc=3")
    assert Comment.objects.get().state == state
    found = told(moderator)
    assert words in found
    assert "Hoàn tác" in found
    decision = Decision.objects.get()
    moderator.post(f"{LIST}hoan-tac/", {"decision": decision.pk})
    assert Comment.objects.get().state == State.WAITING
    assert "Đã hoàn tác với bình luận của Bà Tám." in told(moderator)
    assert Discussion.objects.get().waiting_count == 1


def test_the_reason_beside_the_button_goes_along(moderator):
    comment = CommentFactory()
    press(moderator, comment, "khong-dang", **{f"reason-{comment.pk}": "personal", "reason-999": "illegal"})
    assert Comment.objects.get().reason == Reason.PERSONAL


def test_a_made_up_reason_is_none(moderator):
    comment = CommentFactory()
    press(moderator, comment, "khong-dang", **{f"reason-{comment.pk}": "made up"})
    assert (Comment.objects.get().state, Comment.objects.get().reason) == (State.REJECTED, "")


def test_an_approved_comment_can_be_featured_and_back(moderator):
    comment = ApprovedCommentFactory()
    press(moderator, comment, "noi-bat")
    assert Comment.objects.get().featured_at
    assert "nổi bật" in page(moderator, "?noi_bat=1&trang_thai=tat-ca")
    press(moderator, comment, "bo-noi-bat")
    assert not Comment.objects.get().featured_at


def test_nothing_is_changed_by_a_link(moderator):
    comment = CommentFactory()
    for name in ("duyet", "khong-dang", "thu-rac", "noi-bat"):
        assert moderator.get(f"{LIST}{comment.pk}/quyet-dinh/{name}/").status_code == 405
    assert moderator.get(f"{LIST}hoan-tac/").status_code == 405
    assert Comment.objects.get().state == State.WAITING
    assert "formaction" in page(moderator)


def test_a_button_needs_the_forms_token():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=roles.MODERATOR))
    comment = CommentFactory()
    assert press(client, comment, "duyet").status_code == 403
    assert client.post(f"{LIST}hoan-tac/").status_code == 403
    assert Comment.objects.get().state == State.WAITING


def test_a_referrer_from_elsewhere_is_not_followed(moderator):
    comment = CommentFactory()
    address = f"{LIST}{comment.pk}/quyet-dinh/duyet/"
    answer = moderator.post(address, headers={"Referer": "https://other.example/"})
    assert answer["Location"] == LIST


@pytest.mark.parametrize("name", ["xoa", "approve", "duyet-het"])
def test_an_unknown_button_is_not_found(moderator, name):
    assert press(moderator, CommentFactory(), name).status_code == 404


def test_a_decision_that_does_not_fit_any_more_is_told_in_words(moderator):
    comment = CommentFactory(name="Bà Tám")
    decisions.take_back(comment)
    assert press(moderator, comment, "duyet").status_code == 303
    assert "Bà Tám: Người gửi đã rút lại bình luận này." in told(moderator)


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_those_who_moderate_see_the_list_and_its_buttons_work_for_them_alone(client, role):
    client.force_login(UserFactory(role=role))
    comment = CommentFactory()
    may = role in MODERATING
    assert client.get(LIST).status_code == (200 if may else 403)
    assert press(client, comment, "duyet").status_code == (303 if may else 403)
    assert (Comment.objects.get().state == State.APPROVED) is may


def test_strangers_are_led_to_the_log_in_page(client):
    answer = press(client, CommentFactory(), "duyet")
    assert answer.status_code == 302
    assert "login" in answer["Location"]
    assert Comment.objects.get().state == State.WAITING


@pytest.mark.parametrize(
    ("action", "state"), [("duyet", State.APPROVED), ("khong_dang", State.REJECTED), ("thu_rac", State.SPAM)]
)
def test_several_are_decided_at_once_and_undone_at_once(moderator, action, state):
    article = LiveArticleFactory()
    chosen = [CommentFactory(article=article) for _ in range(3)]
    left = CommentFactory(article=article)
    counts.recount(article.pk)
    form = {"action": action, "_selected_action": [each.pk for each in chosen], "reason": "off_topic", "index": 0}
    moderator.post(LIST, form)
    assert Comment.objects.filter(state=state).count() == 3
    assert Comment.objects.get(pk=left.pk).state == State.WAITING
    assert "3 bình luận" in told(moderator)
    moderator.post(f"{LIST}hoan-tac/", {"decision": [each.pk for each in Decision.objects.all()]})
    assert Comment.objects.waiting().count() == 4
    assert Discussion.objects.get().waiting_count == 4


def test_undo_over_a_later_decision_is_refused_in_words(moderator):
    comment = CommentFactory()
    first = decisions.approve(comment, None)
    decisions.mark_spam(comment, None)
    moderator.post(f"{LIST}hoan-tac/", {"decision": first.pk})
    assert "Đã có quyết định mới hơn" in told(moderator)
    assert Comment.objects.get().state == State.SPAM


@pytest.mark.parametrize("wrong", ["", "x", "-1", "9" * 30, "999999"])
def test_undoing_what_never_was_changes_nothing(moderator, wrong):
    assert moderator.post(f"{LIST}hoan-tac/", {"decision": wrong}).status_code == 303


@pytest.mark.parametrize("term", ["cảm ơn tòa soạn", "cam on toa soan", "TÒA CẢM", "bà tám", "ba tam", "#%d"])
def test_it_is_searched_with_and_without_diacritics(moderator, term):
    comment = CommentFactory(name="Bà Tám", text="Cảm ơn tòa soạn nhiều.")
    CommentFactory(name="Người khác", text="Ý kiến khác hẳn.")
    found = moderator.get(LIST, {"q": term % comment.pk if "%" in term else term}).text
    assert "Cảm ơn tòa soạn nhiều." in found
    assert "Ý kiến khác hẳn." not in found


def test_it_is_narrowed_to_a_section_and_to_an_article(moderator):
    top = SectionFactory()
    article = LiveArticleFactory(section=SectionFactory(parent=top))
    CommentFactory(article=article, text="Ở đây")
    CommentFactory(text="Ở nơi khác")
    for query in (f"?muc={top.pk}", f"?muc={article.section_id}", f"?bai={article.pk}"):
        found = page(moderator, query)
        assert "Ở đây" in found
        assert "Ở nơi khác" not in found


@pytest.mark.parametrize("query", ["?trang_thai=x", "?muc=x", "?bai=x", "?bai=" + "9" * 30, "?p=99999", "?q=%F0%9F"])
def test_a_made_up_question_is_answered(moderator, query):
    CommentFactory()
    assert moderator.get(LIST + query).status_code in (200, 302)


@pytest.mark.parametrize("number", [5, 2000])
def test_a_page_costs_the_same_however_many_there_are(moderator, number):
    article = LiveArticleFactory()
    Comment.objects.bulk_create(
        CommentFactory.build(article=article, address_hash=f"{place:064}", name=f"Lan {place}")
        for place in range(number)
    )
    with CaptureQueriesContext(connection) as asked:
        page(moderator)
    statements = [each["sql"] for each in asked]
    assert len(statements) <= 14
    counting = [each for each in statements if "COUNT(" in each and "address_hash" not in each]
    assert counting == []


def test_nobody_adds_or_edits_a_comment(moderator):
    comment = CommentFactory()
    assert moderator.get(f"{LIST}add/").status_code == 403
    assert moderator.post(f"{LIST}{comment.pk}/change/", {"text": "Lời khác"}).status_code == 403


def test_every_state_has_its_tab(moderator):
    found = page(moderator)
    for state in [*State.values, "tat-ca"]:
        assert f'href="?trang_thai={state}"' in found


def test_what_waits_for_another_look_is_marked_and_can_be_listed_alone(moderator):
    CommentFactory(text="Lần đầu")
    comment = CommentFactory(text="Lần hai")
    decisions.reject(comment, None, Reason.OFF_TOPIC)
    second_look.ask(comment, "Xin đọc kỹ đoạn hai.")
    both, alone = page(moderator), page(moderator, "?xem_lai=1")
    assert both.count('<span class="comment-state waiting">xin xem lại</span>') == 1
    assert "Xin đọc kỹ đoạn hai." in both
    assert "Lần đầu" in both and "Lần đầu" not in alone and "Lần hai" in alone


def test_marks_of_changes_and_second_looks_cost_no_further_query_a_row(moderator):
    def asked(number: int) -> int:
        for _ in range(number):
            comment = CommentFactory(edition=1)
            decisions.reject(comment, None, Reason.OFF_TOPIC)
            second_look.ask(comment, "Xin đọc kỹ.")
        with CaptureQueriesContext(connection) as queries:
            page(moderator)
        return len(queries)

    assert asked(1) == asked(20) <= 25
