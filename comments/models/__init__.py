"""What is kept of readers' words, a module per subject."""

from comments.models.bans import Ban, Swept
from comments.models.comments import UNSEEN, Comment, Reason, State
from comments.models.decisions import Decision
from comments.models.discussions import Discussion
from comments.models.second_looks import PLEA_LENGTH, SecondLook
from comments.models.senders import Sender
from comments.models.switches import CommentSwitch, SwitchKind, SwitchScope
from comments.models.versions import Kept, KeptVersion
from comments.models.wordings import Wording
from comments.models.words import Action, Strictness, WatchedWord, WordList

__all__ = [
    "PLEA_LENGTH",
    "UNSEEN",
    "Action",
    "Ban",
    "Comment",
    "CommentSwitch",
    "Decision",
    "Discussion",
    "Kept",
    "KeptVersion",
    "Reason",
    "SecondLook",
    "Sender",
    "State",
    "Strictness",
    "Swept",
    "SwitchKind",
    "SwitchScope",
    "WatchedWord",
    "WordList",
    "Wording",
]
