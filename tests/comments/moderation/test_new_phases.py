"""What is said already, floods, trusted readers and other languages; and the rules that move their lines."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from comments import privacy
from comments.models import Comment, PipelineSettings, Reason, Said, State
from comments.moderation import decisions, echoes
from comments.moderation.around import Around
from comments.moderation.phases.article_flood import article_flood
from comments.moderation.phases.network_flood import network_flood
from comments.moderation.phases.trusted_reader import trusted_reader
from comments.moderation.phases.unreadable import unreadable
from comments.moderation.phases.wrong_language import wrong_language
from comments.moderation.pipeline import MOVABLE_NAMES, PHASES, chain, decide, ordered
from comments.moderation.rules import current
from comments.moderation.rules.chosen import Rules, Thresholds
from comments.moderation.rules.keeping import keep
from comments.moderation.rules.stored import rules_in
from comments.moderation.submission import Submission, Words
from news.models import Article, CommentPolicy
from tests.comments.sending import send, set_policy
from tests.databases import once
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db
LONG = "Tôi cho rằng thành phố nên trồng thêm cây xanh dọc bờ sông trước khi mùa hè năm sau bắt đầu"


def submission(text: str = "Bài hay", policy=CommentPolicy.POST, **known) -> Submission:
    thresholds = known.pop("thresholds", {})
    rules = Rules(thresholds=Thresholds(**thresholds))
    words = Words(text=text, name="Lan")
    return Submission(Article(), policy, words, (), timezone.now(), rules=rules, around=Around(**known))


def last() -> Comment:
    return Comment.objects.newest_first()[0]


def decided() -> tuple[str, str]:
    return last().state, last().opinions[-1]["phase"]


@pytest.fixture
def article():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    return article


# --- said already --------------------------------------------------------------------------------------------------


def test_the_same_words_of_the_same_reader_under_the_same_article_are_not_shown_twice(article):
    send(article, text="Hay quá!")
    send(article, text="hay  QUÁ", email="lan@example.vn")
    assert decided() == (State.REJECTED, "already_said")
    assert last().reason == Reason.REPEATED and "đã gửi lời này rồi" in Client().get(last().receipt_url()).text


def test_short_words_are_everybody_s(article):
    send(article, text="Hay quá!")
    send(article, text="Hay quá!", name="Hoa")
    assert decided()[0] == State.APPROVED
    send(article, text="Hay quá!", address="198.51.100.1")
    send(LiveArticleFactory(), text="Hay quá!")
    assert "already_said" not in [one.opinions[-1]["phase"] for one in Comment.objects.all()]


@pytest.mark.parametrize("text", [LONG, LONG.upper(), LONG.replace("cây xanh", "cây  xanh!!"), f"{LONG} nhé"])
def test_long_words_of_others_wait_with_a_mark_also_under_another_article(article, text):
    send(article, text=LONG)
    send(LiveArticleFactory(), text=text, address="198.51.100.1", name="Hoa")
    assert decided() == (State.WAITING, "already_said")
    assert last().reason == Reason.REPEATED and "dưới bài khác" in last().opinions[-1]["told"]


def test_other_words_about_the_same_are_no_repetition(article):
    send(article, text=LONG)
    send(
        article,
        text="Theo tôi, thành phố cần thêm nhiều cây xanh ở bờ sông, nhất là vào mùa hè",
        address="198.51.100.1",
    )
    assert decided()[0] == State.APPROVED


def test_what_its_writer_took_back_or_was_not_shown_may_be_said_again(article):
    send(article, text="Hay quá!")
    decisions.take_back(last())
    send(article, text="Hay quá!", email="a@b.example")
    assert decided()[0] == State.APPROVED
    decisions.reject(last(), None, Reason.OFF_TOPIC)
    send(article, text="Hay quá!", email="c@b.example")
    assert decided()[0] == State.APPROVED


def test_days_ago_is_not_now(article):
    send(article, text=LONG)
    Comment.objects.update(created_at=timezone.now() - timedelta(days=8))
    send(article, text=LONG, address="198.51.100.1")
    assert decided()[0] == State.APPROVED


def test_who_changes_a_comment_does_not_repeat_it(article):
    send(article, text=LONG)
    address = f"{last().receipt_url()}sua/"
    assert Client().post(address, {"text": f"{LONG} nhé", "name": "Lan", "lan": "0"}).status_code == 303
    assert decided()[0] == State.APPROVED
    send(article, text=f"{LONG} nhé", address="198.51.100.1")
    assert decided() == (State.WAITING, "already_said")


def test_marks_go_with_the_contact_with_the_words_and_after_their_days(article):
    send(article, text=LONG)
    assert 0 < Said.objects.count() <= echoes.BANDS + 1
    privacy.erase_due(timezone.now() + timedelta(days=29))
    assert Said.objects.exists()
    privacy.erase_due(timezone.now() + timedelta(days=31))
    assert not Said.objects.exists()
    send(article, text=f"{LONG} khác")
    privacy.erase_person(Comment.objects.all(), False, timezone.now())
    assert not Said.objects.exists() and not Comment.objects.exclude(network_hash="").exists()


def test_marks_tell_nothing_and_stay_few():
    same = echoes.marks(LONG, 1, "a"), echoes.marks(LONG.lower(), 1, "a"), echoes.marks(LONG, 2, "b")
    assert same[0] == same[1] and len(set(same[0]) & set(same[2])) == echoes.BANDS
    for text in ("", "…", "🙂", "\0", "\ud800", "a"):
        assert len(echoes.marks(text, 1, "a")) <= echoes.BANDS + 1


@once
@pytest.mark.parametrize("text", ["x" * 1_000_000, "tài xỉu " * 100_000, "a b c " * 100_000, "\u0301" * 500_000])
def test_a_million_characters_are_marked_and_compared_in_a_moment(text):
    began = timezone.now()
    echoes.marks(text, 1, "a")
    echoes.likeness(echoes.shingles(echoes.syllables(text)), echoes.shingles(echoes.syllables(text)))
    assert timezone.now() - began < timedelta(seconds=5)


# --- floods and trust ----------------------------------------------------------------------------------------------


def test_a_burst_under_one_article_waits_where_comments_show_at_once():
    assert article_flood(submission(under_article=60)).state == State.WAITING
    assert article_flood(submission(under_article=59)) is None
    assert article_flood(submission(policy=CommentPolicy.PRE, under_article=1000)) is None


def test_many_addresses_of_one_network_wait():
    assert network_flood(submission(from_network=30)).state == State.WAITING
    assert network_flood(submission(from_network=30, thresholds={"network_limit": 31})) is None


@pytest.mark.parametrize(
    ("known", "trusted"),
    [
        ({"approved": 5}, True),
        ({"approved": 4}, False),
        ({"approved": 50, "refused": 1}, False),
        ({"approved": 50, "policy": CommentPolicy.PRE}, False),
    ],
)
def test_a_reader_is_trusted_after_enough_approved_and_none_refused(known, trusted):
    assert (trusted_reader(submission(**known)) is not None) == trusted


def test_floods_are_counted_with_the_article_s_row(article):
    keep(Rules(thresholds=Thresholds(network_limit=3, article_limit=4)), None)
    for place in range(5):
        send(article, text=f"Ý kiến {place}", address=f"192.0.2.{place}")
    phases = [one.opinions[-1]["phase"] for one in Comment.objects.order_by("id")]
    assert phases == [*["post_moderated"] * 3, "network_flood", "article_flood"]
    send(LiveArticleFactory(), text="Ý kiến khác", address="198.51.100.1")
    assert decided() == (State.WAITING, "needs_eyes")


def test_trust_comes_from_the_address_s_own_past(article):
    send(article, text="Một ý kiến")
    known = {"address_hash": last().address_hash, "created_at": timezone.now() - timedelta(days=3)}
    ApprovedCommentFactory.create_batch(4, **known)
    send(article, text="Xem https://x.example/1 nhé")
    assert decided() == (State.APPROVED, "trusted_reader")
    CommentFactory(state=State.SPAM, **known)
    send(article, text="Xem https://x.example/2 nhé")
    assert decided() == (State.WAITING, "links")


def test_erased_contacts_lend_nobody_trust(article):
    ApprovedCommentFactory.create_batch(6, address_hash="")
    send(article, text="Xem https://x.example/1 nhé")
    assert decided() == (State.WAITING, "links")


# --- languages and heaps -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "This article is really interesting and I would like to thank the authors",
        "Buy cheap followers now best price guaranteed visit our website today",
        "Merci beaucoup pour cet article très intéressant sur la ville",
        "Este artículo es muy interesante gracias por compartir con todos",
        "这篇文章写得非常好谢谢你们的努力工作真的很棒",
        "Спасибо за прекрасную статью о жизни города",
        "สวัสดีครับ ขอบคุณสำหรับข่าวดีๆ นี้",
        "좋은 기사 감사합니다 정말 재미있게 읽었습니다",
    ],
)
def test_other_languages_wait_with_a_mark(text):
    assert wrong_language(submission(text)).state == State.WAITING


@pytest.mark.parametrize(
    "text",
    [
        "bai viet hay qua cam on toa soan da dua tin kip thoi cho ba con",
        "mk thik bai nay lm, cam on bn nha, dc dok nhung tin hay nhu z that tuyet",
        "I love you so much Mỹ Tâm",
        "Chelsea Arsenal Liverpool Manchester United Tottenham Hotspur",
        "Ông ấy nói “This is the best city in the world and I love it” nhưng tôi không tin",
        "Real Madrid thắng Manchester City rồi, Bellingham hay quá, Vinicius cũng ổn",
        "smartphone laptop online livestream marketing trend hot quá trời luôn nha mọi người",
        "haha kkkk hihi hehe ahihi hahahaha",
        "Hayyyyyyy quaaaa đi thôiiiii",
        "谢谢",
        "ok",
        "🙂🙂🙂",
        "https://example.com/this-is-a-very-long-address/with-many-english-words-in-it",
    ],
)
def test_vietnamese_in_any_dress_names_and_short_words_pass(text):
    assert wrong_language(submission(text)) is None


@pytest.mark.parametrize("stack", ["e" + "\u0317\u0334\u0352\u031b\u0489" * 3, "ก" + "็" * 12, "a" + "\u20dd" * 6])
def test_one_letter_under_a_heap_of_marks_is_enough(stack):
    assert unreadable(submission(f"{LONG} {stack} và nhiều lời khác nữa")).state == State.REJECTED


# --- rules ---------------------------------------------------------------------------------------------------------


def test_without_a_choice_the_order_is_the_one_in_the_code():
    assert chain(Rules()) == PHASES


def test_what_is_off_is_not_asked_and_what_is_moved_is_asked_in_its_place():
    rules = Rules(order=("links", "trap_filled"), off=frozenset({"shouting"}))
    names = [phase.__name__ for phase in chain(rules)]
    assert names[:2] == ["comments_closed", "too_fast"] and names[-1] == "needs_eyes"
    assert "shouting" not in names and names.index("links") < names.index("trap_filled")
    assert sorted(ordered(rules)) == sorted(MOVABLE_NAMES)


def test_a_phase_that_was_never_ordered_stands_behind_its_neighbour():
    without = tuple(name for name in MOVABLE_NAMES if name != "already_said")
    assert ordered(Rules(order=without)) == list(MOVABLE_NAMES)


@once
@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        "x",
        7,
        {"order": "links"},
        {"order": ["no_such_phase", 5, None, ["links"], "needs_eyes", "links", "links"]},
        {"off": ["no_such_phase", "comments_closed", "needs_eyes", {}]},
        {"thresholds": {"links_allowed": -1, "near_days": "7", "no_such": 5, "capitals_percent": True}},
        {"thresholds": []},
        {"thresholds": {"near_percent": 10**400}},
    ],
)
def test_stored_settings_that_make_no_sense_are_left_out_and_logged(stored, caplog, article):
    PipelineSettings.objects.create(chosen=stored if stored is not None else {})
    found = rules_in(stored, MOVABLE_NAMES)
    assert found.thresholds == Thresholds() and set(found.order) <= {"links"} and not found.off
    assert send(article).status_code == 303
    assert bool(caplog.records) or not stored or stored in ({"order": "links"}, {"thresholds": []})


def test_a_process_reads_the_rules_once_for_each_version(article, django_assert_num_queries):
    keep(Rules(off=frozenset({"links"})), None)
    assert current.newest().off == {"links"}
    with django_assert_num_queries(1):
        assert current.newest().off == {"links"}
    keep(Rules(off=frozenset({"shouting"})), None)
    assert current.newest().off == {"shouting"}


def test_links_and_capitals_have_the_lines_that_were_drawn():
    one = "Xem https://x.example/a nhé"
    assert decide(submission(one))[1][-1]["phase"] == "links"
    assert decide(submission(one, thresholds={"links_allowed": 1}))[0].state == State.APPROVED
    shout = "CÁC ÔNG LÀM ĂN KIỂU GÌ MÀ ĐỂ DÂN KHỔ THẾ NÀY"
    assert decide(submission(shout, thresholds={"capitals_percent": 100}))[0].state == State.APPROVED
