"""`collabdesk statement`: to read, as JSON, as PDF and as a workbook."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from collabdesk.domain.costs import CostItem
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

DAY = ("--as-of", date(2025, 6, 30).isoformat())


@pytest.fixture
def database(tmp_path):
    file = fresh_database(tmp_path)
    with Workspace.open(file) as workspace, workspace.changing("Books") as step:
        step.add(Project(code="NSF-1", currency="USD", rule_pack="us_2cfr200", funding=Decimal(1_000_000)))
        step.add(
            Payment(project_id=1, kind="interim", received=Decimal(500_000), received_on="2025-01-01", currency="USD")
        )
        step.add(CostItem(project_id=1, expended=Decimal(480_000), paid=Decimal(480_000), currency="USD", date="2025-01-01",
                          description="=HYPERLINK()"))  # fmt: skip
    return file


@pytest.fixture
def run(here):
    return here


def test_a_statement_is_read_on_the_command_line(run):
    status, told, _ = run("statement", "NSF-1", "--kind", "sf425", *DAY)
    assert status == 0
    assert "a. Cash Receipts" in told
    assert "500,000" in told
    assert "Rule pack: us_2cfr200" in told


def test_as_json_every_cell_is_a_figure_with_its_sources(run):
    _, told, _ = run("statement", "NSF-1", "--kind", "sf425", "--json", *DAY)
    document = json.loads(told)
    cash = next(line for line in document["lines"] if line["label"].startswith("c."))
    assert (cash["is_total"], cash["cells"][0]["value"], cash["cells"][0]["id"]) == (True, "20000", "F1-sf425-c")
    assert cash["cells"][0]["sources"][0]["records"] == 1


def test_a_workbook_holds_numbers_what_it_is_about_and_the_sources(run, tmp_path):
    file = tmp_path / "sf425.xlsx"
    assert run("statement", "NSF-1", "--kind", "sf425", "--out", str(file), *DAY)[0] == 0
    book = load_workbook(file)
    assert book.sheetnames == ["Statement", "About", "Sources"]
    values = {row[0].strip(): row[1] for row in book["Statement"].iter_rows(min_row=2, values_only=True)}
    assert values["c. Cash on Hand (line a minus b)"] == 20_000
    assert values["i. Total recipient share required"] == "n/a: no co-funding amount is recorded for the project"
    assert ("F1-sf425-a",) in {row[:1] for row in book["Sources"].iter_rows(values_only=True)}


def test_a_pdf_is_written_and_other_endings_are_refused(run, tmp_path):
    file = tmp_path / "sf425.pdf"
    assert run("statement", "NSF-1", "--kind", "sf425", "--out", str(file), *DAY)[0] == 0
    assert file.read_bytes().startswith(b"%PDF")
    status, _, said = run("statement", "NSF-1", "--kind", "sf425", "--out", str(tmp_path / "a.doc"), *DAY)
    assert (status, "a .pdf or an .xlsx file" in said) == (3, True)


def test_a_statement_that_the_project_does_not_have_is_refused_with_the_reason(run):
    status, _, said = run("statement", "NSF-1", "--kind", "financial", *DAY)
    assert (status, "has no flat rate of indirect costs" in said) == (3, True)


def test_the_kinds_of_the_command_are_those_there_are():
    from collabdesk.cli.commands import statement
    from collabdesk.usecases import statements

    assert set(statement._KINDS) == {kind.key for kind in statements.kinds()}
    assert statement._AXES == statements.AXES


def test_amounts_are_read_to_the_cent_half_up_and_json_holds_them_exactly(run):
    assert (
        run("enter", "payment", "--project", "NSF-1", "kind=interim", "received=0.125", "received_on=2025-02-01")[0]
        == 0
    )
    assert "500,000.13" in run("statement", "NSF-1", "--kind", "sf425", *DAY)[1]
    assert '"500000.125"' in run("statement", "NSF-1", "--kind", "sf425", "--json", *DAY)[1]
