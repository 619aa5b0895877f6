"""What was declared, accepted and rejected; effort in days and person-months; late reports: as figures that trace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.figures import Figure
from collabdesk.domain.nouns import CostItem, Effort, Participation, Partner, Project, ReportingPeriod
from collabdesk.usecases import provenance
from collabdesk.usecases.figures import figures
from collabdesk.usecases.workspace import Workspace
from databases import new_location

TODAY = date(2025, 7, 1)
# Code, partner, status, day, declared in, spent, accepted.
ITEMS = (
    ("C1", 1, "accepted", "2024-02-01", "", 100, 100),
    ("C2", 1, "accepted", "2024-03", "RP1", 200, 150),
    ("C3", 2, "rejected", "2023-12-01", "RP1", 50, 0),
    ("C4", 2, "declared", "2025-02-01", "RP1", 70, None),
    ("C5", 2, "declared", "2025-02-01", "RP2", 30, None),
    ("C6", 2, "entered", "2025-03-01", "", 10, None),
    ("C7", 2, "adjusted", None, "", 7, None),
    ("C8", 1, "entered", "2025-12-01", "", 1000, None),
)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            step.add(Project(code="P1", currency="EUR", rule_pack="horizon_europe", signed_on="2023-05-03"))
            for name in ("Uni", "Lab"):
                step.add(Participation(project_id=1, partner_id=step.add(Partner(name=name)).id))
            step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-12-31",
                                     submitted_on="2025-03-11", status="submitted"))  # fmt: skip
            step.add(ReportingPeriod(project_id=1, code="RP2", start="2025-01-01", end="2025-04-30"))
            for code, partner, status, day, where, spent, accepted in ITEMS:
                step.add(CostItem(project_id=1, code=code, partner_id=partner, status=status, date=day, currency="EUR",
                                  declared_in=where, expended=Decimal(spent), rejected_because="no" if accepted else "",
                                  period_end="2024-06-30" if day is None else None,
                                  accepted=None if accepted is None else Decimal(accepted)))  # fmt: skip
            for month, person, days in (("2024-03", "R1", 10), ("2025-02", "R1", 5.5), ("2024-04", "R2", 2)):
                step.add(Effort(project_id=1, partner_id=1, person=person, month=month, days=Decimal(days)))
        yield workspace


def by_id(workspace: Workspace, as_of: date = TODAY) -> dict[str, Figure]:
    return {f.id: f for f in figures(workspace, "P1", as_of)}


def test_costs_stand_by_status_as_known_on_the_day(books: Workspace) -> None:
    found = by_id(books)
    values = {i.removeprefix("F1-costs-"): f.value for i, f in found.items() if i.startswith("F1-costs-")}
    assert values == {"accepted": 300, "rejected": 50, "declared": 100, "entered": 10, "adjusted": 7}


def test_a_period_has_what_is_declared_in_it_and_what_belongs_to_it_by_its_day(books: Workspace) -> None:
    found = by_id(books)
    assert {k: found[f"F1-{k}-rp1"].value for k in ("declared", "accepted", "rejected")} == {
        "declared": 427,
        "accepted": 250,
        "rejected": 100,
    }
    assert found["F1-declared-rp2"].value == 30
    assert "F1-accepted-rp2" not in found


def test_each_partner_has_its_part_of_a_period(books: Workspace) -> None:
    found = by_id(books)
    assert (found["F1-declared-rp1-p1"].value, found["F1-declared-rp1-p2"].value) == (300, 127)
    assert (found["F1-rejected-rp1-p1"].value, found["F1-rejected-rp1-p2"].value) == (50, 50)
    assert found["F1-declared-rp1-p2"].detail == "RP1, Lab"


@pytest.mark.parametrize("as_of", [TODAY, date(2025, 1, 15), date(2026, 1, 1)])
def test_every_declared_figure_rests_on_the_records_that_add_up_to_it(books: Workspace, as_of: date) -> None:
    for f in by_id(books, as_of).values():
        if f.group == "costs" and f.rule in ("cost.declared@CD-1", "cost.accepted@CD-1", "total.sum@CD-1"):
            assert sum(s.total for s in provenance.sources_of(books, f)) == f.value, f.id
        if f.rule == "cost.rejected@CD-1":
            spent, accepted = (
                sum(v.total for b in f.basis if b.field == field for v in provenance.sources(books, b))
                for field in ("expended", "accepted")
            )
            assert spent - accepted == f.value


def test_effort_is_told_in_days_and_person_months(books: Workspace) -> None:
    found = by_id(books)
    assert (found["F1-effort-days"].value, found["F1-effort-pm"].value) == (Decimal("17.5"), Decimal("0.9767"))
    assert found["F1-effort-pm"].unit == "person-months"
    assert found["F1-effort-pm"].inputs["rule pack"].startswith("horizon_europe_2021")
    assert (found["F1-effort-days-rp1"].value, found["F1-effort-days-p1"].value) == (12, Decimal("17.5"))
    assert found["F1-effort-days-r1-p1-rp2"].value == Decimal("5.5")


def test_a_report_is_late_from_the_day_it_is_due(books: Workspace) -> None:
    found = by_id(books)
    assert (found["F1-report-late-rp1"].value, found["F1-report-late-rp2"].value) == (10, 2)
    assert found["F1-report-late-rp1"].inputs["due"] == "2025-03-01"
    assert by_id(books, date(2025, 3, 5))["F1-report-late-rp1"].value == 4
    assert found["F1-undeclared-rp2"].value == 1


def test_open_problems_are_counted_with_their_kinds(books: Workspace) -> None:
    found = by_id(books)
    assert found["F1-cost-problems"].inputs["category"] == str(len(ITEMS))
    assert found["F1-effort-problems"].inputs == {"not-signed": "3", "work-package": "3"}


def test_a_project_without_costs_effort_and_periods_has_none_of_these_figures(books: Workspace) -> None:
    with books.changing("Other") as step:
        step.add(Project(code="P2"))
    assert not [f for f in figures(books, "P2", TODAY) if f.group in ("costs", "effort", "periods")]
