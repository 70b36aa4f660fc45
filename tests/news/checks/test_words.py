"""What is found in words, and what must not be: a false alarm teaches people to look away."""

import pytest

from news.checks import Text, run
from news.demo.manuscripts import all_articles
from news.models import HouseName

pytestmark = pytest.mark.django_db


def found(code: str, body: str, **fields) -> list[tuple[str, str | None]]:
    """What the check points at in the text, and what it would put there."""
    text = Text(headline="Tít", standfirst="Sapo.", source_line="Theo TTXVN", body=body, **fields)
    return [(one.found, one.fix) for one in run(text) if one.code == code]


UNCLOSED = [
    ("<p>Ông nói: “Nước đã rút và rời đi.</p><p>Sáng nay trời tạnh.</p>", ["“"]),
    ("<p>Ông nói: Nước đã rút” và rời đi.</p>", ["”"]),
    ("<p>Cầu dài 120 m (tính cả đường dẫn.</p><p>Xe qua được (một chiều).</p>", ["("]),
    ("<p>Chị kể: «Đêm ấy mưa lớn.</p>", ["«"]),
    ("<p>“Tôi gọi nó là “cái cầu nhỏ”, bà nói.</p>", ["“"]),
    ("<p>Theo điều 3 [sửa đổi, văn bản có hiệu lực.</p>", ["["]),
]
CLOSED = [
    "<p>Ông nói: “Nước đã rút” và rời đi (về quê).</p>",
    "<p>“Đêm ấy mưa lớn.</p><p>“Sáng ra nước ngập mái hiên.</p><p>“Cả xóm lên đê”, bà kể.</p>",
    "<p>“Đêm ấy mưa lớn.</p><p>Sáng ra nước ngập mái hiên”, bà kể.</p>",
    "<p>“Tôi gọi nó là “cái cầu nhỏ””, bà nói.</p>",
    "<p>Hồ sơ gồm: a) đơn; b) bản sao; 1) ảnh; iv) lệ phí.</p>",
    "<p>Màn hình 15” và ti vi 55” giảm giá :)</p>",
    "<p>Chú <strong>(ảnh</strong> trên) chạy “xe <em>ôm”</em>.</p>",
]


@pytest.mark.parametrize(("body", "expected"), UNCLOSED)
def test_a_mark_without_its_half_is_found(body, expected):
    assert [mark for mark, _fix in found("unclosed_marks", body)] == expected


@pytest.mark.parametrize("body", CLOSED)
def test_a_mark_with_its_half_is_left_alone(body):
    assert found("unclosed_marks", body) == []


SPACES = [
    ("Mưa  lớn ở Huế.", "  ", " "),
    ("Mưa lớn , gió mạnh.", " ", ""),
    ("Mưa lớn .", " ", ""),
    ("Ai trực đêm ?", " ", ""),
    ("Ông nói : “Được”.", " ", ""),
    ("Cầu dài 120 m (tính cả dốc ) đã xong.", " ", ""),
    ("Mưa lớn,gió mạnh.", ",", ", "),
    ("Trời tạnh hôm nay.Sáng mai lại mưa.", ".", ". "),
    ("Anh ở Hà Nội.Chị ở Huế.", ".", ". "),
    ("Ông hỏi:Bao giờ xong cầu?", ":", ": "),
    ("Họp lúc 8 giờ ngày 3,ông Hòa chủ trì.", ",", ", "),
    ("Từ Hà Nội,30 người lên đường.", ",", ", "),
    ("Ai trực?Tôi trực.", "?", "? "),
]
RIGHT_SPACES = [
    "Giá 1.234,5 đồng, tăng 3,5% lúc 20:21, tỷ số 2:1.",
    "Ngày 30/4/1975; 20h21; 42,195 km; 1.000.000 người.",
    "TP.HCM, Tp.Hồ Chí Minh, Q.1, P.Bến Nghé, TS.Nguyễn Văn An, PGS.TS Trần Bình, Ths.Lê Hà, v.v.",
    "Xem https://bao.vn/a,b?x=1;y=2 hoặc vnexpress.net, gửi toasoan@bao.vn.",
    "Bài của V.K. và N.V.A, dùng Node.js trên ASP.NET, phim St.Vincent.",
    "Tôi ... không nhớ. Rồi… đi … mất.",
    "Tỷ lệ nam:nữ là 1:1.",
    "Nghị định 30/2020/NĐ-CP, khoản 2, điểm a; Điều 5.",
    "Ông cười :) rồi nói “vâng”.",
    "Phiên bản 2.0.1, mã .vn, số hiệu 15,7x.",
    "Ông ấy hỏi: “Ai?”, rồi đi. (Theo TTXVN)",
    "Cách viết « có khoảng trắng » của người Pháp.",
]


@pytest.mark.parametrize(("text", "place", "fix"), SPACES)
def test_a_space_too_many_or_too_few_is_found(text, place, fix):
    assert found("spaces", f"<p>{text}</p>") == [(place, fix)]


@pytest.mark.parametrize("text", RIGHT_SPACES)
def test_right_spaces_are_left_alone(text):
    assert found("spaces", f"<p>{text}</p>") == []


TONES = [
    ("hòa bình, hòa giải, hoà nhã", [("hoà", "hòa")]),
    ("khỏe mạnh, thủy lợi, Thuỷ, HOÀ", [("Thuỷ", "Thủy"), ("HOÀ", "HÒA")]),
    ("hoà bình, hoà giải, thủy lợi", [("thủy", None)]),
    ("tùy ý và tuỳ bút", [("tuỳ", "tùy")]),
    ("lòe xòe, nhoè nhoẹt", [("nhoè", "nhòe")]),
]
ONE_PLACEMENT = [
    "hòa bình, quý khách, quỳ gối, quả, quê, quỷ, quạ, quẻ, quỵ lụy",
    "hòa, hoàn thành, toán, khoảng, loét, khuỷu, thuyền, quỳnh, hoạt",
    "thủy, giá, giò, già, giỏ",
    "hoà bình, thuỷ lợi, quý khách",
    "hòa và “hoà” là một chữ",
    "khỏe, ngoài, ngoáy, xoáy, loài",
]


@pytest.mark.parametrize(("text", "expected"), TONES)
def test_the_rarer_of_two_tone_placements_is_found(text, expected):
    assert found("tone_placement", f"<p>{text}</p>") == expected


@pytest.mark.parametrize("text", ONE_PLACEMENT)
def test_one_tone_placement_is_left_alone(text):
    assert found("tone_placement", f"<p>{text}</p>") == []


def test_tone_placements_are_compared_over_the_whole_article():
    text = Text(headline="Hoà bình", standfirst="Sapo.", body="<p>Hòa giải, khỏe mạnh.</p>", source_line="Theo TTXVN")
    assert [(one.field, one.found, one.fix) for one in run(text)] == [("headline", "Hoà", "Hòa")]


ALIKE = [
    ("Thành phố Нuế mưa lớn", "Нuế", "Huế"),
    ("Cả nướс cùng vào cuộc", "nướс", "nước"),
    ("Ðà Nẵng", "Ðà", "Đà"),
    ("con ðường", "ðường", "đường"),
    ("ＴＴＸＶＮ đưa tin", "ＴＴＸＶＮ", "TTXVN"),
    ("số Αn Giang", "Αn", "An"),
]
NOT_ALIKE = [
    "Báo Правда của Nga, góc α, 5 μm, 10 kΩ, NF-κB, tia β, ΔT",
    "Cầu thủ Davíð Guðmundsson và Sigurðsson",
    "Thành phố Huế, Đà Nẵng, São Paulo, Łódź, Kraków",
]


@pytest.mark.parametrize(("text", "word", "fix"), ALIKE)
def test_a_letter_of_another_alphabet_in_a_word_is_found(text, word, fix):
    assert found("look_alikes", f"<p>{text}</p>") == [(word, fix)]


@pytest.mark.parametrize("text", NOT_ALIKE)
def test_words_of_other_alphabets_are_left_alone(text):
    assert found("look_alikes", f"<p>{text}</p>") == []


@pytest.mark.parametrize(("text", "fix"), [
    ("Hue\u0302\u0301", "Huế"),
    ("Hu\u00e9\u0302", "Huế"),
    ("đươ\u0300ng", "đường"),
    ("một o\u0323\u0302", "ộ"),
])  # fmt: skip
def test_a_word_whose_letters_are_in_pieces_is_found(text, fix):
    assert [mended for _word, mended in found("letters_apart", f"<p>{text}</p>")] == [fix]


def test_whole_letters_are_left_alone():
    assert found("letters_apart", "<p>Huế, đường, São Paulo, Ðà, x̄ = 3</p>") == []


LEFTOVERS = [
    ("hooij", "hội"), ("ddor", "đỏ"), ("tieengs", "tiếng"), ("vieetj", "việt"), ("nguowif", "người"),
    ("dduowcj", "được"), ("nhuwngx", "những"), ("ddaau", "đâu"), ("thuowngf", "thường"), ("dduwcs", "đức"),
    ("ho65i", "hội"), ("tie61ng", "tiếng"), ("nguo72i", "người"), ("d9o3", "đỏ"), ("d9u7o75c", "được"), ("tra61n", "trấn"),
    ("nhu7ng4", "những"), ("quyeenf", "quyền"),
]  # fmt: skip
WORDS_OF_OTHERS = [
    "boots roots weeks moons keeps teens seems meets beer deer beef reef roof poor door cows lows rows Taj Mahal",
    "bị tấn công DDoS, ddos; mã G20, U23, VF8, A321, H5N1, Covid19, CO2, m2, km2, i7, Ha16, B52, h2o, F1, T90",
    "max tax box fox jazz Hajj Raj news views has his yes bus as is of for if or",
    "Kuwait Taiwan download show tower queen jeep coffee zoom Google Facebook Zalo",
    "Nieuwpoort, Leeuwarden, Moor, Boer, Roosevelt, Goods, Aaron, Isaac",
    "wwww.abc.vn/hooij và a@hooij.vn",
]


@pytest.mark.parametrize(("word", "meant"), LEFTOVERS)
def test_what_can_only_be_telex_or_vni_is_found(word, meant):
    assert found("typing_leftovers", f"<p>Ông {word} nói.</p>") == [(word, meant)]


def test_a_leftover_with_a_capital_may_be_a_name_and_is_left_to_people():
    assert found("typing_leftovers", "<p>Vieetj Nam</p>") == [("Vieetj", None)]


@pytest.mark.parametrize("text", WORDS_OF_OTHERS)
def test_words_of_other_languages_are_left_alone(text):
    assert found("typing_leftovers", f"<p>{text}</p>") == []


NAMES = [
    ("Uỷ ban nhân dân tỉnh họp", "Uỷ ban nhân dân", "Ủy ban nhân dân"),
    ("Bộ Giáo Dục và đào tạo trả lời", "Bộ Giáo Dục và đào tạo", "Bộ Giáo dục và Đào tạo"),
    ("theo bộ giáo dục và đào tạo", "bộ giáo dục và đào tạo", "Bộ Giáo dục và Đào tạo"),
    ("Bộ Y Tế khuyến cáo", "Bộ Y Tế", "Bộ Y tế"),
    ("bộ Công an thông báo", "bộ Công an", "Bộ Công an"),
    ("Kỳ họp Quốc Hội", "Quốc Hội", "Quốc hội"),
    ("Chính Phủ ban hành", "Chính Phủ", "Chính phủ"),
    ("UỶ BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
    ("uỷ ban nhân dân các cấp", "uỷ ban nhân dân", "ủy ban nhân dân"),
    ("Ủy ban thường vụ Quốc Hội", "Ủy ban thường vụ Quốc Hội", "Ủy ban Thường vụ Quốc hội"),
    ("Bộ Khoa hoc và Công nghệ", "Bộ Khoa hoc và Công nghệ", "Bộ Khoa học và Công nghệ"),
    ("Bộ Văn hoá, Thể thao và Du lịch", "Bộ Văn hoá, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
]
NOT_NAMES = [
    "Ủy ban nhân dân tỉnh, ủy ban nhân dân các cấp, ỦY BAN NHÂN DÂN",
    "cán bộ y tế, toàn bộ công an xã, cán bộ Tài chính, nội bộ công an, Đảng bộ Công an",
    "Bỏ xây dựng cầu cũ; bố nói vụ ấy đã xong; bộ y tế tự chế",
    "Chinh phụ ngâm; chính phủ điện tử; chính phủ các nước; quốc hội Pháp",
    "Ủy ban Thường vụ Quốc hội, Văn phòng Chính phủ, Bộ Y tế, BỘ Y TẾ",
    "hội đồng nhân dân các cấp, Hội đồng nhân dân xã",
]


@pytest.mark.parametrize(("text", "written", "right"), NAMES)
def test_a_name_spelt_otherwise_than_the_house_does_is_found(text, written, right):
    assert found("house_names", f"<p>{text}.</p>") == [(written, right)]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_right_names_and_ordinary_words_are_left_alone(text):
    assert found("house_names", f"<p>{text}.</p>") == []


def test_a_known_wrong_spelling_is_found_though_no_folding_would():
    HouseName.objects.create(name="Kiên Giang", wrong="Kiêng Giang\n Kiên Dang ")
    assert found("house_names", "<p>Ở Kiêng Giang và Kiên Dang, Kiên Giang.</p>") == [
        ("Kiêng Giang", "Kiên Giang"),
        ("Kiên Dang", "Kiên Giang"),
    ]


DOCUMENTS = [
    ("30/2020/ND-CP", "30/2020/NĐ-CP"), ("749/QD-TTg", "749/QĐ-TTg"), ("749/QĐ-TTG", "749/QĐ-TTg"),
    ("44 KL/TW", "44-KL/TW"), ("44/KL-TW", "44-KL/TW"), ("43-CT-TW", "43-CT/TW"), ("30/2020/NĐ/CP", "30/2020/NĐ-CP"),
    ("30/2020/NĐ – CP", "30/2020/NĐ-CP"), ("30/2020-NĐ-CP", "30/2020/NĐ-CP"), ("103/2016/QH 13", "103/2016/QH13"),
    ("103-2016-QH13", "103/2016/QH13"), ("103/2016/QH", None), ("30/20/NĐ-CP", None), ("30/2202/NĐ-CP", None),
    ("1234/QD-UBND", "1234/QĐ-UBND"), ("15-KH-TU", "15-KH/TU"), ("88/QD-ABC", "88/QĐ-ABC"), ("150/TTR-CP", "150/TTr-CP"),
    ("02/2015/TTLT/BYT-BTC", "02/2015/TTLT-BYT-BTC"),
]  # fmt: skip
RIGHT_DOCUMENTS = [
    "30/2020/NĐ-CP, 15/2021/QĐ-TTg, 09/2017/TT-BTTTT, 02/2015/TTLT-BYT-BTC",
    "103/2016/QH13, 02/2020/UBTVQH14, 42/2017/QH14, 749/QĐ-TTg, 88/CĐ-TTg, 150/TTr-CP, 1234/QĐ-UBND",
    "3450/UBND-VX, 3450/BCA-V03, 43-CT/TW, 44-KL/TW, 18-NQ/TW, 37-QĐ/TW, 36-HD/VPTW, 15-KH/TU, 14/SL, 64-CP",
    "số 1234/QĐ-BCT của Bộ Công Thương, 12-QĐ/BCT của Bộ Chính trị, 1010/2024/UBTVQH15, 37-QyĐ/TW",
    "tỷ số 2/1, ngày 30/4, nhà 44, bão số 3, xe 29-C1 và 29-C1 123.45, QL 1A, căn 1203/CT2, đợt 2",
    "ông kết luận 44 người, quyết định 5 suất học bổng, 12/2024, 24/7, 4-4-2, 36 phố phường",
    "Kết luận số 44 của Ban Bí thư, Nghị quyết Trung ương 6 khóa XII, Chỉ thị 43",
    "mua 5 TC/CP, 10 l/cp, 3 ba-tu, 20 TT/TU, 7 kh/tw",
    "Tòa nhà 29 HD/Tower, lớp 12A3, vé 15 TC, ca 3 BV K, toa 5 TT/Huế",
]


@pytest.mark.parametrize(("number", "right"), DOCUMENTS)
def test_a_number_that_is_not_in_its_familys_form_is_found(number, right):
    assert found("document_numbers", f"<p>Theo văn bản số {number}, việc này đã rõ.</p>") == [(number, right)]


@pytest.mark.parametrize("text", RIGHT_DOCUMENTS)
def test_right_numbers_and_what_is_no_document_are_left_alone(text):
    assert found("document_numbers", f"<p>{text}.</p>") == []


@pytest.mark.parametrize("article", all_articles(), ids=lambda article: article.stem[:40])
def test_the_demo_edition_raises_no_alarm(article):
    text = Text(
        article.headline, article.short_headline, article.standfirst, article.body, lead_caption=article.caption,
        lead_credit=article.credit, source_line=article.source, author_names=tuple(one.name for one in article.authors),
    )  # fmt: skip
    assert [(one.code, one.passage) for one in run(text) if one.code != "pictures_without_alt"] == []
