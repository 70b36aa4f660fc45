"""Comments at the desk. What a decision does and who may make it is in comments/moderation; here is only what is shown."""

from comments.admin import articles, comments, home, pipeline, words

__all__ = ["articles", "comments", "home", "pipeline", "words"]
