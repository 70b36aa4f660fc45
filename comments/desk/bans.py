"""Where a moderator goes to ban who sent a comment."""

from urllib.parse import urlencode

from django.urls import reverse

from comments.models import Comment


def ban_address(comment: Comment) -> str:
    """The address of the page that bans, and leads back to the queue; for whom it is shown is asked by the page."""
    query = {"binh-luan": comment.pk, "next": reverse("queue:queue")}
    return f"{reverse('comments_desk:ban')}?{urlencode(query)}"
