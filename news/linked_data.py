"""What machines read of an article: schema.org's NewsArticle as JSON-LD."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from news import pictures
from news.models import Article, AuthorRole, Correction, SiteSettings

# JSON inside HTML: nothing in it may end the script element or open a comment (HTML standard, 4.12.1.3).
_SAFE_IN_HTML = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def as_script_content(facts: dict[str, Any]) -> str:
    """The facts as JSON that can stand in a script element as it is."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).translate(_SAFE_IN_HTML)


def news_article(
    article: Article, paper: SiteSettings, absolute: Callable[[str], str], corrections: Iterable[Correction] = ()
) -> dict[str, Any]:
    """The article's facts; `absolute` makes an address of this site whole. Bylines must be prefetched."""
    address = absolute(article.get_absolute_url())
    published = article.published_at
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.headline,
        "description": article.standfirst,
        "inLanguage": "vi",
        "articleSection": article.section.name,
        "datePublished": published and published.isoformat(timespec="seconds"),
        "dateModified": (article.updated_at or published or article.edited_at).isoformat(timespec="seconds"),
        "author": [
            {"@type": "Person", "name": byline.author.name, "url": absolute(byline.author.get_absolute_url())}
            for byline in article.bylines.all()
            if byline.role == AuthorRole.TEXT
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": paper.name, "url": absolute("/")},
    }
    if article.lead_photo:
        facts["image"] = [
            absolute(pictures.address(article.lead_photo, 1280, shape, "jpg")) for shape in ("16x9", "1x1")
        ]
    if said := [correction_comment(each, address) for each in corrections]:
        facts["correction"] = said
    return facts


def correction_comment(correction: Correction, address: str) -> dict[str, Any]:
    """A correction's facts (schema.org's CorrectionComment) on the article at `address`."""
    return {
        "@type": "CorrectionComment",
        "url": f"{address}#{correction.anchor}",
        "name": correction.heading,
        "text": correction.in_words,
        "datePublished": correction.at.isoformat(timespec="seconds"),
    }
