"""Who may not comment for a while.

keys       what two names, e-mails or networks are the same by
book       the live bans in memory, and which of them concerns a comment
seen       what its writer is told of a comment that a ban decided about
keeping    the only writer of Ban: to ban, to change the end, to lift, to undo
counting   which comments would be swept away with a ban, before they are
sweeping   the only writer of Swept: the comments that go with a ban, and come back with its undoing
"""
