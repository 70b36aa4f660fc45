"""People's accounts at the desk: signing in, the second factor, sessions, invitations, lost passwords.

Rules are plain functions in modules of their own, each the only writer of its table; views/ only asks them. What a
person may do once inside is not decided here but by roles.
"""
