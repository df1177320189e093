"""The author's guide is made from the record types."""

from generator.records.guide import guide
from tests.conftest import ROOT

BEGIN, END = "<!-- fields: begin -->\n", "<!-- fields: end -->"


def test_the_authors_guide_is_up_to_date() -> None:
    """`briefbook fields` prints what stands between the marks of content/README.md."""
    text = (ROOT / "content/README.md").read_text(encoding="utf-8")
    tables = text.split(BEGIN)[1].split(END)[0]
    assert tables == f"\n{guide()}\n"
