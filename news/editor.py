"""The one place that knows which rich text editor the desk uses: CKEditor 4, as django-ckeditor brings it.

What it lets pass here is a courtesy to the writer; what is stored is decided by news/body on every save. Nobody gets
the source view: what it could add to the toolbar, cleaning would take off again.
"""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.db import models
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from news.body.allowed import EMBED_HOSTS

TOOLBAR = [
    ["Format", "Bold", "Italic"],
    ["Link", "Unlink"],
    ["BulletedList", "NumberedList", "Blockquote"],
    ["Image", "Table", "Box", "Embed", "Note"],
    ["PasteText", "RemoveFormat"],
    ["Find", "Undo", "Redo", "Maximize"],
]
MAY_PASTE = (
    "p h2 h3 ul li blockquote hr strong em sup sub br table caption thead tbody tr; a[!href,title]; ol[start]; "
    "th[scope,colspan,rowspan]; td[colspan,rowspan]; "
    "figure(photo); figcaption; img[!src,alt,width,height,data-widget,data-cke-upload-id]"  # the last two while it is sent
)
MAY_CONTAIN = f"{MAY_PASTE}; figure(photo,embed); aside(!box)"
# Foreign services (scayt, wsc, exportpdf), looks that are not the paper's, what only a word processor needs, and filters that
# lose the whole text where Google's markup is not as they expect; static/news/ckeditor/newsroom does their work.
WITHOUT = (
    "about,bidi,colorbutton,colordialog,copyformatting,dialogadvtab,div,elementspath,exportpdf,flash,font,forms,iframe,"
    "image,indentblock,justify,language,liststyle,newpage,pagebreak,pastefromgdocs,pastefromlibreoffice,preview,print,save,scayt,showblocks,smiley,"
    "sourcearea,specialchar,stylescombo,templates,wsc"
)
OUR_PLUGINS = ("newsroom", "box", "embed", "note")


def config() -> dict[str, Any]:
    """How the editor behaves. Addresses of our own files are looked up at each call: their names carry a hash."""
    upload = reverse("desk:upload")
    return {
        "title": _("Nội dung bài"),
        "applicationTitle": _("Khung soạn bài"),
        "defaultLanguage": "vi",
        "versionCheck": False,
        "disableNativeSpellChecker": False,
        "entities": False,
        "basicEntities": True,
        "height": 560,
        "width": "100%",
        "toolbar": TOOLBAR,
        "toolbarCanCollapse": False,
        "removePlugins": WITHOUT,
        "extraPlugins": ",".join(["image2", *OUR_PLUGINS]),
        "removeDialogTabs": "link:target;link:advanced;table:advanced",
        "format_tags": "p;h2;h3",
        "allowedContent": MAY_CONTAIN,
        "pasteFilter": MAY_PASTE,
        "contentsCss": [static("news/ckeditor/contents.css")],
        "bodyClass": "body",
        "clipboard_handleImages": False,  # the upload plugin's work; else pictures would be pasted as text
        "image2_captionedClass": "photo",
        "image2_disableResizer": True,
        "linkDefaultProtocol": "https://",
        "imageUploadUrl": upload,
        "filebrowserImageUploadUrl": upload,
        "magicline_everywhere": True,
        "embedHosts": EMBED_HOSTS,
    }


class BodyEditor(CKEditorWidget):
    """The editor; without JavaScript a text area with the HTML."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the widget's template shows."""
        self.config = config()
        self.external_plugin_resources = [
            (plugin, static(f"news/ckeditor/{plugin}/"), "plugin.js") for plugin in OUR_PLUGINS
        ]
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[no-untyped-call]
        return context


class BodyFormField(forms.CharField):
    """An article's body in a form."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "widget": BodyEditor()})  # type: ignore[no-untyped-call]


class BodyField(models.TextField):  # type: ignore[type-arg]
    """An article's body as HTML, edited with the editor. Cleaned by news/body on save."""

    def formfield(self, **kwargs: Any) -> Any:
        """The editor, whatever widget the form wanted."""
        kwargs.pop("widget", None)
        return super().formfield(**{"form_class": BodyFormField, "max_length": self.max_length, **kwargs})

    def deconstruct(self) -> Any:
        """As a plain text field, so that a change of editor needs no migration."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
