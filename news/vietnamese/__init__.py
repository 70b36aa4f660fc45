"""Vietnamese text: letters, slugs, dates, numbers, and the encodings of old archives.

Nothing here knows of articles, comments or the database.
"""
