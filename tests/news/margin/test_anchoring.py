"""Where a note's passage stands after the text was written on."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from news.checks.visible import visible
from news.margin.anchoring import find, nearest
from news.margin.passages import CONTEXT, LONGEST, Passage
from news.margin.reading import Reading, letters_of

REPORT = (
    "Thành phố công bố danh sách tên đường mới.\n"
    "Ủy ban thông qua nghị quyết sáng nay, với 30 người tán thành và 12 người phản đối. "
    "Nghị quyết có hiệu lực từ ngày 1/9, thay cho văn bản ban hành năm 2011.\n"
    "Bà Nguyễn Thị Hương cho biết 30 người dân đã gửi kiến nghị."
)


def noted(words: str, text: str = REPORT, nth: int = 0) -> Passage:
    """A note on the words where they stand for the nth time."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return Passage.quoted("body", Reading.of(text), begin, begin + len(words))


def now(passage: Passage, text: str) -> tuple[str, bool] | None:
    """What the note is about in that text, and whether it still reads the same."""
    place = find(Reading.of(text), passage)
    return place and (text[place.begin : place.end], place.is_exact)


def test_words_before_and_after_move_a_passage_and_change_nothing_of_it():
    text = f"Một đoạn mới.\n{REPORT.replace('sáng nay', 'chiều qua')}\nThêm một đoạn."
    for words in ("12 người phản đối", "Bà Nguyễn Thị Hương", "năm 2011"):
        assert now(noted(words), text) == (words, True)


@pytest.mark.parametrize("nth", [0, 1])
def test_of_equal_passages_the_one_among_its_own_words_is_found(nth):
    text = REPORT.replace("Thành phố", "Sáng 30/8, 30 người chứng kiến, thành phố")
    place = find(Reading.of(text), noted("30 người", nth=nth))
    assert place and text[place.end :].startswith((" tán thành", " dân")[nth])


def test_of_equal_passages_among_equal_words_the_nearest_is_found():
    text = "Không. " * 40
    passage = noted("Không", text, nth=30)
    place = find(Reading.of("Không. " * 41), passage)
    assert place and place.begin == 7 * 30


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("30 người tán thành", "35 người tán thành"),
        ("30 người tán thành", "đa số đại biểu ủng hộ"),
        ("30", "35"),  # though another 30 stands in the text
    ],
)
def test_a_reworded_passage_is_what_stands_between_its_neighbours(before, after):
    assert now(noted(before), REPORT.replace(before, after, 1)) == (after, False)


def test_a_sentence_that_changed_with_all_around_it_is_known_by_its_likeness():
    text = "Bản mới hẳn. Nghị quyết này có hiệu lực ngay từ ngày 1/9, thay cho văn bản năm 2011. Hết."
    found = now(noted("Nghị quyết có hiệu lực từ ngày 1/9, thay cho văn bản ban hành năm 2011."), text)
    assert found == ("Nghị quyết này có hiệu lực ngay từ ngày 1/9, thay cho văn bản năm 2011.", False)


def test_a_paragraph_that_was_moved_is_found_where_it_is_now():
    first, second, third = REPORT.split("\n")
    assert now(noted(second), "\n".join([second, third, first])) == (second, True)


@pytest.mark.parametrize("words", ["30", "30 người tán thành", "Thành phố công bố danh sách tên đường mới."])
def test_a_passage_that_was_taken_out_is_gone(words):
    assert now(noted(words), REPORT.replace(words, "", 1)) is None


def test_a_short_passage_is_not_taken_for_another_that_reads_the_same():
    assert now(noted("30"), "Ngày 30/4 cả nước nghỉ lễ.") is None


@pytest.mark.parametrize("text", ["", " \n", "Một bài khác hẳn, không chữ nào giống."])
def test_in_another_text_it_is_gone(text):
    assert now(noted("Ủy ban thông qua nghị quyết sáng nay"), text) is None


def test_a_note_about_nothing_stands_nowhere():
    assert find(Reading.of(REPORT), Passage("body", " \u200b\n")) is None


def test_marks_spaces_and_tags_between_letters_make_no_difference():
    body = "<p>Ủy ban <strong>thông</strong> qua <a href='/'>nghị\nquyết</a>.</p>\n<ul><li>Sáng nay</li></ul>"
    text = visible(body).text
    for words in ("ban thông qua nghị quyết", "quyết.Sáng", "quyết.\r\n\r\n  Sáng nay", "thông\u00a0qua\u200b nghị"):
        for form in ("NFC", "NFD"):
            place = find(Reading.of(text), Passage("body", unicodedata.normalize(form, words)))
            assert place and letters_of(text[place.begin : place.end]) == letters_of(words)


def test_a_text_in_another_unicode_form_is_read_and_no_mark_is_cut_off():
    text = unicodedata.normalize("NFD", REPORT)
    found = now(noted("tán thành và 12 người phản đối"), text)
    assert found == (unicodedata.normalize("NFD", "tán thành và 12 người phản đối"), True)


def test_of_a_very_long_passage_the_beginning_is_kept():
    text = "Chữ và số. " * 1000
    passage = Passage.quoted("body", Reading.of(text), 0, len(text))
    assert len(passage.exact) == LONGEST and len(passage.suffix) == CONTEXT
    sent = Passage("body", text, text, text).within_bounds()
    assert (sent.exact, sent.suffix) == (passage.exact, passage.suffix) and len(sent.prefix) == CONTEXT


ANY = st.text(st.characters(codec="utf-8"), max_size=60)
CORE = [f"{word}{number}" for number, word in enumerate(REPORT.split())]


@given(ANY, ANY, ANY, ANY, st.integers(0, len(CORE) - 1), st.integers(1, 20))
def test_text_that_is_edited_elsewhere_keeps_the_note_on_its_passage(head, tail, new_head, new_tail, first, count):
    core, inside = " ".join(CORE), " ".join(CORE[first : first + count])
    before, after = f"{head} {core} {tail}", f"{new_head} {core} {new_tail}"
    assume(letters_of(before).count(letters_of(inside)) == letters_of(after).count(letters_of(inside)) == 1)
    begin = len(head) + 1 + core.index(inside)
    place = find(Reading.of(after), Passage.quoted("body", Reading.of(before), begin, begin + len(inside)))
    assert place is not None and place.is_exact
    begin = len(new_head) + 1 + core.index(inside)
    assert (place.begin, place.end) == (begin, begin + len(inside))


@given(st.data())
def test_a_passage_that_stands_many_times_stays_on_its_own_while_text_comes_and_goes_elsewhere(data):
    parts = [f"Câu thứ {number} viết riêng: có 30 người dự, theo tổ {number * 7}." for number in range(8)]
    kept = data.draw(st.integers(0, 7))
    text = "\n".join(parts)
    begin = text.index(parts[kept]) + parts[kept].index("30 người")
    passage = Passage.quoted("body", Reading.of(text), begin, begin + len("30 người"))
    others = st.lists(st.sampled_from([part for part in parts if part != parts[kept]]) | ANY, max_size=10)
    new = "\n".join([*data.draw(others), parts[kept], *data.draw(others)])
    assume(new.count(parts[kept]) == 1)
    place = find(Reading.of(new), passage)
    assert place and place.begin == new.index(parts[kept]) + parts[kept].index("30 người")


@given(ANY, ANY, ANY, ANY, st.integers(0, 10**9))
def test_whatever_is_sought_where_it_is_gone_or_stands_within_the_text(text, exact, prefix, suffix, position):
    for sought in (exact, text, text[3:9]):
        place = find(Reading.of(text), Passage("body", sought, prefix, suffix, position))
        assert place is None or 0 <= place.begin < place.end <= len(text)
        if place and place.is_exact:
            assert letters_of(text[place.begin : place.end]) == letters_of(sought)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=7), st.lists(st.sampled_from("abc"), max_size=9))
def test_the_nearest_words_are_as_near_as_counting_one_by_one_says(wanted, words):
    row = [0] * (len(words) + 1)
    for word in wanted:  # Sellers' table: row by row, a beginning anywhere is free
        above, row = row, [row[0] + 1]
        for place, other in enumerate(words, start=1):
            row.append(min(above[place] + 1, row[place - 1] + 1, above[place - 1] + (word != other)))
    changes, end = nearest(wanted, words)
    assert (changes, end) == (min(row), row.index(min(row)))
