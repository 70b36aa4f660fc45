"""What is kept of readers' words, a module per subject."""

from comments.models.comments import UNSEEN, Comment, Reason, State
from comments.models.decisions import Decision
from comments.models.discussions import Discussion
from comments.models.pipeline_settings import PipelineSettings
from comments.models.said import Said
from comments.models.second_looks import PLEA_LENGTH, SecondLook
from comments.models.senders import Sender
from comments.models.wordings import Wording
from comments.models.words import Action, Strictness, WatchedWord, WordList

__all__ = [
    "PLEA_LENGTH",
    "UNSEEN",
    "Action",
    "Comment",
    "Decision",
    "Discussion",
    "PipelineSettings",
    "Reason",
    "Said",
    "SecondLook",
    "Sender",
    "State",
    "Strictness",
    "WatchedWord",
    "WordList",
    "Wording",
]
