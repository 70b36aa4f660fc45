"""The pages of acts on several articles: the count before, the act once, the way back after."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import editing, lifecycle
from news.bulk import acting
from news.bulk.counting import MOST
from news.models import Article, AuditEntry, BulkAct, Outcome, State
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, SectionFactory, TagFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/news/article/"
ROOM = "/toa-soan/hang-loat/"


def chosen(client, kind, *articles, query="", **more):
    """The count page, as the list leads to it."""
    ids = [article.pk for article in articles]
    posted = {"action": kind.replace("-", "_"), "_selected_action": ids, "index": "0", **more}
    return client.post(f"{LIST}?{query}", posted)


def count(client, kind, *articles, **answers):
    ids = ",".join(str(article if isinstance(article, int) else article.pk) for article in articles)
    return client.post(f"{ROOM}{kind}/", {"articles": ids, "key": uuid4(), **answers})


def sent(page, **answers):
    """What the count page's button sends."""
    context = page.context
    return {
        "articles": context["articles"],
        "key": context["key"],
        "mark": context["counted"].mark,
        "back": context["back"],
        "do": "1",
        **answers,
    }


def act(client, kind, *articles, follow=True, **answers):
    """Count, then press the button."""
    page = count(client, kind, *articles, **answers)
    return client.post(f"{ROOM}{kind}/", sent(page, **answers), follow=follow)


def numbers(page) -> tuple[int, dict[str, int]]:
    counted = page.context["counted"]
    return len(counted.changing), {why: len(those) for why, those in counted.staying.items()}


def test_the_page_counts_before_anything_happens_and_names_who_stays_and_why():
    held, foreign, goal = SectionFactory(name="Xã hội"), SectionFactory(name="Thể thao"), SectionFactory(name="Kinh tế")
    client = signed_in("biên tập viên", holds_every_section=False)
    client.user.sections.set([held, goal])
    articles = [ArticleFactory(section=held) for _ in range(3)]
    there, other = ArticleFactory(section=goal), ArticleFactory(section=foreign, headline="Bài mục khác")
    first = chosen(client, "chuyen-muc", *articles, there, other)
    assert first.status_code == 200 and numbers(first) == (4, {"Bạn không phụ trách mục “Thể thao”.": 1})
    assert 'name="do"' not in first.text
    page = count(client, "chuyen-muc", *articles, there, other, section=goal.pk)
    assert numbers(page) == (
        3,
        {"Bạn không phụ trách mục “Thể thao”.": 1, "Bài đã ở mục “Kinh tế”.": 1},
    )
    assert "Bài mục khác" in page.text and "Chuyển mục: 3 bài" in page.text
    assert Article.objects.filter(section=goal).count() == 1 and not BulkAct.objects.exists()


def test_the_button_moves_them_and_undo_brings_them_back():
    client, goal = signed_in("biên tập viên"), SectionFactory(name="Kinh tế")
    articles = [ArticleFactory() for _ in range(3)]
    before = {article.pk: article.section_id for article in articles}
    page = act(client, "chuyen-muc", *articles, section=goal.pk, back="trang_thai=draft")
    assert page.redirect_chain[-1][0] == f"{LIST}?trang_thai=draft"
    assert "Chuyển sang mục Kinh tế: đã làm 3 bài" in told(page) and "Hoàn tác" in told(page)
    assert Article.objects.filter(section=goal).count() == 3
    one = BulkAct.objects.get()
    page = client.post(f"{ROOM}{one.pk}/hoan-tac/", follow=True)
    assert "Đã hoàn tác 3 bài." in told(page)
    assert dict(Article.objects.values_list("pk", "section")) == before
    assert [entry.act for entry in AuditEntry.objects.filter(act__startswith="bulk.").order_by("pk")] == [
        "bulk.done",
        "bulk.undone",
    ]


def test_undoing_twice_is_told_and_does_nothing():
    client, goal, article = signed_in("biên tập viên"), SectionFactory(), ArticleFactory()
    act(client, "chuyen-muc", article, section=goal.pk)
    address = f"{ROOM}{BulkAct.objects.get().pk}/hoan-tac/"
    client.post(address)
    revisions = article.revisions.count()
    assert "đã được hoàn tác rồi" in told(client.post(address, follow=True))
    assert article.revisions.count() == revisions


def test_a_button_pressed_twice_is_one_act():
    client, goal, article = signed_in("biên tập viên"), SectionFactory(), ArticleFactory()
    page = count(client, "chuyen-muc", article, section=goal.pk)
    for _ in range(2):
        answer = client.post(f"{ROOM}chuyen-muc/", sent(page, section=goal.pk))
        assert answer.status_code == 302
    assert BulkAct.objects.count() == 1
    assert article.log.filter(note__contains="Chuyển").count() == 1


def test_what_changed_since_the_count_is_counted_again_before_anything_is_done():
    client, goal = signed_in("biên tập viên"), SectionFactory()
    one, other = ArticleFactory(), ArticleFactory()
    page = count(client, "chuyen-muc", one, other, section=goal.pk)
    editing.move_to(other, None, goal)
    again = client.post(f"{ROOM}chuyen-muc/", sent(page, section=goal.pk))
    assert again.status_code == 409 and numbers(again)[0] == 1
    assert "chưa có gì được làm" in again.text
    one.refresh_from_db()
    assert one.section != goal and not BulkAct.objects.exists()


def test_another_answer_than_the_counted_one_is_counted_first():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    page = count(client, "chuyen-muc", article, section=SectionFactory().pk)
    assert client.post(f"{ROOM}chuyen-muc/", sent(page, section=SectionFactory().pk)).status_code == 409
    assert not BulkAct.objects.exists()


def test_a_section_or_a_topic_that_went_meanwhile_is_told_beside_the_field():
    client, article, tag, goal = signed_in("biên tập viên"), ArticleFactory(), TagFactory(), SectionFactory()
    pages = {
        "chu-de": count(client, "chu-de", article, add=tag.pk),
        "chuyen-muc": count(client, "chuyen-muc", article, section=goal.pk),
    }
    answers = {"chu-de": {"add": tag.pk}, "chuyen-muc": {"section": goal.pk}}
    tag.delete()
    goal.delete()
    for kind, page in pages.items():
        answer = client.post(f"{ROOM}{kind}/", sent(page, **answers[kind]))
        assert answer.status_code == 422 and answer.context["form"].errors
    assert not BulkAct.objects.exists()


def test_topics_are_added_removed_and_replaced_chosen_or_typed():
    client = signed_in("biên tập viên")
    storm, flood, old = TagFactory(name="Bão số 3", slug="bao-so-3"), TagFactory(name="Lũ", slug="lu"), TagFactory()
    one, other = ArticleFactory(), ArticleFactory()
    one.tags.set([old])
    act(client, "chu-de", one, other, add=[storm.pk], remove=[old.pk])
    assert [set(article.tags.all()) for article in (one, other)] == [{storm}, {storm}]
    typed = {"instead-typed": "lu"}
    page = count(client, "chu-de", one, other, **typed)
    assert numbers(page) == (2, {})
    client.post(f"{ROOM}chu-de/", sent(page, **typed))
    assert [set(article.tags.all()) for article in (one, other)] == [{flood}, {flood}]
    for number in (2, 1):  # the later act first: then the earlier one can be undone as well
        client.post(f"{ROOM}{BulkAct.objects.order_by('pk')[number - 1].pk}/hoan-tac/")
    assert [set(article.tags.all()) for article in (one, other)] == [{old}, set()]


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "add"),
        ({"add": "1", "remove": "1"}, "remove"),
        ({"add": "1", "instead": "2"}, "instead"),
        ({"add": "999"}, "add"),
        ({"add": "9" * 30}, "add"),
        ({"add-typed": "Không có đâu"}, "add"),
        ({"add": "x"}, "add"),
        ({"add": [str(n) for n in range(60)]}, "add"),
    ],
)
def test_a_wrong_answer_about_topics_stands_beside_the_field(answers, field):
    client, article = signed_in("biên tập viên"), ArticleFactory()
    TagFactory(pk=1)
    TagFactory(pk=2)
    page = count(client, "chu-de", article, **answers)
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}


def test_a_typed_name_that_is_nearly_right_is_helped_and_kept():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    TagFactory(name="Bão số 3", slug="bao-so-3")
    page = count(client, "chu-de", article, **{"add-typed": "bão"})
    assert "Có phải: Bão số 3 (bao-so-3)?" in page.text and 'value="bão"' in page.text


def test_authors_are_added_removed_and_replaced_in_their_place():
    client, article = signed_in("biên tập viên"), ArticleFactory()
    first, second, third = AuthorFactory(), AuthorFactory(), AuthorFactory()
    BylineFactory(article=article, author=first, role="photo", order=0)
    BylineFactory(article=article, author=second, order=1)
    act(client, "tac-gia", article, former=first.pk, latter=third.pk)
    assert list(article.bylines.values_list("author", "role")) == [(third.pk, "photo"), (second.pk, "text")]
    act(client, "tac-gia", article, add=first.pk, remove=second.pk)
    assert list(article.bylines.values_list("author", "role")) == [(third.pk, "photo"), (first.pk, "text")]
    client.post(f"{ROOM}{BulkAct.objects.newest_first()[0].pk}/hoan-tac/")
    assert list(article.bylines.values_list("author", "role")) == [(third.pk, "photo"), (second.pk, "text")]


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "add"),
        ({"add": "1", "remove": "1"}, "remove"),
        ({"former": "1"}, "latter"),
        ({"latter": "1"}, "former"),
        ({"former": "1", "latter": "1"}, "latter"),
        ({"former": "1", "latter": "2", "add": "2"}, "former"),
        ({"former": ["1", "2"], "latter": "1"}, "former"),
        ({"add-typed": "Minh Anh"}, "add"),
    ],
)
def test_a_wrong_answer_about_authors_stands_beside_the_field(answers, field):
    client, article = signed_in("biên tập viên"), ArticleFactory()
    for pk in (1, 2):
        AuthorFactory(pk=pk, name="Minh Anh", slug=f"minh-anh-{pk}")
    page = count(client, "tac-gia", article, **answers)
    assert page.status_code == 422
    assert field in page.context["form"].errors


def test_two_of_one_name_are_told_apart_by_their_address():
    client, article, twins = signed_in("biên tập viên"), ArticleFactory(), []
    for number in (1, 2):
        twins.append(AuthorFactory(name="Minh Anh", slug=f"minh-anh-{number}"))
    assert "minh-anh-1" in count(client, "tac-gia", article, **{"add-typed": "Minh Anh"}).text
    typed = {"add-typed": "minh-anh-2"}
    client.post(f"{ROOM}tac-gia/", sent(count(client, "tac-gia", article, **typed), **typed))
    assert [byline.author for byline in article.bylines.all()] == [twins[1]]


def test_that_nobody_would_stand_under_an_article_is_said_before():
    client, byline = signed_in("biên tập viên"), BylineFactory()
    page = count(client, "tac-gia", byline.article, remove=byline.author.pk)
    assert page.context["counted"].heed == [
        "1 bài đang đăng: bạn đọc thấy thay đổi ngay.",
        "1 bài sẽ không còn ai đứng tên.",
    ]


def test_several_are_published_each_for_itself_and_refusals_are_told():
    client = signed_in("thư ký tòa soạn")
    good, bare, gone = ArticleFactory(), ArticleFactory(body=""), LiveArticleFactory(state=State.WITHDRAWN)
    page = chosen(client, "dang", good, bare, gone)
    assert numbers(page)[0] == 1 and "Bài chưa có nội dung." in numbers(page)[1]
    page = client.post(f"{ROOM}dang/", sent(page), follow=True)
    assert "đã làm 1 bài, 2 bài không làm được" in told(page)
    assert set(Article.objects.live()) == {good}
    one = BulkAct.objects.get()
    shown = client.get(f"{ROOM}{one.pk}/")
    assert "Gỡ các bài này…" in shown.text and "Bài chưa có nội dung." in shown.text
    assert "hoan-tac" not in shown.text
    assert "bạn đọc có thể đã đọc" in told(client.post(f"{ROOM}{one.pk}/hoan-tac/", follow=True))
    assert set(Article.objects.live()) == {good}


def test_a_reporter_hands_in_several_takes_them_back_by_undo_but_publishes_none():
    client = signed_in("phóng viên")
    articles = [ArticleFactory(created_by=client.user) for _ in range(2)]
    assert numbers(chosen(client, "dang", *articles)) == (0, {"Bạn không có quyền duyệt, hẹn giờ và đăng bài.": 2})
    assert act(client, "dang", *articles).status_code == 409 and not Article.objects.live().exists()
    act(client, "gui-duyet", *articles)
    assert Article.objects.filter(state=State.REVIEW).count() == 2
    client.post(f"{ROOM}{BulkAct.objects.get().pk}/hoan-tac/")
    assert Article.objects.filter(state=State.DRAFT).count() == 2


def test_others_drafts_are_neither_named_nor_done():
    client, foreign = signed_in("phóng viên"), ArticleFactory(headline="Bài mật")
    page = count(client, "gui-duyet", foreign)
    assert page.context["counted"].unknown == 1 and "Bài mật" not in page.text
    act(client, "gui-duyet", foreign)
    assert Article.objects.get().state == State.DRAFT


def test_withdrawing_several_asks_for_the_reason_and_keeps_it():
    client, articles = signed_in("thư ký tòa soạn"), [LiveArticleFactory(), LiveArticleFactory()]
    page = chosen(client, "go-bai", *articles)
    assert "Lý do gỡ bài" in page.text and "Gỡ bài: 2 bài" in page.text
    assert client.post(f"{ROOM}go-bai/", sent(page)).status_code == 422
    assert Article.objects.live().count() == 2
    client.post(f"{ROOM}go-bai/", sent(page, reason="Sai số liệu"))
    assert {article.withdrawal_reason for article in Article.objects.all()} == {"Sai số liệu"}


@pytest.mark.parametrize("ids", ["", ",", "x", "-1", "9" * 40, "1;2"])
def test_no_selection_is_told_at_the_list(ids):
    page = signed_in("biên tập viên").post(f"{ROOM}dang/", {"articles": ids}, follow=True)
    assert page.status_code == 200 and "Hãy chọn bài trước." in told(page)


def test_more_than_one_act_takes_is_refused_with_the_limit():
    client = signed_in("biên tập viên")
    ids = ",".join(str(n) for n in range(1, MOST + 2))
    assert f"nhiều nhất {MOST} bài" in told(client.post(f"{ROOM}dang/", {"articles": ids}, follow=True))


def test_all_that_match_the_filter_are_taken_from_every_page(monkeypatch):
    client, section = signed_in("biên tập viên"), SectionFactory()
    Article.objects.bulk_create(
        Article(headline=f"Bài {n}", slug=f"bai-{n}", section=section, standfirst="S", body="<p>B</p>")
        for n in range(70)
    )
    LiveArticleFactory()
    one = Article.objects.filter(state=State.DRAFT)[0]
    page = chosen(client, "gui-duyet", one, query="trang_thai=draft", select_across="on")
    assert numbers(page) == (70, {}) and page.context["back"] == "trang_thai=draft"
    answer = client.post(f"{ROOM}gui-duyet/", sent(page))
    assert answer.url == f"{ROOM}{BulkAct.objects.get().pk}/"
    monkeypatch.setattr("news.admin.article_actions.MOST", 5)
    refused = chosen(client, "gui-duyet", one, query="trang_thai=draft", select_across="on")
    assert "Mỗi lần làm được nhiều nhất" in told(client.get(refused.url))


def test_many_are_left_to_the_worker_and_how_far_it_is_can_be_seen(django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(acting, "AT_ONCE", 2)
    client = signed_in("biên tập viên")
    articles, goal = [ArticleFactory() for _ in range(5)], SectionFactory()
    with django_capture_on_commit_callbacks() as callbacks:
        act(client, "chuyen-muc", *articles, follow=False, section=goal.pk)
    assert callbacks and not Article.objects.filter(section=goal).exists()
    one = BulkAct.objects.get()
    assert client.get(f"{ROOM}{one.pk}/?dang=json").json()["left"] == 5
    assert "Đang làm: còn 5 trong 5 bài." in client.get(f"{ROOM}{one.pk}/").text
    client.post(f"{ROOM}{one.pk}/lam-tiep/")
    assert client.get(f"{ROOM}{one.pk}/?dang=json").json()["left"] == 3
    acting.carry_on_later.func(one.pk)
    assert Article.objects.filter(section=goal).count() == 5
    acting.carry_on_later.func(one.pk)
    assert article_log_of(articles[0]) == 1


def article_log_of(article) -> int:
    return article.log.filter(note__startswith="Chuyển").count()


def test_undoing_before_all_was_done_leaves_the_rest_as_it_is(monkeypatch):
    monkeypatch.setattr(acting, "AT_ONCE", 2)
    client, goal = signed_in("biên tập viên"), SectionFactory()
    articles = [ArticleFactory() for _ in range(4)]
    act(client, "chuyen-muc", *articles, follow=False, section=goal.pk)
    one = BulkAct.objects.get()
    client.post(f"{ROOM}{one.pk}/lam-tiep/")
    client.post(f"{ROOM}{one.pk}/hoan-tac/")
    acting.carry_on_later.func(one.pk)
    assert not Article.objects.filter(section=goal).exists()
    assert sorted(one.items.values_list("outcome", flat=True)) == ["refused", "refused", "undone", "undone"]


def test_an_article_that_somebody_changed_since_is_left_alone_and_named():
    client, goal = signed_in("biên tập viên"), SectionFactory()
    one, other = ArticleFactory(), ArticleFactory(headline="Bài có người sửa")
    act(client, "chuyen-muc", one, other, section=goal.pk)
    lifecycle.hand_in(other, signed_in("biên tập viên", display_name="Chị Hương").user)
    page = client.post(f"{ROOM}{BulkAct.objects.get().pk}/hoan-tac/", follow=True)
    assert "Đã hoàn tác 1 bài. 1 bài để nguyên vì đã có thay đổi sau đó." in told(page)
    assert "Bài có người sửa" in page.text and "Sau đó Chị Hương đã gửi duyệt." in page.text
    assert list(Article.objects.filter(section=goal)) == [other]


def test_after_a_day_there_is_no_way_back():
    client, goal, article = signed_in("biên tập viên"), SectionFactory(), ArticleFactory()
    act(client, "chuyen-muc", article, section=goal.pk)
    one = BulkAct.objects.get()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        client.force_login(client.user)
        assert "hoan-tac" not in client.get(f"{ROOM}{one.pk}/").text
        assert "quá 24 giờ" in told(client.post(f"{ROOM}{one.pk}/hoan-tac/", follow=True))
    article.refresh_from_db()
    assert article.section == goal


def test_colleagues_with_the_rights_find_the_act_and_undo_it_others_do_not_find_it():
    reporter, article = signed_in("phóng viên"), None
    article = ArticleFactory(created_by=reporter.user)
    act(reporter, "gui-duyet", article)
    address = f"{ROOM}{BulkAct.objects.get().pk}/"
    for role in ("phóng viên", "kiểm duyệt viên", "quản trị"):
        stranger = signed_in(role)
        assert stranger.get(address).status_code in (403, 404)
        assert stranger.post(f"{address}hoan-tac/").status_code in (403, 404)
    editor = signed_in("biên tập viên")
    assert article.headline in editor.get(address).text
    editor.post(f"{address}hoan-tac/")
    article.refresh_from_db()
    assert article.state == State.DRAFT and BulkAct.objects.get().undone_by == editor.user


def test_undoing_asks_the_rights_of_who_undoes():
    client, goal = signed_in("biên tập viên"), SectionFactory()
    article = LiveArticleFactory()
    act(client, "chuyen-muc", article, section=goal.pk)
    narrow = signed_in("biên tập viên", holds_every_section=False)
    narrow.user.sections.set([goal])
    page = narrow.post(f"{ROOM}{BulkAct.objects.get().pk}/hoan-tac/", follow=True)
    assert "Bạn không phụ trách mục" in page.text
    article.refresh_from_db()
    assert article.section == goal


def test_the_recent_acts_are_listed_with_their_numbers_and_the_way_back():
    client, goal = signed_in("biên tập viên"), SectionFactory(name="Kinh tế")
    act(client, "chuyen-muc", ArticleFactory(), section=goal.pk)
    act(client, "dang", ArticleFactory())
    page = client.get(ROOM)
    assert "Chuyển sang mục Kinh tế" in page.text and "1 bài đã làm" in page.text
    assert page.text.count("/hoan-tac/") == 1
    assert ROOM in client.get(LIST).text
    assert signed_in("phóng viên").get(ROOM).context["rows"] == []
    assert signed_in("kiểm duyệt viên").get(ROOM).status_code == 403


@pytest.mark.parametrize("address", ["999/", "99999999999999999999/", "khong-co/", "?truoc=x", "?truoc=1-1"])
def test_addresses_of_nothing_are_no_error_of_ours(address):
    client = signed_in("biên tập viên")
    for answer in (client.get(ROOM + address), client.post(ROOM + address, {"articles": "1"})):
        assert answer.status_code in (404, 405)


def test_a_key_of_somebody_else_opens_nothing():
    mine, yours, goal = signed_in("biên tập viên"), signed_in("biên tập viên"), SectionFactory()
    article, other = ArticleFactory(), ArticleFactory()
    act(mine, "chuyen-muc", article, section=goal.pk)
    page = count(yours, "chuyen-muc", other, section=goal.pk)
    stolen = sent(page, section=goal.pk) | {"key": BulkAct.objects.get().key}
    assert yours.post(f"{ROOM}chuyen-muc/", stolen).status_code == 403
    other.refresh_from_db()
    assert other.section != goal


@pytest.mark.parametrize("kind", ["chuyen-muc", "chu-de", "gui-duyet", "dang"])
def test_counting_costs_few_queries_however_many_they_are(kind):
    client, goal = signed_in("thư ký tòa soạn"), SectionFactory()
    tag, costs = TagFactory(), []
    answers = {"chuyen-muc": {"section": goal.pk}, "chu-de": {"add": tag.pk}}.get(kind, {})
    for size in (5, 40):
        articles = [ArticleFactory(section=goal) if n % 2 else ArticleFactory() for n in range(size)]
        with CaptureQueriesContext(connection) as queries:
            assert count(client, kind, *articles, **answers).status_code == 200
        costs.append(len(queries))
    assert costs[1] - costs[0] <= 35 * 4


def test_the_outcomes_of_an_act_are_shown_in_a_fixed_number_of_queries():
    client, goal, costs = signed_in("biên tập viên"), SectionFactory(), []
    for size in (2, 20):
        act(client, "chuyen-muc", *(ArticleFactory() for _ in range(size)), section=goal.pk)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{ROOM}{BulkAct.objects.newest_first()[0].pk}/")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
    assert Outcome.DONE in BulkAct.objects.newest_first()[0].items.values_list("outcome", flat=True)
