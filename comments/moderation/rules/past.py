"""The newest comments as they would come in once more, for a dry run: with what was around each of them, as far as it is
told by the others and by what became of their senders' comments up to now.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count

from comments.articles import discussion_of
from comments.models import Comment, State
from comments.moderation import echoes
from comments.moderation.around import FLOOD, TRUST, Around, Echo
from comments.moderation.editing import trap_of
from comments.moderation.learned import current as learned_score
from comments.moderation.learned.model import Model
from comments.moderation.submission import Submission, Words
from comments.moderation.words import current
from comments.moderation.words.matcher import Matcher
from news.models import SiteSettings

Known = dict[str, Counter[str]]  # by address: how many comments in each state
Times = dict[int | str, list[datetime]]


def newest(number: int) -> list[Comment]:
    """The newest comments whose words are still there, the oldest of them first; one query."""
    rows = Comment.objects.filter(words_erased_at=None).exclude(state=State.TAKEN_BACK).newest_first()
    with_place = rows.select_related("article__discussion", "article__section")
    return list(with_place.defer("article__body", "article__search_text", "search_text")[:number])[::-1]


def submissions(comments: list[Comment]) -> list[Submission]:
    """One for each; a fixed few queries however many there are."""
    paper, watched, known = SiteSettings.objects.current(), current.newest(), known_of(comments)
    learned = learned_score.newest()
    under: Times = times((one.article_id, one.created_at) for one in comments)
    near: Times = times((one.network_hash, one.created_at) for one in comments if one.network_hash)
    said = echoes_of(comments)
    return [
        _submission(one, paper, watched, learned, _around(one, under, near, known, said.get(one.pk, ())))
        for one in comments
    ]


def known_of(comments: list[Comment]) -> Known:
    """What became of all that came from these comments' addresses of late."""
    addresses = {one.address_hash for one in comments} - {""}
    found: Known = defaultdict(Counter)
    if comments:
        since = comments[-1].created_at - TRUST
        rows = Comment.objects.filter(address_hash__in=addresses, created_at__gt=since).order_by()
        for address, state, count in rows.values_list("address_hash", "state").annotate(Count("pk")):
            found[address][state] = count
    return found


def times(pairs: Iterable[tuple[int | str, datetime]]) -> Times:
    """When something came under each key, in order."""
    found: Times = defaultdict(list)
    for key, moment in sorted(pairs, key=lambda pair: pair[1]):
        found[key].append(moment)
    return found


def echoes_of(comments: list[Comment]) -> dict[int, tuple[Echo, ...]]:
    """What each comment says again of the others before it, as the marks would have found it."""
    bearers: dict[int, Comment] = {}
    found: dict[int, tuple[Echo, ...]] = {}
    for one in comments:
        marks = echoes.marks(one.text, one.article_id, one.address_hash)
        earlier = {bearers[mark].pk: bearers[mark] for mark in marks if mark in bearers}
        found[one.pk] = tuple(_echo(other, one) for other in earlier.values())
        bearers.update(dict.fromkeys(marks, one))
    return found


def _echo(other: Comment, of: Comment) -> Echo:
    is_own = bool(of.address_hash) and other.address_hash == of.address_hash
    days = (of.created_at - other.created_at) / timedelta(days=1)
    return Echo(other.name, other.text, other.article_id, is_own, State(other.state), days)


def _around(one: Comment, under: Times, near: Times, known: Known, said: tuple[Echo, ...]) -> Around:
    states = known.get(one.address_hash, Counter())
    itself = Counter([one.state]) if one.address_hash else Counter()
    return Around(
        said,
        _before(under[one.article_id], one.created_at),
        _before(near.get(one.network_hash, []), one.created_at),
        states[State.APPROVED] - itself[State.APPROVED],
        sum(states[state] - itself[state] for state in (State.REJECTED, State.SPAM)),
    )


def _before(moments: list[datetime], moment: datetime) -> int:
    """How many of them lie in the FLOOD before it."""
    return bisect_left(moments, moment) - bisect_left(moments, moment - FLOOD)


def _submission(
    one: Comment, paper: SiteSettings, watched: Matcher, learned: Model | None, around: Around
) -> Submission:
    section = one.article.section
    sections = frozenset(filter(None, (section.pk, section.parent_id)))
    policy = discussion_of(one.article).effective_policy(paper)
    words = Words(one.text, one.name, one.email, trap_of(one))
    return Submission(one.article, policy, words, (), one.created_at, watched, sections, around=around, learned=learned)
