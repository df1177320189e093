"""Many entries -> one consistent whole: links, and what follows from the records.

Knows all records; knows no files, addresses or templates.
"""
