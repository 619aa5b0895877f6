"""Lists of projects without numbers, where several rows have one title: the same file twice changes nothing."""

from __future__ import annotations

import pytest
import xlsxwriter

from collabdesk.usecases.imports import LookOptions, accept, account, look_at
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEADERS = "Bezeichnung des Vorhabens;Name des Begünstigten;Gesamtkosten"
ROWS = ("Coaching;Firma A;100", "Coaching;Firma B;200", "Beratung;Firma C;300", "Coaching;Firma A;100")


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        yield opened


@pytest.fixture
def take(workspace, tmp_path):
    """Imports these rows and gives the table's outcome."""

    def imported(*rows, headers=HEADERS):
        path = tmp_path / "liste.csv"
        path.write_text("\n".join((headers, *rows)) + "\n", "utf-8")
        staged = look_at([path], LookOptions(currency="EUR"))
        outcome = account(staged, accept(workspace, staged))["files"][0]["tables"][0]["outcome"]
        return {name: n for name, n in outcome.items() if n}

    return imported


def test_rows_of_one_title_are_known_again(workspace, take):
    assert take(*ROWS) == {"added": 4}
    assert take(*ROWS) == {"same": 4}
    assert workspace.count("project") == 4


def test_other_spellings_of_a_title_are_known_again_too(take):
    rows = (*ROWS, "COACHING;Firma D;5", "Coaching ;Firma E;6")
    assert take(*rows) == {"added": 6}
    assert take(*rows) == {"same": 6}


def test_a_new_row_among_them_changes_none_of_the_others(take):
    take(*ROWS)
    assert take("Coaching;Firma Z;50", *ROWS) == {"added": 1, "same": 4}


def test_a_changed_row_is_told_from_the_others_by_its_beneficiary(workspace, take):
    take(*ROWS)
    assert take(ROWS[0], "Coaching;Firma B;250", *ROWS[2:]) == {"updated": 1, "same": 3}
    costs = {(p.coordinator, int(p.total_cost)) for p in workspace.find("project", title="Coaching")}
    assert costs == {("Firma A", 100), ("Firma B", 250)}


def test_rows_of_one_number_are_known_again(take):
    headers = "Projektnummer;Bezeichnung des Vorhabens;Gesamtkosten"
    rows = ("P1;Erster Teil;1", "P1;Zweiter Teil;2", "P2;Anderes;3")
    assert take(*rows, headers=headers) == {"added": 3}
    assert take(*rows, headers=headers) == {"same": 3}


def test_two_sheets_of_one_import_never_overwrite_each_others_costs(workspace, tmp_path):
    book = tmp_path / "report.xlsx"
    with xlsxwriter.Workbook(book) as file:
        projects = file.add_worksheet("Projects")
        projects.write_row(0, 0, ["Project ID", "Project Name", "Total Expenditures"])
        projects.write_row(1, 0, ["P1", "One", 100])
        payments = file.add_worksheet("Expenditures")
        payments.write_row(0, 0, ["Project ID", "Total Expenditures"])
        payments.write_row(1, 0, ["P1", 60])
        payments.write_row(2, 0, ["P1", 5])
    for _ in range(2):
        accept(workspace, look_at([book], LookOptions(currency="USD")))
    assert sorted(int(c.expended) for c in workspace.find("cost")) == [5, 60, 100]
