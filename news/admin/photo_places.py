"""Where a photo stands, as far as the person may read it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from news.models import Article, Gallery, Photo, PhotoUse, User


@dataclass
class Places:
    """Articles with how they show the photo, galleries, and in how many articles it is that the person may not read."""

    articles: list[tuple[Article, str]] = field(default_factory=list)
    galleries: list[Gallery] = field(default_factory=list)
    elsewhere: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.galleries or self.elsewhere)


def places_of(photo: Photo, reader: User) -> Places:
    """From the rows that saving an article wrote; no text is searched. What only a waiting draft shows is marked so."""
    shown: dict[int, list[str]] = {}
    for use in PhotoUse.objects.filter(photo=photo):
        shown.setdefault(use.article_id, []).append(how(use))
    readable = Article.objects.readable_by(reader).filter(pk__in=shown).only("headline", "state").order_by("-pk")
    articles = [(article, ", ".join(shown[article.pk])) for article in readable]
    galleries = list(Gallery.objects.filter(places__photo=photo).distinct())
    return Places(articles, galleries, len(shown) - len(articles))


def how(use: PhotoUse) -> str:
    """Where in the article the photo stands."""
    place = use.get_place_display()
    return _("%(place)s (bản nháp)") % {"place": place} if use.waiting else place
