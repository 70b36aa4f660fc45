"""Galleries and documents belong to the revision: they wait, are compared, restored and merged with the text."""

import json
import zlib
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from news import editing, lifecycle, photo_library, pictures, previews
from news.attaching import Upload
from news.models import Article, ArticleGallery, Attachment, Gallery, GalleryPhoto, Origin, PhotoUse, Revision, State
from news.revisions import keeping
from news.revisions.content import Content
from news.revisions.differences import differences
from news.revisions.reconciling import reconcile
from news.revisions.under_text import Document
from tests.factories import ArticleFactory, LiveArticleFactory, UserFactory, make_photo, picture_file

pytestmark = pytest.mark.django_db


def gallery(title: str = "Chợ nổi") -> Gallery:
    made = Gallery.objects.create(title=title)
    GalleryPhoto.objects.create(gallery=made, photo=make_photo(alt=title))
    return made


def document(article: Article, name: str = "Nghị quyết") -> Document:
    made = Attachment(article=article, name=name, size=4)
    made.file.save("a.pdf", ContentFile(b"%PDF"), save=False)
    made.save()
    return Document(made.pk, name)


def rewrite(article: Article, **changes) -> Revision:
    return editing.save(article, keeping.newest_content(article).with_changes(changes), None)


def seen_by_readers(client, article: Article) -> tuple[list[str], list[str]]:
    answer = client.get(article.get_absolute_url())
    return [each.title for each in answer.context["galleries"]], [each.name for each in answer.context["attachments"]]


def forget_what_stands_under(revision: Revision) -> None:
    """As revisions were before they knew of galleries and documents."""
    raw = keeping.content_of(revision).to_json()
    found = {name: value for name, value in json.loads(raw).items() if name not in ("galleries", "attachments")}
    old = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    packed = {"packed": zlib.compress(old, 9), "dictionary": None, "digest": keeping._digest(old)}
    Revision.objects.filter(pk=revision.pk).update(**packed)


def test_readers_keep_what_they_have_until_the_update(client):
    article = LiveArticleFactory()
    rewrite(article, galleries=(gallery().pk,), attachments=(document(article),))
    assert seen_by_readers(client, article) == ([], [])
    lifecycle.update(article, None)
    assert seen_by_readers(client, article) == (["Chợ nổi"], ["Nghị quyết"])
    rewrite(article, galleries=(), attachments=())
    assert seen_by_readers(client, article) == (["Chợ nổi"], ["Nghị quyết"])
    lifecycle.update(article, None)
    assert seen_by_readers(client, article) == ([], [])


def test_a_draft_follows_the_newest():
    article = ArticleFactory()
    rewrite(article, galleries=(gallery("Một").pk, gallery("Hai").pk), attachments=(document(article),))
    assert [str(place) for place in article.galleries.shown()] == ["Một", "Hai"]
    assert article.attachments.shown().count() == 1
    rewrite(article, galleries=(), attachments=())
    assert not article.galleries.exists() and not article.attachments.shown().exists()


def test_a_document_has_no_public_answer_before_the_revision_that_carries_it_is_live(client):
    article = LiveArticleFactory()
    waiting = document(article)
    address = Attachment.objects.get().get_absolute_url()
    rewrite(article, attachments=(waiting,))
    assert client.get(address).status_code == 404
    lifecycle.update(article, None)
    assert client.get(address).status_code == 200
    rewrite(article, attachments=())
    assert client.get(address).status_code == 200
    lifecycle.update(article, None)
    assert client.get(address).status_code == 404
    assert Attachment.objects.get().file.open().read() == b"%PDF"  # the original stays


def test_what_was_withdrawn_is_gone_with_its_documents(client):
    article = LiveArticleFactory()
    rewrite(article, attachments=(document(article),))
    lifecycle.update(article, None)
    lifecycle.withdraw(article, None, "Sai.")
    assert client.get(Attachment.objects.get().get_absolute_url()).status_code == 410


def test_a_schedule_approves_what_stood_under_the_text_then(client):
    article = ArticleFactory()
    rewrite(article, galleries=(gallery("Đã duyệt").pk,))
    lifecycle.publish(article, None, timezone.now() + timedelta(hours=1))
    rewrite(article, galleries=(gallery("Chưa duyệt").pk,))
    Article.objects.update(published_at=timezone.now() - timedelta(minutes=1))
    assert seen_by_readers(client, article)[0] == ["Đã duyệt"]


def test_a_withdrawn_article_follows_the_newest_again():
    article = LiveArticleFactory()
    rewrite(article, galleries=(gallery("Mới").pk,))
    lifecycle.withdraw(article, None, "Sai.")
    assert [(str(place), place.waiting) for place in article.galleries.all()] == [("Mới", False)]


def test_moving_a_live_article_leaves_the_draft_s_galleries_waiting():
    article, section = LiveArticleFactory(), LiveArticleFactory().section
    rewrite(article, galleries=(gallery("Mới").pk,), attachments=(document(article),))
    editing.move_to(article, None, section)
    assert Article.objects.get(pk=article.pk).section == section
    assert [place.waiting for place in article.galleries.all()] == [True]
    assert not article.attachments.shown().exists()
    assert len(keeping.newest_content(article).attachments or ()) == 1


def test_an_unchanged_save_keeps_nothing():
    article = ArticleFactory()
    listed = {"galleries": (gallery().pk,), "attachments": (document(article),)}
    assert rewrite(article, **listed) == rewrite(article, **listed)


def test_a_restored_revision_brings_its_galleries_and_documents_back(client):
    article = LiveArticleFactory()
    full = rewrite(article, galleries=(gallery().pk,), attachments=(document(article),))
    lifecycle.update(article, None)
    rewrite(article, galleries=(), attachments=())
    lifecycle.update(article, None)
    editing.restore(article, Revision.objects.unpackable().get(pk=full.pk), None)
    assert seen_by_readers(client, article) == ([], [])
    lifecycle.update(article, None)
    assert seen_by_readers(client, article) == (["Chợ nổi"], ["Nghị quyết"])


def test_a_revision_that_knows_nothing_of_them_leaves_those_that_are_there(client):
    article = LiveArticleFactory()
    old = rewrite(article, headline="Tít cũ")
    forget_what_stands_under(old)
    lifecycle.update(article, None)
    rewrite(article, galleries=(gallery().pk,), attachments=(document(article),))
    editing.restore(article, Revision.objects.unpackable().get(pk=old.pk), None)
    content = keeping.newest_content(article)
    assert content.headline == "Tít cũ" and len(content.galleries or ()) == len(content.attachments or ()) == 1
    lifecycle.update(article, None)
    assert seen_by_readers(client, article) == (["Chợ nổi"], ["Nghị quyết"])


def test_what_stood_there_before_revisions_knew_of_it_is_read_with_them(client):
    article = LiveArticleFactory()
    keeping.first(article)
    forget_what_stands_under(article.newest_revision)
    ArticleGallery.objects.create(article=article, gallery=gallery())
    attached = document(article)
    Attachment.objects.update(shown=True)
    content = keeping.newest_content(Article.objects.get(pk=article.pk))
    assert (content.galleries, content.attachments) == ((Gallery.objects.get().pk,), (attached,))
    assert rewrite(article).origin == Origin.FIRST  # nothing has changed: nothing is kept
    assert not Article.objects.get(pk=article.pk).draft_waiting
    rewrite(article, headline="Tít mới")
    rewrite(article, headline=article.headline)
    assert not Article.objects.get(pk=article.pk).draft_waiting
    assert seen_by_readers(client, article) == (["Chợ nổi"], ["Nghị quyết"])


def test_what_one_of_two_revisions_does_not_know_is_no_difference():
    article = ArticleFactory()
    old = Content.of(article).with_changes({"galleries": None, "attachments": None})
    new = Content.of(article).with_changes({"galleries": (gallery().pk,), "headline": "Khác"})
    assert [part.field for part in differences(old, new)] == ["headline"]


def test_galleries_and_documents_are_compared_by_name():
    article, one, other = ArticleFactory(), gallery("Chợ nổi"), gallery("Mùa lũ")
    before = Content.of(article).with_changes({"galleries": (one.pk,), "attachments": (Document(1, "Nghị quyết"),)})
    after = before.with_changes({"galleries": (other.pk, 999), "attachments": (Document(1, "Nghị định"),)})
    parts = {part.field: part.rows for part in differences(before, after)}
    assert set(parts) == {"galleries", "attachments"}
    assert "Mùa lũ" in parts["galleries"][0].whole and "không còn" in parts["galleries"][1].whole
    assert "Chợ nổi" in parts["galleries"][2].whole
    assert "<del" in parts["attachments"][0].whole and parts["attachments"][0].notes == ("Đổi tên.",)


def test_a_preview_shows_what_its_revision_has():
    article = LiveArticleFactory()
    empty = keeping.newest_content(article)
    rewrite(article, galleries=(gallery().pk,), attachments=(document(article, "Tên khi đó"),))
    page = previews.page_of(article, keeping.newest_content(article))
    assert [each.title for each in page["galleries"]] == ["Chợ nổi"]
    assert [each.name for each in page["attachments"]] == ["Tên khi đó"]
    assert not previews.page_of(article, empty)["galleries"]


def test_another_article_s_document_and_what_is_gone_are_left_out():
    article, other = ArticleFactory(), ArticleFactory()
    foreign = document(other)
    rewrite(article, galleries=(999_999,), attachments=(foreign, Document(999_999, "Mất")))
    assert not article.galleries.exists() and not article.attachments.exists()
    assert not Attachment.objects.get().shown
    assert not previews.page_of(article, keeping.newest_content(article))["attachments"]


def test_a_new_article_has_its_documents_from_its_first_revision_on():
    article = Article(headline="Tít", section=ArticleFactory().section)
    files = [Upload("Một", b"%PDF 1"), Upload("Hai", b"%PDF 2")]
    revision = editing.begin(article, Content.of(ArticleFactory()), None, files)
    kept = keeping.content_of(Revision.objects.unpackable().get(pk=revision.pk))
    assert [document.name for document in kept.attachments or ()] == ["Một", "Hai"]
    assert [each.name for each in article.attachments.shown()] == ["Một", "Hai"]


lists = st.lists(st.integers(1, 5), unique=True, max_size=4).map(tuple)
named = st.dictionaries(st.integers(1, 5), st.sampled_from("ab"), max_size=4).map(
    lambda names: tuple(Document(*each) for each in names.items())
)
PLAIN = dict.fromkeys(("headline", "short_headline", "source_line", "lead_caption", "lead_credit"), "")
contents = st.builds(
    lambda galleries, attachments: Content(
        **PLAIN, slug="", featured=False, section=1, lead_photo=None, standfirst="", body="",
        galleries=galleries, attachments=attachments,
    ),
    lists, named,
)  # fmt: skip


@given(contents, contents)
def test_merging_with_an_unchanged_side_yields_the_other_side(base, other):
    for mine, theirs in ((base, other), (other, base), (other, other)):
        found = reconcile(base, mine, theirs)
        assert (found.content, found.clashes) == (other, ())


@given(contents, contents, contents)
def test_what_either_added_survives_and_clashes_are_the_same_from_either_side(base, mine, theirs):
    found, turned = reconcile(base, mine, theirs), reconcile(base, theirs, mine)
    assert [name for name, _clash in found.clashes] == [name for name, _clash in turned.clashes]
    for one, other in ((mine, theirs), (theirs, mine)):
        added = set(one.galleries or ()) - set(base.galleries or ())
        assert added <= set(found.content.galleries or ()) == set(turned.content.galleries or ())
        files = {document.attachment for document in one.attachments or ()}
        came = files - {document.attachment for document in base.attachments or ()}
        assert came <= {document.attachment for document in found.content.attachments or ()}
        assert other is not one


@given(contents)
def test_a_content_comes_back_from_json_as_it_was(content):
    assert Content.from_json(content.to_json()) == content


def test_a_name_that_both_changed_is_mine_and_told():
    base, mine, theirs = (
        Content(**PLAIN, slug="", featured=False, section=1, lead_photo=None, standfirst="", body="",
                galleries=(), attachments=(Document(1, name),))
        for name in ("Cũ", "Của tôi", "Của người kia")
    )  # fmt: skip
    found = reconcile(base, mine, theirs)
    assert found.content.attachments == (Document(1, "Của tôi"),)
    assert [name for name, _clash in found.clashes] == ["attachments"]


def body_with(*photos) -> str:
    return "<p>Chữ.</p>" + "".join(
        f'<figure class="photo"><img src="{pictures.address(photo, 320)}" alt=""></figure>' for photo in photos
    )


def uses(article: Article) -> set[tuple[int, str, bool]]:
    return set(PhotoUse.objects.filter(article=article).values_list("photo", "place", "waiting"))


def test_photos_that_only_a_waiting_draft_shows_are_in_use():
    shown, coming = make_photo(), make_photo()
    article = LiveArticleFactory(lead_photo=shown)
    rewrite(article, lead_photo=coming.pk, body=body_with(coming, shown))
    assert uses(article) == {
        (shown.pk, "lead", False), (coming.pk, "lead", True), (coming.pk, "body", True), (shown.pk, "body", True),
    }  # fmt: skip
    with pytest.raises(pictures.InUse):
        pictures.discard(coming)
    with pytest.raises(ProtectedError), transaction.atomic():
        coming.delete()
    lifecycle.update(article, None)
    assert uses(article) == {(coming.pk, "lead", False), (coming.pk, "body", False), (shown.pk, "body", False)}


def test_photos_of_a_draft_that_was_dropped_are_free_again():
    coming, article = make_photo(), LiveArticleFactory()
    live = rewrite(article).pk
    rewrite(article, body=body_with(coming))
    editing.restore(article, Revision.objects.unpackable().get(pk=live), None)
    assert uses(article) == set()
    pictures.discard(coming)


def test_a_photo_that_an_update_from_elsewhere_takes_off_still_waits_in_the_draft():
    photo, article = make_photo(), LiveArticleFactory()
    article.body = body_with(photo)
    article.save()
    rewrite(article, headline="Nháp")
    editing.alter(article, None, lambda content: {"body": "<p>Gỡ ảnh.</p>"} if content.headline != "Nháp" else {}, "")
    assert uses(article) == {(photo.pk, "body", True)}


def test_a_lead_photo_that_is_gone_is_noted_nowhere():
    article = LiveArticleFactory()
    rewrite(article, lead_photo=999_999)
    assert uses(article) == set()


def test_a_gallery_that_only_a_waiting_draft_shows_is_not_deleted():
    article, made = LiveArticleFactory(), gallery()
    rewrite(article, galleries=(made.pk,))
    with pytest.raises(ProtectedError), transaction.atomic():
        made.delete()
    assert photo_library.shown_in(made.places.get().photo).get() == article
    rewrite(article, galleries=())
    made.delete()


def test_another_file_for_a_photo_reaches_the_waiting_draft_and_changes_nothing_for_readers(client):
    editor, photo, article = UserFactory(role="biên tập viên"), make_photo(), LiveArticleFactory()
    rewrite(article, body=body_with(photo), headline="Tít nháp")
    before, former = client.get(article.get_absolute_url()).text, photo.key
    count = article.revisions.count()
    assert photo_library.replace_file(photo, picture_file(900, 900), editor) == 1
    content = keeping.newest_content(article)
    assert photo.key in content.body and former not in content.body and content.headline == "Tít nháp"
    assert client.get(article.get_absolute_url()).text == before
    assert article.revisions.count() == count + 1
    assert uses(article) == {(photo.pk, "body", True)}


def test_a_photo_that_readers_and_the_draft_show_is_replaced_in_both(client):
    editor, photo, article = UserFactory(role="biên tập viên"), make_photo(), LiveArticleFactory()
    article.body = body_with(photo)
    article.save()
    rewrite(article, headline="Tít nháp")
    former = photo.key
    assert photo_library.replace_file(photo, picture_file(900, 900), editor) == 1
    text = client.get(article.get_absolute_url()).text
    assert photo.key in text and former not in text and "Tít nháp" not in text
    assert photo.key in keeping.newest_content(article).body and Article.objects.get().draft_waiting


def test_drafts_that_wait_when_the_desk_is_brought_up_to_date_are_noted():
    shown, coming = make_photo(), make_photo()
    article = LiveArticleFactory(lead_photo=shown)
    rewrite(article, lead_photo=coming.pk, body=body_with(coming))
    rewrite(article, headline="Lần nữa")
    noted = uses(article)
    PhotoUse.objects.filter(waiting=True).delete()
    migration = import_module("news.migrations.0025_photos_of_waiting_drafts")
    migration.note_uses(apps, None)
    assert uses(article) == noted
    migration.forget_uses(apps, None)
    assert uses(article) == {(shown.pk, "lead", False)}


def test_the_database_knows_a_gallery_once_an_article():
    article, made = ArticleFactory(state=State.DRAFT), gallery()
    rewrite(article, galleries=(made.pk, made.pk))
    assert article.galleries.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleGallery.objects.create(article=article, gallery=made, waiting=True)
