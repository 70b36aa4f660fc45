"""Several articles at once: counted first, done one by one by each article's own rules, and undone after.

kinds.py says what a kind of act is; around.py and states.py are the kinds; counting.py tells what would happen;
acting.py does and undoes it, and is the only writer of BulkAct and BulkItem. Nothing here changes an article by itself.
"""
