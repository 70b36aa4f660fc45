"""The desk speaks Vietnamese, whole; with DESK_LANGUAGE=en it speaks English, whole."""

import json
import re
from collections.abc import Iterable, Iterator

import pytest
from babel.messages.catalog import Message
from django.test import Client
from django.utils import translation

from news.models import User
from news.roles import ADMINISTRATOR, MANAGING_EDITOR, ROLES
from tests.checks import messages
from tests.config.addresses import DESK
from tests.config.screens import Newsroom, texts_of
from tests.databases import once
from tests.factories import UserFactory
from tests.news.desk.browser import filled

pytestmark = [pytest.mark.django_db, once]
WORD = re.compile(r"[^\W\d_]+")
NOT_WORDS = re.compile(r"%\(\w+\)\w|%[sdr]|\{\w*\}|<[^>]*>|&\w+;")  # placeholders and tags inside messages
VIETNAMESE_LETTER = re.compile(r"[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]", re.IGNORECASE)
FORMS = ["news/article", "news/photo", "news/section", "news/tag", "news/author", "news/user"]
Page = tuple[str, list[str]]  # address, texts


def words_in(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(NOT_WORDS.sub(" ", text).lower())}


def forms_of(catalog: Iterable[Message]) -> Iterator[str]:
    for message in catalog:
        yield from [message.id] if isinstance(message.id, str) else message.id


def key_of(message: Message) -> str:
    """As a script asks for it."""
    first = next(forms_of([message]))
    return f"{message.context}\x04{first}" if message.context else first


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Words that the packages in use say in English, less those that Vietnamese has too (an, do, thu)."""
    sources = {one for domain in ("django", "djangojs") for one in forms_of(messages.every_foreign(domain)) if one}
    with translation.override("vi"):
        said = {translation.gettext(one) for one in sources} - sources
    return words_in(sources) - words_in(said) - words_in(forms_of(messages.own()))


@pytest.fixture
def somebody(role: str) -> User:
    return UserFactory(role=role, username="1.5", display_name="15")


@pytest.fixture
def browser(somebody: User) -> Client:
    client = Client()
    client.force_login(somebody)
    return client


def pages(client: Client, addresses: Iterable[str]) -> Iterator[Page]:
    """Each address that answers with a page, whatever its status."""
    for address in addresses:
        response = client.get(address)
        assert response.status_code < 500, address
        if response.headers.get("Content-Type", "").startswith("text/html"):
            yield address, texts_of(response.text)


def management(sent: dict[str, str]) -> dict[str, str]:
    """The hidden counts of rows, which no person writes."""
    return {name: value for name, value in sent.items() if name.endswith("_FORMS")}


def refusals(client: Client) -> Iterator[Page]:
    """What the desk says to forms that were sent empty or wrong."""
    wrong = {
        "email": "x",
        "slug": "/",
        "old_password": "x",
        "new_password1": "1",
        "new_password2": "2",
        "username": " ",
    }
    for model in FORMS:
        address = f"{DESK}{model}/add/"
        if client.get(address).status_code == 200:
            sent = filled(client, address, f"{model.split('/')[1]}_form")
            yield f"{model} empty", texts_of(client.post(address, dict.fromkeys(sent, "") | management(sent)).text)
            yield f"{model} wrong", texts_of(client.post(address, sent | wrong).text)
    for path in ("password_change/", "nhap-bai/"):
        yield path, texts_of(client.post(DESK + path, wrong).text)
    nothing = {"action": "x", "index": "0"}
    yield "no action", texts_of(client.post(f"{DESK}news/article/", nothing, follow=True).text)


def said_in_english(found: Iterable[Page], english: set[str]) -> dict[str, str]:
    """Texts with an English word in them: where each was seen first."""
    seen: dict[str, str] = {}
    for address, texts in found:
        for text in texts:
            if words_in([text]) & english:
                seen.setdefault(text, address)
    return seen


def said_in_vietnamese(found: Iterable[Page], names: Iterable[str]) -> dict[str, str]:
    """Texts with a Vietnamese letter in them, names that were given in Vietnamese left aside."""
    known = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    return {
        text: address for address, texts in found for text in texts if VIETNAMESE_LETTER.search(known.sub("", text))
    }


@pytest.mark.parametrize("role", ROLES)
def test_no_screen_of_the_desk_has_an_english_word(somebody, browser, english):
    assert said_in_english(pages(browser, Newsroom(somebody).addresses()), english) == {}


@pytest.mark.parametrize("role", [MANAGING_EDITOR, ADMINISTRATOR])
def test_no_refusal_has_an_english_word(browser, english):
    assert said_in_english(refusals(browser), english) == {}


def test_signing_in_and_out_has_no_english_word(client, english):
    UserFactory(username="1.5", password="15")
    wrong = client.post(f"{DESK}login/", {"username": "1.5", "password": "x"})
    client.post(f"{DESK}login/", {"username": "1.5", "password": "15"})
    right = client.get(f"{DESK}password_change/done/")
    left = client.post(f"{DESK}logout/", follow=True)
    found = [(str(number), texts_of(page.text)) for number, page in enumerate((wrong, right, left))]
    assert all(texts for _, texts in found)
    assert said_in_english(found, english) == {}


@pytest.mark.parametrize("role", [MANAGING_EDITOR])
def test_the_words_of_the_desk_s_scripts_are_vietnamese(browser, english):
    known = json.loads(re.search(r"const newcatalog = ({.*?});\n", browser.get(f"{DESK}jsi18n/").text, re.DOTALL)[1])
    asked = [one for one in messages.every_foreign("djangojs") if one.id]
    words = [str(known.get(key_of(one))) for one in asked]
    assert "None" not in words
    assert said_in_english([("jsi18n", words)], english) == {}


@pytest.mark.parametrize("role", [MANAGING_EDITOR])
def test_words_left_in_english_would_be_noticed(somebody, browser, english):
    with translation.override("en"):
        found = said_in_english(pages(browser, Newsroom(somebody).addresses()), english)
    assert {"Log out", "Type to search", "View site"} <= set(found)


@pytest.mark.parametrize("role", [MANAGING_EDITOR, ADMINISTRATOR])
def test_an_english_desk_has_no_vietnamese_word(somebody, browser):
    with translation.override("en"):
        found = said_in_vietnamese(pages(browser, Newsroom(somebody).addresses()), names=ROLES)
    assert found == {}


@pytest.mark.parametrize("role", [MANAGING_EDITOR])
def test_an_english_paper_has_no_vietnamese_word(somebody, client):
    room = Newsroom(somebody)
    with translation.override("en"):
        found = said_in_vietnamese(pages(client, room.public_addresses()), names=[])
    assert found == {}
