"""What is written opens as the texts and numbers it is, never as a formula."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import pytest

from collabdesk.intake.reader import read
from collabdesk.intake.writer import write_csv, write_xlsx

NASTY = ["=1+1", "+1", "-1", "@x", "\tx", "00185", "http://x.org", "1e5"]


def test_a_workbook_keeps_texts_as_texts(tmp_path):
    path = tmp_path / "out.xlsx"
    write_xlsx(path, [("A/B", ["h"], [[v] for v in NASTY]), ("a_b", ["n"], [[Decimal("1.5")], [True], [10**20]])])
    book = read(path)
    assert [r[0] for r in book.grids[0].rows[1:]] == NASTY
    assert [g.sheet for g in book.grids] == ["A_B", "a_b 2"]
    assert [r[0] for r in book.grids[1].rows[1:]] == [1.5, True, str(10**20)]
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_csv_texts_that_look_like_formulas_are_marked(tmp_path):
    path = tmp_path / "out.csv"
    write_csv(path, ["h", "n"], [["=1+1", Decimal("-5.10")], [None, -3]])
    assert path.read_bytes() == b"\xef\xbb\xbfh,n\r\n'=1+1,-5.10\r\n,-3\r\n"


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")

    def rows():
        yield ["x"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_csv(path, ["h"], rows())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
