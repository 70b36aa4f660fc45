"""`make check`: what can be said about the tree without running the paper. Each check is a module or a line in run.py."""
