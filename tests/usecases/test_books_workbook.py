"""A manager's own workbook of the books: each sheet is taken for what it is, and comes in again without doubling."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

Rows = list[list[object]]

# The kinds by their files: reporting_periods, efforts, payments, credit_events, assessments, scale_shares, contracts,
# progress, amendments, exchange_rates.
SHEETS: dict[str, tuple[str, Rows]] = {
    "project": (
        "Projects",
        [["Project code", "Project title", "Start date", "End date", "Total cost", "Currency"],
         ["B-1", "A book project", "2025-01-01", "2025-12-31", 500000, "EUR"]],
    ),
    "work_package": (
        "Work packages",
        [["WP no.", "Work package title", "Start date", "End date", "Earned value technique", "% complete"],
         ["WP1", "Buoys", "2025-01-01", "2025-05-31", "percent complete", "40%"]],
    ),
    "budget": (
        "Budget",
        [["Work package", "Period", "Planned value", "Actual cost"],
         ["WP1", "2025-01", 50000, 45000], ["WP1", "2025-02", 75000, 110000], ["WP1", "RP2", 125000, None]],
    ),
    "cost": (
        "Costs",
        [["Invoice no", "Date", "Cost category", "Actual cost", "Exchange rate used", "Declared in", "Cost status"],
         ["I-1", "2025-04-15", "C.1", "45,5", "1,0850", "RP1", "declared"],
         ["I-2", "2025-04-16", "C.1", "10,0", None, "RP1", "on the heap"],
         ["I-3", "2025-04-17", "C.2", "30,0", None, "RP1", "Accepted"],
         ["I-4", "2025-04-18", "C.2", "20,0", None, "RP1", "disallowed"]],
    ),
    "reporting_period": (
        "Reporting periods",
        [["Reporting period", "First day", "Last day", "Report due", "Report submitted on", "Report accepted on"],
         ["RP1", "2025-01-01", "2025-03-31", "2025-05-30", "2025-05-02", None],
         ["RP2", "2025-04-01", "2025-12-31", "2026-03-01", None, None]],
    ),
    "effort": (
        "Time sheets",
        [["Person", "Partner", "Month", "Days", "Working time", "Personnel cost of the person", "WP"],
         ["P-01", "Alpha University", "2025-01", 12.5, 1, 5000, "WP1"],
         ["P-01", "Alpha University", "2025-02", 10, 0.8, 5000, "WP1"]],
    ),
    "payment": (
        "Payments",
        [["Payment type", "Payment no", "Expected on", "Expected amount", "Received on", "Amount received"],
         ["Pre-financing", "PF", "2025-01-31", 200000, "2025-02-03", 190000],
         ["Interim", "I1", "2025-08-31", 100000, None, None]],
    ),
    "credit_event": (
        "Credit events",
        [["Partner", "Credit event", "Milestone for credit", "Due date", "Credit value", "Unit of account", "Credited on"],
         ["Beta Institute", "Magnet delivered", "MS1", "2025-03-31", 12.5, "IUA", "2025-03-20"],
         ["Beta Institute", "Magnet tested", "MS2", "2025-04-30", 7.5, "IUA", None]],
    ),
    "scale_share": (
        "Scale of contributions",
        [["Member", "Country", "Scale year", "Net national income", "Share of the scale"],
         ["Alpha University", "FR", 2025, 1000, "60 %"], ["Beta Institute", "DE", 2025, 2000, "40 %"]],
    ),
    "assessment": (
        "Assessments",
        [["Assessment year", "Total assessed", "Due date"], [2025, 100000, "2025-03-31"]],
    ),
    "contract": (
        "Contracts placed",
        [["Contract placed no", "Contract title", "Supplier", "Country of supplier", "Contract value", "Weighting factor"],
         ["C1", "Coils", "Coil SA", "FR", 50000, 1], ["C2", "Racks", "Rack GmbH", "DE", 20000, 0.5]],
    ),
    "progress": (
        "Progress",
        [["Work package", "Status date", "% complete"], ["WP1", "2025-03-31", 0.4], ["WP1", "2025-04-30", 0.55]],
    ),
    "amendment": (
        "Amendments",
        [["Amendment no", "Date", "Effective from", "Reason for amendment", "Changed fields"],
         ["AMD-1", "2025-02-01", "2025-02-15", "Extension", "end date"]],
    ),
    "exchange_rate": (
        "Exchange rates",
        [["Base currency", "Quote currency", "Rate date", "Exchange rate", "Source of the rate"],
         ["USD", "EUR", "2025-01-15", 0.9712, "Bank"], ["GBP", "EUR", "2025-01-15", 1.1871, "Bank"]],
    ),
}  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in SHEETS.values():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "books.xlsx"
    book.save(path)
    return path


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(fresh_database(tmp_path)) as opened:
        yield opened


def bring_in(workspace: Workspace, path: Path) -> None:
    accept(workspace, look_at([path], LookOptions(project="B-1", decimal=","), workspace=workspace))


def test_every_sheet_is_taken_for_its_kind_and_every_column_is_understood(workbook: Path) -> None:
    staged = look_at([workbook], LookOptions(project="B-1", decimal=","))
    assert [t.kind for t in staged.tables] == list(SHEETS)
    assert {t.sheet: [c.header for c in t.columns if c.field is None] for t in staged.tables} == {
        title: [] for title, _ in SHEETS.values()
    }


def test_the_sheets_are_kept_and_come_in_again_as_the_same(workspace: Workspace, workbook: Path) -> None:
    bring_in(workspace, workbook)
    kept = {noun: workspace.count(noun) for noun in SHEETS}
    # Two of the budget's lines state what was spent; the list of work packages states how much is done.
    expected = {noun: len(rows) - 1 for noun, (_, rows) in SHEETS.items()} | {"cost": 6, "progress": 3}
    assert kept == expected
    bring_in(workspace, workbook)
    assert {noun: workspace.count(noun) for noun in SHEETS} == kept


def test_shares_are_fractions_and_an_exchange_rate_is_no_share(workspace: Workspace, workbook: Path) -> None:
    bring_in(workspace, workbook)
    assert [s.share for s in workspace.find("scale_share")] == [Decimal("0.6"), Decimal("0.4")]
    assert {p.done for p in workspace.find("progress")} == {Decimal("0.4"), Decimal("0.55")}
    assert [r.rate for r in workspace.find("exchange_rate")] == [Decimal("0.9712"), Decimal("1.1871")]
    assert workspace.find("cost", code="I-1")[0].rate == Decimal("1.0850")


def test_statuses_follow_from_what_the_sheet_says(workspace: Workspace, workbook: Path) -> None:
    bring_in(workspace, workbook)
    assert [(p.kind, p.status) for p in workspace.find("payment")] == [
        ("pre_financing", "received"),
        ("interim", "expected"),
    ]
    assert [e.status for e in workspace.find("credit_event")] == ["credited", "planned"]
    assert [p.status for p in workspace.find("reporting_period")] == ["submitted", "open"]
    assert [(c.status, c.accepted) for c in workspace.find("cost", declared_in="RP1")] == [
        ("declared", None),
        ("imported", None),
        ("accepted", Decimal(30)),
        ("rejected", Decimal(0)),
    ]


def test_what_is_spent_on_a_budgets_line_is_a_cost_of_its_period(workspace: Workspace, workbook: Path) -> None:
    bring_in(workspace, workbook)
    spent = workspace.find("cost", work_package="WP1")
    assert [(c.date, c.expended) for c in spent] == [("2025-01", Decimal(45000)), ("2025-02", Decimal(110000))]


def test_a_sheet_without_a_currency_is_in_that_of_the_files_project_which_is_said(workbook: Path) -> None:
    staged = look_at([workbook], LookOptions(project="B-1", decimal=","))
    by_kind = {t.kind: t for t in staged.tables}
    assert by_kind["payment"].currency == "EUR" and by_kind["payment"].currency_from == "file"
    assert "currency-of-the-file" in [p.code for p in by_kind["payment"].problems]
    assert by_kind["credit_event"].currency == ""
    assert by_kind["scale_share"].currency == ""


def test_rates_belong_to_no_project(workspace: Workspace, workbook: Path) -> None:
    bring_in(workspace, workbook)
    assert workspace.count("project") == 1
    assert {r.project_id for r in workspace.find("exchange_rate")} == {None}


def test_a_sheet_named_contributions_lists_no_projects(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Contributions"
    for row in (["Partner", "Country", "Contribution", "Currency"], ["A", "DE", 30, "EUR"], ["B", "FR", 20, "EUR"]):
        sheet.append(row)
    path = tmp_path / "shares.xlsx"
    book.save(path)
    bring_in(workspace, path)
    assert [c.amount for c in workspace.find("contribution")] == [Decimal(30), Decimal(20)]
    assert [p.code for p in workspace.find("project")] == ["B-1"]
