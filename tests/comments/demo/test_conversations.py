"""The demo comments as texts."""

import unicodedata
from collections import Counter

from comments.demo.conversations import Remark, all_conversations
from comments.models import State
from comments.models.comments import NAME_LENGTH, TEXT_LENGTH
from news.demo.manuscripts import all_articles
from news.vietnamese.letters import fold, visible_length
from news.vietnamese.plain import clean_line, clean_text

CONVERSATIONS = all_conversations()
REMARKS = [remark for conversation in CONVERSATIONS.values() for remark in conversation]


def test_readers_speak_under_a_dozen_articles_that_are_live():
    live = {article.stem for article in all_articles() if article.state == "live"}
    assert len(CONVERSATIONS) >= 12
    assert set(CONVERSATIONS) <= live


def test_there_are_comments_in_every_state_most_of_them_approved():
    states = Counter(remark.state for remark in REMARKS)
    assert len(REMARKS) >= 64
    assert set(states) == set(State)
    assert states[State.WAITING] >= 12
    assert states[State.APPROVED] > len(REMARKS) / 2


def test_a_reason_stands_with_every_rejection_and_nowhere_else():
    assert all((remark.reason is not None) == (remark.state == State.REJECTED) for remark in REMARKS)


def test_only_approved_comments_are_featured():
    featured = [remark for remark in REMARKS if remark.featured]
    assert len(featured) >= 6
    assert {remark.state for remark in featured} == {State.APPROVED}


def test_an_answer_follows_what_it_answers_and_readers_see_both():
    answers = [remark for remark in REMARKS if remark.answers]
    assert len(answers) >= 10
    for remark in answers:
        assert remark.answers.hours_after < remark.hours_after
        assert remark.answers.state == remark.state == State.APPROVED


def test_some_answer_an_answer_some_are_liked_and_one_is_reported():
    assert sum(bool(remark.answers and remark.answers.answers) for remark in REMARKS) >= 3
    assert sum(remark.likes > 0 for remark in REMARKS) >= 10
    assert [remark.state for remark in REMARKS if remark.reported] == [State.APPROVED]


def test_every_comment_could_have_been_sent_by_the_form():
    for remark in REMARKS:
        assert clean_line(remark.name) == remark.name
        assert clean_text(remark.text) == remark.text
        assert unicodedata.is_normalized("NFC", remark.text)
        assert NAME_LENGTH[0] <= visible_length(remark.name) <= NAME_LENGTH[1]
        assert TEXT_LENGTH[0] <= visible_length(remark.text) <= TEXT_LENGTH[1]


def test_nobody_says_the_same_twice_under_one_article():
    for conversation in CONVERSATIONS.values():
        assert len({(remark.name, remark.text) for remark in conversation}) == len(conversation)


def test_nobody_speaks_before_the_demo_edition_is_loaded():
    ages = {article.stem: article.hours_ago for article in all_articles()}
    late = [remark for stem, talk in CONVERSATIONS.items() for remark in talk if remark.hours_after >= ages[stem]]
    assert late == []


def test_readers_write_as_readers_do():
    def without_diacritics(remark: Remark) -> bool:
        return len(remark.text) > 40 and fold(remark.text) == remark.text.lower()

    assert sum(without_diacritics(remark) for remark in REMARKS) >= 3
    assert sum("\n" in remark.text for remark in REMARKS) >= 2
    assert sum(bool(remark.email) for remark in REMARKS) >= 1


def test_addresses_of_readers_are_nobodys():
    assert all(remark.email.endswith("@example.org") for remark in REMARKS if remark.email)
