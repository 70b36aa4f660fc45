"""How tests ban."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from comments.addresses import month_of
from comments.models import Ban
from comments.moderation.bans import keeping
from comments.moderation.bans.keeping import Wanted
from comments.moderation.bans.keys import Person
from news.models import User

MONTH = timedelta(days=30)


def banned(by: User | None = None, until: datetime | None = None, **who: object) -> Ban:
    """A ban of thirty days on `name`, `email`, `address_hash`, `network_hash`; the rest is `Wanted`."""
    person = Person(
        **{kind: who.pop(kind) for kind in [*who] if kind in vars(Person())}, month=month_of(timezone.now())
    )
    wanted = Wanted(person, str(who.pop("note", "Chửi bới.")), until or timezone.now() + MONTH, **who)
    return keeping.ban(wanted, by, uuid4())
