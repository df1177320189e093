"""Words that every room shares: places in files, problems, dates, numbers, text.

Imports nothing of ours.
"""
