"""What becomes of a comment: the phases that it passes on its way in, and the decisions that people make.

The only writer of a comment's state, reason, decided_by, decided_at, opinions and featured_at, of decisions, and of a
discussion's policy, counts and version. Nothing here knows of requests or pages.
"""
