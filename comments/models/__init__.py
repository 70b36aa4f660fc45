"""What is kept of readers' words, a module per subject."""

from comments.models.comments import Comment, Reason, State
from comments.models.decisions import Decision
from comments.models.discussions import Discussion
from comments.models.senders import Sender

__all__ = ["Comment", "Decision", "Discussion", "Reason", "Sender", "State"]
