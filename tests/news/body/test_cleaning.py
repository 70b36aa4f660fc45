"""Whatever is pasted, the stored body is newspaper markup and nothing else."""

import re
import unicodedata
from collections import Counter
from html import unescape

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.body import clean
from news.body.allowed import ATTRIBUTES, BLOCKS, PHRASES, TABLE

KEY = "0123456789abcdef0123"
PICTURE = f"/anh/{KEY}/960.webp"


def words(html: str) -> str:
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", html)))


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        ("<p>Một <b>hai</b> <i>ba</i></p>", "<p>Một <strong>hai</strong> <em>ba</em></p>"),
        ("<div>Một</div><div>Hai</div>", "<p>Một</p>\n<p>Hai</p>"),
        ("Một dòng trơ", "<p>Một dòng trơ</p>"),
        ("Một<br><br>Hai<br>Ba", "<p>Một</p>\n<p>Hai<br>Ba</p>"),
        ("<h1>Tít</h1><h4>Tít phụ</h4>", "<h2>Tít</h2>\n<h3>Tít phụ</h3>"),
        ("<h2><b>Đậm sẵn</b></h2>", "<h2>Đậm sẵn</h2>"),
        ("<p>&nbsp;</p><p> </p><p><br></p><p>Còn</p>", "<p>Còn</p>"),
        ("<p>Cách&nbsp;&nbsp; nhau</p>", "<p>Cách nhau</p>"),
        ("<p>“Nháy” – gạch…</p>", "<p>“Nháy” – gạch…</p>"),
        ("<p>Tie\u0302\u0301ng Vie\u0323\u0302t</p>", "<p>Tiếng Việt</p>"),
        ("<ul><li><p>Một</p></li><li></li></ul>", "<ul><li>Một</li></ul>"),
        ("<ul><li>Một</li><ul><li>Con</li></ul></ul>", "<ul><li>Một<ul><li>Con</li></ul></li></ul>"),
        ('<ol start="3"><li>Ba</li></ol>', '<ol start="3"><li>Ba</li></ol>'),
        ("<blockquote>Lời</blockquote>", "<blockquote><p>Lời</p></blockquote>"),
        ('<aside class="box x"><p>Hộp</p></aside>', '<aside class="box"><p>Hộp</p></aside>'),
        ("<aside>Tin liên quan</aside>", "<p>Tin liên quan</p>"),
        ("<b><b>Hà</b> </b><b>Nội</b>", "<p><strong>Hà Nội</strong></p>"),
        ('<a href="https://a.vn" target="_blank" onclick="x()">a</a>', '<p><a href="https://a.vn">a</a></p>'),
        ('<a href="//a.vn/b">a</a>', '<p><a href="https://a.vn/b">a</a></p>'),
        ("<a name=_Toc1>Mục</a>", "<p>Mục</p>"),
        ("<p>30<sup>o</sup>C</p>", "<p>30<sup>o</sup>C</p>"),
    ],
)
def test_pasted_markup_becomes_newspaper_markup(pasted, stored):
    assert clean(pasted).html == stored


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href=' jav&#x09;ascript:alert(1)'>a</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<p style='background:url(javascript:alert(1))'>a</p>",
        "<table background='javascript:alert(1)'><tr><td>a",
        "<template><script>alert(1)</script></template>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<a href='https://a.vn' title='&quot; onmouseover=alert(1) x=&quot;'>a</a>",
        "<object data='x.swf'></object><embed src=x.swf>",
        "<meta http-equiv=refresh content='0;url=https://xau.example'><base href=https://xau.example>",
        "<figure class=embed><a href='javascript:alert(1)'>phim</a></figure>",
        f"<img src='{PICTURE}' onload=alert(1)>",
    ],
)
def test_no_attack_survives(attack):
    html = clean(f"<p>trước</p>{attack}<p>sau</p>").html
    assert "trước" in html
    check_allowed(html)


def check_allowed(html: str) -> None:
    """Read it as a browser does and look at every element."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in PHRASES | BLOCKS | TABLE
        extra = {"class"} if element.tag in ("aside", "figure") else set()
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()) | extra
        assert not re.match(r"\s*(javascript|data|vbscript):", element.attrib.get("href", ""), re.IGNORECASE)
        assert element.tag != "img" or element.attrib["src"].startswith("/anh/")


def test_our_own_pictures_stay_also_when_copied_with_our_host():
    stored = f'<figure class="photo"><img src="{PICTURE}" alt="Cầu" width="960" height="600"><figcaption>Cầu Rồng</figcaption></figure>'
    assert clean(stored).html == stored
    assert clean(stored.replace("/anh/", "http://localhost/anh/")).html == stored
    assert clean(f"<p><img src='{PICTURE}'></p>").html == f'<p><img src="{PICTURE}" alt=""></p>'


@pytest.mark.parametrize(
    "source",
    [
        "https://bao.example/anh.jpg",
        f"https://bao.example{PICTURE}",
        f"//bao.example{PICTURE}",
        "/media/x.jpg",
        "/anh/../x",
    ],
)
def test_foreign_pictures_go_and_the_editor_is_told(source):
    cleaned = clean(f'<p>Chữ<img src="{source}"></p>')
    assert cleaned.html == "<p>Chữ</p>"
    assert cleaned.removed == ("ảnh ở máy chủ khác (hãy tải ảnh lên bằng nút Hình ảnh)",)


def test_a_picture_pasted_as_data_goes_and_the_editor_is_told():
    cleaned = clean('<p>Chữ<img src="data:image/png;base64,iVBORw0KGgo="></p>')
    assert cleaned.html == "<p>Chữ</p>"
    assert any("ảnh dán kèm" in words for words in cleaned.removed)


def test_an_embed_is_a_link_to_a_host_on_the_list():
    stored = '<figure class="embed"><a href="https://www.youtube.com/watch?v=1">Phim</a><figcaption>Lễ hội</figcaption></figure>'
    assert clean(stored).html == stored
    framed = clean('<iframe width="560" src="https://www.youtube.com/embed/1"></iframe>')
    assert 'class="embed"><a href="https://www.youtube.com/embed/1"' in framed.html
    assert not framed.removed


def test_an_embed_from_elsewhere_is_kept_as_a_plain_link_and_said_so():
    for pasted in (
        '<figure class="embed"><a href="https://xau.example/v">Phim</a></figure>',
        '<iframe src="https://xau.example/v">Phim</iframe>',
        '<figure class="embed"><a href="https://youtube.com.xau.example/v">Phim</a></figure>',
    ):
        cleaned = clean(pasted)
        assert "figure" not in cleaned.html
        assert cleaned.html.startswith('<p><a href="https://')
        assert any("mã nhúng" in words for words in cleaned.removed)


def test_tables_keep_caption_head_and_spans():
    stored = (
        '<table><caption>Giá</caption><thead><tr><th scope="col">Mặt hàng</th><th scope="col">Giá</th></tr></thead>'
        '<tbody><tr><td>Gạo</td><td>20</td></tr><tr><td colspan="2">Nguồn: chợ</td></tr></tbody></table>'
    )
    assert clean(stored).html == stored
    assert clean("<table width=500 border=1><tr bgcolor=red><td width=9><p class=x>Gạo</p></td></tr></table>").html == (
        "<table><tbody><tr><td>Gạo</td></tr></tbody></table>"
    )


def test_what_was_removed_is_told_in_words():
    removed = clean('<script>x</script><p style="color:red" onclick="x()">Chữ</p><form><input></form>').removed
    assert {"mã <script>", "màu chữ, cỡ chữ, phông chữ", "biểu mẫu", "mã kích hoạt (onclick, onerror…)"} == set(removed)
    assert clean("<p>Chữ <strong>đậm</strong></p>").removed == ()


def test_nesting_without_end_is_cut_not_crashed():
    html = clean("<div>" * 5000 + "<b>" * 5000 + "Sâu").html
    assert "Sâu" in html


texts = st.text(st.sampled_from("aăâbcdđeêghikốộữởặ ĐƯỜNG 0123 “”–…&<>\"'\xa0\n"), min_size=0, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
TAGS = [
    *(
        "p",
        "div",
        "b",
        "i",
        "span",
        "strong",
        "em",
        "h1",
        "h2",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "aside",
        "figure",
    ),
    *(
        "figcaption",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "a",
        "font",
        "section",
        "o:p",
        "center",
        "sup",
        "caption",
        "pre",
    ),
]
ATTRIBUTE_TEXTS = st.sampled_from(
    [
        "",
        ' class="box"',
        ' class="embed"',
        ' style="font-weight:bold"',
        ' style="color:red"',
        ' href="https://youtu.be/1"',
    ]
)


@st.composite
def tagged(draw, inside):
    tag, attributes = draw(st.sampled_from(TAGS)), draw(ATTRIBUTE_TEXTS)
    void = draw(st.sampled_from(["", "<br>", "<hr>", f'<img src="{PICTURE}">', "<!-- x -->", "<br><br>"]))
    return f"<{tag}{attributes}>" + "".join(draw(st.lists(inside, max_size=4))) + void + f"</{tag}>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


pages = st.lists(st.recursive(texts.map(escaped), tagged, max_leaves=12), max_size=5).map("".join)


@given(pages)
def test_cleaning_twice_changes_nothing_more(page):
    once = clean(page)
    again = clean(once.html)
    assert again.html == once.html
    assert again.removed == ()


@given(pages)
def test_visible_words_stay(page):
    assert not Counter(words(page)) - Counter(words(clean(page).html))


@given(st.text(st.sampled_from("<>/=\"'& abipimgsrcscriptonxtdle-!?[]\n")))
def test_broken_markup_of_any_kind_comes_out_allowed(noise):
    check_allowed(clean(noise).html)
