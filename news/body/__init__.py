"""What an article's body may contain. The editor is never trusted: every save passes `clean`.

An HTML5 parser puts the markup in order (nh3), `blocks` and `phrases` make newspaper markup of it, and the parser lets
pass what `allowed` names. The last step alone is what safety rests on.
"""

from news.body.cleaning import Cleaned, clean

__all__ = ["Cleaned", "clean"]
