"""The library's rules: duplicates, likenesses, replacing a file, and where photos stand."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image, ImageDraw

from news import photo_library, pictures, rights
from news.drawing import draw_sizes, run_again
from news.models import FormerKey, LogEntry, Photo, PhotoUse
from news.sizes import asked_for, path_of
from tests.factories import ArticleFactory, LiveArticleFactory, UserFactory, make_photo, picture_file

pytestmark = pytest.mark.django_db


def scene(shift: int = 0, quality: int = 90, size: tuple[int, int] = (900, 600)) -> bytes:
    """A picture with something in it; another `shift` is another picture."""
    picture = Image.linear_gradient("L").resize((900, 600)).rotate(30 + shift).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for number in range(6):
        left = (number * 140 + shift * 37) % 800
        pen.ellipse((left, 60 * number, left + 160, 60 * number + 200), fill=(40 * number, 200 - 30 * number, 90))
    file = BytesIO()
    picture.resize(size).save(file, "JPEG", quality=quality)
    return file.getvalue()


@pytest.fixture
def reporter(db):
    return UserFactory(role="phóng viên")


def test_the_same_bytes_are_offered_not_stored(reporter):
    first = photo_library.receive(scene(), reporter).photo
    with pytest.raises(photo_library.AlreadyThere) as told:
        photo_library.receive(scene(), reporter)
    assert told.value.photo == first and Photo.objects.count() == 1
    assert photo_library.received_or_known(scene(), reporter) == first
    assert photo_library.receive(scene(), reporter, again=True).photo != first


def test_nearly_the_same_is_a_hint(reporter):
    first = photo_library.receive(scene(), reporter).photo
    smaller = photo_library.receive(scene(quality=60, size=(600, 400)), reporter)
    assert smaller.alike == [first]
    assert photo_library.receive(scene(shift=40), reporter).alike == []


def test_flat_pictures_look_like_nothing(reporter):
    photo_library.receive(picture_file(colour="#123456"), reporter)
    assert photo_library.receive(picture_file(colour="#654321"), reporter).alike == []


def test_who_may_not_add_photos_adds_none():
    with pytest.raises(rights.NotAllowed):
        photo_library.receive(scene(), UserFactory(role="kiểm duyệt viên"))
    assert not Photo.objects.exists()


def test_photos_are_found_with_and_without_diacritics(django_assert_num_queries):
    bridge, _other = make_photo(caption="Cầu Rồng ở Đà Nẵng", credit="Ảnh: Đức"), make_photo(alt="Sông Hương")
    for words in ("cau rong", "Đà Nẵng", "da nang duc", "RỒNG"):
        with django_assert_num_queries(1):
            assert list(Photo.objects.with_words(words)) == [bridge]
    assert not Photo.objects.with_words("cau huong").exists()
    bridge.caption = "Chợ Hàn"
    bridge.save(update_fields=["caption"])
    assert list(Photo.objects.with_words("cho han")) == [bridge]


def body_with(photo: Photo) -> str:
    return f'<p>Chữ.</p><figure class="photo"><img src="{pictures.address(photo, 320)}" alt="Cầu"></figure>'


def places(photo: Photo) -> list[tuple[int, str]]:
    return sorted(photo.uses.values_list("article_id", "place"))


def test_every_save_notes_where_photos_stand():
    photo = make_photo()
    article = ArticleFactory(lead_photo=photo, body=body_with(photo))
    assert places(photo) == [(article.pk, "body"), (article.pk, "lead")]
    article.lead_photo = None
    article.save(update_fields=["lead_photo"])
    assert places(photo) == [(article.pk, "body")]
    article.body = "<p>Không còn ảnh.</p>"
    article.save()
    assert places(photo) == []
    article.body = body_with(photo)
    article.save()
    article.delete()
    assert not PhotoUse.objects.exists()


def test_a_photo_in_use_is_not_deleted():
    photo = make_photo()
    ArticleFactory(lead_photo=photo)
    with pytest.raises(pictures.InUse):
        pictures.discard(photo)
    assert Photo.objects.exists() and path_of(photo, 160, "", "webp").parent.exists()


def test_a_replaced_file_keeps_its_places_under_a_new_key(client, editor, django_capture_on_commit_callbacks):
    photo = photo_library.receive(scene(), editor, caption="Cầu").photo
    article = LiveArticleFactory(lead_photo=photo, body=body_with(photo))
    former, old_file = photo.key, pictures.draw(photo, 320, "", "webp")
    with django_capture_on_commit_callbacks(execute=True):
        assert photo_library.replace_file(photo, picture_file(1000, 1000), editor) == 1
    article.refresh_from_db()
    photo.refresh_from_db()
    assert photo.key != former and (photo.width, photo.height, photo.caption) == (1000, 1000, "Cầu")
    assert f'<img src="/anh/{photo.key}/320.webp" alt="Cầu" width="320" height="320">' in article.body
    assert former not in client.get(article.get_absolute_url()).text
    assert places(photo) == [(article.pk, "body"), (article.pk, "lead")]
    assert not old_file.exists()
    answer = client.get(f"/anh/{former}/320.webp")
    assert (answer.status_code, answer["Location"]) == (302, f"/anh/{photo.key}/320.webp")
    assert "immutable" not in answer.get("Cache-Control", "")
    assert LogEntry.objects.get(article=article).by == editor


def test_a_text_with_a_former_key_is_led_to_the_new_file(editor):
    photo = make_photo()
    old = body_with(photo)
    photo_library.replace_file(photo, picture_file(1000, 500), editor)
    article = ArticleFactory(body=old)
    assert f'/anh/{photo.key}/320.webp" alt="Cầu" width="320" height="160"' in article.body
    assert FormerKey.objects.count() == 1


def test_a_reporter_replaces_no_file_in_an_article_that_is_not_theirs_to_edit(reporter):
    photo = make_photo()
    before = photo.key
    LiveArticleFactory(lead_photo=photo)
    with pytest.raises(rights.NotAllowed, match="biên tập viên"):
        photo_library.replace_file(photo, picture_file(900, 900), reporter)
    photo.refresh_from_db()
    assert photo.key == before


def test_the_worker_draws_what_pages_ask_for_and_nothing_twice():
    photo = pictures.take_in(scene())
    assert draw_sizes.call(photo.pk) == len(list(asked_for(photo)))
    assert all(path_of(photo, *size).exists() for size in asked_for(photo))
    assert draw_sizes.call(photo.pk) == 0
    assert draw_sizes.call(photo.pk + 999) == 0


def test_the_worker_gives_old_photos_their_likeness():
    photo = pictures.take_in(scene())
    likeness = photo.likeness
    Photo.objects.update(likeness="", likeness_a=None)
    draw_sizes.call(photo.pk)
    photo.refresh_from_db()
    assert photo.likeness == likeness and photo.likeness_a == int(likeness[:4], 16)


def test_a_queue_that_is_away_keeps_no_photo_out(monkeypatch, django_capture_on_commit_callbacks):
    def away(*args: object) -> None:
        raise RuntimeError("queue")

    monkeypatch.setattr(type(draw_sizes), "enqueue", away)
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo()
    assert Photo.objects.get() == photo


def drawing_job(photo: Photo, minutes: int, **more) -> DBTaskResult:
    """A row as a worker leaves it that was killed while it drew."""
    return DBTaskResult.objects.create(
        **{"status": "RUNNING", "task_path": draw_sizes.module_path, "backend_name": "default",
           "started_at": timezone.now() - timedelta(minutes=minutes), "run_after": timezone.now(),
           "args_kwargs": {"args": [photo.pk], "kwargs": {}}, "worker_ids": ["a"], **more})  # fmt: skip


def test_a_drawing_job_whose_worker_was_killed_runs_again():
    photo = make_photo()
    left = drawing_job(photo, minutes=16)
    assert run_again() == 1
    left.refresh_from_db()
    assert (left.status, left.started_at) == ("READY", None)
    assert left in DBTaskResult.objects.ready()
    left.task.call(*left.args_kwargs["args"])
    assert all(path_of(photo, *size).exists() for size in asked_for(photo))


def test_what_runs_still_and_what_draws_nothing_is_left_alone():
    photo = make_photo()
    young = drawing_job(photo, minutes=14)
    letter = drawing_job(photo, minutes=90, task_path="news.notices.send")
    done = drawing_job(photo, minutes=90, status="SUCCESSFUL")
    assert run_again() == 0
    assert [DBTaskResult.objects.get(pk=job.pk).status for job in (young, letter, done)] == [
        "RUNNING", "RUNNING", "SUCCESSFUL"]  # fmt: skip


def test_a_photo_that_kills_each_worker_is_put_aside():
    job = drawing_job(make_photo(), minutes=90, worker_ids=["a", "b", "c"])
    assert run_again() == 0
    job.refresh_from_db()
    assert job.status == "FAILED" and job.finished_at is not None


def test_a_moved_focal_point_is_another_address(client):
    photo = pictures.take_in(scene())
    middle = pictures.address(photo, 320, "1x1")
    photo.focal_x = 5
    photo.save()
    pictures.new_focus(photo)
    assert pictures.address(photo, 320, "1x1") == f"/anh/{photo.key}/320-1x1-5-50.webp"
    assert client.get(middle)["Location"] == pictures.address(photo, 320, "1x1")
    assert client.get(pictures.address(photo, 320, "1x1")).status_code == 200
    assert client.get(f"/anh/{photo.key}/320-1x1-6-50.webp")["Location"] == pictures.address(photo, 320, "1x1")


def test_searching_reads_the_index_of_search_texts():
    plan = Photo.objects.with_words("cau rong").explain()
    assert connection.vendor != "sqlite" or "COVERING INDEX photo_search_text" in plan
