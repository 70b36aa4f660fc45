"""What is looked at before an article is published. Each check is a file in each/, their list is checklist.py.

Here nothing is changed: news/mending.py puts right what a check can put right, news/lifecycle.py refuses what blocks.
"""

from news.checks.checklist import run
from news.checks.finding import Finding
from news.checks.text import Text

__all__ = ["Finding", "Text", "run"]
