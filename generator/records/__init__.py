"""Record kinds: one file per kind, each a pydantic model that validates one record at a time.

Knows nothing of files or of other records.
"""
