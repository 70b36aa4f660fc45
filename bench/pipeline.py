"""`python -m bench.pipeline [--rounds N]`: the whole pipeline beside one bare INSERT of a comment's row, in one run.

5,000 words and 1,000 bans hold, echoes are there to compare with, every phase is asked and none has a mark to give, so that
each comment goes all the way. Figures are medians of the rounds; the two things measured take turns.
"""

import json
import re
from argparse import ArgumentParser
from datetime import timedelta
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from bench.place import paper

WORDS, BANS, LENGTH, ECHOES = 5_000, 1_000, 500, 5


def main() -> None:
    """One sentence and one JSON line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=400)
    rounds = parser.parse_args().rounds
    with paper():
        figures = measured(rounds)
    print(json.dumps(figures))
    print(
        f"the whole pipeline: {figures['pipeline_ms']:.3f} ms, one bare INSERT: {figures['insert_ms']:.3f} ms, "
        f"share: {figures['share']:.2f} (median of {rounds}, {figures['words']} words, {figures['bans']} bans, {figures['vendor']})"
    )


def measured(rounds: int) -> dict[str, Any]:
    """Medians in milliseconds, and the one as a share of the other."""
    from django.db import connection

    from comments.moderation.echoes import marks
    from comments.moderation.pipeline import PHASES, decide

    article, submissions = _submissions()
    pipeline, insert, by_phase = [], [], {phase.__name__: [] for phase in PHASES}
    submissions = [one for one in submissions if len(decide(one)[1]) == len(PHASES)]  # which also warms the process up
    for turn in range(rounds):
        submission = submissions[turn % len(submissions)]
        for known in ("matches", "judged"):
            vars(submission).pop(known, None)
        started = perf_counter()
        marks(submission.words.text, article.pk, "a" * 64)
        verdict, opinions = decide(submission)
        pipeline.append((perf_counter() - started) * 1000)
        for one in opinions:
            by_phase[one["phase"]].append(one["ms"])
        row = _row(article, submission, verdict, opinions, turn)
        started = perf_counter()
        row.save(force_insert=True)
        insert.append((perf_counter() - started) * 1000)
    return {
        "pipeline_ms": round(median(pipeline), 3),
        "insert_ms": round(median(insert), 3),
        "share": round(median(pipeline) / median(insert), 2),
        "words": WORDS,
        "bans": BANS,
        "length": LENGTH,
        "rounds": rounds,
        "vendor": connection.vendor,
        "dearest_phases_ms": _dearest(by_phase),
    }


def _bans() -> Any:
    """As many bans as BANS, a quarter by each key, in two months; none on those who write here."""
    from comments.models import Ban
    from comments.moderation.bans.book import Book

    kinds = ("name_key", "email_key", "address_hash", "network_hash")
    months = ("2026-10", "2026-11")
    return Book(
        Ban(pk=number, note="Quảng cáo", hashed_in=months[number % 2], **{kinds[number % 4]: f"{number:064}"})
        for number in range(1, BANS + 1)
    )


def _submissions() -> tuple[Any, list[Any]]:
    from django.utils import timezone

    from comments.addresses import Origin
    from comments.demo.conversations import all_conversations
    from comments.models import State
    from comments.moderation.around import Around, Echo
    from comments.moderation.learned import current as learned_score
    from comments.moderation.submission import Submission, Words
    from comments.moderation.words.entries import Entry
    from comments.moderation.words.matcher import Matcher
    from news.models import Article, CommentPolicy, Section

    said = " ".join(remark.text for remarks in all_conversations().values() for remark in remarks)
    plain = re.sub(r"[^\w\s,.]|\d", "", said)
    syllables = sorted(set(re.findall(r"[^\W\d_]{2,}", plain.lower())))
    chance = Random(WORDS)  # noqa: S311 (no secret: the same phrases each time)
    # Words that the texts may share syllables with and don't contain: a third one stands in no text.
    matcher = Matcher(Entry(" ".join([*chance.choices(syllables, k=2), "xyzt"])) for _each in range(WORDS))
    article = Article.objects.create(headline="Bài", section=Section.objects.create(name="Mục", slug="muc"))
    now = timezone.now()
    texts = [plain[at : at + LENGTH] for at in range(0, len(plain) - LENGTH, LENGTH)]
    other = Echo("Hoa", plain[LENGTH // 2 : LENGTH * 3 // 2], article.pk + 1, False, State.APPROVED, 1.0)
    around = Around((other,) * ECHOES, under_article=5, from_network=2, approved=3)
    earlier = tuple(now - timedelta(minutes=minute) for minute in range(1, 6))
    here = Origin("192.0.2.7", "192.0.2.0/24")
    common = {"watched": matcher, "around": around, "bans": _bans(), "learned": learned_score.newest()}
    common |= {"address_hash": "f" * 64, "network_hash": "e" * 64, "in_month": here.in_month}
    found = [
        Submission(article, CommentPolicy.PRE, Words(text, "Lan", "lan@example.vn"), earlier, now, **common)
        for text in texts
    ]
    return article, found


def _row(article: Any, submission: Any, verdict: Any, opinions: Any, turn: int) -> Any:
    from comments.models import Comment

    return Comment(
        article=article,
        name=submission.words.name,
        text=submission.words.text,
        state=verdict.state,
        opinions=opinions,
        address_hash=f"{turn % 50:064}",
        network_hash=f"{turn % 9:064}",
        fingerprint=f"{turn:064}",
        created_at=submission.at,
    )


def _dearest(by_phase: dict[str, list[float]]) -> dict[str, float]:
    medians = {name: round(median(each), 3) for name, each in by_phase.items()}
    return dict(sorted(medians.items(), key=lambda one: -one[1])[:5])


if __name__ == "__main__":
    main()
