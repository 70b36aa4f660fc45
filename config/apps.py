"""Other people's apps as we use them."""

from django.contrib import admin
from django.contrib.staticfiles.apps import StaticFilesConfig
from django_tasks_db.apps import TasksAppConfig


class NeededStaticFiles(StaticFilesConfig):
    """Without what no page of ours asks for, since collecting and compressing it took 20 seconds.

    Leaves out other languages than Vietnamese and English, and the editor's demo gallery.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/galleriffic",
        "*.md",
        "*/lang/[!ev]*.js",
        "*/lang/e[!n]*.js",
        "*/select2/i18n/[!ev]*.js",
        "*/select2/i18n/e[!n]*.js",
    ]


class QueuedTasks(TasksAppConfig):
    """The queue of background work in our database. Its English list of rows is no room of the desk."""

    def ready(self) -> None:
        """The admin has found its models by now."""
        super().ready()
        admin.site.unregister(self.get_model("DBTaskResult"))
