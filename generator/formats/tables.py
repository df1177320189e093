"""Tables for spreadsheets: CSV whose cells nothing computes."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.core.artifacts import Artifact

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FORMULA = tuple("=+-@\t\r")
_MARK = b"\xef\xbb\xbf"
"""By which spreadsheets know UTF-8."""


def csv_of(
    path: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> Artifact:
    """A table with a line of headings (RFC 4180); what a row has no word for is empty.

    A row that has words for no column of the table is our bug.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _cell(words) for column, words in row.items()})
    return Artifact(path, _MARK + text.getvalue().encode())


def _cell(text: str) -> str:
    """Text that no spreadsheet computes; numbers, also negative ones, stay numbers."""
    line = " ".join(text.split())
    is_active = line.startswith(_FORMULA) and not _NUMBER.fullmatch(line)
    return f"'{line}" if is_active else line
