"""Which pages exist, where they are, and everything that stands on them.

Decides all; renders nothing. Knows addresses and titles; no Jinja, no HTML, no disk.
"""
