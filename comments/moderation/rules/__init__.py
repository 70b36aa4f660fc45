"""What the newsroom decides about the pipeline: `Rules` as phases read them, how they are stored, kept and tried.

Which phases there are, and the order that holds where nothing is chosen, is in comments/moderation/pipeline.py.
"""
