"""The objects of a file and its structure, in the form in which the engine writes them."""

from io import BytesIO

import pikepdf
import pytest

from generator.formats.pdf.finish import finish
from generator.formats.pdf.objects import packed, read_objects
from generator.formats.pdf.structure import read_structure, write_structure

BODIES = (
    (
        b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R"
        b"/MarkInfo<</Marked true/Suspects false>>>>"
    ),
    b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 8 0 R>>",
    b"<</Type/StructTreeRoot/K[5 0 R]/ParentTree<</Nums[]>>/ParentTreeNextKey 1>>",
    b"<</Type/StructElem/S/Document/P 4 0 R/K[6 0 R 7 0 R]>>",
    b"<</Type/StructElem/S/H1/P 5 0 R/T(Keys /K[1] and /A[2] \\(old\\))/K[0]/Pg 3 0 R>>",
    (
        b"<</Type/StructElem/S/P/P 5 0 R/ID(U1x0y0)"
        b"/A[<</O/Table/Headers[(U1x0y0)]>>]/K[1 2]/Pg 3 0 R>>"
    ),
    b"<</Length 6>>\nstream\n1 0 0 \nendstream",
    b"<</Title(A plan)>>",
)


def file_of(*bodies: bytes) -> bytes:
    """A file with these objects; the first is its root, the last says what it is."""
    written = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    table = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    return (
        b"%bxref\n0 %d\n0000000000 65535 f\r\n%b"
        b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    ) % (written, len(bodies) + 1, table, len(bodies) + 1, len(bodies), len(written))


def test_objects_are_read_by_their_numbers() -> None:
    """Each object without what stands around it, and which are root and metadata."""
    objects = read_objects(file_of(*BODIES))
    assert objects.bodies == dict(enumerate(BODIES, 1))
    assert (objects.head, objects.root, objects.info) == (b"%PDF-1.7\n", 1, 9)


def test_another_reader_finds_every_object_in_a_packed_file() -> None:
    """Streams stand by themselves, all else is compressed together; nothing is lost."""
    content = packed(read_objects(file_of(*BODIES)))
    assert b"/Kids" not in content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [len(pdf.pages), str(pdf.docinfo.Title)] == [1, "A plan"]
        assert pdf.pages[0].Contents.read_bytes() == b"1 0 0 "
        assert pdf.Root.StructTreeRoot.K[0].K[0].objgen == (6, 0)


def test_the_same_objects_are_the_same_bytes_and_others_have_another_name() -> None:
    """The identifier is made from the content alone."""
    same = [packed(read_objects(file_of(*BODIES))) for _ in range(2)]
    other = packed(read_objects(file_of(*BODIES[:-1], b"<</Title(A ruin)>>")))
    assert same[0] == same[1]
    assert name_of(same[0]) != name_of(other)


def name_of(content: bytes) -> bytes:
    """The identifier of a file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return bytes(pdf.trailer.ID[0])


def test_words_of_a_title_are_not_taken_for_keys_of_an_element() -> None:
    """What a title says stays in it, whatever it looks like."""
    top = read_structure(read_objects(file_of(*BODIES)))
    heading, paragraph = top.kids
    assert heading.about == rb"/T(Keys /K[1] and /A[2] \(old\))"
    assert (heading.kind, heading.parts, heading.page) == ("H1", [b"0"], 3)
    assert (paragraph.about, paragraph.parts) == (b"/ID(U1x0y0)", [b"1", b"2"])
    assert paragraph.attributes == b"<</O/Table/Headers[(U1x0y0)]>>"


def test_an_element_is_written_as_it_was_read() -> None:
    """An element that changes in nothing has the same bytes."""
    top = read_structure(read_objects(file_of(*BODIES)))
    assert [element.written() for element in top.walk()] == list(BODIES[4:7])


def test_an_element_that_is_taken_over_has_another_parent_and_a_dropped_one_goes() -> (
    None
):
    """The file says what the tree says."""
    objects = read_objects(file_of(*BODIES))
    top = read_structure(objects)
    heading, paragraph = top.kids
    heading.take(paragraph)
    top.drop({id(paragraph)})
    write_structure(objects, top.walk())
    assert objects.bodies[5] == BODIES[4].replace(b" 7 0 R", b"")
    assert objects.bodies[6] == BODIES[5].replace(b"/K[0]", b"/K[0 7 0 R]")
    assert objects.bodies[7] == BODIES[6].replace(b"/P 5 0 R", b"/P 6 0 R")
    heading.drop({id(paragraph)})
    write_structure(objects, top.walk())
    assert 7 not in objects.bodies


@pytest.mark.parametrize(
    "body",
    [
        b"<</Type/StructElem/P 5 0 R/S/P/K[1]>>",
        b"<</Type/StructElem/S/P/P 5 0 R/K 1>>",
        b"<</Type/StructElem/S/P/P 5 0 R/K[(a)]>>",
    ],
)
def test_an_element_of_another_form_is_an_error(body: bytes) -> None:
    """What the engine never wrote so far is not guessed at."""
    bodies = [*BODIES[:6], body, *BODIES[7:]]
    with pytest.raises(ValueError, match="another form"):
        read_structure(read_objects(file_of(*bodies)))


def test_a_file_that_another_program_wrote_is_an_error() -> None:
    """Without the table of places at the end nothing is read."""
    with pytest.raises(ValueError, match="as the engine writes it"):
        read_objects(file_of(*BODIES).replace(b"startxref", b"start"))


def test_named_elements_stand_in_the_index_and_no_tag_is_called_suspect() -> None:
    """Poppler takes the engine's word about suspects for a mistake."""
    content = finish(file_of(*BODIES), [], pages=1)
    with pikepdf.open(BytesIO(content)) as pdf:
        index = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(index[0]), index[1].objgen] == ["U1x0y0", (7, 0)]
        assert dict(pdf.Root.MarkInfo) == {"/Marked": True}


def test_a_file_with_other_pages_than_the_document_is_an_error() -> None:
    """Marks would lead to wrong pages."""
    with pytest.raises(ValueError, match="1 pages instead of 2"):
        finish(file_of(*BODIES), [], pages=2)
