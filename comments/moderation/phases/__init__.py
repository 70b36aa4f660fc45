"""The phases, a file each: a function that gets a Submission and returns nothing or a Verdict, or raises Refused.

Their order is in comments/moderation/pipeline.py.
"""
