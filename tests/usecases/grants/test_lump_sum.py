"""Lump sum grants: a share for each work package and partner, earned when the work package is completed."""

from decimal import Decimal

import pytest

from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.progress import Progress
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.work_packages import WorkPackage

D = Decimal


@pytest.fixture
def lump(grant):
    grant.sign(rule_pack="horizon_europe", cost_model="lump_sum", funding=D(1_000_000))
    return grant


def shares(grant, *rows, **more):
    grant.keep(*(
        BudgetLine(project_id=grant.project.id, partner_id=p, work_package=wp, amount=D(amount), currency="EUR", **more)
        for p, wp, amount in rows
    ))  # fmt: skip


def test_a_share_is_earned_on_completion_and_not_by_costs(lump):
    one, two = lump.partner("One"), lump.partner("Two")
    shares(lump, (one.id, "WP1", 300_000), (two.id, "WP1", 100_000), (one.id, "WP2", 600_000))
    lump.keep(WorkPackage(project_id=lump.project.id, code="WP1", actual_end="2025-05-31"))
    lump.costs(("Travel", 5_000))
    found = lump.figures()
    assert found["lump-sum"].value == 1_000_000
    assert found["lump-sum-completed"].value == 400_000
    assert found["lump-sum-completed-wp2"].value == 0
    assert found[f"lump-sum-completed-p{one.id}"].value == 300_000
    assert found["lump-sum"].inputs["WP1 Two"] == "100000"
    assert "requested" not in found


def test_all_done_is_completed_and_a_later_report_is_not_known_yet(lump):
    shares(lump, (None, "WP1", 1_000_000))
    lump.keep(
        Progress(project_id=lump.project.id, work_package="WP1", day="2026-01-31", done=D("0.8")),
        Progress(project_id=lump.project.id, work_package="WP1", day="2026-07-31", done=D(1)),
    )
    assert lump.figures()["lump-sum-completed"].value == 0


def test_the_approved_version_of_the_budget_holds(lump):
    shares(lump, (None, "WP1", 1_000_000))
    version = lump.keep(BudgetVersion(project_id=lump.project.id, code="V2", effective="2025-01-01"))[0]
    shares(lump, (None, "WP1", 900_000), budget_version_id=version.id)
    assert lump.figures()["lump-sum"].value == 1_000_000
    with lump.workspace.changing("Approve") as step:
        step.move(step.move(version, "proposed"), "approved")
    found = lump.figures()
    assert found["lump-sum"].value == 900_000
    assert found["lump-sum-difference"].value == -100_000


def test_a_periods_payment_is_of_the_work_packages_completed_in_it(lump):
    lump.keep(
        ReportingPeriod(
            project_id=lump.project.id, code="RP1", start="2023-02-01", end="2024-07-31", status="accepted"
        ),
        ReportingPeriod(
            project_id=lump.project.id, code="RP2", start="2024-08-01", end="2025-12-31", status="accepted"
        ),
        WorkPackage(project_id=lump.project.id, code="WP1", actual_end="2024-05-31"),
        WorkPackage(project_id=lump.project.id, code="WP2", actual_end="2025-12-31"),
    )
    shares(lump, (None, "WP1", 400_000), (None, "WP2", 500_000))
    found = lump.figures()
    assert found["payment-pre-financing"].value == 800_000
    assert found["payment-interim-rp1"].value == 100_000
    assert found["payments-cash"].value == 900_000


def test_work_packages_state_their_own_cost_where_no_budget_does(lump):
    lump.keep(WorkPackage(project_id=lump.project.id, code="WP1", cost=D(7), actual_end="2024"))
    assert lump.figures()["lump-sum-completed"].value == 7


def test_without_shares_there_is_a_reason(lump):
    assert "no budget line names a work package" in lump.figures()["lump-sum"].note
