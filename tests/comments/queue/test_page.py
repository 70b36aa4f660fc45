"""The page of the queue: one comment large, the next ones beside it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Reason, State
from comments.moderation import counts, decisions, second_look
from news import roles
from tests.comments.queue.asking import QUEUE, SCRIPT, at_desk, brought, more, page
from tests.comments.sending import send
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
MODERATING = {roles.EDITOR, roles.MANAGING_EDITOR, roles.MODERATOR}


@pytest.fixture
def moderator() -> Client:
    return at_desk()


def large(text: str) -> str:
    """What is shown of the page's comments: the one that is not hidden."""
    shown = [part for part in text.split("<article ")[1:] if " hidden>" not in part.split("\n", 1)[0]]
    assert len(shown) == 1
    return shown[0].split("</article>")[0]


def test_it_opens_on_the_longest_waiting_with_all_that_helps_to_decide(moderator):
    section = SectionFactory(name="Dân sinh", parent=SectionFactory(name="Thời sự"))
    article = LiveArticleFactory(section=section, headline="Cầu mới thông xe")
    parent = ApprovedCommentFactory(article=article, name="Bà Tám", text="Cầu đẹp quá.")
    send(article, text="Gọi 0912 345 678 gặp tôi", name="Anh Ba", email="ba@example.vn")
    comment = Comment.objects.latest("id")
    Comment.objects.filter(pk=comment.pk).update(parent=parent)
    CommentFactory(address_hash=comment.address_hash, text="Lời trước đây", state=State.REJECTED)
    CommentFactory(text="Người sau")
    shown = large(page(moderator))
    for expected in (
        "Anh Ba", "Gọi •••• gặp tôi", "ba@example.vn", "Cầu mới thông xe", "Thời sự › Dân sinh", "Trả lời Bà Tám",
        "Cầu đẹp quá.", "Vì sao ở đây:", '<mark class="found" dir="auto">••••</mark>', "Lời trước đây",
        "0 đăng, 1 không đăng, 0 thư rác", article.get_absolute_url(),
    ):  # fmt: skip
        assert expected in shown
    assert "Người sau" not in shown


def test_an_earlier_wording_and_a_plea_are_shown(moderator):
    send(LiveArticleFactory(), text="Câu đầu tiên", name="Lan")
    comment = Comment.objects.get()
    Client().post(f"{comment.receipt_url()}sua/", {"text": "Câu thứ hai", "name": "Lan", "lan": "0"})
    decisions.reject(Comment.objects.get(), None, Reason.OFF_TOPIC)
    second_look.ask(Comment.objects.get(), "Xin đọc lại giúp tôi.")
    shown = large(page(moderator))
    assert "Người gửi đã sửa 1 lần" in shown
    assert "Xin đọc lại giúp tôi." in shown
    assert "Các quyết định trước" in shown


def test_what_is_not_live_is_named_but_not_linked(moderator):
    article = LiveArticleFactory(headline="Đã gỡ rồi", state="withdrawn")
    CommentFactory(article=article)
    shown = large(page(moderator))
    assert "Đã gỡ rồi" in shown
    assert article.get_absolute_url() not in shown


def test_what_readers_wrote_is_escaped(moderator):
    CommentFactory(name="<script>1</script>", text="<img src=x>")
    found = page(moderator)
    assert "<script>1" not in found
    assert "<img src=x" not in found


def test_the_list_leads_to_each_without_a_script(moderator):
    first, second = CommentFactory(text="Lời thứ nhất"), CommentFactory(text="Lời thứ hai")
    assert f"?so={second.pk}" in page(moderator)
    assert "Lời thứ hai" in large(page(moderator, f"?so={second.pk}"))
    assert "Lời thứ nhất" in large(page(moderator, f"?so={first.pk}"))


def test_one_that_others_read_is_told_and_not_shown(moderator):
    first, second = CommentFactory(text="Lời thứ nhất"), CommentFactory(text="Lời thứ hai")
    assert brought(at_desk(), want=1) == [first.pk]
    found = page(moderator, f"?so={first.pk}")
    assert "Bình luận bạn chọn đã được quyết định, hoặc đang có người khác đọc." in found
    assert second.text in large(found)


def test_an_empty_queue_says_so(moderator):
    assert "Hàng này không còn bình luận nào cho bạn." in page(moderator)


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_moderators_find_the_queue(role):
    client, comment = at_desk(role), CommentFactory()
    may = role in MODERATING
    for address in (QUEUE, f"{QUEUE}nhat-ky/", f"{QUEUE}nhieu/?theo=loi&giong={comment.pk}"):
        assert client.get(address).status_code == (200 if may else 403)
    for address in ("them/", "tra-lai/", "hoan-tac/", f"{comment.pk}/duyet/", f"{comment.pk}/tra-loi/"):
        answer = client.post(QUEUE + address, {"text": "Cảm ơn."}, headers=SCRIPT)
        assert (answer.status_code == 403) != may
    assert ("Hàng đợi bình luận" in client.get("/toa-soan/").text) == may


def test_strangers_are_led_to_the_log_in_page_and_their_scripts_told():
    assert Client().get(QUEUE).status_code == 302
    assert Client().post(f"{QUEUE}1/duyet/", headers=SCRIPT).status_code == 401


def test_without_the_right_to_feature_there_is_no_such_button(moderator):
    CommentFactory()
    assert 'data-act="noi-bat"' in page(moderator)
    group = moderator.person.groups.get()
    group.permissions.remove(group.permissions.get(codename="feature_comment"))
    assert 'data-act="noi-bat"' not in page(moderator)


def test_the_key_for_bans_leads_to_their_page_and_back_for_those_who_may_ban(moderator):
    comment = CommentFactory()
    assert f"/toa-soan/cam/?binh-luan={comment.pk}&amp;next=%2Ftoa-soan%2Fhang-doi%2F" in page(moderator)
    assert "data-ban" not in page(at_desk(roles.EDITOR))


# --- what its script asks for ------------------------------------------------------------------------------------


def test_more_come_prepared_and_what_the_page_has_or_sends_does_not(moderator):
    ids = [CommentFactory().pk for _ in range(5)]
    answer = more(moderator, want=3)
    assert [card["pk"] for card in answer["cards"]] == ids[:3]
    assert f'data-card="{ids[0]}"' in answer["cards"][0]["card"]
    assert f'data-row="{ids[0]}"' in answer["cards"][0]["row"]
    assert answer["counts"]["cho-duyet"] == "5"
    assert brought(moderator, have=ids[:2], away=str(ids[2])) == ids[3:]


def test_what_was_lost_is_told(moderator):
    ids = [CommentFactory().pk for _ in range(3)]
    brought(moderator)
    decisions.approve(Comment.objects.get(pk=ids[1]), None)
    assert more(moderator, have=ids, want=0)["lost"] == [ids[1]]


def test_leaving_gives_back(moderator):
    ids = [CommentFactory().pk for _ in range(2)]
    until = more(moderator)["until"]
    other = at_desk()
    assert brought(other) == []
    sent = {"have": f"{ids[0]},{ids[1]}", "until": until}
    assert moderator.post(f"{QUEUE}tra-lai/", sent, headers=SCRIPT).status_code == 200
    assert brought(other) == ids


@pytest.mark.parametrize("raw", ["", "x", "-1", "1.5", "9" * 30, "١٢", ",,,", "1," * 5000])
def test_nonsense_is_no_error(moderator, raw):
    CommentFactory()
    sent = {"have": raw, "away": raw, "want": raw, "until": raw, "hang": raw, "muc": raw, "bai": raw}
    for address in ("them/", "tra-lai/"):
        assert moderator.post(QUEUE + address, sent, headers=SCRIPT).status_code == 200
    query = {"so": raw, "hang": raw, "muc": raw, "bai": raw}
    assert moderator.get(QUEUE, query).status_code == 200
    for kind in ("chon", "loi", raw):
        assert moderator.get(f"{QUEUE}nhieu/", {"theo": kind, "so": raw, "giong": raw}).status_code in (200, 404)
    assert moderator.get(f"{QUEUE}nhat-ky/", {"truoc": raw}).status_code in (200, 404)
    assert moderator.post(f"{QUEUE}hoan-tac/", {"decision": raw}, headers=SCRIPT).status_code in (404, 409)


def test_wrong_methods_are_refused(moderator):
    comment = CommentFactory()
    for address in ("them/", "tra-lai/", "hoan-tac/", f"{comment.pk}/duyet/", f"{comment.pk}/tra-loi/"):
        assert moderator.get(QUEUE + address).status_code == 405
    assert moderator.post(QUEUE).status_code == 405
    assert moderator.post(f"{QUEUE}nhat-ky/").status_code == 405
    assert Comment.objects.get().state == State.WAITING


def test_a_full_page_asks_as_much_as_one_with_few(moderator):
    def queries(client: Client) -> int:
        with CaptureQueriesContext(connection) as asked:
            page(client)
        return len(asked)

    article = LiveArticleFactory()

    def sent(number: int) -> None:
        for place in range(number):
            CommentFactory(article=article, address_hash=str(place % 7) * 64, text=f"{place} lần", edition=place % 2)
        counts.recount(article.pk)

    sent(2)
    page(moderator)
    few = queries(moderator)
    sent(60)
    assert queries(moderator) <= few <= 25
