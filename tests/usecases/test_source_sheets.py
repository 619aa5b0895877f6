"""The sheet of a kept file, with the cells marked that a figure rests on."""

from __future__ import annotations

import pytest

from collabdesk.domain.figures import Source
from collabdesk.usecases import imports, source_sheets
from collabdesk.usecases.workspace import Workspace


def test_ranges_of_cells_are_taken_apart():
    assert source_sheets.marked_cells("C5:C6, AA2, B1:C1") == [(5, 3), (6, 3), (2, 27), (1, 2), (1, 3)]
    assert source_sheets.marked_cells("") == []


def test_a_kept_sheet_is_shown_as_it_stands_in_the_file(tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text("Grant number,Acronym,Title,Total cost EUR\n101,ALPHA,Sea,1000.00\n102,BETA,Land,2000.50\n")
    with Workspace.open(tmp_path / "w.db", person="t") as workspace:
        staged = imports.look_at([path])
        imports.accept(workspace, staged)
        file = staged.files[0]
        source = Source("costs.csv", file.sha256, staged.tables[0].sheet, "D2:D3", 2)
        path.unlink()
        shown = source_sheets.sheet_of(workspace, source)
    assert shown.page.texts[2][3] == "2000.50"
    assert shown.page.first_row == 1
    assert shown.marked == {(2, 4), (3, 4)}


def test_what_was_typed_by_hand_has_no_sheet(tmp_path):
    with Workspace.open(tmp_path / "w.db", person="t") as workspace, pytest.raises(ValueError, match="Source"):
        source_sheets.sheet_of(workspace, Source("", "", "", "", 1))
