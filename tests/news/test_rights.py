"""The rules and the questions of the database are one; and what the table cannot say: moving, listing, reviewing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from news import editing, lifecycle, rights
from news.models import Action, Article, Section, State, User
from news.roles import AUDIT_PERMISSIONS, EDITOR, MANAGING_EDITOR, MODERATOR, NEWS_PERMISSIONS, REPORTER
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LiveArticleFactory, SectionFactory, make_photo
from tests.factories import UserFactory as Person
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
RIGHTS = ("change", "edit_any", "publish", "return", "withdraw", "delete")
QUESTIONS = {
    "editable_by": rights.require_editable,
    "in_hands_of": rights.require_in_hands,
    "publishable_by": rights.require_publishable,
    "reviewable_by": rights.require_reviewable,
    "withdrawable_by": rights.require_withdrawable,
    "deletable_by": rights.require_deletable,
}


def holder(*sections: Section, role: str = EDITOR, **kwargs) -> User:
    """Somebody who holds these sections alone."""
    person = Person(role=role, holds_every_section=False, **kwargs)
    person.sections.set(sections)
    return person


@settings(max_examples=60)
@given(
    granted=st.sets(st.sampled_from([*(f"{name}_article" for name in RIGHTS), "every_section"])),
    everywhere=st.booleans(),
    held=st.sets(st.integers(0, 3)),
    place=st.integers(0, 3),
    state=st.sampled_from(State.values),
    hours=st.sampled_from([-1, 1]),
    whose=st.sampled_from(["nobody", "begun", "signed", "both"]),
)
def test_a_rule_allows_exactly_what_its_question_finds(granted, everywhere, held, place, state, hours, whose):
    with transaction.atomic():
        tops = [SectionFactory(), SectionFactory()]
        sections = [*tops, *(SectionFactory(parent=top) for top in tops)]
        person = Person(holds_every_section=everywhere)
        person.sections.set(sections[number] for number in held)
        person.user_permissions.set(Permission.objects.filter(codename__in=granted))
        at = timezone.now() + timedelta(hours=hours)
        article = ArticleFactory(
            section=sections[place], state=state, published_at=at, first_published_at=at if hours < 0 else None,
            created_by=person if whose in ("begun", "both") else None,
        )  # fmt: skip
        if whose in ("signed", "both"):
            BylineFactory(article=article, author=AuthorFactory(user=person))
        for question, rule in QUESTIONS.items():
            found = getattr(Article.objects, question)(person).filter(pk=article.pk).exists()
            assert rights.allows(rule, article, person) is found, question
        for section in sections:
            assert rights.holds(person, section) is Section.objects.held_by(person).filter(pk=section.pk).exists()
        transaction.set_rollback(True)


def test_a_refusal_names_the_right_or_the_section_that_is_missing():
    article = ArticleFactory(section=SectionFactory(name="Kinh tế"))
    with pytest.raises(rights.NotAllowed, match="Bạn không có quyền gỡ bài") as refused:
        rights.require_withdrawable(article, Person(role=EDITOR))
    assert (refused.value.right, refused.value.section) == ("news.withdraw_article", None)
    with pytest.raises(rights.NotAllowed, match="Bạn không phụ trách mục “Kinh tế”") as refused:
        rights.require_publishable(article, holder(SectionFactory()))
    assert (refused.value.right, refused.value.section) == ("", article.section)


def test_who_holds_a_section_holds_its_subsections_and_not_the_other_way_round():
    top = SectionFactory()
    below = SectionFactory(parent=top)
    assert rights.holds(holder(top), below)
    assert not rights.holds(holder(below), top)


def test_a_small_papers_editor_needs_no_sections_and_a_managing_editor_none_either():
    article = ArticleFactory()
    assert lifecycle.publish(article, Person(role=EDITOR)).action == Action.PUBLISHED
    assert lifecycle.withdraw(article, holder(role=MANAGING_EDITOR), "Sai").action == Action.WITHDRAWN


def test_the_rule_is_asked_of_the_stored_article_not_of_what_was_read():
    mine, foreign = SectionFactory(), SectionFactory()
    editor, article = holder(mine), ArticleFactory(section=mine)
    assert article.section == mine
    Article.objects.filter(pk=article.pk).update(section=foreign)
    with pytest.raises(rights.NotAllowed):
        lifecycle.publish(article, editor)
    assert not Article.objects.live().exists()


def test_the_roles_in_the_database_have_what_the_code_says():
    for role, codenames in NEWS_PERMISSIONS.items():
        person = Person(role=role)
        has = {name.partition(".")[2] for name in person.get_all_permissions() if name.startswith("news.")}
        assert has == {*codenames, *AUDIT_PERMISSIONS.get(role, [])}, role


def test_a_move_wants_both_sections():
    mine, also_mine, foreign = SectionFactory(), SectionFactory(), SectionFactory()
    editor = holder(mine, also_mine)
    article, theirs = ArticleFactory(section=mine), ArticleFactory(section=foreign)
    editing.move_to(article, editor, also_mine)
    for each, target in ((article, foreign), (theirs, mine)):
        with pytest.raises(rights.NotAllowed):
            editing.move_to(each, editor, target)
    assert list(Article.objects.order_by("pk").values_list("section", flat=True)) == [also_mine.pk, foreign.pk]


def test_ones_own_draft_goes_to_any_section_until_it_is_handed_in():
    section = SectionFactory()
    editor = holder(SectionFactory())
    article = ArticleFactory(created_by=editor)
    editing.move_to(article, editor, section)
    lifecycle.hand_in(article, editor)
    with pytest.raises(rights.NotAllowed):
        editing.move_to(article, editor, SectionFactory())


def test_the_form_refuses_a_section_that_one_does_not_hold_beside_the_field():
    client, mine, foreign = signed_in(EDITOR, holds_every_section=False), SectionFactory(), SectionFactory(name="Xa")
    client.user.sections.add(mine)
    article = ArticleFactory(section=mine, state=State.REVIEW)
    address = reverse("admin:news_article_change", args=[article.pk])
    page = client.post(address, filled(client, address, "article_form", section=str(foreign.pk), headline="Tít gõ dở"))
    assert page.status_code == 422 and "Bạn không phụ trách mục “Xa”." in page.text and "Tít gõ dở" in page.text
    article.refresh_from_db()
    assert article.section == mine


def listed_after(client, article: Article, *sections: Section) -> tuple[int, set[Section]]:
    """The answer, and where the article is listed once the form was sent with these further sections."""
    address = reverse("admin:news_article_change", args=[article.pk])
    form = filled(client, address, "article_form", further_sections=[section.pk for section in sections])
    return client.post(address, form).status_code, set(article.further_sections.all())


def test_further_sections_come_and_go_by_those_who_hold_them():
    mine, also_mine, foreign = SectionFactory(), SectionFactory(), SectionFactory()
    client = signed_in(EDITOR, holds_every_section=False)
    client.user.sections.add(mine, also_mine)
    article = ArticleFactory(section=mine)
    assert listed_after(client, article, also_mine) == (302, {also_mine})
    assert listed_after(client, article, also_mine, foreign) == (422, {also_mine})
    editing.alter(article, None, lambda content: {"further_sections": (also_mine.pk, foreign.pk)}, "")
    assert listed_after(client, article, also_mine) == (422, {also_mine, foreign})
    assert listed_after(client, article, foreign) == (302, {foreign})


def test_a_reporter_lists_nothing_elsewhere():
    client, section = signed_in(REPORTER), SectionFactory()
    article = ArticleFactory(created_by=client.user)
    assert listed_after(client, article, section) == (422, set())
    with pytest.raises(rights.NotAllowed):
        rights.require_listing(client.user, [], [section])


def test_an_editor_of_some_sections_reads_the_rest_and_is_told_why_not_more():
    client = signed_in(EDITOR, holds_every_section=False)
    article = LiveArticleFactory(section=SectionFactory(name="Kinh tế"))
    page = client.get(reverse("admin:news_article_change", args=[article.pk]))
    assert page.status_code == 200 and article.body in page.text
    assert "bạn không phụ trách mục “Kinh tế”" in page.text
    assert page.context["transitions"] == [] and 'name="_continue"' not in page.text


# --- review --------------------------------------------------------------------------------------------------


def in_review(**kwargs) -> Article:
    return ArticleFactory(state=State.REVIEW, **kwargs)


def test_a_review_that_has_begun_is_not_taken_back_and_the_editor_is_named(time_machine):
    time_machine.move_to("2026-11-23 20:21:00+07:00", tick=False)
    reporter, editor = Person(role=REPORTER), Person(role=EDITOR, display_name="Lê Minh Đức")
    article = in_review(created_by=reporter)
    assert lifecycle.begin_review(article, editor).action == Action.REVIEW_BEGUN
    assert (article.reviewer, article.review_began_at) == (editor, timezone.now())
    with pytest.raises(lifecycle.WrongState, match="Lê Minh Đức đang duyệt bài này"):
        lifecycle.take_back(article, reporter)
    article.refresh_from_db()
    assert article.state == State.REVIEW and list(Article.objects.under_review()) == [article]


def test_a_review_that_was_left_may_be_taken_back_or_taken_on_by_another():
    reporter, editor, other = Person(role=REPORTER), Person(role=EDITOR), Person(role=EDITOR)
    article = in_review(created_by=reporter)
    lifecycle.begin_review(article, editor)
    with pytest.raises(lifecycle.WrongState, match=editor.display_name):
        lifecycle.begin_review(article, other)
    lifecycle.leave_review(article, editor)
    assert not Article.objects.under_review().exists()
    lifecycle.begin_review(article, other)
    lifecycle.leave_review(article, other)
    lifecycle.take_back(article, reporter)
    with pytest.raises(lifecycle.WrongState):
        lifecycle.leave_review(article, other)


def test_an_article_that_was_returned_and_handed_in_again_waits_for_anybody():
    reporter, editor = Person(role=REPORTER), Person(role=EDITOR)
    article = in_review(created_by=reporter)
    lifecycle.begin_review(article, editor)
    lifecycle.send_back(article, editor, "Thiếu nguồn tin.")
    lifecycle.hand_in(article, reporter)
    assert not article.is_under_review() and article.reviewer is None
    assert lifecycle.take_back(article, reporter).action == Action.TAKEN_BACK


def test_a_published_article_that_is_reopened_and_handed_in_is_not_under_its_old_review():
    reporter, chief = Person(role=REPORTER), Person(role=MANAGING_EDITOR)
    article = in_review(created_by=reporter)
    lifecycle.begin_review(article, chief)
    lifecycle.publish(article, chief, timezone.now() + timedelta(hours=1))
    assert not article.is_under_review()
    lifecycle.unschedule(article, chief)
    lifecycle.hand_in(article, reporter)
    assert not article.is_under_review()


def test_the_desk_says_who_reviews_in_the_list_on_the_start_page_and_beside_the_article():
    client = signed_in(EDITOR, display_name="Lê Minh Đức")
    article = in_review(headline="Bài gửi duyệt")
    address = reverse("admin:news_article_change", args=[article.pk])
    assert "Bắt đầu duyệt" in client.get(address).text
    client.post(reverse("desk:transition", args=[article.pk, "bat-dau-duyet"]))
    assert "Đang được Lê Minh Đức duyệt từ" in client.get(address).text
    assert "Đang được Lê Minh Đức duyệt" in client.get("/toa-soan/news/article/").text
    assert "đang được Lê Minh Đức duyệt" in client.get("/toa-soan/").text


def test_the_writer_is_told_to_ask_once_the_review_has_begun():
    client = signed_in(REPORTER)
    article = in_review(created_by=client.user)
    lifecycle.begin_review(article, Person(role=EDITOR, display_name="Lê Minh Đức"))
    page = client.get(reverse("admin:news_article_change", args=[article.pk]))
    assert "nhờ biên tập viên trả bài" in page.text and "Lấy lại bài" not in page.text
    refused = client.post(reverse("desk:transition", args=[article.pk, "lay-lai"]))
    assert refused.status_code == 422 and "Lê Minh Đức đang duyệt bài này." in refused.text


def test_the_start_page_heaps_what_waits_in_the_sections_that_one_holds():
    client, mine = signed_in(EDITOR, holds_every_section=False), SectionFactory()
    client.user.sections.add(mine)
    waiting = in_review(section=mine)
    in_review()
    heap = next(panel for panel in client.get("/toa-soan/").context["panels"] if panel.title == "Chờ duyệt")
    assert heap.rows == [waiting]


# --- other doors ---------------------------------------------------------------------------------------------


def test_an_editor_of_some_sections_ties_no_byline_to_a_login_which_would_open_drafts():
    client, author = signed_in(EDITOR), AuthorFactory(name="Văn Kiên")
    address = reverse("admin:news_author_change", args=[author.pk])
    sent = {"name": "Văn Kiên", "slug": author.slug, "title": "Phóng viên", "user": client.user.pk}
    assert client.post(address, sent).status_code == 302
    author.refresh_from_db()
    assert (author.title, author.user) == ("Phóng viên", None)
    assert signed_in(MANAGING_EDITOR).post(address, sent).status_code == 302
    author.refresh_from_db()
    assert author.user == client.user


@pytest.mark.parametrize(("role", "status"), [(REPORTER, 302), (MODERATOR, 403), ("quản trị", 403)])
def test_photos_of_the_desk_are_for_those_who_work_with_photos(role, status):
    address = reverse("desk:thumbnail", args=[make_photo().pk])
    assert signed_in(role).get(address).status_code == status


def test_someone_who_has_left_may_nothing_more():
    person = Person(role=MANAGING_EDITOR, is_active=False)
    article = ArticleFactory(created_by=person)
    for question, rule in QUESTIONS.items():
        assert not rights.allows(rule, article, person)
        assert not getattr(Article.objects, question)(person).exists()
