"""The drawn pictures of one loading, stored when first used."""

from dataclasses import dataclass, field

from news import pictures
from news.models import Photo


@dataclass
class Album:
    """JPEG files by picture name, and the photos that were made of them."""

    drawings: dict[str, bytes]
    photos: dict[str, Photo] = field(default_factory=dict)

    def photo(self, name: str, alt: str, caption: str = "", credit: str = "") -> Photo:
        """The picture as a stored photo; its second use is the same photo. Raises KeyError if it was not drawn."""
        if name not in self.photos:
            self.photos[name] = pictures.take_in(self.drawings[name], alt=alt, caption=caption, credit=credit)
        return self.photos[name]
