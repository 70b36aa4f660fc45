"""Banning at the desk, the list of bans, and the page of a sender."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Ban, Comment, State
from comments.moderation import decisions
from comments.moderation.bans import keeping, sweeping
from news import roles
from tests.comments.moderation.bans.banning import banned
from tests.factories import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db
FROM = {"address_hash": "a" * 64, "network_hash": "b" * 64, "email": "lan@example.vn", "name": "Nguyễn Văn Tèo"}
LIST = "/toa-soan/cam/danh-sach/"
TYPED = {
    "who": ["address_hash", "email"],
    "span": "30",
    "manner": "told",
    "note": "Chửi bới",
    "sweep": "this",
    "fate": "offensive",
}


@pytest.fixture
def moderator(client) -> Client:
    client.force_login(UserFactory(role=roles.MODERATOR))
    return client


@pytest.fixture
def comment() -> Comment:
    return CommentFactory(**FROM)


def address(comment: Comment) -> str:
    return f"/toa-soan/cam/?binh-luan={comment.pk}"


def hidden(page: str) -> dict[str, str]:
    """The key and the mark of the form."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("key", "mark")}  # type: ignore[index]


def ban_of(moderator: Client, comment: Comment, **changes: object):
    """Answer to the button after counting."""
    typed = {**TYPED, **changes}
    counted = moderator.post(address(comment), typed)
    assert counted.status_code == 200, counted.text
    return moderator.post(address(comment), {**typed, **hidden(counted.text), "do": "1"})


def test_one_click_on_the_first_page_bans_with_what_was_typed(moderator, comment):
    page = moderator.get(address(comment), headers={"Referer": "http://testserver/toa-soan/comments/comment/"}).text
    answer = moderator.post(
        address(comment), {**TYPED, **hidden(page), "next": "/toa-soan/comments/comment/?p=2", "do": "1"}
    )
    assert (answer.status_code, answer["Location"]) == (303, "/toa-soan/comments/comment/?p=2")
    ban = Ban.objects.get()
    assert (ban.address_hash, ban.network_hash, ban.name_key) == ("a" * 64, "", "")
    assert ban.email == "l…n@example.vn" and len(ban.email_key) == 64
    assert timedelta(days=29, hours=23) < ban.until - timezone.now() <= timedelta(days=30)
    assert (ban.silent, ban.note, ban.comment) == (False, "Chửi bới", comment)
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == (State.REJECTED, "offensive")
    shown = moderator.get("/toa-soan/comments/comment/").text
    assert "Đã dọn 1 bình luận" in shown and f"/toa-soan/cam/{ban.pk}/hoan-tac/" in shown


def test_the_numbers_come_first_and_the_undo_gives_all_back(moderator, comment):
    others = [CommentFactory(**FROM, text=f"Câu thứ {n}") for n in range(3)]
    decisions.approve(others[0], None)
    counted = moderator.post(address(comment), {**TYPED, "sweep": "7"}).text
    assert "Cấm và dọn 4 bình luận" in counted and "Câu thứ 2" in counted
    assert not Ban.objects.exists()
    ban_of(moderator, comment, sweep="7", fate="spam", manner="silent", span="0")
    ban = Ban.objects.get()
    assert (ban.until, ban.silent) == (None, True)
    assert set(Comment.objects.values_list("state", "reason")) == {("spam", "advertising")}
    page = moderator.get(f"/toa-soan/cam/{ban.pk}/").text
    assert "Đã dọn 4 bình luận." in page and "không thời hạn" in page
    back = moderator.post(f"/toa-soan/cam/{ban.pk}/hoan-tac/")
    assert back.status_code == 303
    assert sorted(Comment.objects.values_list("state", flat=True)) == ["approved", "waiting", "waiting", "waiting"]
    assert "4 bình luận trở lại như trước" in moderator.get(back["Location"]).text


def test_other_numbers_than_those_seen_do_nothing(moderator, comment):
    counted = hidden(moderator.post(address(comment), {**TYPED, "sweep": "waiting"}).text)
    CommentFactory(**FROM)
    answer = moderator.post(address(comment), {**TYPED, "sweep": "waiting", **counted, "do": "1"})
    assert answer.status_code == 409 and "Cấm và dọn 2 bình luận" in answer.text
    assert not Ban.objects.exists()


def test_a_button_pressed_twice_is_one_ban(moderator, comment):
    page = {**TYPED, **hidden(moderator.get(address(comment)).text), "do": "1"}
    assert [moderator.post(address(comment), page).status_code for _twice in range(2)] == [303, 303]
    assert Ban.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"who": []}, "Hãy chọn ít nhất một cách"),
        ({"who": ["token"]}, "token"),
        ({"note": ""}, "Hãy ghi vì sao cấm"),
        ({"note": "\u200b\u200b"}, "Hãy ghi vì sao cấm"),
        ({"note": "x" * 201}, "200"),
        ({"span": "999999999999"}, "999999999999"),
        ({"sweep": "36500000"}, "36500000"),
        ({"fate": "approved"}, "approved"),
        ({"manner": "x"}, "desk-error"),
    ],
)
def test_a_wrong_answer_comes_back_with_what_was_typed(moderator, comment, changes, sentence):
    answer = moderator.post(address(comment), {**TYPED, "note": "Lý do riêng", **changes, "do": "1"})
    assert answer.status_code == 422 and sentence in answer.text
    assert "note" in changes or "Lý do riêng" in answer.text
    assert not Ban.objects.exists()


@pytest.mark.parametrize(
    "next_page", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\nx", "/" * 3000]
)
def test_nobody_is_led_to_a_foreign_page(moderator, comment, next_page):
    page = moderator.get(address(comment), {"binh-luan": comment.pk, "next": next_page}).text
    answer = moderator.post(address(comment), {**TYPED, **hidden(page), "next": next_page, "do": "1"})
    assert answer["Location"] == "/toa-soan/comments/comment/"


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "9" * 30, "1e3", "\u0661"])
def test_no_such_comment_is_not_found(moderator, comment, number):
    for answer in (
        moderator.get("/toa-soan/cam/", {"binh-luan": number}),
        moderator.get(f"/toa-soan/nguoi-gui/{'9' * 30}/"),
    ):
        assert answer.status_code == 404
    assert moderator.get("/toa-soan/cam/")["Location"] == LIST


def test_where_nothing_is_known_the_name_is_left_and_a_common_name_is_no_way(moderator):
    named, nameless = CommentFactory(name="Nguyễn Văn Tèo"), CommentFactory(name="Bạn đọc")
    assert 'value="name" checked' in moderator.get(address(named)).text.replace('id="id_who_0" ', "")
    page = moderator.get(address(nameless)).text
    assert "không còn giữ gì để nhận ra" in page
    answer = moderator.post(address(nameless), {**TYPED, "who": ["name"], "do": "1", "mark": hidden(page)["mark"]})
    assert answer.status_code == 422


def test_a_sweep_for_the_worker_shows_how_far_it_is(moderator, comment, monkeypatch):
    monkeypatch.setattr(sweeping, "AT_ONCE", 0)
    answer = ban_of(moderator, comment)
    ban = Ban.objects.get()
    assert answer["Location"] == f"/toa-soan/cam/{ban.pk}/"
    assert moderator.get(f"/toa-soan/cam/{ban.pk}/?dang=json").json() == {
        "left": 1,
        "words": "Đang dọn: còn 1 bình luận.",
    }
    monkeypatch.setattr(sweeping, "AT_ONCE", 5)
    moderator.post(f"/toa-soan/cam/{ban.pk}/lam-tiep/")
    assert "Đã dọn 1 bình luận." in moderator.get(answer["Location"]).text


def test_the_list_is_searched_and_parts_live_from_ended(moderator):
    banned(name="Nguyễn Văn Tèo", note="Chửi tục")
    keeping.lift(banned(email="lan@example.vn", note="Quảng cáo vay tiền"), None)
    live, ended = moderator.get(LIST).text, moderator.get(f"{LIST}?xem=het-han").text
    assert "Chửi tục" in live and "Quảng cáo" not in live
    assert "Quảng cáo" in ended and "Chửi tục" not in ended
    for asked, found in (("teo chui", True), ("vay tien", False), ("%", False), ("x@y.vn", False)):
        assert ("Chửi tục" in moderator.get(LIST, {"q": asked}).text) is found, asked
    assert "Quảng cáo" in moderator.get(LIST, {"xem": "het-han", "q": "LAN+1@example.vn"}).text
    assert moderator.get(LIST, {"truoc": "x"}).status_code == 404


def test_another_end_and_lifting(moderator):
    ban = banned(name="Nguyễn Văn Tèo")
    where = f"/toa-soan/cam/{ban.pk}/"
    moderator.post(f"{where}han/", {"span": "1"})
    ban.refresh_from_db()
    assert ban.until - timezone.now() <= timedelta(days=1)
    assert moderator.post(f"{where}han/", {"span": "2"}).status_code == 422
    for _twice in range(2):
        assert moderator.post(f"{where}go/", {"next": LIST})["Location"] == LIST
    assert "đã hết hạn hoặc đã được gỡ" in moderator.get(LIST).text
    assert moderator.get(f"{where}go/").status_code == 405


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.ADMINISTRATOR])
def test_others_find_no_bans_and_no_way_to_them(client, comment, role):
    ban = banned(name="Nguyễn Văn Tèo")
    client.force_login(UserFactory(role=role))
    where = f"/toa-soan/cam/{ban.pk}/"
    answers = [client.get(LIST), client.get(where), client.get(address(comment)), client.post(address(comment), TYPED)]
    answers += [client.post(f"{where}{act}/", {"span": "1"}) for act in ("han", "go", "hoan-tac", "lam-tiep")]
    assert {answer.status_code for answer in answers} == {403}
    ban.refresh_from_db()
    assert ban.is_live(timezone.now())
    assert "/toa-soan/cam/" not in client.get("/toa-soan/").text


def test_strangers_are_led_to_the_door(comment):
    for where in (LIST, address(comment), f"/toa-soan/nguoi-gui/{comment.pk}/", "/toa-soan/nhan-binh-luan/"):
        assert "/login/" in Client().get(where)["Location"]


# --- the page of a sender -------------------------------------------------------------------------------------


def test_a_sender_is_known_by_address_or_e_mail_and_never_by_its_hash(moderator, comment):
    CommentFactory(address_hash="a" * 64, name="Cùng nhà", state=State.SPAM, text="Một nguồn")
    CommentFactory(email="lan@example.vn", text="Một hộp thư")
    CommentFactory(network_hash="b" * 64, text="Một dải mạng")
    CommentFactory(text="Người lạ")
    banned(address_hash="a" * 64, note="Đã nhắc ba lần")
    page = moderator.get(f"/toa-soan/nguoi-gui/{comment.pk}/").text
    for expected in ("Một nguồn", "Một hộp thư", "Đã nhắc ba lần", "đang cấm", "Thấy lần đầu"):
        assert expected in page
    for other in ("Một dải mạng", "Người lạ", "a" * 64, "b" * 64):
        assert other not in page
    wide = moderator.get(f"/toa-soan/nguoi-gui/{comment.pk}/?theo=mang").text
    assert "Một dải mạng" in wide and "Một hộp thư" not in wide


def test_a_comment_without_contact_stands_alone(moderator):
    comment, _other = CommentFactory(text="Chính nó"), CommentFactory(text="Không liên quan")
    page = moderator.get(f"/toa-soan/nguoi-gui/{comment.pk}/").text
    assert "Chính nó" in page and "Không liên quan" not in page


def test_the_comments_page_leads_there(moderator, comment):
    page = moderator.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert f"/toa-soan/nguoi-gui/{comment.pk}/" in page and address(comment) in page
    assert f"/toa-soan/nguoi-gui/{comment.pk}/" in moderator.get("/toa-soan/comments/comment/").text


@pytest.mark.parametrize("number", [3, 300])
def test_the_pages_cost_the_same_however_much_was_said(moderator, comment, number):
    CommentFactory.create_batch(number, **FROM, article=comment.article)
    for where in (
        f"/toa-soan/nguoi-gui/{comment.pk}/",
        address(comment),
        f"/toa-soan/binh-luan-cua-bai/{comment.article_id}/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert moderator.get(where).status_code == 200
        assert len(asked) <= 25, where
    first = moderator.get(f"/toa-soan/nguoi-gui/{comment.pk}/").text
    older = re.search(r"\?truoc=[\d-]+", first)
    assert bool(older) is (number > 30)
    if older:
        assert (
            first.count('class="said"')
            == moderator.get(f"/toa-soan/nguoi-gui/{comment.pk}/{older[0]}").text.count('class="said"')
            == 30
        )


def test_an_editor_reads_that_somebody_is_banned_and_has_no_way_to_the_ban(client, comment):
    banned(address_hash="a" * 64, note="Đã nhắc ba lần")
    client.force_login(UserFactory(role=roles.EDITOR))
    page = client.get(f"/toa-soan/nguoi-gui/{comment.pk}/").text
    assert "Đã nhắc ba lần" in page and "/toa-soan/cam/" not in page


@pytest.mark.parametrize("role", [roles.REPORTER, roles.ADMINISTRATOR])
def test_who_does_not_moderate_finds_no_sender(client, comment, role):
    client.force_login(UserFactory(role=role))
    assert client.get(f"/toa-soan/nguoi-gui/{comment.pk}/").status_code == 403
