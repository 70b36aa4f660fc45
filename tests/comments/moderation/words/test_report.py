"""How good the list is that comes with the house."""

import io

import pytest
from django.core.management import call_command

from comments.moderation.words import labelled, starter
from comments.moderation.words.labelled import Line, measure
from comments.moderation.words.matcher import Matcher


def test_precision_and_recall_are_high_enough():
    report = measure(Matcher(starter.entries()), labelled.lines())
    assert report.precision >= 0.98, report.alarms
    assert report.recall >= 0.98, report.missed


def test_the_labelled_set_is_large_and_half_of_it_innocent():
    lines = labelled.lines()
    bad = sum(line.is_bad for line in lines)
    assert len(lines) >= 400
    assert abs(bad - len(lines) / 2) < 0.1 * len(lines)
    assert len({line.text for line in lines}) == len(lines)


def test_no_labelled_line_is_an_exception_of_its_own():
    texts = {line.text.lower().strip(" .!?") for line in labelled.lines()}
    assert not texts & {phrase for entry in starter.entries() for phrase in entry.exceptions}


def test_figures_are_what_they_are_called():
    lines = [Line("khốn nạn", True), Line("xấu", True), Line("đồ khốn nạn", False), Line("hay", False)]
    report = measure(Matcher(entry for entry in starter.entries() if entry.text == "khốn nạn"), lines)
    assert (report.precision, report.recall) == (0.5, 0.5)
    assert (report.missed, report.alarms) == (["xấu"], ["đồ khốn nạn"])


def test_the_command_prints_the_figures_and_every_miss():
    out = io.StringIO()
    call_command("moderation_report", stdout=out)
    report = measure(Matcher(starter.entries()), labelled.lines())
    assert f"{report.precision:.4f}" in out.getvalue() and f"{report.recall:.4f}" in out.getvalue()
    for text in [*report.missed, *report.alarms]:
        assert text in out.getvalue()


@pytest.mark.django_db
def test_the_newsrooms_own_list_is_measured_too():
    out = io.StringIO()
    call_command("moderation_report", "--own", stdout=out)
    assert "precision" in out.getvalue()
