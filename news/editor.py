"""The one place that knows which rich text editor the desk uses."""

from typing import Any

from ckeditor.fields import RichTextField


class BodyField(RichTextField):
    """An article's body as HTML, edited with CKEditor under the `default` toolbar. Cleaned by news/body.py on save."""

    def deconstruct(self) -> Any:
        """As a plain text field, so that a change of editor needs no migration."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
