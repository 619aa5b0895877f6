"""Rejected rows go out as a workbook, are mended in it, and come in again as if they had never been wrong."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from collabdesk.usecases import imports
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import new_location

PARTNERS = "projectID,name,country,role,ecContribution\nP1,Uni One,DE,coordinator,1.5\nP1,Lab Two,FR,participant,lots\n"


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        yield opened


def mended(path, changes):
    """Change cells of the rejects file as a person would in a spreadsheet program: by sheet and header."""
    book = openpyxl.load_workbook(path)
    for (sheet, header), change in changes.items():
        cells = book[sheet]
        column = next(c.column for c in cells[1] if c.value == header)
        for row in range(2, cells.max_row + 1):
            cells.cell(row, column).value = change(cells.cell(row, column).value)
    book.save(path)


def take(workspace, path, **options):
    staged = look_at([path], LookOptions(**options), workspace=workspace)
    accept(workspace, staged)
    return staged


def test_a_mended_row_joins_what_was_imported_before(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(
        "projectID;organisationID;name;country;role;ecContribution;totalCost\n"
        "P1;111;Uni One;DE;coordinator;1.000,50;2.000,00\nP1;222;Lab Two;FR;participant;lots;3.000\n"
        "P2;00333;Uni Three;IT;coordinator;7,25;8,00\n",
        "utf-8",
    )
    staged = take(workspace, path, currency="SEK")
    rejects = tmp_path / "rejects.xlsx"
    assert imports.write_rejects(staged, rejects) == 1
    mended(rejects, {("partners", "ecContribution"): lambda _: "1.250"})
    again = take(workspace, rejects)
    (table,) = again.tables
    assert (table.kind, table.currency, table.rows_accepted, table.problems) == (
        staged.tables[0].kind, "SEK", 1, [],
    )  # fmt: skip
    # 1.250 alone could be either number: the decimal mark of the first file is remembered.
    assert sorted(c.amount for c in workspace.find("contribution")) == [
        Decimal("7.25"), Decimal("1000.5"), Decimal(1250),
    ]  # fmt: skip
    assert {c.currency for c in workspace.find("contribution")} == {"SEK"}
    assert (workspace.count("project"), workspace.count("partner")) == (2, 3)
    assert [f.ignored_sheets for f in again.files] == [[("About these rows", "says how the rejected rows are read")]]


def test_the_same_rejects_again_change_nothing(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(PARTNERS, "utf-8")
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(take(workspace, path), rejects)
    mended(rejects, {("partners", "ecContribution"): lambda _: 2})
    take(workspace, rejects)
    take(workspace, rejects)
    assert workspace.count("contribution") == 2


def test_a_mapping_by_hand_survives_headers_that_are_missing_or_stand_twice(workspace, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "projectID,name,country,role,,Extra,Extra\nP1,Uni One,DE,coordinator,1.5,a,b\nP1,Lab Two,FR,,lots,a,b\n",
        "utf-8",
    )
    chosen = (("[E]", "contribution.amount"), ("[G]", "partner.city"), ("[F]", ""))
    rejects = tmp_path / "rejects.xlsx"
    staged = take(workspace, path, map=chosen)
    assert imports.write_rejects(staged, rejects) == 1
    book = openpyxl.load_workbook(rejects)
    book["list"]["G2"].value = 7.5
    book.save(rejects)
    again = take(workspace, rejects)
    assert [c.field for c in again.tables[0].columns] == [c.field for c in staged.tables[0].columns]
    assert sum(c.amount for c in workspace.find("contribution")) == 9


def test_what_the_person_says_now_goes_before_what_the_file_says(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(PARTNERS, "utf-8")
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(take(workspace, path), rejects)
    again = look_at([rejects], LookOptions(map=(("ecContribution", "contribution.total_cost"),)))
    assert [c.field for c in again.tables[0].columns][-1] == "contribution.total_cost"


def test_rows_that_are_still_wrong_are_rejected_again(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(PARTNERS, "utf-8")
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(look_at([path]), rejects)
    assert [r.why for r in look_at([rejects]).tables[0].rejects] == ["'lots' is not an amount"]


def test_a_file_without_rejects_is_still_a_file(tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(PARTNERS.rpartition("P1")[0], "utf-8")
    assert imports.write_rejects(look_at([path]), tmp_path / "rejects.xlsx") == 0
    assert look_at([tmp_path / "rejects.xlsx"]).tables == []


def test_a_transposed_table_comes_back_as_rows(workspace, tmp_path):
    lines = [["Project Name", "Mars", "Venus"], ["Project code", "M-1", "V-1"], ["Project status", "Live", "Live"]]
    lines += [["Total budget", 100.5, "lots"]]
    for n in range(1, 5):
        lines += [[f"Approval MM{n}", f"Gate {n}", "x"], [f"Approval MM{n} Original Baseline", *[f"2020-0{n}-01"] * 2]]
        lines += [
            [f"Approval MM{n} Forecast / Actual", *[f"2021-0{n}-01"] * 2],
            [f"Approval MM{n} Status", "Live", "Live"],
        ]
    path = tmp_path / "master.xlsx"
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    staged = take(workspace, path)
    table = staged.tables[0]
    assert (table.layout, table.rows_rejected) == ("transposed", 1)
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(staged, rejects)
    mended(rejects, {("Sheet", "Total budget"): lambda _: 300})
    take(workspace, rejects)
    assert sorted(p.total_cost for p in workspace.find("project")) == [Decimal("100.5"), 300]


def test_a_mended_row_that_is_called_like_another_row_of_its_file_is_a_record_of_its_own(workspace, tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text(
        "Project number,Partner,Cost category,Expended\n"
        "P1,Uni One,Travel,100\nP1,Uni One,Travel,lots\nP1,Uni One,Travel,many\n"
        "P1,Lab Two,Travel,40\nP1,Lab Two,Goods,50\nP2,Lab Two,Goods,60\nP2,Lab Two,Travel,80\n",
        "utf-8",
    )
    rejects, again = tmp_path / "rejects.xlsx", tmp_path / "rejects again.xlsx"
    assert imports.write_rejects(take(workspace, path), rejects) == 2
    mended(rejects, {("costs", "Expended"): lambda was: 100 if was == "lots" else was})
    assert imports.write_rejects(take(workspace, rejects), again) == 1
    mended(again, {("costs", "Expended"): lambda _: 70})
    for mended_file in (again, rejects, again):
        take(workspace, mended_file)
    assert sorted(c.expended for c in workspace.find("cost")) == [40, 50, 60, 70, 80, 100, 100]
    assert workspace.count("participation") == 3
    path.write_text(path.read_text("utf-8").replace("lots", "100").replace("many", "70"), "utf-8")
    take(workspace, path)
    assert sorted(c.expended for c in workspace.find("cost")) == [40, 50, 60, 70, 80, 100, 100]


def test_a_mended_row_of_a_newer_version_is_the_record_that_the_older_one_gave(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(PARTNERS.replace("lots", "2"), "utf-8")
    take(workspace, path)
    path.write_text(PARTNERS, "utf-8")
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(take(workspace, path), rejects)
    mended(rejects, {("partners", "ecContribution"): lambda _: 3})
    take(workspace, rejects)
    assert [c.amount for c in workspace.find("contribution")] == [Decimal("1.5"), 3]


def test_projects_of_one_code_stay_two_when_one_of_them_comes_mended(workspace, tmp_path):
    path = tmp_path / "projects.csv"
    path.write_text(
        "Project number,Project title,Start date,EU contribution\n"
        "P1,Soils,2024-01-01,5\nP1,Seas,2024-02-01,lots\nP2,Skies,2024-02-01,7\n",
        "utf-8",
    )
    rejects = tmp_path / "rejects.xlsx"
    assert imports.write_rejects(take(workspace, path), rejects) == 1
    mended(rejects, {("projects", "EU contribution"): lambda _: 6})
    take(workspace, rejects)
    take(workspace, rejects)
    assert [(p.code, p.title) for p in workspace.find("project")] == [("P1", "Soils"), ("P2", "Skies"), ("P1", "Seas")]


def test_mended_rows_that_name_no_project_belong_to_that_of_their_file(workspace, tmp_path):
    path = tmp_path / "Ocean costs.csv"
    path.write_text("Partner,Cost category,Expended\nUni One,Travel,5\nLab Two,Travel,lots\n", "utf-8")
    rejects = tmp_path / "rejects.xlsx"
    imports.write_rejects(take(workspace, path), rejects)
    mended(rejects, {("Ocean costs", "Expended"): lambda _: 6})
    take(workspace, rejects)
    assert [p.title for p in workspace.find("project")] == ["Ocean costs"]
    assert {c.project_id for c in workspace.find("cost")} == {1}


def test_a_value_of_a_matrix_comes_back_alone(workspace, tmp_path):
    book = openpyxl.Workbook()
    rows = [["Personnel", 100, 200, 300], ["Travel", 10, "lots", 30], ["Equipment", 5, 5, 5]]
    for line in (["Budget by category and year"], ["Category", 2023, 2024, 2025], *rows):
        book.active.append(line)
    book.save(tmp_path / "budget.xlsx")
    staged = take(workspace, tmp_path / "budget.xlsx")
    assert (staged.tables[0].layout, [p.text for p in staged.tables[0].problems]) \
        == ("matrix", ["'lots' is not an amount"])  # fmt: skip
    rejects = tmp_path / "rejects.xlsx"
    assert imports.write_rejects(staged, rejects) == 1
    written = [[c.value for c in row] for row in openpyxl.load_workbook(rejects).worksheets[0]]
    assert written == [
        ["Row", "Why", "Category", "Period", "Amount"],
        [4, "'lots' is not an amount", "Travel", 2024, "lots"],
    ]
    mended(rejects, {("Sheet", "Amount"): lambda _: 20})
    take(workspace, rejects)
    take(workspace, rejects)
    found = {(b.category, b.period): b.amount for b in workspace.find("budget")}
    assert found["Travel", "2024"] == 20 and len(found) == workspace.count("budget") == 9
    assert workspace.count("project") == 1
