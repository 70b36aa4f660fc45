"""Where a photo stands, as far as the person may read it."""

from dataclasses import dataclass, field

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
    """From the rows that saving an article wrote; no text is searched."""
    shown: dict[int, list[str]] = {}
    for use in PhotoUse.objects.filter(photo=photo):
        shown.setdefault(use.article_id, []).append(use.get_place_display())
    readable = Article.objects.readable_by(reader).filter(pk__in=shown).only("headline", "state").order_by("-pk")
    articles = [(article, ", ".join(shown[article.pk])) for article in readable]
    galleries = list(Gallery.objects.filter(places__photo=photo).distinct())
    return Places(articles, galleries, len(shown) - len(articles))
