"""Document numbers as Chinese authorities give them: `工信部联电子〔2022〕148号`.

Issuer and series, the year in hexagonal brackets, the running number. Numbers of other forms
and other countries (`Act No. 20352`, `2023年第5号`) are taken as they are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_FORM = re.compile(
    r"(?P<series>[㐀-鿿]+)〔(?P<year>\d{4})〕(?P<number>[1-9]\d{0,7})号", re.ASCII
)
_LIKE = re.compile(
    r"\s*(?P<series>[㐀-鿿]+)\s*"
    r"(?P<open>[\[({〔【「〈《［（｛])\s*(?P<year>[0-9０-９]{1,8})\s*"
    r"(?P<close>[\])}〕】」〉》］）｝])\s*"
    r"(?P<ordinal>第?)\s*(?P<number>[0-9０-９]{1,8})\s*(?P<end>号?)\s*"
)
"""What somebody meant as such a number, whatever the slip."""


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """The running number of a document in its issuer's series of a year."""

    series: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.number}号"


def parse_document_number(text: str) -> DocumentNumber | None:
    """The Chinese document number written in `text`; nothing if it is of another form."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    return DocumentNumber(match["series"], int(match["year"]), int(match["number"]))


def problem_of(text: str) -> str | None:
    """What is wrong with a text that is meant as a Chinese document number, all in one.

    Nothing if it is right, or if it is a number of another form.
    """
    match = _LIKE.fullmatch(text)
    if match is None or parse_document_number(text):
        return None
    problems = list(_slips(match))
    return " and ".join(problems) or "it has white space or full-width digits in it"


def corrected(text: str) -> DocumentNumber | None:
    """The number that is meant, where the slip leaves no doubt; a short year leaves some."""
    match = _LIKE.fullmatch(text)
    if match is None or len(match["year"]) != 4 or not int(match["number"]):
        return None
    return DocumentNumber(match["series"], int(match["year"]), int(match["number"]))


def gaps(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches missing between the known numbers, first and last of each inclusive.

    What comes before the lowest and after the highest is not known to be missing.
    """
    known = sorted(set(numbers))
    return [(low + 1, high - 1) for low, high in pairwise(known) if high - low > 1]


def _slips(match: re.Match[str]) -> Iterable[str]:
    brackets = match["open"] + match["close"]
    if brackets != "〔〕":
        yield f"the year stands in `{brackets}`, not in hexagonal brackets `〔〕`"
    if len(match["year"]) != 4:
        yield f"the year `{match['year']}` has not four digits"
    if match["ordinal"]:
        yield "there is a `第` before the number"
    if match["number"][0] in "0０":
        yield f"the number `{match['number']}` begins with a zero"
    if not match["end"]:
        yield "there is no `号` after the number"
