"""OpenDocument, its flat form, and the XML that Excel 2003 wrote."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.intake import ods_xml
from collabdesk.intake.grid import CellError
from collabdesk.intake.hidden import runs
from collabdesk.intake.reader import read

_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def cell(text: str, given: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {given}><text:p>{text}</text:p></table:table-cell>"


def rows(*lines: str) -> str:
    return "".join(
        line if line.startswith("<table:table-row") else f"<table:table-row>{line}</table:table-row>" for line in lines
    )


def flat(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_OFFICE} '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
        f'<table:table table:name="List">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    ).encode()


def grid_of(tmp_path, content: bytes):
    path = tmp_path / "list.xls"
    path.write_bytes(content)
    return read(path).grids[0]


AMOUNT = 'office:value-type="float" office:value="12.5"'


def test_a_flat_document_is_read_like_a_packed_one(tmp_path):
    content = flat(rows(cell("Amount"), cell("12,5", AMOUNT)))
    for written in (content, ods_xml.packed(content)):
        grid = grid_of(tmp_path, written)
        assert (grid.sheet, grid.at(1, 1), grid.at(2, 1)) == ("List", "Amount", 12.5)


def test_what_an_open_document_hides_is_known(tmp_path):
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    repeated = '<table:table-row table:visibility="filter" table:number-rows-repeated="2">' + cell("a") * 3
    grid = grid_of(tmp_path, flat(columns + rows(cell("h") * 3, repeated + "</table:table-row>", cell("z") * 3)))
    assert grid.hidden_rows == {2, 3}
    assert grid.hidden_columns == {2, 3}


def test_an_error_in_an_open_document_is_no_nought(tmp_path):
    broken = 'table:formula="of:=A9/0" office:value-type="float" office:value="0"'
    grid = grid_of(tmp_path, flat(rows(cell("Amount") * 2, cell("1", AMOUNT) + cell("#DIV/0!", broken))))
    assert grid.at(2, 2) == CellError("#DIV/0!")


def test_a_formula_without_a_value_in_an_open_document_is_known(tmp_path):
    waiting = '<table:table-cell table:formula="of:=A2*2"/>'
    grid = grid_of(tmp_path, flat(rows(cell("Amount") * 2, cell("1", AMOUNT) + waiting)))
    assert grid.uncached == {(2, 2)}


def test_an_encrypted_open_document_is_said_to_be_one(tmp_path):
    content = io.BytesIO(ods_xml.packed(flat(rows(cell("a")))))
    with zipfile.ZipFile(content, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
    with pytest.raises(Refused) as refused:
        grid_of(tmp_path, content.getvalue())
    assert refused.value.code == "encrypted"


def markup(sheet: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="List">{sheet}</Worksheet></Workbook>'
    ).encode()


def datum(text: str, kind: str = "String", given: str = "") -> str:
    return f'<Cell {given}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_the_xml_of_excel_2003_is_read(tmp_path):
    grid = grid_of(
        tmp_path,
        markup(
            "<Table><Row>" + datum("Who") + datum("Amount") + "</Row><Row ss:Index='3'>" + datum("A &amp; B")
            + datum("12.5", "Number", 'ss:Index="3"') + datum("2004-02-29T00:00:00.000", "DateTime")
            + datum("#N/A", "Error") + datum("1", "Boolean") + "</Row></Table>"
        ),
    )  # fmt: skip
    assert [grid.at(1, 1), grid.at(1, 2), grid.at(2, 1)] == ["Who", "Amount", None]
    assert grid.rows[2] == ["A & B", None, 12.5, datetime(2004, 2, 29), CellError("#N/A"), True]


def test_what_excel_2003_hides_merges_and_leaves_uncalculated_is_known(tmp_path):
    body = (
        '<Table><Column/><Column ss:Hidden="1" ss:Span="1"/><Row>'
        + datum("Title", given='ss:MergeAcross="2"')
        + '</Row><Row ss:Hidden="1">'
        + datum("a")
        + '<Cell ss:Formula="=RC[-1]"/></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>'
    )
    grid = grid_of(tmp_path, markup(body))
    assert (grid.hidden_columns, grid.hidden_rows, grid.is_hidden) == ({2, 3}, {2}, True)
    assert grid.merges == ((1, 1, 1, 3),)
    assert grid.uncached == {(2, 2)}


def test_a_comment_is_no_value(tmp_path):
    noted = '<Cell><Data ss:Type="String">a</Data><Comment><ss:Data>mind this</ss:Data></Comment></Cell>'
    assert grid_of(tmp_path, markup(f"<Table><Row>{noted}</Row></Table>")).rows == [["a"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (markup("<Table/>", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'), "dtd"),
        (markup("<Table><Row><Cell>"), "damaged"),
        (
            markup('<Table><Row ss:Index="1048576">' + datum("a", given='ss:Index="16384"') + "</Row></Table>"),
            "too-large",
        ),
        (markup('<Table><Row ss:Index="99999999">' + datum("a") + "</Row></Table>"), "damaged"),
        (b'<?xml version="1.0"?><project><name/></project>', "xml"),
    ],
)
def test_xml_that_harms_or_is_something_else_is_refused(tmp_path, content, code):
    with pytest.raises(Refused) as refused:
        grid_of(tmp_path, content)
    assert refused.value.code == code


def test_what_is_hidden_is_named_in_runs():
    assert runs([2, 3, 4, 9]) == [(2, 4), (9, 9)]
