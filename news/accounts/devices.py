"""What a browser says of itself, in words that its owner knows it by."""

from django.utils.translation import gettext as _

# The first that occurs wins: Edge and Cốc Cốc also say Chrome, Chrome also says Safari, iPhones also say Mac OS.
BROWSERS = (
    ("coc_coc_browser", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def in_words(agent: str) -> str:
    """Such as “Firefox trên Windows”; a plain word for what is not known."""
    browser = next((name for sign, name in BROWSERS if sign in agent), _("Trình duyệt lạ"))
    system = next((name for sign, name in SYSTEMS if sign in agent), "")
    return _("%(browser)s trên %(system)s") % {"browser": browser, "system": system} if system else browser
