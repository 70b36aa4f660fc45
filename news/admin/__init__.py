"""The desk's lists and forms. Rules live in the models' questions and in news/lifecycle.py; here is only what is shown."""

from news.admin import (
    articles,
    authors,
    check_rules,
    corrections,
    galleries,
    house_names,
    people,
    photos,
    sections,
    site,
    tags,
)

__all__ = [
    "articles",
    "authors",
    "check_rules",
    "corrections",
    "galleries",
    "house_names",
    "people",
    "photos",
    "sections",
    "site",
    "tags",
]
