"""Three invented projects with their books, and a statement written out as plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.figures import Figure
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.statements import Statement
from collabdesk.usecases.workspace import Workspace
from databases import new_location

D = Decimal
AS_OF = date(2025, 6, 30)
GOLDEN = Path(__file__).parent / "golden"
# The worked example of domain.md: base 250 000, indirect 62 500, total 442 500.
COSTS = (
    ("A.1", "200000"), ("B", "50000"), ("C.1", "10000"), ("C.2", "15000"), ("C.3", "25000"), ("D.1", "60000"),
    ("D.2", "20000"),
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


@pytest.fixture
def europe(workspace) -> Project:
    """A Horizon Europe action with two beneficiaries and two periods."""
    with workspace.changing("Europe") as step:
        project = step.add(Project(
            code="101", acronym="AURORA", title="Northern lights", currency="EUR", rule_pack="horizon_europe",
            signed_on="2023-11-20", start="2024-01-01", end="2026-12-31", action_type="HORIZON-RIA", funding=D(900_000),
        ))  # fmt: skip
        one, two = step.add(Partner(name="University One", short_name="UN1")), step.add(Partner(name="Lab Two"))
        for partner, role in ((one, "Coordinator"), (two, "Beneficiary")):
            step.add(Participation(project_id=project.id, partner_id=partner.id, role=role))
        step.add(ReportingPeriod(project_id=project.id, code="RP1", start="2024-01-01", end="2024-12-31"))
        step.add(ReportingPeriod(project_id=project.id, code="RP2", start="2025-01-01", end="2025-12-31"))
        own = {"project_id": project.id, "partner_id": one.id, "currency": "EUR"}
        step.add_many([CostItem(**own, category=c, expended=D(a), date="2024-05-31") for c, a in COSTS])
        step.add(CostItem(**own, category="A.1", expended=D(1000), date="2025-02-28"))
        step.add(CostItem(**{**own, "partner_id": two.id}, category="C.1", expended=D(700), date="2024-06-30"))
        step.add_many([
            BudgetLine(project_id=project.id, category=c, amount=D(a), currency="EUR")
            for c, a in (("A.1", "300000"), ("B", "40000"), ("C.1", "20000"), ("D.1", "60000"))
        ])  # fmt: skip
    return project


@pytest.fixture
def america(workspace) -> Project:
    """The worked example of the SF-425."""
    with workspace.changing("America") as step:
        project = step.add(Project(
            code="NSF-1", title="Prairie soils", currency="USD", rule_pack="us_2cfr200", signed_on="2024-11-01",
            funder="National Science Foundation", coordinator="State University", funding=D(1_000_000),
            cofunding_amount=D(250_000), start="2024-11-01", end="2027-10-31",
        ))  # fmt: skip
        own = {"project_id": project.id, "currency": "USD"}
        step.add(Payment(**own, kind="interim", received=D(500_000), received_on="2025-02-01", status="received"))
        spent = {**own, "date": "2025-03-31"}
        step.add(CostItem(**spent, expended=D(480_000), paid=D(480_000), obligated=D(510_000)))
        step.add(CostItem(**spent, expended=D(110_000), fund="recipient"))
    return project


@pytest.fixture
def facility(workspace) -> Project:
    """In-kind contributions in a unit of account, with credit events, and assessed ones in cash."""
    with workspace.changing("Facility") as step:
        project = step.add(Project(code="MRF", title="A facility", currency="EUR"))
        north, south = step.add(Partner(name="Agency North")), step.add(Partner(name="Agency South"))
        own = {"project_id": project.id, "partner_id": north.id}
        magnets = step.add(Contribution(
            **own, form="in_kind", title="Magnets", pledged=D(10), unit_of_account="MUA", due="2025-03-31",
        ))  # fmt: skip
        step.add(Contribution(**own, title="Call of 2025", called=D(500), received=D(300), currency="EUR", due="2025-01-31",
                              received_on="2025-02-10", purpose="assessed", year="2025"))  # fmt: skip
        step.add(Contribution(**{**own, "partner_id": south.id}, title="Call of 2025", called=D(200), currency="EUR",
                              due="2025-09-30"))  # fmt: skip
        event = {**own, "contribution_id": magnets.id, "unit_of_account": "MUA"}
        step.add(CreditEvent(**event, code="PA-1", title="Magnets delivered", amount=D(4), status="credited",
                             credited_on="2025-02-01", milestone_code="M1"))  # fmt: skip
        step.add(CreditEvent(**event, code="PA-2", title="Magnets installed", amount=D(6), due="2025-12-31"))
    return project


@pytest.fixture
def same(update_golden) -> Callable[[str, Statement], None]:
    """Compare a statement with its golden text."""

    def compare(name: str, statement: Statement) -> None:
        file, text = GOLDEN / f"{name}.txt", as_text(statement)
        if update_golden:
            file.write_text(text, "utf-8")
        assert file.read_text("utf-8") == text

    return compare


def as_text(statement: Statement) -> str:
    """The statement so that a changed line shows in a diff."""
    lines = [f"{statement.title}: {statement.subject}, {statement.as_of}"]
    lines += [f"  {name}: {text}" for name, text in statement.facts]
    lines += [f"  rule pack: {statement.rule_pack or 'none'}", "", " | ".join((statement.first, *statement.columns))]
    for line in statement.lines:
        mark = "= " if line.is_total else "  " * (line.level + 1)
        lines.append(" | ".join([mark + line.label, *(_cell(c) for c in line.cells)]))
    lines += ["", *(f"rate: {rate}" for rate in statement.rates), *(f"note: {note}" for note in statement.notes)]
    return "\n".join(lines) + "\n"


def _cell(cell: Figure | str) -> str:
    if not isinstance(cell, Figure):
        return cell
    value = f"n/a ({cell.note})" if cell.value is None else f"{cell.value:f} {cell.unit}"
    return f"{value} [{cell.id}]"
