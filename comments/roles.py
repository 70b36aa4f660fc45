"""What each role may do with comments."""

from news import roles

MODERATING = ["view_comment", "moderate_comment", "feature_comment"]
COMMENT_PERMISSIONS: dict[str, list[str]] = {
    roles.EDITOR: [*MODERATING, "view_discussion", "change_discussion"],
    roles.MANAGING_EDITOR: [*MODERATING, "view_discussion", "change_discussion", "delete_comment"],
    roles.MODERATOR: MODERATING,
}
