"""The rules as a form: a switch for each phase, its thresholds, and the order, which buttons change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.admin.phases import DOES, NAMES, THRESHOLDS
from comments.moderation.pipeline import FIRST, LAST, MOVABLE_NAMES, ordered
from comments.moderation.rules.chosen import BOUNDS, Rules, Thresholds
from comments.moderation.rules.dry_run import MOST

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_ORDER = 2_000  # characters
TRIED = 300  # comments, unless one asks for another number


@dataclass(frozen=True)
class Row:
    """One phase on the page."""

    name: str
    label: "StrOrPromise"
    does: "StrOrPromise"
    switch: forms.BoundField | None = None  # None: can't be switched off
    thresholds: tuple[forms.BoundField, ...] = ()
    is_first: bool = False
    is_last: bool = False


class PipelineForm(forms.Form):
    """The fields are named after the phases and thresholds."""

    version = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    order = forms.CharField(required=False, max_length=LONGEST_ORDER, widget=forms.HiddenInput)
    number = forms.IntegerField(
        label=_("Số bình luận gần nhất"),
        min_value=1,
        max_value=MOST,
        initial=TRIED,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Nhập một số từ 1 đến 1.000.")
        ),
    )

    def __init__(self, sent: Any = None, rules: Rules | None = None, version: str = "") -> None:
        super().__init__(sent)
        shown = rules or Rules()
        self.fields["version"].initial, self.fields["order"].initial = version, ",".join(ordered(shown))
        for name in MOVABLE_NAMES:
            self.fields[f"on-{name}"] = forms.BooleanField(
                label=_("Đang dùng"), required=False, initial=name not in shown.off
            )
            for threshold, label in THRESHOLDS.get(name, {}).items():
                self.fields[threshold] = number_field(threshold, label, getattr(shown.thresholds, threshold))

    def rules(self) -> Rules:
        """What was chosen; the form must be valid."""
        off = frozenset(name for name in MOVABLE_NAMES if not self.cleaned_data[f"on-{name}"])
        return Rules(self.in_order(), off, Thresholds(**{name: self.cleaned_data[name] for name in BOUNDS}))

    def in_order(self) -> tuple[str, ...]:
        """The names of the movable phases as they stand in the form, also where something else in it is wrong."""
        sent = str(self["order"].value() or "")[:LONGEST_ORDER].split(",")
        return tuple(ordered(Rules(tuple(dict.fromkeys(sent)))))

    def move(self, name: str, by: int) -> None:
        """Put a phase one place up (-1) or down (1); at the end nothing changes."""
        names = list(self.in_order())
        place = names.index(name)
        there = place + by
        if 0 <= there < len(names):
            names[place], names[there] = names[there], names[place]
        self.data = {**self.data.dict(), "order": ",".join(names)}  # type: ignore[attr-defined]  # what was sent

    def rows(self) -> Iterator[Row]:
        """Every phase in its order; the first and the last ones stand where they stand."""
        yield from map(fixed, (phase.__name__ for phase in FIRST))
        names = self.in_order()
        for name in names:
            thresholds = tuple(self[each] for each in THRESHOLDS.get(name, {}))
            ends = {"is_first": name == names[0], "is_last": name == names[-1]}
            yield Row(name, NAMES.get(name, name), DOES.get(name, ""), self[f"on-{name}"], thresholds, **ends)
        yield from map(fixed, (phase.__name__ for phase in LAST))


def fixed(name: str) -> Row:
    """A phase that is always on, in its place."""
    return Row(name, NAMES.get(name, name), DOES.get(name, ""))


def number_field(name: str, label: "StrOrPromise", initial: int) -> forms.IntegerField:
    """A threshold, with one sentence for whatever is no number within its bounds."""
    least, most = BOUNDS[name]
    sentence = _("Nhập một số từ %(least)s đến %(most)s.") % {"least": least, "most": most}
    wrong = dict.fromkeys(("required", "invalid", "min_value", "max_value"), sentence)
    return forms.IntegerField(label=label, min_value=least, max_value=most, initial=initial, error_messages=wrong)
