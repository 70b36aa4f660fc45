import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from news.importing import digest, read
from news.importing.take_in import take_in
from news.lifecycle import NotAllowed, NotReady
from news.models import Action, Article, Author, Photo, Section, State
from tests.factories import AuthorFactory, SectionFactory, UserFactory, picture_file
from tests.news.importing.documents import OPENING, document, repacked, saved
from tests.news.vietnamese.old_texts import encoded

pytestmark = pytest.mark.django_db

TEXT = "\n\n".join([*OPENING, "Một đoạn.", "Văn Kiên - Minh Hà", "Theo VnExpress"])


@pytest.fixture(autouse=True)
def section() -> Section:
    """The only section of the paper."""
    Section.objects.all().delete()
    return SectionFactory(name="Thời sự", slug="thoi-su", order=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[str, str]:
    """What the command writes to stdout and stderr."""
    out, err = StringIO(), StringIO()
    call_command("import_article", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_a_file_becomes_a_draft_in_the_first_section_and_its_address_is_printed_last(file, section):
    SectionFactory(order=0, parent=section)
    out, err = run(file)
    article = Article.objects.get()
    assert out.splitlines()[-1] == f"/xa-ven-song-trong-lai-rung-duoc-{article.pk}.html"
    assert (article.headline, article.standfirst) == OPENING
    assert (article.body, article.source_line) == ("<p>Một đoạn.</p>", "Theo VnExpress")
    assert (article.section, article.state) == (section, State.DRAFT)
    assert [author.name for author in article.authors.order_by("bylines__order")] == ["Văn Kiên", "Minh Hà"]
    assert [entry.action for entry in article.log.all()] == [Action.IMPORTED]
    assert OPENING[0] in err


def test_the_original_text_is_stored_and_published_word_for_word(seed_text, tmp_path, client):
    path = tmp_path / "ban-goc.txt"
    path.write_bytes(seed_text)
    out, _err = run(path, "--publish")
    article = Article.objects.get()
    blocks = [block.strip() for block in seed_text.decode("utf-8-sig").replace("\r\n", "\n").split("\n\n")]
    assert (article.headline, article.standfirst) == (blocks[0], blocks[1])
    assert re.findall("<p>(.*?)</p>", article.body) == blocks[2:10]
    assert re.sub("</?p>", "", article.body).split("\n") == blocks[2:10]
    assert [author.name for author in article.authors.all()] == ["Văn Kiên"]
    assert article.is_live()
    assert out.splitlines()[-1] == article.get_absolute_url()
    page = client.get(article.get_absolute_url()).text
    assert all(block in page for block in blocks[:11])


def test_a_published_import_is_live_and_logged(file):
    run(file, "--publish")
    article = Article.objects.get()
    assert article.is_live()
    assert [entry.action for entry in article.log.all()] == [Action.PUBLISHED, Action.IMPORTED]


def test_what_lacks_a_body_is_not_published_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "ngan.txt"
    path.write_text("\n\n".join(OPENING), encoding="utf-8")
    with pytest.raises(CommandError, match="chưa có nội dung"):
        run(path, "--publish")
    assert not Article.objects.exists()


def test_the_same_file_twice_makes_no_twin_and_says_so(file):
    first, _err = run(file)
    second, _err = run(file)
    assert "đã nhập trước đây" in second
    assert second.splitlines()[-1] == first.splitlines()[-1]
    assert Article.objects.count() == 1


def test_the_same_file_under_another_name_is_the_same_file(file, tmp_path):
    run(file)
    copy = tmp_path / "ban-sao.txt"
    copy.write_bytes(file.read_bytes())
    run(copy)
    assert Article.objects.count() == 1


def test_again_makes_a_second_article(file):
    first, _err = run(file)
    second, _err = run(file, "--again")
    assert Article.objects.count() == 2
    assert first.splitlines()[-1] != second.splitlines()[-1]


def test_a_section_is_chosen_by_its_slug(file):
    culture = SectionFactory(slug="van-hoa")
    run(file, "--section", "van-hoa")
    assert Article.objects.get().section == culture


@pytest.mark.parametrize("slug", ["quoc-hoi", "thoi-su/quoc-hoi"])
def test_a_subsection_is_chosen_alone_or_with_its_parent(file, section, slug):
    subsection = SectionFactory(slug="quoc-hoi", parent=section)
    run(file, "--section", slug)
    assert Article.objects.get().section == subsection


def test_an_unknown_section_is_refused_with_the_list_of_those_there_are(file, section):
    SectionFactory(slug="quoc-hoi", parent=section)
    with pytest.raises(CommandError, match=r"Không có chuyên mục “the-gioi”.*thoi-su, thoi-su/quoc-hoi"):
        run(file, "--section", "the-gioi")
    assert not Article.objects.exists()


def test_a_paper_without_sections_takes_nothing_in(file, section):
    section.delete()
    with pytest.raises(CommandError, match="chưa có chuyên mục"):
        run(file)


def test_the_author_given_stands_in_for_the_byline_found(file):
    run(file, "--author", " Ban Thời sự - Đời sống ")
    assert [author.name for author in Article.objects.get().authors.all()] == ["Ban Thời sự - Đời sống"]
    assert not Author.objects.filter(name="Văn Kiên").exists()


def test_an_author_that_the_house_knows_is_not_made_twice(file):
    known = AuthorFactory(name="Văn Kiên", slug="van-kien")
    run(file)
    assert Article.objects.get().authors.get(name="Văn Kiên") == known


def test_another_author_with_the_same_slug_is_somebody_else(file):
    AuthorFactory(name="Vân Kiên", slug="van-kien")
    run(file)
    assert Article.objects.get().authors.get(name="Văn Kiên").slug == "van-kien-2"


def test_a_name_too_long_for_an_author_is_refused(file):
    with pytest.raises(CommandError, match="Bút danh dài quá 100"):
        run(file, "--author", "a" * 101)


def test_the_editor_is_told_which_encoding_was_read(file):
    file.write_bytes(encoded(TEXT, "VNI"))
    _out, err = run(file)
    assert "VNI" in err
    assert Article.objects.get().headline == OPENING[0]


def test_pictures_of_a_word_document_become_photos_in_the_body(tmp_path):
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(picture_file())
    made = document(*OPENING, "Một đoạn.")
    made.add_picture(str(picture))
    path = tmp_path / "bai.docx"
    path.write_bytes(saved(made))
    run(path)
    photo, article = Photo.objects.get(), Article.objects.get()
    assert '<figure class="photo"><img src="/anh/' in article.body
    assert photo.key in article.body
    assert "data-picture" not in article.body


def test_a_picture_that_cannot_be_used_is_left_out_with_its_reason(tmp_path):
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(picture_file())
    made = document(*OPENING, "Một đoạn.")
    made.add_picture(str(picture))
    path = tmp_path / "bai.docx"
    path.write_bytes(repacked(saved(made), {"word/media/image1.jpg": b"no picture"}))
    _out, err = run(path)
    assert "Bỏ ảnh thứ 1" in err
    assert "<img" not in Article.objects.get().body
    assert not Photo.objects.exists()


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="Không thấy tệp"):
        run(tmp_path / "khong-co.txt")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="Không mở được tệp"):
        run(tmp_path)


@pytest.mark.parametrize(
    ("raw", "reason"), [(b"", "trống"), (b"mot dong", "một đoạn"), ("日本語".encode("shift-jis") * 9, "bảng mã")]
)
def test_what_cannot_be_read_is_refused_with_its_reason(file, raw, reason):
    file.write_bytes(raw)
    with pytest.raises(CommandError, match=reason):
        run(file)
    assert not Article.objects.exists()


def test_a_reporter_takes_in_a_draft_of_their_own_but_may_not_publish_it(section):
    reporter = UserFactory(role="phóng viên")
    manuscript = read(TEXT.encode())
    article = take_in(manuscript, digest(TEXT.encode()), section=section, by=reporter)
    assert article.created_by == reporter
    with pytest.raises(NotAllowed):
        take_in(manuscript, digest(TEXT.encode()), section=section, by=reporter, publish=True)
    assert Article.objects.count() == 1


def test_nothing_is_stored_when_publishing_fails(section):
    manuscript = read("\n\n".join(OPENING).encode())
    with pytest.raises(NotReady):
        take_in(manuscript, "", section=section, author="Văn Kiên", publish=True)
    assert not Article.objects.exists()
    assert not Author.objects.exists()
