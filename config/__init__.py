"""Wires the house: settings, addresses, middleware, start-up.

Knows both apps; neither app imports anything from here.
"""
