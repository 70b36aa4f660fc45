"""All kinds of acts. A new one is a line in around.py or states.py."""

from news.bulk.around import AROUND
from news.bulk.kinds import Kind
from news.bulk.states import STATES

KINDS: tuple[Kind, ...] = (*AROUND, *STATES)
BY_NAME = {kind.name: kind for kind in KINDS}
