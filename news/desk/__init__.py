"""The desk's own pages beside the admin's lists and forms: transitions, uploads, import, preview, what opens first.

Thin: who may do what is decided in news/lifecycle.py and by the questions of the models.
"""
