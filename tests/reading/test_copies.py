"""The text of pages, PDFs and plain files that somebody has."""

import pytest

from generator.reading.copies import CopyError, media_type, text_of

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>公告</title>
<style>p {{ color: red }}</style><script>let a = "超过3500亿元"</script></head>
<body><p>终端<b>销量</b>超过
2500万台。</p><ul><li>一</li><li>A &amp; B</li></ul><noscript>x</noscript></body></html>
"""
TEXT = "公告\n终端销量超过 2500万台。\n一\nA & B\n"


TRADITIONAL = str.maketrans("终销过亿万", "終銷過億萬")


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "big5"])
def test_what_a_reader_sees_of_a_page(charset: str) -> None:
    """Neither scripts nor styles; blocks are lines; the page's own encoding."""
    table = TRADITIONAL if charset == "big5" else {}
    raw = PAGE.format(charset=charset).translate(table).encode(charset)
    assert (media_type(raw), text_of(raw)) == ("text/html", TEXT.translate(table))


def pdf(words: str) -> bytes:
    """A PDF of one page, as small as it can be."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{said}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    return f"{text}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


def test_the_words_of_a_pdf() -> None:
    """Read without a program beside Python."""
    raw = pdf("more than 350 billion yuan")
    assert media_type(raw) == "application/pdf"
    assert text_of(raw) == "more than 350 billion yuan\n"


def test_plain_text() -> None:
    """UTF-8, else Chinese; empty lines go."""
    assert media_type(b"10 parks") == "text/plain"
    assert text_of("\ufeff10 parks\n\n  by  2025".encode()) == "10 parks\nby 2025\n"
    assert text_of("超过10个".encode("gb18030")) == "超过10个\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_text_with_two_bytes_a_character(encoding: str) -> None:
    """As editors of Windows save it, with a byte order mark; pages too."""
    mark = "" if encoding == "utf-16" else "\ufeff"
    assert text_of(f"{mark}超过10个".encode(encoding)) == "超过10个\n"
    page = (mark + PAGE.format(charset="utf-16")).encode(encoding)
    assert (media_type(page), text_of(page)) == ("text/html", TEXT)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00document.xml", "it is no text, page or PDF"),
        (b" \n", "there is no text in it"),
        (b"<html><script>1</script></html>", "there is no text in it"),
        (pdf(""), "there is no text in it"),
        (b"%PDF-1.4\nnothing", "the PDF is damaged"),
    ],
)
def test_copies_without_text_are_refused(raw: bytes, reason: str) -> None:
    """With a sentence."""
    with pytest.raises(CopyError, match=reason):
        text_of(raw)
