"""The versions of an article: what changed between two of them, and how two people's changes come together.

`compare` and `merge` know text and clean bodies alone: no model, no query. Nothing here decides who may do what.
"""
