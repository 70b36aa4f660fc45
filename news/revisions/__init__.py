"""The revisions of an article: what one holds, how it is kept, how two compare and how two people's come together.

`compare` and `merge` know text and clean bodies alone: no model, no query. Who may save what, and the log, are in
news/editing.py; which revision readers see is decided in news/lifecycle.py.
"""
