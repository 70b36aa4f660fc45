"""Fixes go into text nodes: no tag moves, nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import body
from news.checks import Text, run
from news.checks.visible import visible
from news.demo.manuscripts import all_articles
from news.mending import mended

pytestmark = pytest.mark.django_db


def mend(html: str, **fields) -> str:
    text = Text(headline="Tít", standfirst="Sapo.", source_line="Theo TTXVN", body=html, **fields)
    return mended(text, run(text))[0].get("body", html)


@pytest.mark.parametrize(("before", "after"), [
    ("<p>Mưa <em>lớn</em> , gió</p>", "<p>Mưa <em>lớn</em>, gió</p>"),
    ("<p>Mưa <em>lớn </em>, gió</p>", "<p>Mưa <em>lớn</em>, gió</p>"),
    ("<p>Bộ <strong>Y</strong> <a href=\"/\">Tế</a> nói</p>", "<p>Bộ <strong>Y</strong> <a href=\"/\">tế</a> nói</p>"),
    ("<p>số 30/2020/<em>ND</em>-CP</p>", "<p>số 30/2020/<em>NĐ</em>-CP</p>"),
    ("<p>số 44<strong> KL</strong>/TW</p>", "<p>số 44<strong>-KL</strong>/TW</p>"),
    ("<ul><li>hòa, hòa, hoà</li><li>Lan,Huệ</li></ul>", "<ul><li>hòa, hòa, hòa</li><li>Lan, Huệ</li></ul>"),
    ("<p>1 &lt; 2 &amp; 3 , 4</p>", "<p>1 &lt; 2 &amp; 3, 4</p>"),
    ("<p>Uỷ <strong>ban</strong> nhân dân, thủy, thủy</p>", "<p>Ủy <strong>ban</strong> nhân dân, thủy, thủy</p>"),
])  # fmt: skip
def test_a_fix_goes_through_markup(before, after):
    assert mend(before) == after


def test_of_two_fixes_at_one_place_one_is_applied():
    text = Text(body="<p>Uỷ ban nhân dân, hòa, khỏe</p>")
    assert mended(text, run(text)) == ({"body": "<p>Ủy ban nhân dân, hòa, khỏe</p>"}, 1)


@pytest.mark.parametrize("article", all_articles(), ids=lambda article: article.stem[:40])
def test_a_body_is_read_and_written_without_change(article):
    clean = body.clean(article.body).html
    reading = visible(clean)
    assert body.clean(reading.html()).html == clean
    assert all(reading.text[one.start : one.start + len(one.letters)] == one.letters for one in reading.pieces)


WORDS = st.sampled_from(
    ["hòa", "hoà", "Bộ Y Tế", " , ", " ", "  ", "30/2020/ND-CP", "(", "”", "hooij", "Нuế", "a&b<", "nay.Sáng"]
)


@given(
    st.lists(
        st.tuples(WORDS, st.sampled_from(["{}", "<em>{}</em>", "<strong>{}</strong>", '<a href="/">{}</a>'])),
        max_size=12,
    )
)
def test_mending_again_and_again_comes_to_an_end_and_keeps_the_tags(parts):
    html = body.clean(
        f"<p>{''.join(mark.format(word.replace('&', '&amp;').replace('<', '&lt;')) for word, mark in parts)}</p>"
    ).html
    once = html
    for _round in range(6):
        once = body.clean(mend(once)).html
    assert mend(once) in (once, mend(mend(once)))
    assert once.count("<a ") <= html.count("<a ")
