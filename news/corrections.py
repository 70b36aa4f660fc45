"""Public corrections (cải chính). Nothing else writes the table of corrections.

In force since 1/7/2026: Press Law 126/2025/QH15 (read in an unofficial English translation). A paper that spread false
or defamatory information publishes a correction and an apology and tells those concerned (article 34, paragraph 1),
publishes the conclusion of a competent body where there is one (paragraph 2), and has those who carry its articles take
the false information down and correct as well (paragraph 3). Authorities may have violating information removed at once
(article 35); an online paper stores what it has published (article 25, paragraph 1).

How a correction looks is left to the Government (article 34, paragraph 4; Decree 237/2026/NĐ-CP elaborates the law, its
text was not at hand). Until a newsroom knows better, the form is that of article 42 of the law before it, 103/2016/QH13, as
newspapers and law offices quote it: the heading "Thông tin cải chính, xin lỗi"; the work, the section, the issue and the
day, month and year it appeared; what was false and what is right; the apology directly after the correction; a place of
their own for corrections that the home page leads to. False information that was taken down was to be kept on the server
for inspection (article 52, paragraph 1, point d, of that law).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import lifecycle, rights
from news.models import Action, Article, Correction, Section, User
from news.models.corrections import Kind
from news.revisions import keeping
from news.vietnamese.plain import clean_line, clean_text

RIGHT = "news.correct_article"
MISSING = {
    "headline": gettext_lazy("Hãy ghi tít bài như lúc đăng sai."),
    "was_false": gettext_lazy("Hãy ghi thông tin đã đăng sai."),
    "what_is_right": gettext_lazy("Hãy ghi thông tin đúng."),
}
NO_APOLOGY = gettext_lazy("Loại này cần lời xin lỗi.")
APOLOGY_OF_ANOTHER_KIND = gettext_lazy("Đã có lời xin lỗi thì chọn loại “cải chính và xin lỗi”, hoặc để trống ô này.")
UNKNOWN_KIND = gettext_lazy("Hãy chọn loại đính chính.")
NO_REASON = gettext_lazy("Hãy ghi lý do rút lời đính chính.")


class Incomplete(Exception):
    """The correction doesn't say all that it must; `faults` has a sentence for each field concerned."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


@dataclass(frozen=True)
class Wording:
    """What a person writes of a correction; the fields are the model's."""

    kind: str
    headline: str
    was_false: str
    what_is_right: str
    apology: str = ""

    def tidied(self) -> "Wording":
        """The same without what can't be seen."""
        texts = map(clean_text, (self.was_false, self.what_is_right, self.apology))
        return Wording(self.kind, clean_line(self.headline), *texts)

    def faults(self) -> dict[str, str]:
        """A sentence for each field that is wrong."""
        faults = {name: str(sentence) for name, sentence in MISSING.items() if not getattr(self, name)}
        if self.kind not in Kind.values:
            faults["kind"] = str(UNKNOWN_KIND)
        elif (self.kind == Kind.APOLOGY) != bool(self.apology):
            faults["apology"] = str(APOLOGY_OF_ANOTHER_KIND if self.apology else NO_APOLOGY)
        return faults


def require(article: Article, by: User | None) -> None:
    """To correct an article in public, and to word that otherwise or take it back. Raises NotAllowed."""
    rights.require_with(RIGHT, article, by)


def publish(article: Article, by: User | None, wording: Wording, at: datetime | None = None) -> Correction:
    """Show readers a correction of an article that they have known, dated `at` (aware; now if None).

    The article says from then on that it was updated. Raises NotAllowed, WrongState, Incomplete.
    """
    require(article, by)
    with transaction.atomic():
        article = lifecycle.lock(article)
        refuse_unknown(article)
        wording, at = checked(wording), at or timezone.now()
        refuse_twice(article, wording)
        correction = draft(article, wording)
        correction.at, correction.by = at, by
        correction.save()
        keep_for_good(article)
        article.updated_at = at
        article.save(update_fields=["updated_at"])
        lifecycle.record(article, Action.CORRECTED, by, correction.in_words)
        return correction


def edit(correction: Correction, by: User | None, wording: Wording) -> Correction:
    """Word a correction otherwise; its date stays, the log keeps both wordings. Raises NotAllowed, WrongState, Incomplete."""
    require(correction.article, by)
    with transaction.atomic():
        correction = lock(correction)
        refuse_withdrawn(correction)
        new = checked(wording)
        changes = "\n".join(changed(correction, new))
        if changes:
            apply(correction, new)
            correction.save(update_fields=list(asdict(new)))
            lifecycle.record(correction.article, Action.CORRECTION_EDITED, by, changes)
        return correction


def withdraw(correction: Correction, by: User | None, reason: str) -> Correction:
    """Take back a correction that was a mistake itself. It is kept. Raises NotAllowed, WrongState, Incomplete."""
    require(correction.article, by)
    reason = clean_text(reason)
    if not reason:
        raise Incomplete({"reason": str(NO_REASON)})
    with transaction.atomic():
        correction = lock(correction)
        refuse_withdrawn(correction)
        correction.withdrawn_at, correction.withdrawal_reason = timezone.now(), reason
        correction.save(update_fields=["withdrawn_at", "withdrawal_reason"])
        lifecycle.record(correction.article, Action.CORRECTION_WITHDRAWN, by, f"{correction.in_words}\n{reason}")
        return correction


def keep_for_good(article: Article) -> None:
    """Mark the text that readers have now, so that nobody thins or deletes what a correction speaks of.

    The one place for it (see the module's head: articles 25 and 35 of the law, 52 of the one before).
    """
    article = lifecycle.lock(article)
    if article.live_revision is None:
        keeping.first(article)
    else:
        keeping.keep_for_good(article.live_revision)


def of(article: Article) -> list[Correction]:
    """What readers are told about the article, the newest first."""
    return list(Correction.objects.shown().filter(article=article).newest_first())


def draft(article: Article, wording: Wording) -> Correction:
    """An unsaved correction that names the work as it is now, for publishing and to look at before."""
    correction = Correction(
        article=article,
        section=full_name(article.section),
        published_at=article.first_published_at or timezone.now(),
        at=timezone.now(),
    )
    apply(correction, wording)
    return correction


def apply(correction: Correction, wording: Wording) -> None:
    """Put the wording into the row, unsaved."""
    for name, value in asdict(wording).items():
        setattr(correction, name, value)


def wording_of(correction: Correction) -> Wording:
    """What was written."""
    return Wording(**{name: getattr(correction, name) for name in Wording.__dataclass_fields__})


def changed(correction: Correction, new: Wording) -> Iterator[str]:
    """A line for each field that the new wording changes, with both values."""
    before = asdict(wording_of(correction))
    for name, value in asdict(new).items():
        if value != before[name]:
            label = Correction._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            yield _("%(field)s: “%(before)s” → “%(after)s”") % {
                "field": label,
                "before": before[name] if name != "kind" else Kind(before[name]).label,
                "after": value if name != "kind" else Kind(value).label,
            }


def checked(wording: Wording) -> Wording:
    """The wording, tidy. Raises Incomplete."""
    wording = wording.tidied()
    if faults := wording.faults():
        raise Incomplete(faults)
    return wording


def refuse_unknown(article: Article) -> None:
    """Raises WrongState for an article that no reader has seen: it is put right quietly."""
    if not article.was_public():
        raise lifecycle.WrongState(_("Bạn đọc chưa từng thấy bài này; hãy sửa thẳng trong bài."))


def refuse_twice(article: Article, wording: Wording) -> None:
    """Raises WrongState if readers are told the very same already: somebody clicked twice."""
    if article.corrections.filter(withdrawn_at=None, **asdict(wording)).exists():
        raise lifecycle.WrongState(_("Lời đính chính này đã được đăng."))


def refuse_withdrawn(correction: Correction) -> None:
    """Raises WrongState for a correction that was taken back."""
    if correction.withdrawn_at:
        raise lifecycle.WrongState(_("Lời đính chính này đã được rút."))


def full_name(section: Section) -> str:
    """Kinh tế – Thị trường."""
    return f"{section.parent.name} – {section.name}" if section.parent else section.name


def lock(correction: Correction) -> Correction:
    """The same object with the row's newest values, locked until the transaction ends."""
    correction.refresh_from_db(from_queryset=Correction.objects.select_for_update(of=("self",)))
    return correction
