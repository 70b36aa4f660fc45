"""Notes in the margin at the desk: the panel beside an article, the page of its notes, what forms and scripts send."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news import editing, previews
from news.margin import notes
from news.margin.notes import LONGEST
from news.margin.passages import Passage
from news.models import Article, MarginNote, Notice, State
from news.revisions import keeping
from tests.factories import ArticleFactory, LiveArticleFactory, SectionFactory, UserFactory
from tests.news.desk.browser import filled, signed_in, told

pytestmark = pytest.mark.django_db
EDITOR, REPORTER = "biên tập viên", "phóng viên"
SECRET = "Chỉ tòa soạn đọc câu này"
MOST_QUERIES, MOST_OF_PAGE = 2, 14


@pytest.fixture
def reporter():
    return signed_in(REPORTER, display_name="Văn Kiên")


@pytest.fixture
def article(reporter):
    return ArticleFactory(created_by=reporter.user, state=State.REVIEW)


@pytest.fixture
def client(editor):
    client = Client()
    client.force_login(editor)
    return client


def page_of(article):
    return reverse("admin:news_article_change", args=[article.pk])


def margin(article):
    return reverse("desk:margin", args=[article.pk])


def act(client, note, name, script=False, **values):
    headers = {"Accept": "application/json"} if script else {}
    return client.post(reverse(f"desk:margin_{name}", args=[note.article_id, note.pk]), values, headers=headers)


def add(client, article, text=SECRET, script=False, **values):
    sent = {"moi-text": text, **{f"moi-{name}": value for name, value in values.items()}}
    return client.post(margin(article), sent, headers={"Accept": "application/json"} if script else {})


def noted(article, by, text=SECRET, words="nghị quyết"):
    return notes.add(article, by, text, Passage("", words))[0]


def test_the_form_shows_notes_with_their_passages_and_who_wrote_them(client, article, reporter):
    note = noted(article, UserFactory(role=EDITOR, display_name="Minh Đức"), "Số <mấy>?")
    notes.answer(note, reporter.user, "Số 12.")
    done = noted(article, reporter.user, "Đã sửa", "Ủy ban")
    notes.resolve(done, reporter.user)
    for browser in (client, reporter):  # one edits, one only looks
        text = browser.get(page_of(article)).text
        for part in (
            "(1 chưa xong)",
            "Số &lt;mấy&gt;?",
            "Minh Đức",
            "Số 12.",
            "Đã xong (1)",
            'data-exact="nghị quyết"',
        ):
            assert part in text
        assert f'id="ghi-chu-{note.pk}"' in text and 'id="ghi-chu" method="post"' in text
        assert text.index(SECRET if SECRET in text else "Số &lt;mấy") < text.index("Đã sửa")
    assert "data-margin-text" in reporter.get(page_of(article)).text


def test_a_note_is_made_by_the_plain_form_and_leads_back_to_it(client, article):
    answer = add(client, article, exact="nghị quyết")
    note = MarginNote.objects.get()
    assert answer["Location"] == f"{page_of(article)}#ghi-chu-{note.pk}"
    assert (note.text, note.exact) == (SECRET, "nghị quyết") and "Đã ghi chú." in told(client.get(page_of(article)))
    answer = client.post(margin(article), {"moi-text": "Cả bài", "trang-rieng": "1"})
    assert answer["Location"] == f"{margin(article)}#ghi-chu-{MarginNote.objects.latest('pk').pk}"


def test_every_button_leads_back_to_the_note_and_does_its_work(client, article, editor):
    note = noted(article, editor)
    answer = act(client, note, "tra-loi", **{f"tra-loi-{note.pk}-text": "Số 12."})
    said = note.answers.get()
    assert answer["Location"] == f"{page_of(article)}#ghi-chu-{said.pk}"
    act(client, said, "sua", **{f"sua-{said.pk}-text": "Số 13."})
    assert note.answers.get().text == "Số 13."
    assert act(client, said, "rut")["Location"] == f"{page_of(article)}#ghi-chu-ben-le"
    assert not note.answers.exists()
    assert act(client, note, "xong")["Location"] == f"{page_of(article)}#ghi-chu-{note.pk}"
    note.refresh_from_db()
    assert note.resolved_by == editor
    act(client, note, "mo-lai")
    note.refresh_from_db()
    assert note.resolved_at is None


def test_scripts_get_the_panel_as_it_is_now(client, article):
    answer = add(client, article, exact="nghị quyết", field="body", position="11", script=True)
    note, said = MarginNote.objects.get(), answer.json()
    assert answer.status_code == 200 and (said["said"], said["note"]) == ("Đã ghi chú.", note.pk)
    assert f'id="ghi-chu-{note.pk}"' in said["panel"] and 'data-position="13"' in said["panel"]
    assert "<html" not in said["panel"] and "data-margin-new" not in said["panel"]
    said = act(client, note, "rut", script=True).json()
    assert said["note"] is None and f"ghi-chu-{note.pk}" not in said["panel"]


def test_a_passage_that_is_not_in_the_text_is_told_and_the_note_is_kept(client, article):
    said = add(client, article, exact="không có câu này", script=True).json()["said"]
    assert "gắn với cả bài" in said and MarginNote.objects.get().exact == ""
    add(client, article, "Lần nữa", exact="vẫn không có")
    assert "gắn với cả bài" in told(client.get(page_of(article)))


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "x" * 100_000, "ế" * (LONGEST + 1)])
def test_what_is_no_note_comes_back_with_its_error_and_all_that_was_typed(client, article, text):
    answer = add(client, article, text, exact="nghị quyết")
    assert answer.status_code == 422 and not MarginNote.objects.exists()
    assert 'role="alert"' in answer.text and 'value="nghị quyết"' in answer.text
    assert text.strip() in answer.text
    answer = add(client, article, text, script=True)
    assert answer.status_code == 422 and answer.json()["error"] and answer.json()["field"] == "moi-text"


def test_an_answer_comes_back_to_its_own_note(client, article, editor):
    note, other = noted(article, editor), noted(article, editor, "Khác", "Ủy ban")
    answer = act(client, note, "tra-loi", **{f"tra-loi-{note.pk}-text": "", f"tra-loi-{other.pk}-text": "Chữ dở"})
    assert answer.status_code == 422
    shown = answer.text[answer.text.index(f'id="ghi-chu-{note.pk}"') :]
    assert shown.index('role="alert"') < shown.index(f'name="sua-{note.pk}-text"')
    assert answer.text.count('role="alert"') == 1
    assert act(client, note, "sua", script=True).json() == {
        "error": "Hãy viết ghi chú.",
        "field": f"sua-{note.pk}-text",
    }


def test_the_longest_note_is_taken(client, article):
    assert add(client, article, "ế" * LONGEST).status_code == 302
    assert len(MarginNote.objects.get().text) == LONGEST


def test_too_late_is_told_in_words(client, article, editor, reporter):
    note = noted(article, editor)
    notes.answer(note, reporter.user, "Ừ.")
    for name in ("sua", "rut"):
        values = {f"sua-{note.pk}-text": "Khác"}
        answer = act(client, note, name, **values)
        assert answer.status_code == 422 and "đã có người trả lời" in answer.text
        assert re.search(r"<textarea[^>]*tra-loi[^>]*>\s*Khác\s*</textarea>", answer.text) or name == "rut"
        assert "đã có người trả lời" in act(client, note, name, script=True, **values).json()["error"]
    assert MarginNote.objects.get(pk=note.pk).text == SECRET


@pytest.mark.parametrize(
    "values",
    [
        {"seen": "9" * 40}, {"seen": "-1"}, {"seen": "²"}, {"seen": "x", "position": "1e9"}, {"position": "9" * 30},
        {"field": "khong-co", "exact": "nghị quyết"}, {"field": "slug", "exact": "đường"}, {"prefix_words": "ế" * 9000},
        {"exact": "a" * 100_000, "suffix_words": "\ud7ff\U0010ffff"}, {"exact": "<script>"}, {"exact": "e\u0302\u0301"},
    ],
)  # fmt: skip
def test_nothing_that_a_browser_may_send_is_an_accident(client, article, values):
    for script in (True, False):
        assert add(client, article, f"Chữ {script}", script=script, **values).status_code in (200, 302)
    assert MarginNote.objects.count() == 2


def test_what_is_not_there_is_404_and_wrong_methods_are_405(client, article, editor):
    note, foreign = noted(article, editor), noted(ArticleFactory(), editor)
    for pk in (foreign.pk, 0, 10**30):
        for name in ("tra-loi", "sua", "xong", "mo-lai", "rut"):
            address = f"/toa-soan/bai/{article.pk}/ghi-chu/{pk}/{name}/"
            assert client.post(address, {f"tra-loi-{pk}-text": "Chữ"}).status_code == 404
            answer = client.post(address, headers={"Accept": "application/json"})
            assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    for pk in (0, 10**30):
        assert client.get(f"/toa-soan/bai/{pk}/ghi-chu/").status_code == 404
    assert client.post(f"/toa-soan/bai/{article.pk}/ghi-chu/{note.pk}/khac/").status_code == 404
    assert client.get(reverse("desk:margin_xong", args=[article.pk, note.pk])).status_code == 405
    assert client.put(margin(article)).status_code == 405
    for wrong in ("0", "999", "x", "9" * 30, "²"):
        assert client.get(margin(article), {"ban": wrong}).status_code == 404


def test_who_does_not_find_the_article_finds_no_notes(article, editor):
    note = noted(article, editor)
    for role in (REPORTER, "kiểm duyệt viên", "quản trị"):
        stranger = signed_in(role)
        assert stranger.get(margin(article)).status_code == 404
        assert add(stranger, article).status_code == 404
        assert act(stranger, note, "xong").status_code == 404
        assert act(stranger, note, "xong", script=True).status_code == 404
    assert Client().get(margin(article))["Location"].startswith("/toa-soan/login/")
    assert add(Client(), article, script=True).status_code == 401
    assert MarginNote.objects.filter(resolved_at=None).count() == 1


def test_posts_need_a_token(article):
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=EDITOR))
    assert add(client, article).status_code == 403
    assert add(client, article, script=True).json()["token"] is True


def test_who_may_not_resolve_is_refused_and_sees_no_button(article, editor):
    elsewhere = signed_in(EDITOR, holds_every_section=False)
    elsewhere.user.sections.add(SectionFactory())
    note = noted(article, editor)
    assert reverse("desk:margin_xong", args=[article.pk, note.pk]) not in elsewhere.get(page_of(article)).text
    assert act(elsewhere, note, "xong").status_code == 403
    refusal = act(elsewhere, note, "xong", script=True)
    assert refusal.status_code == 403 and "phụ trách" in refusal.json()["error"]
    assert act(elsewhere, note, "sua", **{f"sua-{note.pk}-text": "Tôi"}).status_code == 403
    assert act(elsewhere, note, "tra-loi", **{f"tra-loi-{note.pk}-text": "Tôi"}).status_code == 302


def test_a_note_is_in_place_on_the_revision_where_it_was_made_and_told_as_changed_on_a_later_one(
    client, article, editor
):
    def written(body):
        return editing.save(article, keeping.newest_content(article).with_changes({"body": body}), editor)

    first = written("<p>Có 30 người dự lễ khánh thành cầu.</p>")
    noted(article, editor, words="30 người dự lễ")
    noted(article, editor, "Cầu nào?", words="cầu")
    written("<p>Có đông người tới xem khánh thành cầu.</p>")
    text = client.get(margin(article)).text
    assert "Đoạn này đã sửa. Lúc ghi chú: <q>30 người dự lễ</q>" in text and 'data-exact="đông người tới xem"' in text
    written("<p>Một bài khác hẳn.</p>")
    text = client.get(page_of(article)).text
    assert text.count("Đoạn này đã đổi, không còn trong bài.") == 2 and "30 người dự lễ" in text
    text = client.get(margin(article), {"ban": first.number}).text
    assert (
        "Đoạn này đã" not in text and 'data-exact="30 người dự lễ"' in text and "Có 30 người dự lễ khánh thành" in text
    )
    later = client.get(margin(article), {"ban": first.number + 1}).text
    assert "30 người dự lễ" not in later


def test_on_the_page_of_a_revision_one_stays_on_it(client, article, editor):
    first = editing.save(article, keeping.newest_content(article).with_changes({"body": "<p>Chữ cũ.</p>"}), editor)
    editing.save(article, keeping.newest_content(article).with_changes({"body": "<p>Bài mới.</p>"}), editor)
    noted(article, editor, "Trên bản mới", "Bài mới")
    address = f"{margin(article)}?ban={first.number}"
    sent = {"moi-text": "Về chữ cũ", "moi-exact": "Chữ cũ", "moi-seen": first.pk}
    said = client.post(address, sent, headers={"Accept": "application/json"}).json()
    assert 'data-exact="Chữ cũ"' in said["panel"] and "Trên bản mới" not in said["panel"]
    note = MarginNote.objects.latest("pk")
    assert note.revision == first and f'action="{address}"' in client.get(address).text
    answer = client.post(address, {**sent, "moi-text": "Nữa", "trang-rieng": "1"})
    assert answer["Location"] == f"{address}#ghi-chu-{note.pk + 1}"
    assert client.post(f"{margin(article)}?ban=99", sent).status_code == 404


def test_the_pages_of_looks_and_of_revisions_tell_of_notes(client, article, editor):
    revision = editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít"}), editor)
    note = noted(article, editor)
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít khác"}), editor)
    looks = reverse("desk:looks", args=[article.pk])
    address = f"{margin(article)}?ban={revision.number}"
    assert f"{address}#ghi-chu-{note.pk}" in client.get(looks, {"ban": revision.number}).text
    newest = client.get(looks).text
    assert SECRET not in newest and "Chưa ai ghi chú trên bản này." in newest
    assert client.get(reverse("desk:revisions", args=[article.pk])).text.count("/ghi-chu/?ban=") == 1


def test_a_notice_leads_to_the_note(reporter, article, editor):
    note = noted(article, editor)
    text = reporter.get("/toa-soan/tin-bao/").text
    assert f"{editor} ghi chú bên lề bài" in text and SECRET in text
    notice = Notice.objects.get()
    answer = reporter.post(reverse("desk:tick_off_notice", args=[notice.pk]), {"open": "1"})
    assert answer["Location"] == f"{page_of(article)}#ghi-chu-{note.pk}"


def test_readers_guests_of_a_link_and_exports_get_no_note(client, editor):
    article = LiveArticleFactory()
    before = client.get(article.get_absolute_url()).content
    notes.answer(noted(article, editor), editor, f"{SECRET}, hai")
    assert Client().get(article.get_absolute_url()).content == before
    link = previews.address_of(previews.make(article, editor, previews.SPANS["24"]))
    section = article.section
    exports = [reverse("desk:export_word", args=[article.pk]), reverse("desk:on_paper", args=[article.pk])]
    shown = [link, "/", section.get_absolute_url(), "/rss.xml", reverse("desk:preview", args=[article.pk]), *exports]
    for address in shown:
        answer = client.get(address)
        assert answer.status_code in (200, 404) and SECRET.encode() not in answer.content
        assert b"ghi-chu" not in answer.content.lower()
    assert not Article.objects.filter(body__contains=SECRET).exists()


def test_saving_the_form_with_a_note_half_written_saves_the_article_alone(client, article, editor):
    note = noted(article, editor)
    form = filled(client, page_of(article), "article_form", headline="Tít mới")
    assert not [name for name in form if name.startswith(("moi-", "tra-loi-", "sua-"))]
    client.post(page_of(article), {**form, "_continue": "1"})
    assert keeping.newest_content(Article.objects.get(pk=article.pk)).headline == "Tít mới"
    assert MarginNote.objects.get() == note


def test_a_new_article_has_no_margin_yet(client):
    assert "data-margin=" not in client.get("/toa-soan/news/article/add/").text


@pytest.mark.parametrize("role", [REPORTER, EDITOR, "thư ký tòa soạn"])
def test_notes_cost_the_form_two_queries_at_most_and_the_page_the_same_few_however_many(role):
    client = signed_in(role)
    article = ArticleFactory(created_by=client.user, state=State.REVIEW)
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít"}), None)

    def cost(address) -> list[str]:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return [query["sql"] for query in queries]

    few = len(cost(page_of(article))), len(cost(margin(article)))
    chief = UserFactory(role="thư ký tòa soạn")
    for number in range(12):
        notes.answer(noted(article, chief, f"Ghi chú {number}"), client.user, "Ừ.")
    many = cost(page_of(article))
    assert len(many) <= min(few[0] + 1, 25) and len(cost(margin(article))) <= min(few[1] + 1, MOST_OF_PAGE)
    assert len([query for query in many if re.search("marginnote", query)]) == 1


def test_the_page_that_asks_before_deleting_tells_of_notes_and_they_go(article, editor):
    noted(article, editor)
    chief = signed_in("thư ký tòa soạn")
    address = reverse("admin:news_article_delete", args=[article.pk])
    assert SECRET in chief.get(address).text
    assert chief.post(address, {"post": "yes"}).status_code == 302
    assert not MarginNote.objects.exists()
