"""What accepting a newer file would do, told row by row before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake.staged import Reject
from collabdesk.usecases.comparison import Compared, TableCompared, What, compare
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.edits import edit
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from staged_tables import Row, a_look, a_table


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


def given(project: str, partner: str, amount: int | None, **more: Any) -> Row:
    """A contribution of a partner to a project, in whole euro."""
    row = {"project.code": project, "partner.name": partner, "partner.country": "", "contribution.amount": None}
    kept = None if amount is None else amount * 10_000
    return row | {"contribution.amount": kept} | {k.replace("_", ".", 1): v for k, v in more.items()}


FIRST = (given("P1", "Uni One", 100), given("P1", "Lab Two", 200), given("P2", "Uni One", 300))


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> Workspace:
    """The first version of the list is in the books."""
    accept(workspace, a_look(tmp_path, "list 2023.xlsx", a_table(FIRST)))
    return workspace


def beside(workspace: Workspace, folder: Path, *rows: Row, name: str = "list 2024.xlsx", **more: Any) -> TableCompared:
    return compared(workspace, folder, *rows, name=name, **more).tables[0, 0]


def compared(workspace: Workspace, folder: Path, *rows: Row, name: str = "list 2024.xlsx", **more: Any) -> Compared:
    return compare(workspace, a_look(folder, name, a_table(rows)), **more)


def counts(table: TableCompared) -> dict[str, int]:
    return {what.value: count for what, count in table.counts.items() if count}


def test_into_empty_books_everything_is_added_and_nothing_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    table = beside(workspace, tmp_path, *FIRST)
    assert counts(table) == {"added": 3}
    assert [r.label for r in table.rows(What.ADDED)] == ["Uni One · P1", "Lab Two · P1", "Uni One · P2"]
    assert workspace.count("contribution") == 0 and workspace.undo_label is None


def test_the_same_list_again_is_the_same_in_every_row(kept: Workspace, tmp_path: Path) -> None:
    result = compared(kept, tmp_path, *FIRST)
    assert counts(result.tables[0, 0]) == {"same": 3}
    assert (result.figures, result.figures_note) == ([], "")


def test_a_changed_field_is_told_with_both_cells(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, FIRST[0], given("P1", "Lab Two", 250), FIRST[2])
    assert counts(table) == {"changed": 1, "same": 2}
    (row,) = table.rows(What.CHANGED)
    (change,) = row.changes
    assert (row.row, change.field, change.old, change.new) == (3, "contribution.amount", Decimal(200), Decimal(250))
    assert (change.old_from, change.new_cell) == ("list 2023.xlsx, list!D3", "list!D3")


def test_a_changed_field_of_the_rows_partner_is_told_too(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, FIRST[0], given("P1", "Lab Two", 200, partner_country="FR"), FIRST[2])
    (row,) = table.rows(What.CHANGED)
    assert [(c.field, c.old, c.new, c.new_cell) for c in row.changes] == [("partner.country", "", "FR", "list!C3")]


def test_a_partners_field_points_at_the_row_that_states_it_first(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, FIRST[0], FIRST[1], given("P2", "Uni One", 300, partner_country="DE"))
    (row,) = table.rows(What.CHANGED)
    assert (row.row, row.changes[0].new_cell) == (2, "list!C4")


def test_what_a_person_typed_is_told_as_such(kept: Workspace, tmp_path: Path) -> None:
    edit(kept, "contribution", 2, "Edit", amount=Decimal(222))
    (row,) = beside(kept, tmp_path, *FIRST).rows(What.CHANGED)
    assert row.changes[0].old == Decimal(222) and row.changes[0].old_from.startswith("entered by hand, ")


def test_a_value_of_a_later_import_leads_to_that_imports_cell(kept: Workspace, tmp_path: Path) -> None:
    accept(kept, a_look(tmp_path, "b.xlsx", a_table([given("P1", "Lab Two", 250), *FIRST[::2]])))
    (row,) = beside(kept, tmp_path, FIRST[0], given("P1", "Lab Two", 275), FIRST[2]).rows(What.CHANGED)
    assert row.changes[0].old_from == "b.xlsx, list!D2"


def test_rows_pushed_down_by_new_ones_have_not_moved(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, given("P0", "New", 1), FIRST[0], given("P0", "Newer", 2), *FIRST[1:])
    assert counts(table) == {"added": 2, "same": 3}


def test_a_row_in_another_order_has_moved(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, FIRST[2], FIRST[0], FIRST[1])
    assert counts(table) == {"moved": 1, "same": 2}
    (row,) = table.rows(What.MOVED)
    assert (row.row, row.moved_from) == (2, "list 2023.xlsx, list, row 4")


def test_the_order_is_that_of_the_latest_version(kept: Workspace, tmp_path: Path) -> None:
    turned = (FIRST[2], FIRST[0], FIRST[1])
    accept(kept, a_look(tmp_path, "list 2024.xlsx", a_table(turned)))
    assert counts(beside(kept, tmp_path, *turned)) == {"same": 3}
    assert counts(beside(kept, tmp_path, *FIRST)) == {"moved": 1, "same": 2}


def test_a_row_in_another_sheet_has_moved(workspace: Workspace, tmp_path: Path) -> None:
    north, south = FIRST[:2], [given("P2", p, 5) for p in ("A", "B", "C")]
    accept(workspace, a_look(tmp_path, "a.xlsx", a_table(north, sheet="North"), a_table(south, sheet="South")))
    newer = a_look(tmp_path, "a.xlsx", a_table(north[:1], sheet="North"), a_table([*south, north[1]], sheet="South"))
    result = compare(workspace, newer)
    assert [counts(t) for t in result.tables.values()] == [{"same": 1}, {"moved": 1, "same": 3}]
    assert result.tables[0, 1].rows(What.MOVED)[0].moved_from == "a.xlsx, North, row 3"


def test_a_renamed_sheet_moves_nothing(kept: Workspace, tmp_path: Path) -> None:
    assert counts(compare(kept, a_look(tmp_path, "x.xlsx", a_table(FIRST, sheet="2024"))).tables[0, 0]) == {"same": 3}


def test_a_record_without_a_row_is_gone(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, *FIRST[:2])
    assert counts(table) == {"same": 2, "gone": 1}
    (gone,) = table.gone
    assert (gone.noun, gone.id, gone.project, gone.cell) == ("contribution", 3, "P2", "list 2023.xlsx, list, row 4")
    assert (gone.label, gone.why_kept) == ("Uni One · P2", "")


def test_a_list_of_other_things_makes_nothing_gone(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, FIRST[0], given("P7", "New", 5), name="something else.xlsx")
    assert counts(table) == {"added": 1, "same": 1}


def test_the_next_issue_of_a_list_may_have_lost_most_of_it(kept: Workspace, tmp_path: Path) -> None:
    assert counts(beside(kept, tmp_path, FIRST[0], name="list 2025.xlsx")) == {"same": 1, "gone": 2}


def test_a_rejected_row_may_be_the_record_that_seems_gone(kept: Workspace, tmp_path: Path) -> None:
    table = a_table(FIRST[:2])
    table.rejects.append(Reject(4, None, "'lots' is not an amount", "P2\x1fUni One\x1f\x1flots"))
    (gone,) = compare(kept, a_look(tmp_path, "list 2024.xlsx", table)).tables[0, 0].gone
    assert gone.why_kept == "row 4 of the new file names it, but was rejected"


def test_what_hangs_on_a_gone_record_is_said(workspace: Workspace, tmp_path: Path) -> None:
    projects = [{"project.code": code, "project.title": code} for code in ("P1", "P2", "P3")]
    accept(workspace, a_look(tmp_path, "projects.xlsx", a_table(projects, kind="project")))
    accept(workspace, a_look(tmp_path, "list.xlsx", a_table(FIRST)))
    newer = a_look(tmp_path, "projects.xlsx", a_table(projects[::2], kind="project"))
    (gone,) = compare(workspace, newer).tables[0, 0].gone
    assert (gone.label, gone.why_kept) == ("P2 P2", "1 contribution and 1 participation hang on it")
    with pytest.raises(Refused, match="1 contribution and 1 participation"):
        compare(workspace, newer, decisions=Decisions(removed={("project", gone.id)}))


def test_identical_rows_are_distinct_and_the_same_ones_are_met_first(workspace: Workspace, tmp_path: Path) -> None:
    accept(workspace, a_look(tmp_path, "a.xlsx", a_table([FIRST[0], FIRST[0], given("P1", "Uni One", 900)])))
    table = beside(workspace, tmp_path, given("P1", "Uni One", 50), FIRST[0], FIRST[0], given("P1", "Uni One", 900))
    assert counts(table) == {"added": 1, "same": 3}
    assert table.rows(What.ADDED)[0].row == 2


def test_what_is_left_out_is_skipped_and_its_record_is_not_gone(kept: Workspace, tmp_path: Path) -> None:
    decisions = Decisions(left_out={(0, 0): {1, 3}})
    table = beside(kept, tmp_path, FIRST[0], given("P1", "Lab Two", 250), FIRST[2], given("P9", "New", 1),
                   decisions=decisions)  # fmt: skip
    assert counts(table) == {"same": 2, "skipped": 2}
    assert table.outcome == {"added": 0, "updated": 0, "same": 2, "skipped": 2}


def test_each_row_is_listed_once(kept: Workspace, tmp_path: Path) -> None:
    table = beside(kept, tmp_path, given("P0", "New", 1), given("P1", "Lab Two", 250), FIRST[0], FIRST[2])
    listed = [row.index for what in What for row in table.rows(what)]
    assert sorted(listed) == [0, 1, 2, 3]
    assert all(table.row(i).index == i for i in listed)


def test_the_figures_that_change_are_told_with_old_and_new(kept: Workspace, tmp_path: Path) -> None:
    figures = compared(kept, tmp_path, FIRST[0], given("P1", "Lab Two", 250), FIRST[2]).figures
    sums = [(f.project, f.old, f.new) for f in figures if f.label == "Funder's contributions to partners"]
    assert sums == [("", Decimal("600.00"), Decimal("650.00")), ("P1", Decimal("300.00"), Decimal("350.00"))]
    assert not [f for f in figures if f.project == "P2"]


def test_a_figure_that_could_not_be_computed_before_counts_as_a_change(kept: Workspace, tmp_path: Path) -> None:
    pledged = [row | {"contribution.pledged": 10_000, "contribution.received": 5_000} for row in FIRST]
    figures = compared(kept, tmp_path, *pledged).figures
    assert any(f.old is None and f.new is not None for f in figures)


def test_with_many_projects_the_largest_changes_are_told(workspace: Workspace, tmp_path: Path) -> None:
    rows = [given(f"P{n}", "Uni One", 100) for n in range(20)]
    accept(workspace, a_look(tmp_path, "a.xlsx", a_table(rows)))
    result = compared(workspace, tmp_path, *(given(f"P{n}", "Uni One", 100 + n) for n in range(20)))
    named = {f.project for f in result.figures}
    assert {"", "P19", "P18"} <= named and "P1" not in named
    assert "19 projects are concerned; shown are the 12" in result.figures_note


def test_a_comparison_tells_how_far_it_is_and_can_be_given_up(kept: Workspace, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    compared(kept, tmp_path, *FIRST, progress=lambda *said: told.append(said))
    assert told[0] == ("compare", 0, 3) and told[-1] == ("compare", 3, 3)
    with pytest.raises(Cancelled):
        compared(kept, tmp_path, *FIRST, is_cancelled=lambda: True)
    assert kept.count("contribution") == 3 and counts(beside(kept, tmp_path, *FIRST)) == {"same": 3}


def test_two_sheets_of_one_record_move_nothing_when_they_come_again(workspace: Workspace, tmp_path: Path) -> None:
    one, other = ([{"project.code": "P1", "project.title": "One"}], [{"project.code": "P1", "project.acronym": "ONE"}])
    tables = (a_table(one, "project", "Names"), a_table(other, "project", "Short names"))
    staged = a_look(tmp_path, "form.xlsx", *tables)
    accept(workspace, staged)
    assert [counts(t) for t in compare(workspace, staged).tables.values()] == [{"same": 1}, {"same": 1}]


def test_a_cell_changed_and_a_row_taken_out_in_the_spreadsheet_program(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "partners"
    sheet.append(["A list of partners"])
    sheet.append(["projectID", "organisationID", "name", "role", "ecContribution"])
    for n in range(6):
        sheet.append([f"10{n // 3}", f"90000000{n}", f"Partner {n}", "participant", 100.25 + n])
    book.save(tmp_path / "orgs 2023.xlsx")
    accept(workspace, look_at([tmp_path / "orgs 2023.xlsx"], LookOptions(currency="EUR")))
    sheet["E5"] = 999.5
    sheet.delete_rows(7)
    sheet.insert_rows(3)
    for column, value in enumerate(["100", "900000009", "Newcomer", "participant", 5], 1):
        sheet.cell(3, column, value)
    book.save(tmp_path / "orgs 2024.xlsx")
    newer = look_at([tmp_path / "orgs 2024.xlsx"], LookOptions(currency="EUR"), workspace=workspace)
    (table,) = compare(workspace, newer).tables.values()
    assert counts(table) == {"added": 1, "changed": 1, "same": 4, "gone": 1}
    (change,) = table.rows(What.CHANGED)[0].changes
    assert (change.old, change.new) == (Decimal("102.25"), Decimal("999.5"))
    assert (change.old_from, change.new_cell) == ("orgs 2023.xlsx, partners!E5", "partners!E6")
    assert [(g.cell, g.why_kept) for g in table.gone] == [("orgs 2023.xlsx, partners, row 7", "")]


def test_an_amount_carries_the_currency_that_its_record_has_and_will_have(kept: Workspace, tmp_path: Path) -> None:
    now = (given("P1", "Uni One", 150), *FIRST[1:])
    in_euro = beside(kept, tmp_path, *now).rows(What.CHANGED)[0].changes
    assert [(c.field, c.old_currency, c.new_currency) for c in in_euro] == [("contribution.amount", "EUR", "EUR")]
    look = a_look(tmp_path, "list 2025.xlsx", a_table(now, currency="GBP"))
    first = compare(kept, look).tables[0, 0].rows(What.CHANGED)[0]
    said = {c.field: (c.old, c.old_currency, c.new, c.new_currency) for c in first.changes}
    assert said == {
        "contribution.amount": (Decimal(100), "EUR", Decimal(150), "GBP"),
        "contribution.currency": ("EUR", "", "GBP", ""),
    }
    # No cell says the currency: the header or a person did.
    said_by = {c.field: (c.old_from, c.new_cell) for c in first.changes}
    assert said_by["contribution.currency"] == ("list 2023.xlsx, list", "")
    figures = {(f.label, f.unit): (f.old, f.new) for f in compare(kept, look).figures if f.project == "P1"}
    assert {unit for _, unit in figures} >= {"EUR", "GBP"}
    assert all(old is None or new is None for (_, unit), (old, new) in figures.items() if unit in ("EUR", "GBP"))
