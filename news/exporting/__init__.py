"""Articles as files for people outside the house: today Word documents.

What is written here is what news/importing reads: headline, standfirst, body and byline come back as they went.
Nothing here asks who may read; the desk does.
"""

from news.exporting.word import as_word

__all__ = ["as_word"]
