"""How tests ask the queue: as a page, and as its script does."""

from django.http import HttpResponse
from django.test import Client

from comments.models import Comment
from news import roles
from tests.factories import UserFactory

QUEUE = "/toa-soan/hang-doi/"
SCRIPT = {"Accept": "application/json"}


def at_desk(role: str = roles.MODERATOR, **kwargs: str) -> Client:
    """A browser in which somebody of that role is signed in, as `client.person`."""
    client = Client()
    client.person = UserFactory(role=role, **kwargs)  # type: ignore[attr-defined]
    client.force_login(client.person)  # type: ignore[attr-defined]
    return client


def page(client: Client, query: str = "") -> str:
    answer = client.get(QUEUE + query)
    assert answer.status_code == 200
    return answer.text


def press(client: Client, comment: Comment | int, name: str = "duyet", **form: str) -> HttpResponse:
    """The button as its script sends it."""
    pk = comment if isinstance(comment, int) else comment.pk
    return client.post(f"{QUEUE}{pk}/{name}/", form, headers=SCRIPT)


def more(client: Client, have: list[int] | None = None, want: int = 12, **form: str) -> dict:
    """What the page's script gets when it runs out."""
    sent = {"have": ",".join(map(str, have or [])), "want": str(want), **form}
    answer = client.post(f"{QUEUE}them/", sent, headers=SCRIPT)
    assert answer.status_code == 200
    return answer.json()


def brought(client: Client, **kwargs) -> list[int]:
    """The ids of the comments that come."""
    return [card["pk"] for card in more(client, **kwargs)["cards"]]
