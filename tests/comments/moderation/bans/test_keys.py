"""By what two people count as one."""

import pytest

from comments.moderation.bans.keys import email_key, is_nobodys, masked, name_key
from tests.databases import once

pytestmark = once


@pytest.mark.parametrize(
    "disguised",
    [
        "Nguyễn Văn Tèo",
        "nguyen van teo",
        "NGUYỄN VĂN TÈO",
        "N.g.u.y.ễ.n V a n Tèo",
        "Nguyễn  Văn-Tèo!!!",
        "Nguyễn Văn T3o",
        "Nguyễnnn Văn Tèooo",
        "Nguyеn Vаn Tео",  # Cyrillic е, а, о
        "Ｎｇｕｙｅｎ　Ｖａｎ　Ｔｅｏ",
        "Nguyễn\u200b Văn Tèo",
        "Nguye\u0302\u0303n Văn Te\u0300o",
    ],
)
def test_a_name_is_known_through_its_disguise(disguised):
    assert name_key(disguised) == name_key("Nguyễn Văn Tèo")


@pytest.mark.parametrize("other", ["Nguyễn Văn Tâm", "Nguyễn Tèo", "Văn Tèo", "Nguyễn Văn Tèo Em"])
def test_another_name_is_another(other):
    assert name_key(other) != name_key("Nguyễn Văn Tèo")


@pytest.mark.parametrize("name", ["Ly", "Y", "...", "", "Bạn đọc", "b.a.n doc", "Ẩn danh", "\0", "🙂🙂🙂"])
def test_a_name_that_is_too_short_or_everybodys_is_nobodys(name):
    assert is_nobodys(name)


def test_a_name_of_ones_own_is_somebodys():
    assert not is_nobodys("Lan Anh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lan@example.vn", " LAN@Example.VN "),
        ("lan@example.vn", "lan+bao@example.vn"),
        ("ha.lan@gmail.com", "halan+x@googlemail.com"),
    ],
)
def test_one_letter_box_has_many_addresses(one, other):
    assert email_key(one) == email_key(other)


def test_dots_count_where_they_make_another_letter_box():
    assert email_key("ha.lan@example.vn") != email_key("halan@example.vn")
    assert email_key("lan@example.vn") != email_key("lan@example.com")


def test_what_is_kept_of_an_e_mail_is_no_e_mail():
    assert "lan" not in email_key("lan@example.vn") and len(email_key("lan@example.vn")) == 64
    assert masked("hoalan@example.vn") == "h…n@example.vn"
    assert masked("ab@example.vn") == "…@example.vn"
    assert [email_key(empty) for empty in ("", "@", "@x.vn")] == ["", "", ""]
    assert masked("không") == ""
