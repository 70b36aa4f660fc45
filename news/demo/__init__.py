"""The demo edition: a newspaper's worth of articles, authors and drawn pictures to try the house with.

`articles/` holds the texts, a file each; `pictures/` draws; `edition.py` puts both into the database. Nothing outside
the load_demo command uses it.
"""
