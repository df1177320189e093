"""Library -> problems: what must hold between records.

Does not know how pages look.
"""
