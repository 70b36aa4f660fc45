"""How often articles are read: who counts (`counting`), what waits in memory (`tally`), what is written down (`storing`).

A page view writes nothing and is not even seen: pages come from caches. A reader's browser tells of a reading when it has
had the page before the reader's eyes for a while; processes add up, and write every few seconds. Nothing about readers
is stored.
"""
