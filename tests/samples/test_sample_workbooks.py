"""The sample workbooks are up to date, agree within themselves, and come in with exactly their sums."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from collabdesk.usecases import imports
from samples import __main__ as generator
from samples import facility, horizon, network

LEGAL_GRIDS = {"YNNNN", "YNYNN", "YNNYN", "NYNNN", "NYYNN", "NYNYN", "NNYNN", "NNNYN", "NNNNY"}


def contents(path: Path) -> dict[str, bytes]:
    """What is in a workbook; the packed bytes may differ from one compression library to the next."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_bundled_workbooks_are_what_the_generator_writes(tmp_path):
    for path in generator.write_all(tmp_path):
        assert contents(generator.FOLDER / path.name) == contents(path), "run: make samples"


def test_the_budget_of_the_consortium_is_the_sum_of_its_partners():
    by_line = sum((sum(amounts, Decimal(0)) for *_, amounts in horizon.plan()), Decimal(0))
    assert by_line == sum((p.total for p in horizon.PARTIES), Decimal(0))


def test_nothing_was_achieved_after_the_day_of_the_report():
    due = [horizon.month_end(horizon.START, m[4]) for m in horizon.MILESTONES]
    assert all(
        (horizon.AS_OF - day).days >= m[7] for day, m in zip(due, horizon.MILESTONES, strict=True) if m[7] is not None
    )


def test_the_flags_of_every_finding_are_a_legal_grid():
    assert {finding[3] for finding in network.FINDINGS} <= LEGAL_GRIDS


def test_each_award_declares_as_many_findings_as_it_has():
    for award in network.AWARDS:
        assert award[-1] == sum(f[0] == award[0] and f[1].startswith("2025") for f in network.FINDINGS)


def test_a_program_number_keeps_its_trailing_zeros_in_the_file():
    sheet = openpyxl.load_workbook(generator.FOLDER / network.NAME)["Federal awards"]
    assert "10.500" in {cell.value for cell in sheet["C"]}


# What comes in --------------------------------------------------------------------------------------------------

EXPECTED = {
    horizon.NAME: {
        "Grant": ("project", 1, {}),
        "Participants": (
            "participation", 14,
            {"contribution.total_cost": "11756062.50", "contribution.amount": "10691525.00", "contribution.own": "1064537.50"},
        ),
        "Own contributions": (
            "contribution", 9, {"contribution.pledged": "1657600.00", "contribution.received": "1160500.00"},
        ),
        "Work packages": ("work_package", 22, {"work_package.person_months": "1874"}),
        "Budget": ("budget", 151, {"budget.amount": "11756062.50"}),
        "Use of resources": ("cost", 351, {"cost.expended": "6097418.06"}),
        "Invoices": ("cost", 8, {"cost.units": "6"}),
        "Effort": ("effort", 174, {"effort.days": "2545.5"}),
        "Reporting periods": ("reporting_period", 3, {}),
        "Payments": ("payment", 18, {}),
        "Progress": ("progress", 10, {}),
        "Amendments": ("amendment", 1, {}),
        "Milestones": ("milestone", 25, {}),
        "Deliverables": ("deliverable", 18, {}),
        "KPIs": ("indicator", 9, {}),
        "Risks": ("risk", 5, {}),
        "Agreement clauses": ("clause", 8, {}),
        "Decisions": ("decision", 7, {"decision.present": "68"}),
        "Background and results": ("asset", 10, {"asset.embargo_days": "180"}),
        "Datasets": ("dataset", 5, {}),
        "Transfers": ("transfer", 6, {}),
    },
    facility.NAME: {
        "Facility": ("project", 1, {}),
        "In-kind credits": (
            "contribution", 33, {"contribution.pledged": "450.410", "contribution.received": "302.509"},
        ),
        "Cash calls": (
            "contribution", 44, {"contribution.called": "85800000.00", "contribution.received": "79645850.00"},
        ),
        "Members": ("participation", 11, {}),
        "Credit events": ("credit_event", 43, {"credit_event.amount": "450.410"}),
        "Scale of contributions": ("scale_share", 44, {}),
        "Assessments": ("assessment", 4, {"assessment.total": "85800000.00"}),
        "Contracts placed": ("contract", 11, {"contract.amount": "47450000.00"}),
        "Exchange rates": ("exchange_rate", 1, {}),
        "Work packages": ("work_package", 5, {}),
        "Budget": ("budget", 54, {"budget.amount": "98880000.00"}),
        "Common costs": ("cost", 42, {"cost.expended": "79968800.00"}),
        "Progress": ("progress", 15, {}),
        "Level 1 milestones": ("milestone", 22, {}),
        "Performance": ("indicator", 5, {}),
        "Agreement clauses": ("clause", 4, {}),
        "Decisions": ("decision", 3, {}),
        "Background and results": ("asset", 4, {}),
        "Datasets": ("dataset", 2, {}),
        "Transfers": ("transfer", 3, {}),
    },
    network.NAME: {
        "Projects": ("project", 3, {"project.funding": "11285000.00"}),
        "Institutions": ("participation", 11, {"contribution.amount": "11285000.00"}),
        "Budget": ("budget", 24, {"budget.amount": "11285000.00"}),
        "Federal awards": ("award", 12, {"award.amount": "11285000.00", "award.passed_through": "3370000.00"}),
        "Expenditures": ("cost", 817, {"cost.obligated": "8347175.84", "cost.expended": "8354794.74"}),
        "Payments": ("payment", 32, {"payment.received": "6544771.89"}),
        "Progress": ("progress", 3, {}),
        "Findings": ("finding", 12, {"finding.questioned_known": "302295.50"}),
        "Corrective action plan": ("corrective_action", 8, {}),
    },
}  # fmt: skip
CASES = [(name, sheet) for name, sheets in EXPECTED.items() for sheet in sheets]


@pytest.fixture(scope="module")
def tables() -> Iterator[dict[tuple[str, str], dict]]:
    """(workbook, sheet) -> the account of its one table, from one look at all three."""
    staged = imports.look_at([generator.FOLDER / name for name in EXPECTED])
    account = imports.account(staged)
    found = [(file["name"], table["sheet"], table) for file in account["files"] for table in file["tables"]]
    assert len(found) == len({(name, sheet) for name, sheet, _ in found}), "a sheet has one table"
    return {(name, sheet): table for name, sheet, table in found}


def test_no_sheet_is_taken_for_a_table_that_is_none(tables):
    assert set(tables) == set(CASES)


@pytest.mark.parametrize(("name", "sheet"), CASES)
def test_a_sample_sheet_comes_in_whole(name, sheet, tables):
    kind, rows, sums = EXPECTED[name][sheet]
    table = tables[name, sheet]
    assert table["kind"] == kind
    assert table["rows"]["accepted"] == rows, (table["rows"], table["problems"])
    assert table["rows"]["rejected"] == 0, table["problems"]
    assert {field: Decimal(table["totals"][field]["sum"]) for field in sums} == {f: Decimal(s) for f, s in sums.items()}


@pytest.mark.parametrize(("name", "sheet"), CASES)
def test_where_a_sheet_states_a_total_ours_is_the_same(name, sheet, tables):
    stated = {f: t for f, t in tables[name, sheet]["totals"].items() if t.get("stated_total") is not None}
    assert {field: Decimal(total["difference"]) for field, total in stated.items()} == dict.fromkeys(stated, Decimal(0))
