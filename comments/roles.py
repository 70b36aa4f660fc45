"""What each role may do with comments."""

from news import roles

MODERATING = ["view_comment", "moderate_comment", "feature_comment"]
WORDS = ["view_watchedword", "add_watchedword", "change_watchedword", "delete_watchedword"]
COMMENT_PERMISSIONS: dict[str, list[str]] = {
    roles.EDITOR: [*MODERATING, "view_discussion", "change_discussion"],
    roles.MANAGING_EDITOR: [*MODERATING, "view_discussion", "change_discussion", "delete_comment", *WORDS],
    roles.MODERATOR: [*MODERATING, *WORDS],
}
# Apart from the table above, which the second migration reads before this table's model is there.
PIPELINE = ["view_pipelinesettings", "change_pipelinesettings"]
PIPELINE_PERMISSIONS = dict.fromkeys((roles.MANAGING_EDITOR, roles.ADMINISTRATOR), PIPELINE)
