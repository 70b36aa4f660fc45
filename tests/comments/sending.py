"""How tests send comments and set how an article takes them."""

from django.http import HttpResponse
from django.test import Client

from comments.models import Discussion
from news.models import Article, CommentPolicy, SiteSettings

TYPED = {"text": "Bài viết rất bổ ích.", "name": "Trần Bạn Đọc"}


def send(article: Article, client: Client | None = None, **changes: object) -> HttpResponse:
    """The answer to the form under the article, filled with TYPED unless the test says otherwise."""
    headers = changes.pop("headers", {})
    address = changes.pop("address", "192.0.2.1")
    return (client or Client()).post(
        f"/binh-luan/{article.pk}/", {**TYPED, **changes}, headers=headers, REMOTE_ADDR=address
    )


def set_policy(article: Article, policy: CommentPolicy) -> None:
    Discussion.objects.update_or_create(article=article, defaults={"policy": policy})


def set_site(**changes: object) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults=changes)
