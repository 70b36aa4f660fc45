"""The body as readers see it."""

from news.reading import dressed

KEY = "0123456789abcdef0123"


def test_a_table_scrolls_by_itself_and_can_be_reached_with_the_keyboard():
    html = dressed("<p>A</p><table><tbody><tr><td>1</td></tr></tbody></table><p>B</p><table></table>")
    assert html.count('<div class="table" role="region" aria-label="Bảng" tabindex="0"><table>') == 2
    assert html.count("</table></div>") == 2


def test_our_photos_come_in_all_sizes_that_they_have():
    html = dressed(f'<figure><img src="/anh/{KEY}/960.webp" alt="Đê" width="700" height="400"></figure>')
    assert f"/anh/{KEY}/640.webp 640w" in html
    assert f"/anh/{KEY}/960.webp 960w" not in html
    assert 'width="700" height="400"' in html and 'loading="lazy"' in html and 'alt="Đê"' in html


def test_a_cropped_photo_stays_cropped():
    html = dressed(f'<img src="/anh/{KEY}/640-3x2.webp" alt="" width="640" height="427">')
    assert f"/anh/{KEY}/320-3x2.webp 320w" in html


def test_other_pictures_are_only_loaded_late():
    html = dressed('<img src="/media/x.png" alt="">')
    assert "srcset" not in html and 'loading="lazy"' in html and 'alt=""' in html


def test_a_body_without_tables_and_pictures_is_left_alone():
    body = "<h2>Đê &amp; kè</h2><p>Dài <strong>3 km</strong>.</p>"
    assert dressed(body) == body
