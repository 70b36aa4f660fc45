"""An article's document for those who may read the article at the desk, in whatever state it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news.desk.pages import person, staff
from news.models import Article, Attachment
from news.views.attachments import document


@require_safe
@staff
def attachment(request: HttpRequest, pk: int) -> HttpResponse:
    """The document. 404 for articles that the person does not find at the desk."""
    readable = Article.objects.readable_by(person(request)).values("pk")
    found = get_object_or_404(Attachment.objects.filter(article__in=readable), pk=pk)
    return document(found)  # type: ignore[return-value]
