"""Template tags and filters of the paper."""
