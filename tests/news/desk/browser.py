"""What a browser would send: the values that a form came with, some of them changed."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.factories import UserFactory


class _Fields(HTMLParser):
    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.select, self.area = form_id, False, "", ""
        self.values: dict[str, Any] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag == "form":
            self.inside = a.get("id") == self.form_id
        name = a.get("name") or ""
        if not self.inside or a.get("form"):
            return
        if tag == "input" and name and a.get("type") not in ("submit", "file", "checkbox", "radio"):
            self.values[name] = a.get("value") or ""
        elif tag == "input" and a.get("type") in ("checkbox", "radio") and "checked" in a:
            self.values.setdefault(name, []).append(a.get("value") or "on")
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in a:
            self.values.setdefault(self.select, []).append(a.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self.inside and self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "form":
            self.inside = False


def filled(client: Client, address: str, form_id: str, **changes: Any) -> dict[str, Any]:
    """The form's values as the page brings them, with changes."""
    reader = _Fields(form_id)
    reader.feed(client.get(address).text)
    return {name: value for name, value in {**reader.values, **changes}.items() if "__prefix__" not in name}


def signed_in(role: str, **kwargs: Any) -> Client:
    """A browser in which somebody of that role sits at the desk."""
    client = Client()
    client.user = UserFactory(role=role, **kwargs)  # type: ignore[attr-defined]
    client.force_login(client.user)  # type: ignore[attr-defined]
    return client


def told(response: Any) -> str:
    """All messages on the page that the answer leads to."""
    return " | ".join(str(message) for message in response.context["messages"])
