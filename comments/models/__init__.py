"""What is kept of readers' words, a module per subject."""

from comments.models.bans import Ban, Swept
from comments.models.comments import Comment
from comments.models.cross_checks import CrossCheck
from comments.models.decisions import Decision
from comments.models.digests import Digest
from comments.models.discussions import Discussion
from comments.models.learned import LearnedScore
from comments.models.letters import Letter, LetterEnd, LetterKind
from comments.models.likes import Like
from comments.models.pipeline_settings import PipelineSettings
from comments.models.reports import REPORT_LENGTH, Report
from comments.models.reservations import Reservation
from comments.models.said import Said
from comments.models.second_looks import PLEA_LENGTH, SecondLook
from comments.models.senders import Sender
from comments.models.states import UNSEEN, Reason, State
from comments.models.switches import CommentSwitch, SwitchKind, SwitchScope
from comments.models.versions import Kept, KeptVersion
from comments.models.wordings import Wording
from comments.models.words import Action, Strictness, WatchedWord, WordList

__all__ = [
    "PLEA_LENGTH",
    "REPORT_LENGTH",
    "UNSEEN",
    "Action",
    "Ban",
    "Comment",
    "CommentSwitch",
    "CrossCheck",
    "Decision",
    "Digest",
    "Discussion",
    "Kept",
    "KeptVersion",
    "LearnedScore",
    "Letter",
    "LetterEnd",
    "LetterKind",
    "Like",
    "PipelineSettings",
    "Reason",
    "Report",
    "Reservation",
    "Said",
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
