"""A paper that takes no comments at all shows no trace of any (Decree 147/2024/NĐ-CP on general news sites)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments.letters import sending
from comments.models import Comment
from comments.moderation import counts, decisions
from news.models import CommentPolicy
from tests.comments.sending import TYPED, send, set_policy, set_site
from tests.config.addresses import filled, gaps, public_patterns
from tests.factories import ApprovedCommentFactory, BylineFactory, CommentFactory, LiveArticleFactory, TagFactory

pytestmark = pytest.mark.django_db

OWN = "/binh-luan/cua-toi/"
TRACE = re.compile(r"b[iì]nh[ -]lu[aâ]n|comment|discussion|slash:|thr:", re.IGNORECASE)


@pytest.fixture(params=["switched off", "hidden by default"])
def article(request):
    """With comments that were taken in before; its own policy opened them."""
    article = LiveArticleFactory(standfirst="Sapo.", body="<p>Thân bài.</p>")
    article.tags.add(TagFactory())
    BylineFactory(article=article)
    comment = ApprovedCommentFactory(article=article, email="lan@example.vn")
    counts.recount(article.pk)
    decisions.feature(comment, None)
    ApprovedCommentFactory(article=article, parent=comment, name="Hoa")
    if request.param == "switched off":
        set_policy(article, CommentPolicy.POST)
        set_site(comments_enabled=False)
    else:
        set_site(comment_policy=CommentPolicy.HIDDEN)
    return article


# robots.txt still keeps search engines from receipts of earlier days, which stay their writers'.
def test_no_page_feed_or_machine_readable_part_shows_a_trace(article):
    section, tag, byline = article.section, article.tags.get(), article.bylines.get()
    addresses = ["/", article.get_absolute_url(), section.get_absolute_url(), tag.get_absolute_url()]
    addresses += [byline.author.get_absolute_url(), "/tim-kiem/?q=duong", "/luu-tru/", "/khong-co-trang-nay/"]
    addresses += [one for one in public_patterns() if not gaps(one) and one not in ("/robots.txt", OWN)]
    addresses += [filled(one, {"slug": section.slug}) for one in public_patterns() if gaps(one) == ["slug"]]
    for address in addresses:
        answer = Client().get(address, follow=True)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert not TRACE.search(content.decode("utf-8", "replace")), address


def test_a_readers_own_page_goes_with_the_switch_alone(article, request):
    """Where comments are hidden by default an article may still take some."""
    switched_off = "switched off" in request.node.name
    assert Client().get(OWN).status_code == (404 if switched_off else 200)


def test_the_address_of_a_discussion_is_not_found_and_takes_nothing(article):
    assert Client().get(f"/binh-luan/{article.pk}/").status_code == 404
    assert send(article).status_code == 409
    before = Comment.objects.count()
    assert Client().post(f"/binh-luan/{article.pk}/", {**TYPED, "sure": "1"}).status_code == 409
    assert Comment.objects.count() == before


def test_no_letter_speaks_of_one(article, mailoutbox):
    decisions.reject(CommentFactory(article=article, email="hoa@example.vn"), None)
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        sending.send_due()
        assert not mailoutbox
        set_site(comments_enabled=True, comment_policy=CommentPolicy.PRE)
        sending.send_due()
        assert mailoutbox  # so there was something to keep quiet about


def test_whoever_sent_one_earlier_still_has_the_receipt(article):
    comment = Comment.objects.newest_first().last()
    assert Client().get(comment.receipt_url()).status_code == 200
    assert Client().post(reverse("comments:take_back", args=[comment.token])).status_code == 303
