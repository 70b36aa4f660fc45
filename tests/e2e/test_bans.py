"""A moderator keeps somebody out and clears up; an editor calls a pause for the whole paper."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Ban, Comment, CommentSwitch, State
from comments.moderation import counts
from news import roles
from tests.e2e.browser import enter
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_moderator_bans_from_a_comment_sweeps_and_undoes_all_of_it(page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    whose = {"article": article, "address_hash": "a" * 64, "name": "Nguyễn Văn Tèo"}
    shown = CommentFactory(**whose, text="Vay tiền nhanh, lãi thấp.", state=State.APPROVED)
    comments = [shown, *(CommentFactory(**whose, text=f"Vay tiền lần {n}.") for n in range(3))]
    counts.recount(article.pk)
    page.goto(f"{live_server.url}/toa-soan/comments/comment/{comments[-1].pk}/change/")
    enter(page, UserFactory(role=roles.MODERATOR))
    page.get_by_role("link", name="Cấm…").click()
    page.get_by_label("Vì sao cấm").fill("Mời vay tiền")
    page.get_by_label("Lặng lẽ").check()
    page.get_by_label("Mọi bình luận trong 7 ngày qua").check()
    page.get_by_label("Các bình luận ấy thành").select_option("spam")
    page.get_by_role("button", name="Đếm lại").click()
    expect(page.get_by_label("Vì sao cấm")).to_have_value("Mời vay tiền")
    page.get_by_role("button", name="Cấm và dọn 4 bình luận").click()
    expect(page).to_have_url(f"{live_server.url}/toa-soan/comments/comment/{comments[-1].pk}/change/")
    expect(page.get_by_text("Đã dọn 4 bình luận.")).to_be_visible()
    assert set(Comment.objects.values_list("state", flat=True)) == {State.SPAM} and Ban.objects.get().silent
    page.locator("form", has=page.locator("input[name=next]")).get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_text("4 bình luận trở lại như trước")).to_be_visible()
    assert [each.state for each in Comment.objects.order_by("pk")] == ["approved", "waiting", "waiting", "waiting"]
    assert Ban.objects.get().lifted_at


def test_the_paper_closes_its_comments_for_three_hours_and_a_reader_is_told_until_when(
    page: Page, live_server: LiveServer
):
    article = LiveArticleFactory()
    page.goto(f"{live_server.url}/toa-soan/nhan-binh-luan/")
    enter(page, UserFactory(role=roles.MANAGING_EDITOR))
    expect(page.get_by_text("Bình thường: mở, duyệt trước khi hiện.")).to_be_visible()
    page.get_by_label("Ghi chú cho đồng nghiệp").fill("Tin nóng")
    page.get_by_role("button", name="Bật", exact=True).click()
    expect(page.get_by_text("Đang có lệnh chung cho toàn báo")).to_be_visible()
    reader = page.context.browser.new_context().new_page()  # type: ignore[union-attr]  # it has one
    reader.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(reader.get_by_text("Phần bình luận đang tạm đóng đến")).to_be_visible()
    expect(reader.get_by_label("Bình luận", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Tắt: đóng bình luận: toàn báo").click()
    expect(page.get_by_text("Bình thường: mở, duyệt trước khi hiện.")).to_be_visible()
    reader.reload()
    reader.get_by_label("Bình luận", exact=True).fill("Tôi có ý kiến.")
    reader.get_by_label("Tên").fill("Lan")
    reader.get_by_role("button", name="Gửi bình luận").click()
    expect(reader.get_by_text("Tòa soạn đã nhận bình luận của bạn")).to_be_visible()
    assert CommentSwitch.objects.get().ended_at
    reader.context.close()
