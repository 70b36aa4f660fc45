"""What Word, Google Docs and web pages put on the clipboard leaves clean paragraphs."""

from news.body import clean

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><title>Bản thảo</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; font-family:"Times New Roman",serif;} --></style></head>
<body lang=VI style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoNormal style='margin-bottom:6.0pt;text-align:justify'><b style='mso-bidi-font-weight:normal'><span
lang=VI style='font-size:14.0pt;font-family:"Times New Roman",serif;mso-fareast-font-family:"Times New Roman"'>Cầu mới
thông xe<o:p></o:p></span></b></p>
<p class=MsoNormal><span style='mso-spacerun:yes'>&nbsp;&nbsp; </span><span style='font-size:14.0pt'>Sáng nay – 8 giờ –
thành phố thông xe cây cầu “dài nhất”<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dài 1.200 m</p>
<h1 style='color:#2E74B5'><span>Kinh phí</span></h1>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='height:13pt'>
<td width=312 valign=top style='width:233.75pt;border:solid windowtext 1.0pt'><p class=MsoNormal>Vốn<o:p></o:p></p></td>
<td width=312><p class=MsoNormal>500 tỷ</p></td></tr></table>
<!--EndFragment--></body></html>"""

FROM_GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;color:#000000;font-weight:400;">Nước lũ
 </span><span style="font-size:11pt;font-weight:700;">rút chậm</span><span style="font-style:italic">, theo đài</span></p>
<br /><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Xã A</span></p></li>
<li dir="ltr"><p dir="ltr"><span>Xã B</span></p></li></ul></b><br class="Apple-interchange-newline">"""

FROM_A_WEB_PAGE = """<article class="post"><header><h1 itemprop="headline">Giá gạo tăng</h1></header>
<div class="content" data-id="7"><div>Sáng 5/3, giá gạo tăng.<br><br>Thương lái nói “hàng thiếu”.</div>
<div class="ads"><script>ads()</script><ins style="display:block"></ins></div>
<figure><img src="https://cdn.bao.example/gao.jpg" srcset="x 2x"><figcaption>Ảnh: Bạn đọc</figcaption></figure>
<a href="https://bao.example/gao?utm=1" target="_blank" rel="nofollow"><h3>Đọc thêm</h3></a>
<button onclick="share()">Chia sẻ</button></div></article>"""


def test_a_word_document_leaves_paragraphs_heading_and_table():
    assert clean(FROM_WORD).html.split("\n") == [
        "<p><strong>Cầu mới thông xe</strong></p>",
        "<p>Sáng nay – 8 giờ – thành phố thông xe cây cầu “dài nhất”</p>",
        "<ul><li>Dài 1.200 m</li></ul>",
        "<h2>Kinh phí</h2>",
        "<table><tbody><tr><td>Vốn</td><td>500 tỷ</td></tr></tbody></table>",
    ]


def test_google_docs_keeps_bold_italic_and_lists():
    assert clean(FROM_GOOGLE_DOCS).html.split("\n") == [
        "<p>Nước lũ <strong>rút chậm</strong><em>, theo đài</em></p>",
        "<ul><li>Xã A</li><li>Xã B</li></ul>",
    ]


def test_a_web_page_leaves_its_words_and_says_what_went():
    cleaned = clean(FROM_A_WEB_PAGE)
    assert cleaned.html.split("\n") == [
        "<h2>Giá gạo tăng</h2>",
        "<p>Sáng 5/3, giá gạo tăng.</p>",
        "<p>Thương lái nói “hàng thiếu”.</p>",
        "<p>Ảnh: Bạn đọc</p>",
        "<h3>Đọc thêm</h3>",
        "<p>Chia sẻ</p>",
    ]
    assert {"mã <script>", "biểu mẫu", "mã kích hoạt (onclick, onerror…)"} < set(cleaned.removed)
    assert any("ảnh ở máy chủ khác" in words for words in cleaned.removed)
