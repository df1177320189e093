"""PDF/A-2, judged by pikepdf's validator, which lets pass only what it knows to conform."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf.pdfa import Finding, validate_written

from tests.formats.pdf.conftest import sample

pytestmark = pytest.mark.pdf

OF_LEVEL_A = (
    "expected 'B'",
    "pdfuaid:part",
    "pdfaExtension",
    "pdfaSchema",
    "pdfaProperty",
)
"""The validator knows level B: neither level A nor PDF/UA, and no properties that a file
declares by itself, as it must."""
NOT_LOOKED_AT = ("xmpMM:History", "xmpTPg", "/CIDSet")


def is_known(finding: Finding) -> bool:
    """Whether a finding says what the validator does not know."""
    is_place_apart = finding.rule.startswith(
        "pikepdf:schema"
    ) and finding.where.endswith("/Dest")
    return is_place_apart or any(
        words in finding.message for words in (*OF_LEVEL_A, *NOT_LOOKED_AT)
    )


@pytest.mark.parametrize("name", ["briefing", "policy", "tracker"])
def test_a_pdf_is_fit_for_the_archive(name: str, pdf_of: Callable[..., Path]) -> None:
    """Fonts, colours, links, structure, metadata: nothing but what the validator leaves open."""
    report = validate_written(pdf_of(sample(name)), "2b")
    assert report.findings
    assert [str(one) for one in report.findings if not is_known(one)] == []
