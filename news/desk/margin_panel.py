"""The panel of notes beside an article: threads with the forms that act on them."""

from dataclasses import dataclass
from typing import Any

from django import forms

from news.desk.margin_forms import NEW, NewNoteForm, answer_form, reword_form
from news.margin.threads import Ask, Thread, margin_of
from news.models import Article, Revision, User
from news.revisions.content import Content


@dataclass(frozen=True)
class Row:
    """A thread on the page."""

    thread: Thread
    answer: forms.Form
    reword: forms.Form | None


def panel(
    article: Article,
    content: Content,
    by: User,
    edits: Ask,
    *,
    seen: int | None = None,
    made_on: Revision | None = None,
    failed: forms.Form | None = None,
) -> dict[str, Any]:
    """What the panel's template shows beside that text; `failed` is the form that came back with an error.

    `seen` is the id of the revision that the text is.
    """
    margin = margin_of(article, content, by, edits, made_on)
    returned = {failed.prefix: failed} if failed else {}
    return {
        "article": article,
        "margin": margin,
        "unsettled": [_row(thread, returned) for thread in margin.unsettled],
        "resolved": [_row(thread, returned) for thread in margin.resolved],
        "new": returned.get(NEW) or NewNoteForm(initial={"seen": seen or ""}),
    }


def _row(thread: Thread, returned: dict[str | None, forms.Form]) -> Row:
    answer = answer_form(thread.note)
    reword = reword_form(thread.own_last_word) if thread.own_last_word else None
    return Row(thread, returned.get(answer.prefix, answer), reword and returned.get(reword.prefix, reword))
