"""What programs put on the clipboard as HTML, in the shape they give it; the words are ours."""

# a picture of 4 × 3 pixels
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAFElEQVR4nGOsstZjgAEmBiSAwgEAIbcA6emU/f4AAAAASUVORK5CYII="

FROM_WORD_WITH_LISTS = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<link rel=File-List href="file:///C:/Users/PV/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:TrackMoves/></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-unhide:no; font-size:14.0pt;} @list l0
{mso-list-id:1;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
<body lang=VI style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1><span lang=VI style='font-family:"Times New
Roman",serif;color:black;mso-themecolor:text1'>Làng nghề vào vụ<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><st1:place w:st="on"><st1:City
w:st="on">Hà Nội</st1:City></st1:place><span
style='mso-spacerun:yes'>&nbsp; </span>– <i style='mso-bidi-font-style:normal'><span
lang=VI>làng nghề</span></i> “đỏ lửa” từ <b>3 giờ</b>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=VI style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=VI>Gốm<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if
!supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times
New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Bát Tràng<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Lụa<o:p></o:p></p>
<p class=MsoNormal>Giữa hai danh sách.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Việc ba<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Việc bốn<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shapetype id="_x0000_t75"></v:shapetype><v:shape id="Picture_1"><v:imagedata
src="file:///C:/Temp/clip_image001.jpg"/></v:shape><![endif]--><![if !vml]><img width=602 height=401
src="file:///C:/Users/PV/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Picture_1"><![endif]></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=312 style='width:233.75pt;background:#D9D9D9'><p
class=MsoNormal align=center><b>Làng<o:p></o:p></b></p></td><td width=312><p
class=MsoNormal><b>Hộ<o:p></o:p></b></p></td></tr></thead>
<tr><td width=312 valign=top><p class=MsoNormal>Vạn Phúc<o:p></o:p></p></td><td><p
class=MsoNormal>1.200<o:p></o:p></p></td></tr></table>
<!--EndFragment--></body></html>"""
FROM_WORD_ONLINE = """<meta charset="utf-8"><div class="OutlineElement Ltr SCXW1 BCX0"
style="-webkit-user-drag:none;margin:0px"><p class="Paragraph SCXW1 BCX0" role="heading" aria-level="1" paraid="1"
paraeid="{a}" style="font-weight:normal;color:rgb(46,116,181)"><span data-contrast="none" lang="VI-VN" class="TextRun
SCXW1" style="font-size:16pt"><span class="NormalTextRun SCXW1" data-ccp-parastyle="heading
1">Kinh phí</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div><div
class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" paraid="2" style="font-weight:normal"><span
data-contrast="auto" class="TextRun SCXW1" style="font-weight:bold"><span class="NormalTextRun
SpellingErrorV2Themed">Tổng</span></span><span class="TextRun" style="font-style:italic">&nbsp;vốn</span><span
class="TextRun"> là “500 tỷ” – đủ.</span><span class="LineBreakBlob BlobObject"><span class="SCXW1">&nbsp;</span><br
class="SCXW1"></span><span class="TextRun">Dòng hai</span><span class="EOP">&nbsp;</span></p></div><div
class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li role="listitem" data-leveltext=""
data-font="Symbol" data-listid="1" data-aria-level="1" class="OutlineElement"><p class="Paragraph"><span
class="TextRun">Xã A</span><span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper"><ul
class="BulletListStyle1" role="list"><li role="listitem" data-listid="1" data-aria-level="1"
class="OutlineElement"><p class="Paragraph"><span class="TextRun">Xã B</span><span
class="EOP">&nbsp;</span></p></li></ul></div><div class="TableContainer"><table border="1" class="Table"><tbody><tr
role="row"><td role="rowheader" data-celllook="0"><div class="TableCellContent"><div class="OutlineElement"><p
class="Paragraph"><span class="TextRun">Vốn</span><span
class="EOP">&nbsp;</span></p></div></div></td><td><div><p><span>1</span></p></div></td></tr></tbody></table></div>"""
FROM_OUTLOOK = """<html
xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--@font-face{font-family:Calibri;}
p.MsoNormal{margin:0cm;}--></style></head><body lang="VI" link="#0563C1"><div class="WordSection1"><p
class="MsoNormal"><span
style="font-size:11.0pt;mso-fareast-language:EN-US">Kính gửi tòa soạn,<o:p></o:p></span></p><p
class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm
0cm"><p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> Phòng Báo chí &lt;<a
href="mailto:baochi@tinh.example">baochi@tinh.example</a>&gt;<br><b>Sent:</b> Thứ Hai</span></p></div><p
class="MsoNormal">Thông cáo: <a
href="https://safelinks.example/?url=https%3A%2F%2Ftinh.example%2Ftc&amp;data=05">toàn văn</a><o:p></o:p></p></div></body></html>"""
FROM_FACEBOOK = """<meta charset='utf-8'><div class="xdj266r x11i5rnm" style="margin: 0px; font-family: &quot;Segoe
UI Historic&quot;; color: rgb(5, 5, 5);"><div dir="auto" style="text-align: start;">Lũ về rồi bà con ơi <span
class="x3nfvp2 html-span"><img height="16" width="16" class="xz74otr" alt="🌊"
referrerpolicy="origin-when-cross-origin"
src="https://static.xx.fbcdn.net/images/emoji.php/v9/t5f/1/16/1f30a.png" style="object-fit: fill;"></span></div>
</div>
<div
class="x11i5rnm xat24cr x1vvkbs"><div dir="auto">Nước lên <span style="font-weight:600">3 m</span><span
class="html-span"><a class="html-a" tabindex="-1"></a></span></div><div dir="auto"><a class="x1i10hfl"
href="https://www.facebook.com/hashtag/l%C5%A9?__eep__=6&amp;__cft__[0]=AZ" role="link" tabindex="0">#lũ</a> <div
class="x1"><div>Xem thêm</div></div></div></div>"""
FROM_LIBREOFFICE = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta
http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator"
content="LibreOffice 7.4.7.2 (Linux)"/><style
type="text/css">@page {{ size: 21cm 29.7cm; margin: 2cm }} p {{ line-height: 115%; margin-bottom: 0.25cm }}</style></head><body
lang="vi-VN" link="#000080" dir="ltr"><h2 class="western">Kinh phí</h2><p align="justify"
style="line-height: 100%; margin-bottom: 0cm"><font face="Times New Roman, serif"><font size="4"
style="font-size: 14pt"><b>Tổng vốn</b> “500 tỷ” – <i>đủ</i></font></font></p><p
style="margin-bottom: 0cm"><br/></p><ol><li><p
style="margin-bottom: 0cm">Một</p><ul><li><p>Một một</p></li></ul></li><li><p>Hai</p></li></ol><table width="100%"
cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/><thead><tr valign="top"><th width="50%"
style="border: 1px solid #000"><p
align="center">Làng</p></th><th><p>Hộ</p></th></tr></thead><tbody><tr><td><p>A</p></td><td><p>1</p></td></tr></tbody></table><p><img
src="data:image/png;base64,{PIXEL}" name="Image1" width="10"/></p></body></html>"""
