"""Letters to readers who left an e-mail with their comment: one when it is decided, one when somebody answers.

    due        which letters are due: asked of the comments as they are, so that an undone decision leaves nothing behind
    writing    subject, text and headers of one
    sending    out they go, each once; the worker beside the server asks for it
    ending     who wants none about answers any more, by a signed address

Deciding writes nothing here: no letter can hold up, slow down or break a decision.
"""
