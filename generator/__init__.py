"""Briefbook: policy records kept as plain files in git, turned into briefings people trust.

See ARCHITECTURE.md in this folder for the rooms, the arrows between them and the decisions.
"""

__version__ = "0.1.0"
