"""The photo library: how a picture that somebody sends becomes a photo, and how a photo gets another file.

Every entrance of the desk asks here. The same bytes are never stored twice unless somebody insists; a picture that only
looks like another is stored and the likeness told.
"""

import hashlib
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from news import editing, pictures, rights
from news.models import Article, ArticleGallery, GalleryPhoto, Photo, PhotoUse, User
from news.models.article_questions import ArticleQuerySet
from news.picture_words import words_in


class AlreadyThere(Exception):
    """The library has a photo with the very same file: `photo`."""

    def __init__(self, photo: Photo) -> None:
        super().__init__(_("Ảnh này đã có trong kho, không tải lên lần nữa."))
        self.photo = photo


@dataclass
class Received:
    """A new photo, and those that look like it."""

    photo: Photo
    alike: list[Photo] = field(default_factory=list)


def receive(content: bytes, by: User, *, again: bool = False, **words: str) -> Received:
    """Store what somebody sent; what the file says of itself fills the words that were left empty.

    Raises NotAllowed, BadPicture, and AlreadyThere unless `again` insists on a second photo of the same file.
    """
    rights.require(by, "news.add_photo")
    pictures.refuse_heavy(len(content))
    known = None if again else Photo.objects.of_bytes(hashlib.sha256(content).hexdigest())
    if known:
        raise AlreadyThere(known)
    found = words_in(pictures.decode(content))
    with transaction.atomic():
        photo = pictures.take_in(
            content,
            by=by,
            alt=words.get("alt", ""),
            caption=words.get("caption") or found.caption,
            credit=words.get("credit") or found.credit,
            taken_at=found.taken_at,
        )
    return Received(photo, Photo.objects.exclude(pk=photo.pk).looking_like(photo.likeness))


def received_or_known(content: bytes, by: User) -> Photo:
    """The photo of these bytes, new or from the library: for who wants to use it at once. Raises NotAllowed, BadPicture."""
    try:
        return receive(content, by).photo
    except AlreadyThere as known:
        return known.photo


def replace_file(photo: Photo, content: bytes, by: User) -> int:
    """Give the photo another file; it keeps its words and its places. How many articles' texts were led to the new file.

    Raises NotAllowed (also if an article shows it that the person may not edit), BadPicture.
    """
    require_replaceable(photo, by)
    articles = shown_in(photo)
    with transaction.atomic():
        pictures.put_file(photo, content)
        in_text = PhotoUse.objects.in_text().filter(photo=photo).values("article")
        led = list(articles.filter(pk__in=in_text).select_for_update(of=("self",)).order_by("pk"))
        for article in led:  # on the way in each body is brought up to date, that of a waiting draft too
            editing.alter(article, by, lambda content: {}, _("Thay tệp của ảnh “%(photo)s”.") % {"photo": photo})
    return len(led)


def require_replaceable(photo: Photo, by: User) -> None:
    """Raises NotAllowed unless the person may give the photo another file, seen everywhere where the photo stands."""
    rights.require(by, "news.change_photo")
    if shown_in(photo).exclude(pk__in=Article.objects.editable_by(by).values("pk")).exists():
        raise rights.NotAllowed(_("Ảnh đang nằm trong bài mà bạn không được sửa. Hãy nhờ biên tập viên thay."))


def shown_in(photo: Photo) -> ArticleQuerySet:
    """Articles that show the photo, or whose waiting draft will: as lead photo, in the text, or in one of their galleries."""
    galleries = GalleryPhoto.objects.filter(photo=photo).values("gallery")
    return Article.objects.filter(
        Q(pk__in=PhotoUse.objects.filter(photo=photo).values("article"))
        | Q(pk__in=ArticleGallery.objects.filter(gallery__in=galleries).values("article"))
    )
