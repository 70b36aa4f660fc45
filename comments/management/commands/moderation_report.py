"""manage.py moderation_report: how well the list of words tells bad comments from innocent ones."""

import re
from argparse import ArgumentParser
from random import Random
from statistics import median
from time import process_time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.demo.conversations import all_conversations
from comments.moderation.words import current, labelled, starter
from comments.moderation.words.entries import Entry
from comments.moderation.words.matcher import Matcher
from news.vietnamese.numbers import grouped

MANY, LENGTH, ROUNDS = 5_000, 500, 5  # entries, characters of a comment, times that each is measured


class Command(BaseCommand):
    """Precision and recall on the labelled set, and every miss."""

    help = gettext_lazy("Đo danh sách từ theo dõi: độ chính xác, độ phủ, và từng chỗ sai.")  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which list, and whether to measure time."""
        parser.add_argument(
            "--own", action="store_true", help=_("Đo danh sách của tòa soạn thay vì danh sách kèm sẵn.")
        )
        parser.add_argument("--time", action="store_true", help=_("Đo thêm thời gian với 5.000 từ."))

    def handle(self, *args: Any, own: bool = False, time: bool = False, **options: Any) -> None:
        """To standard output."""
        matcher = current.newest() if own else Matcher(starter.entries())
        report = labelled.measure(matcher, labelled.lines())
        self.say(_("%(lines)s dòng, %(words)s từ"), lines=report.lines, words=len(matcher.entries))
        self.say(_("precision (độ chính xác): %(share)s"), share=f"{report.precision:.4f}")
        self.say(_("recall (độ phủ): %(share)s"), share=f"{report.recall:.4f}")
        for text in report.missed:
            self.say(_("bỏ sót: %(text)s"), text=text)
        for text in report.alarms:
            found = ", ".join(sorted({match.entry.text for match in matcher.find(text)}))
            self.say(_("bắt nhầm: %(text)s (%(words)s)"), text=text, words=found)
        if time:
            figures = {"words": grouped(MANY), "length": LENGTH, "ms": f"{milliseconds():.3f}"}
            self.say(_("%(words)s từ, bình luận %(length)s ký tự: %(ms)s ms của bộ xử lý (trung vị)"), **figures)

    def say(self, sentence: str, **values: Any) -> None:
        """One line."""
        self.stdout.write(sentence % values)


def milliseconds() -> float:
    """The median time to look for MANY made-up phrases of readers' own syllables in what readers of the demo edition say."""
    text = " ".join(remark.text for remarks in all_conversations().values() for remark in remarks)
    syllables = sorted(set(re.findall(r"[^\W\d_]{2,}", text.lower())))
    chance = Random(MANY)  # noqa: S311 (no secret: the same phrases each time)
    matcher = Matcher(Entry(" ".join(chance.choices(syllables, k=2))) for _each in range(MANY))
    comments = [text[start : start + LENGTH] for start in range(0, len(text) - LENGTH, LENGTH)]
    return median(_timed(matcher, comment) for _round in range(ROUNDS) for comment in comments)


def _timed(matcher: Matcher, comment: str) -> float:
    started = process_time()
    matcher.find(comment)
    return (process_time() - started) * 1000
