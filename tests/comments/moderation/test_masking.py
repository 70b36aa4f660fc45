"""Personal data is nobody's to read until a person has decided."""

import pytest
from django.test import Client

from comments.models import Comment, Discussion, State
from comments.moderation import decisions
from comments.moderation.errors import AlreadySo
from comments.moderation.masking import masked
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.keeping import keep
from news import roles
from news.models import CommentPolicy
from tests.comments.sending import send, set_policy
from tests.databases import once
from tests.factories import ApprovedCommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE, CARD, ACCOUNT = "0912345678", "001203004567", "STK 0123456789 Vietcombank"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Gọi {PHONE} nhé", "Gọi •••• nhé"),
        ("gọi không chín ba bốn năm sáu bảy tám chín hai nhé", "gọi •••• nhé"),
        (f"Căn cước {CARD}, thư lan@example.vn.", "Căn cước ••••, thư ••••."),
        (f"{PHONE}{PHONE}", f"{PHONE}{PHONE}"),
        ("1.234.567 đồng, ngày 2/9/1945", "1.234.567 đồng, ngày 2/9/1945"),
        ("", ""),
    ],
)
def test_what_identifies_or_reaches_somebody_becomes_dots(text, shown):
    assert masked(text) == shown


def test_accounts_are_masked_and_overlapping_places_once():
    assert "0123456789" not in masked(ACCOUNT) and masked(ACCOUNT).count("••••") == 1


@once
@pytest.mark.parametrize(
    "text", ["0912345678 " * 10_000, "@" * 100_000, "stk " * 20_000, "một " * 20_000, "9" * 100_000]
)
def test_a_hundred_thousand_characters_are_masked(text):
    assert isinstance(masked(text), str)


@pytest.fixture
def shown_at_once():
    """A comment with a number that no phase stops, as a newsroom may choose."""
    keep(Rules(off=frozenset({"personal_data", "bank_accounts"})), None)
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article, text=f"Gọi {PHONE} nhé")
    assert Comment.objects.get().state == State.APPROVED
    return article


def test_readers_see_dots_until_somebody_decided(shown_at_once):
    comment, address = Comment.objects.get(), shown_at_once.get_absolute_url()
    for place in (address, f"/binh-luan/{shown_at_once.pk}/"):
        page = Client().get(place).text
        assert "Gọi •••• nhé" in page and PHONE not in page
    before = Discussion.objects.get()
    decision = decisions.approve(comment, UserFactory(role=roles.MODERATOR))
    assert PHONE in Client().get(address).text
    after = Discussion.objects.get()
    assert (after.approved_count, after.version) == (before.approved_count, before.version + 1)
    decisions.undo(decision, None)
    assert PHONE not in Client().get(address).text


def test_without_anything_masked_it_stays_a_second_approval(shown_at_once):
    comment = ApprovedCommentFactory(article=shown_at_once)
    with pytest.raises(AlreadySo):
        decisions.approve(comment, UserFactory(role=roles.MODERATOR))


def test_the_desk_offers_to_approve_what_shows_masked(client, shown_at_once):
    client.force_login(UserFactory(role=roles.MODERATOR))
    comment = Comment.objects.get()
    address = f"/toa-soan/comments/comment/{comment.pk}/change/"
    assert "quyet-dinh/duyet/" in client.get(address).text
    client.post(f"/toa-soan/comments/comment/{comment.pk}/quyet-dinh/duyet/", {f"lan-{comment.pk}": "0"})
    assert "quyet-dinh/duyet/" not in client.get(address).text


def test_its_writer_reads_it_on_the_receipt(shown_at_once):
    assert PHONE in Client().get(Comment.objects.get().receipt_url()).text


def test_a_moderator_reveals_it_and_sees_it_plainly_once_it_is_decided(client):
    send(LiveArticleFactory(), text=f"Gọi {PHONE} nhé")
    comment = Comment.objects.get()
    client.force_login(UserFactory(role=roles.MODERATOR))
    for address in (f"/toa-soan/comments/comment/{comment.pk}/change/", "/toa-soan/comments/comment/"):
        before, hidden, after = client.get(address).text.partition('<details class="said-hidden">')
        assert PHONE not in before and "••••" in before and hidden
        assert after.count(PHONE) == 1
    assert PHONE not in client.get("/toa-soan/").text
    decisions.approve(comment, UserFactory(role=roles.MODERATOR))
    page = client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert "said-hidden" not in page and PHONE in page
