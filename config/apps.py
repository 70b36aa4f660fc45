"""Django's static files without what no page of ours asks for: collecting and compressing it took 20 seconds."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class NeededStaticFiles(StaticFilesConfig):
    """Leaves out other languages than Vietnamese and English, and the editor's demo gallery."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/galleriffic",
        "*.md",
        "*/lang/[!ev]*.js",
        "*/lang/e[!n]*.js",
        "*/select2/i18n/[!ev]*.js",
        "*/select2/i18n/e[!n]*.js",
    ]
