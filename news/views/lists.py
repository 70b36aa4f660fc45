"""Pages that list articles by what they belong to: a section, a topic, an author."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from news import navigation
from news.models import Article, Author, Section, Tag
from news.newest import newest_of_each
from news.paging import PAGE_SIZE, Key, Page, asked_key, older_than, page_of
from news.views.public import public


@public
def section(request: HttpRequest, section: str) -> HttpResponse:
    """A top section with all its subsections."""
    branches = navigation.branches()
    branch = find_branch(branches, section)
    page = page_of_sections(branch.all(), asked_key(request))
    return _list(request, "news/section.html", page, branches=branches, branch=branch, section=branch.section)


@public
def subsection(request: HttpRequest, section: str, subsection: str) -> HttpResponse:
    """One subsection."""
    branches = navigation.branches()
    branch = find_branch(branches, section)
    found = next((child for child in branch.children if child.slug == subsection), None)
    if found is None:
        raise Http404
    page = page_of_sections([found], asked_key(request))
    return _list(request, "news/section.html", page, branches=branches, branch=branch, section=found)


@public
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic, which runs through sections."""
    tag = get_object_or_404(Tag, slug=slug)
    return _list(
        request, "news/topic.html", page_of(Article.objects.live().filter(tags=tag), asked_key(request)), tag=tag
    )


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """A person or a desk, and what they wrote."""
    author = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    written = Article.objects.live().filter(pk__in=author.bylines.values("article"))
    return _list(request, "news/author.html", page_of(written, asked_key(request)), author=author)


def find_branch(branches: list[navigation.Branch], slug: str) -> navigation.Branch:
    """The top section of that name. Raises Http404."""
    for branch in branches:
        if branch.section.slug == slug:
            return branch
    raise Http404


def page_of_sections(sections: list[Section], key: Key | None) -> Page:
    """Articles of any of the sections, or listed there as well; each part is read from its own index."""
    live = older_than(Article.objects.live(), key)
    parts = [live.filter(section=section) for section in sections]
    parts += [live.filter(further_sections=section) for section in sections]
    return page_of(newest_of_each(parts, PAGE_SIZE + 1), key)


def _list(request: HttpRequest, template: str, page: Page, **context: Any) -> HttpResponse:
    return render(request, template, {"page": page, "later": asked_key(request) is not None, **context})
