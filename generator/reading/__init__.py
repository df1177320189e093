"""From the files of the content folder to documents.

Knows bytes, YAML and Markdown; what a record means is left to records/.
"""
