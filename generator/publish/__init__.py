"""Writing, deleting and starting processes: the only room that does.

A folder is replaced whole (`replace_site`) or brought up to date file by file (`write_tree`); in
both cases only if it is ours. Knows nothing of records, pages or MkDocs: it gets bytes, or a
function that fills a folder.
"""

from generator.publish.create import create_file
from generator.publish.git import History, read_history
from generator.publish.kept import Kept
from generator.publish.lock import locked
from generator.publish.ownership import MARKER
from generator.publish.process import Completed, run
from generator.publish.refusal import PublishError
from generator.publish.rewrite import keep_file, rewrite_file
from generator.publish.site import replace_site
from generator.publish.tags import Tag, read_tags, tagged
from generator.publish.tree import TreeReport, write_file, write_tree

__all__ = [
    "MARKER",
    "Completed",
    "History",
    "Kept",
    "PublishError",
    "Tag",
    "TreeReport",
    "create_file",
    "keep_file",
    "locked",
    "read_history",
    "read_tags",
    "replace_site",
    "rewrite_file",
    "run",
    "tagged",
    "write_file",
    "write_tree",
]
