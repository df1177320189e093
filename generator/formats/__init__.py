"""Edition -> bytes: one file per output format.

Knows Jinja, charts and the PDF engine; knows no disk and no raw record text.
"""
