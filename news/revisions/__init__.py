"""The revisions of an article's text: what one holds, how it is kept, how two compare and merge.

Who may save what, and the log, are in news/editing.py; which revision readers see is decided in news/lifecycle.py.
"""
