"""manage.py check_article: what it says, to whom, and how it ends."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.factories import ArticleFactory, BylineFactory

pytestmark = pytest.mark.django_db


def check(capsys, *arguments: str) -> tuple[int, str]:
    code = 0
    try:
        call_command("check_article", *arguments)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, capsys.readouterr().out.strip()


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    file = tmp_path / "bai.txt"
    file.write_text("Mưa lớn ở Huế\n\nSáng nay trời tạnh.\n\nBộ Y Tế cảnh báo.\n\nMinh Hà\n", encoding="utf-8")
    return file


def test_warnings_are_told_and_end_well(capsys, manuscript):
    assert check(capsys, str(manuscript)) == (
        0,
        "cảnh báo: Nếp nhà viết “Bộ Y tế”, không viết “Bộ Y Tế”.  [Bộ Y Tế] cảnh báo.",
    )


def test_json_has_all_that_a_program_needs(capsys, manuscript):
    code, out = check(capsys, str(manuscript), "--json")
    assert code == 0 and json.loads(out) == [{
        "code": "house_names",
        "severity": "warning",
        "sentence": "Nếp nhà viết “Bộ Y tế”, không viết “Bộ Y Tế”.",
        "field": "body",
        "start": 0,
        "end": 7,
        "passage": "Bộ Y Tế cảnh báo.",
        "fix": "Bộ Y tế",
    }]  # fmt: skip


def test_what_blocks_ends_with_one(capsys):
    article = BylineFactory(article=ArticleFactory(standfirst="")).article
    assert check(capsys, str(article.pk)) == (1, "chặn đăng: Bài chưa có sapo.")


def test_a_clean_article_is_said_to_be_clean(capsys):
    article = BylineFactory(article=ArticleFactory()).article
    assert check(capsys, str(article.pk)) == (0, "Không có gì phải sửa.")
    assert check(capsys, str(article.pk), "--json") == (0, "[]")


@pytest.mark.parametrize(("named", "sentence"), [
    ("999999", "Không có bài số 999999."),
    ("9" * 30, "Không có bài số"),
    ("khong-co.txt", "Không thấy tệp khong-co.txt."),
    ("", "Không mở được tệp"),
])  # fmt: skip
def test_what_cannot_be_read_ends_with_two_and_a_sentence(named, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("check_article", named)
    assert refused.value.returncode == 2


def test_a_file_that_is_no_article_ends_with_two(tmp_path):
    file = tmp_path / "bai.pdf"
    file.write_bytes(b"%PDF-1.4")
    with pytest.raises(CommandError, match="PDF") as refused:
        call_command("check_article", str(file))
    assert refused.value.returncode == 2
