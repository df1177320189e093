"""The only room that knows MkDocs and Pagefind: it prints the Markdown tree as a site.

Knows no records and no rules.
"""
