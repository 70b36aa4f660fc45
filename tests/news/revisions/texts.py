"""Texts and clean bodies that look like a newsroom's, and what is in them."""

import re
from html import unescape

from hypothesis import strategies as st

WORDS = ("Hà", "Nội", "và", "của", "các", "mưa", "lớn", "tỉnh", "30/2020/NĐ-CP", "1.234,5", "12%", "U23", "“mới”")
KEYS = ("0123456789abcdef0123", "aaaaaaaaaaaaaaaaaaaa")

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
line = st.lists(sentence, max_size=5).map(" ".join)
phrase = st.tuples(sentence, st.sampled_from(("{}", "<strong>{}</strong>", '<a href="https://a.vn/">{}</a>'))).map(
    lambda part: part[1].format(part[0])
)
paragraph = st.lists(phrase, min_size=1, max_size=3).map(" ".join)
items = st.lists(paragraph.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
block = st.one_of(
    paragraph.map("<p>{}</p>".format),
    sentence.map("<h2>{}</h2>".format),
    items.map("<ul>{}</ul>".format),
    paragraph.map("<blockquote><p>{}</p></blockquote>".format),
    paragraph.map("<table><tbody><tr><td>{}</td><td>ô</td></tr></tbody></table>".format),
    st.builds(
        '<figure class="photo"><img src="/anh/{}/960.webp" alt=""><figcaption>{}</figcaption></figure>'.format,
        st.sampled_from(KEYS),
        paragraph,
    ),
)
body = st.lists(block, max_size=6).map("\n".join)


def words_in(text: str) -> list[str]:
    """The words of a text or of HTML, tags and white space aside."""
    return unescape(re.sub(r"<[^>]*>", " ", text)).split()
