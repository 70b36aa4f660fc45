"""Comments closed, slowed down or read first, for a while, in one place or everywhere.

terms      what holds for an article now: its policy, its age, and the switches that concern it
keeping    the only writer of CommentSwitch
"""
