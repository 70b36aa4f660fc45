"""What each role may do with comments."""

from news import roles

MODERATING = ["view_comment", "moderate_comment", "feature_comment"]
WORDS = ["view_watchedword", "add_watchedword", "change_watchedword", "delete_watchedword"]
BANNING = ["view_ban", "add_ban", "change_ban"]
SWITCHING: dict[str, list[str]] = {
    roles.EDITOR: ["add_commentswitch"],
    roles.MANAGING_EDITOR: [*BANNING, "add_commentswitch", "switch_everywhere"],
    roles.MODERATOR: [*BANNING, "add_commentswitch"],
}  # by the migration after their models
COMMENT_PERMISSIONS: dict[str, list[str]] = {
    roles.EDITOR: [*MODERATING, "view_discussion", "change_discussion", *SWITCHING[roles.EDITOR]],
    roles.MANAGING_EDITOR: [
        *MODERATING,
        "view_discussion",
        "change_discussion",
        "delete_comment",
        *WORDS,
        *SWITCHING[roles.MANAGING_EDITOR],
    ],
    roles.MODERATOR: [*MODERATING, *WORDS, *SWITCHING[roles.MODERATOR]],
}
# Apart from the table above, which the second migration reads before this table's model is there.
PIPELINE = ["view_pipelinesettings", "change_pipelinesettings"]
PIPELINE_PERMISSIONS = dict.fromkeys((roles.MANAGING_EDITOR, roles.ADMINISTRATOR), PIPELINE)
