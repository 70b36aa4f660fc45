"""Sorting by plain links, paged by key, at the same cost however much has been said; and addresses of one comment that last."""

import re
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, State
from comments.moderation import counts, decisions
from news.models import CommentPolicy
from news.models import State as ArticleState
from tests.comments.sending import set_policy, set_site
from tests.comments.test_discussion import shown
from tests.databases import once
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return LiveArticleFactory()


def discussion(article, query: str = "") -> str:
    answer = Client().get(f"/binh-luan/{article.pk}/{query}")
    assert answer.status_code == 200
    return answer.text


def walked(article, query: str) -> list[str]:
    """The texts of all pages in that order."""
    page = discussion(article, query)
    seen = shown(page)
    while following := re.search(rf'href="/binh-luan/{article.pk}/(\?[^"]*truoc=[^"]+)"', page):
        page = discussion(article, following[1].replace("&amp;", "&"))
        assert shown(page)
        seen += shown(page)
    return seen


def said(article, number: int) -> list[Comment]:
    """Comments whose likes repeat, so that ids have to settle many places; every third one featured at one of five moments."""
    now = timezone.now()
    rows = [
        Comment(
            article=article,
            name="Lan",
            text=f"Ý kiến {place:03}",
            state=State.APPROVED,
            likes=place * 7 % 5,
            featured_at=now - timedelta(minutes=place % 5) if place % 3 == 0 else None,
            created_at=now,
        )
        for place in range(number)
    ]
    made = Comment.objects.bulk_create(rows)
    counts.recount(article.pk)
    return made


def test_the_most_liked_come_first_each_exactly_once_over_all_pages(article):
    made = said(article, 50)
    expected = sorted(made, key=lambda one: (one.likes, one.pk), reverse=True)
    assert walked(article, "?xep=quan-tam") == [one.text for one in expected]


def test_featured_are_those_that_editors_chose_the_newest_choice_first(article):
    made = said(article, 70)
    expected = sorted((one for one in made if one.featured_at), key=lambda one: (one.featured_at, one.pk), reverse=True)
    assert len(expected) > 20
    assert walked(article, "?xep=noi-bat") == [one.text for one in expected]


def test_a_featured_answer_stands_among_them_and_names_what_it_answers(article):
    question = ApprovedCommentFactory(article=article, name="Lan", featured_at=timezone.now() - timedelta(hours=1))
    answer = ApprovedCommentFactory(article=article, parent=question, text="Đáp hay", featured_at=timezone.now())
    page = discussion(article, "?xep=noi-bat")
    assert shown(page) == ["Đáp hay", question.text]
    assert f'href="/binh-luan/bl/{question.pk}/#bl-{question.pk}">trả lời <bdi>Lan</bdi>' in page
    assert page.count(f'id="bl-{answer.pk}"') == 1


def test_answers_follow_their_comments_in_the_order_of_likes(article):
    liked = ApprovedCommentFactory(article=article, text="Được thích", likes=3)
    ApprovedCommentFactory(article=article, text="Mới hơn")
    ApprovedCommentFactory(article=article, text="Đáp", parent=liked, likes=9)
    assert shown(discussion(article, "?xep=quan-tam")) == ["Được thích", "Đáp", "Mới hơn"]


def test_the_orders_are_plain_links_and_the_chosen_one_is_marked(article):
    said(article, 3)
    assert f'href="/binh-luan/{article.pk}/?xep=quan-tam">' in Client().get(article.get_absolute_url()).text
    marked = re.findall(r'aria-current="true">([^<]+)', discussion(article, "?xep=quan-tam"))
    assert marked == ["Quan tâm nhất"]
    assert shown(discussion(article, "?xep=moi-nhat")) == shown(discussion(article))


def test_a_single_comment_needs_no_order(article):
    said(article, 1)
    assert "xep=" not in discussion(article)


def test_nothing_featured_is_told_in_words(article):
    ApprovedCommentFactory(article=article)
    assert "Chưa có bình luận nào được chọn nổi bật" in discussion(article, "?xep=noi-bat")


KEYS = [
    "",
    "0",
    "x",
    "-",
    "1-",
    "-1",
    "1-0",
    "9-9-9",
    "9" * 5000,
    "1-" + "9" * 19,
    "٣-١",
    "1\u202e",
    "' or 1=1--",
    " 1-1",
]


@once
@pytest.mark.parametrize("order", ["moi-nhat", "quan-tam", "noi-bat"])
def test_a_key_that_leads_nowhere_is_not_found(article, order):
    said(article, 3)
    for key in KEYS:
        answer = Client().get(f"/binh-luan/{article.pk}/", {"xep": order, "truoc": key})
        assert (key, answer.status_code) == (key, 404)


@pytest.mark.parametrize("order", ["quan-tam", "noi-bat"])
def test_a_key_beyond_all_comments_never_breaks(article, order):
    said(article, 3)
    for key in ("9" * 18 + "-9", "999999999-" + "9" * 18):
        assert Client().get(f"/binh-luan/{article.pk}/?xep={order}&truoc={key}").status_code in (200, 404)


@once
def test_an_unknown_order_is_not_found(article):
    for order in ("", "x", "Quan-Tam", "a" * 5000, "\u202e", "likes", "-id"):
        assert Client().get(f"/binh-luan/{article.pk}/", {"xep": order}).status_code == 404


# --- lasting addresses -----------------------------------------------------------------------------------------


def test_every_comments_time_links_its_lasting_address(article):
    comment = ApprovedCommentFactory(article=article)
    page = Client().get(article.get_absolute_url()).text
    assert f'<a class="comment-time" href="/binh-luan/bl/{comment.pk}/#bl-{comment.pk}">' in page


def test_it_lands_on_the_comment_whatever_page_that_is_on(article):
    oldest = ApprovedCommentFactory(article=article, text="Cũ nhất")
    said(article, 100)
    answer = Client().get(f"/binh-luan/bl/{oldest.pk}/")
    assert f'id="bl-{oldest.pk}"' in answer.text
    assert shown(answer.text) == ["Cũ nhất"]
    assert article.get_absolute_url() in answer.text
    assert 'rel="canonical"' in answer.text
    assert not answer.cookies


def test_an_answer_stands_under_its_question_there(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    answers = [ApprovedCommentFactory(article=article, parent=question, text=f"Đáp {number}") for number in range(3)]
    assert shown(Client().get(f"/binh-luan/bl/{answers[1].pk}/").text) == ["Hỏi", "Đáp 0", "Đáp 1", "Đáp 2"]


@pytest.mark.parametrize("decide", [decisions.reject, decisions.mark_spam, lambda one, by: decisions.take_back(one)])
def test_what_was_there_and_is_gone_says_so(article, decide):
    comment = CommentFactory(article=article, text="Lời đã gỡ")
    decisions.approve(comment, None)
    decide(comment, None)
    answer = Client().get(f"/binh-luan/bl/{comment.pk}/")
    assert (answer.status_code, "Bình luận không còn trên trang" in answer.text) == (410, True)
    assert "Lời đã gỡ" not in answer.text


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_what_readers_never_saw_is_not_there(article, state):
    hidden = CommentFactory(article=article, state=state)
    unknown = Client().get("/binh-luan/bl/999999/")
    answer = Client().get(f"/binh-luan/bl/{hidden.pk}/")
    assert (answer.status_code, answer.content) == (404, unknown.content)


def test_what_waits_again_is_not_told_to_have_been_there(article):
    comment = CommentFactory(article=article)
    decisions.undo(decisions.approve(comment, None), None)
    assert Client().get(f"/binh-luan/bl/{comment.pk}/").status_code == 404


def test_it_goes_with_its_article(article):
    comment = ApprovedCommentFactory(article=LiveArticleFactory(state=ArticleState.WITHDRAWN))
    later = ApprovedCommentFactory(article=LiveArticleFactory(published_at=timezone.now() + timedelta(hours=1)))
    assert Client().get(f"/binh-luan/bl/{comment.pk}/").status_code == 410
    assert Client().get(f"/binh-luan/bl/{later.pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "tra-loi/", "thich/", "bao-cao/"])
def test_made_up_numbers_are_not_found(page):
    for number in ("0", "9" * 19, "9" * 40, "9" * 5000, "x", "-1", "1.5"):
        assert Client().get(f"/binh-luan/bl/{number}/{page}").status_code == 404
        assert Client().post(f"/binh-luan/bl/{number}/{page}").status_code in (403, 404, 405)


# --- no trace, and the cost -------------------------------------------------------------------------------------

PAGES = ["bl/{comment}/", "bl/{comment}/tra-loi/", "bl/{comment}/thich/", "bl/{comment}/bao-cao/"]
LISTS = ["{article}/?xep=quan-tam", "{article}/?xep=noi-bat", "{article}/luot-thich/?bl={comment}"]


@pytest.mark.parametrize("whose", ["site", "article"])
def test_where_comments_are_off_nothing_of_them_is_there(article, whose):
    comment = ApprovedCommentFactory(article=article, likes=3, featured_at=timezone.now())
    gone = CommentFactory(article=article)
    decisions.approve(gone, None)
    decisions.reject(gone, None)
    if whose == "site":
        set_site(comments_enabled=False)
    else:
        set_policy(article, CommentPolicy.HIDDEN)
    nowhere = Client().get("/binh-luan/bl/999999/").content
    for page, one in product([*PAGES, *LISTS], (comment, gone)):
        answer = Client().get("/binh-luan/" + page.format(comment=one.pk, article=article.pk))
        assert (answer.status_code, answer.content) == (404, nowhere), page
    text = Client().get(article.get_absolute_url()).text
    assert "bl/" not in text.partition("<body")[2]
    assert "binh-luan/" not in text


def test_the_page_of_ones_own_comments_is_the_same_for_all_and_goes_with_the_papers_switch():
    first, second = Client().get("/binh-luan/cua-toi/"), Client(headers={"Cookie": "a=b"}).get("/binh-luan/cua-toi/")
    assert (first.status_code, first.content) == (200, second.content)
    assert "JavaScript" in first.text
    assert first["Cache-Control"].startswith("public")
    set_site(comments_enabled=False)
    assert Client().get("/binh-luan/cua-toi/").status_code == 404


def test_ten_thousand_answers_under_one_comment_are_one_page_and_cost_what_ten_cost(article):
    heads = said(article, 30)
    loud, calm = heads[29], heads[28]

    def answer(to: Comment, number: int) -> None:
        row = {"article": article, "parent": to, "in_answer_to": to, "starts_thread": False, "state": State.APPROVED}
        rows = [Comment(name="Lan", text=f"Đáp {place}", created_at=to.created_at, **row) for place in range(number)]
        Comment.objects.bulk_create(rows, batch_size=500)

    def asked(address: str) -> tuple[int, str]:
        with CaptureQueriesContext(connection) as queries:
            page = Client().get(address).text
        return len(queries), page

    answer(calm, 3)
    addresses = [article.get_absolute_url(), *(f"/binh-luan/{article.pk}/{query}" for query in ("", "?xep=quan-tam"))]
    few = [asked(address)[0] for address in addresses]
    answer(loud, 10_000)
    counts.recount(article.pk)
    found = [asked(address) for address in addresses]
    assert [number for number, _page in found] == few
    assert max(few) <= 8
    assert all(page.count('<article class="comment"') <= 20 + 5 + 3 for _number, page in found)
    assert "Xem thêm trả lời" in found[0][1]
    assert shown(found[0][1])[6:8] == [calm.text, "Đáp 0"], "the quarrel doesn't push away what stands under it"

    first, last = Comment.objects.filter(parent=loud).earliest("id"), Comment.objects.filter(parent=loud).latest("id")
    pages = [asked(f"/binh-luan/bl/{one.pk}/") for one in (loud, first, last)]
    assert max(number for number, _page in pages) <= 8
    assert [len(shown(page)) for _number, page in pages] == [51, 51, 2]
    assert f'id="bl-{last.pk}"' in pages[2][1]
    assert "Xem các trả lời trước" in pages[2][1]


def test_a_thread_is_read_to_its_end_page_by_page(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    texts = [f"Đáp {number:03}" for number in range(120)]
    for text in texts:
        ApprovedCommentFactory(article=article, parent=question, text=text)
    address, seen = f"/binh-luan/bl/{question.pk}/", []
    while address:
        page = Client().get(address).text
        seen += shown(page)[1:]
        more = re.search(r'<a href="([^"#]+)#[^"]*">Xem thêm trả lời', page)
        address = more[1] if more else ""
    assert seen == texts
