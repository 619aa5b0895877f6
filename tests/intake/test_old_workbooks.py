"""Old Excel workbooks: read, and what they hide, miscalculate or lock is known."""

from __future__ import annotations

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.intake import xlsb_records
from collabdesk.intake.grid import CellError
from collabdesk.intake.reader import read
from collabdesk.intake.sheet_extras import SheetExtras
from tests.intake import old_workbooks as old


def grid_of(tmp_path, *cells, **more):
    path = tmp_path / "list.csv"  # by content, never by its name
    path.write_bytes(old.workbook(*cells, **more))
    return read(path).grids[0]


def test_cells_of_an_old_workbook_are_read(tmp_path):
    grid = grid_of(tmp_path, old.text(0, 0, "Amount"), old.number(1, 0, 12.5))
    assert (grid.at(1, 1), grid.at(2, 1)) == ("Amount", 12.5)


def test_hidden_rows_and_columns_of_an_old_workbook_are_known(tmp_path):
    cells = [old.hidden_columns(1, 2), old.hidden_row(1), *(old.number(r, c, 1) for r in range(3) for c in range(4))]
    grid = grid_of(tmp_path, *cells)
    assert grid.hidden_rows == {2}
    assert grid.hidden_columns == {2, 3}


def test_error_values_of_an_old_workbook_are_not_empty(tmp_path):
    grid = grid_of(tmp_path, old.text(0, 0, "Amount"), old.error(1, 0, 0x2A), old.number(2, 0, 1))
    assert grid.at(2, 1) == CellError("#N/A")


def test_a_workbook_whose_every_formula_gives_nought_was_never_calculated(tmp_path):
    formulas = [old.formula(row, 0, 0.0) for row in range(6)]
    assert grid_of(tmp_path, *formulas).uncached == {(row, 1) for row in range(1, 7)}
    assert grid_of(tmp_path, *formulas, old.formula(6, 0, 3.0)).uncached == frozenset()


def test_a_password_is_said_to_be_one(tmp_path):
    with pytest.raises(Refused) as refused:
        grid_of(tmp_path, old.number(0, 0, 1), globals_more=old.record(0x2F, bytes(6)))
    assert refused.value.code == "encrypted"


def test_a_text_document_is_named(tmp_path):
    (tmp_path / "a.xls").write_bytes(old.compound({"WordDocument": b""}))
    with pytest.raises(Refused, match="a Word document"):
        read(tmp_path / "a.xls")


def test_words_of_other_programs_inside_do_not_matter(tmp_path):
    assert grid_of(tmp_path, old.text(0, 0, "WordDocument"), old.number(1, 0, 2)).at(2, 1) == 2
    embedded = old.number(0, 0, 2) + old.record(0x1C, "WordDocument".encode("utf-16-le"))
    assert grid_of(tmp_path, embedded).at(1, 1) == 2


def test_a_directory_that_runs_in_a_circle_is_refused(tmp_path):
    content = bytearray(old.workbook(old.number(0, 0, 1)))
    content[512 + 4 * 2 : 512 + 4 * 3] = (2).to_bytes(4, "little")  # the stream's first sector follows itself
    (tmp_path / "a.xls").write_bytes(content)
    with pytest.raises(Refused, match="circle"):
        read(tmp_path / "a.xls")


class Parts:
    """An archive of given parts."""

    def __init__(self, **parts: bytes) -> None:
        self._parts = parts

    def read(self, name: str) -> bytes:
        return self._parts.get(name.replace("/", "_").replace(".", "_"), b"")


def binary(number: int, body: bytes = b"") -> bytes:
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    return head + bytes([len(body)]) + body


def test_a_binary_sheet_tells_what_it_hides_and_its_errors():
    relations = b'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>'
    name = "rId1".encode("utf-16-le")
    book = binary(156, bytes(8) + (4).to_bytes(4, "little") + name)
    sheet = (
        binary(60, (2).to_bytes(4, "little") + (3).to_bytes(4, "little") + bytes(8) + b"\1\0")
        + binary(0, (4).to_bytes(4, "little") + bytes(7) + b"\x10")
        + binary(3, (1).to_bytes(4, "little") + bytes(4) + b"\x17")
    )
    parts = Parts(xl__rels_workbook_bin_rels=relations, xl_workbook_bin=book, xl_worksheets_sheet1_bin=sheet)
    assert xlsb_records.extras(parts) == [
        SheetExtras(errors={(5, 2): "#REF!"}, hidden_rows=frozenset({5}), hidden_columns=frozenset({3, 4}))
    ]
