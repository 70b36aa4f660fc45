"""The checks, a file each: a function that gets a Text and yields Findings. Their order is in news/checks/checklist.py.

A check's name is its code, kept in the database and shown to programs: it does not change.
"""
