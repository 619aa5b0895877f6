"""What tests of budgets share: a project of two partners with an imported budget."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import new_location

LINES = (
    ("NFU", "Personnel", "WP1", "RP1", "60000"),
    ("NFU", "Travel", "WP1", "RP1", "5000.05"),
    ("IOO", "Personnel", "WP2", "RP1", "30000"),
    ("IOO", "Equipment", "WP2", "RP2", "4999.95"),
)


@pytest.fixture
def workspace(tmp_path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


@pytest.fixture
def project(workspace) -> int:
    """Its budget is 100,000 EUR in four lines."""
    with workspace.changing("Set up") as step:
        made = step.add(Project(code="P1", start="2024-01-01", end="2026-12-31", signed_on="2023-11-30",
                                currency="EUR", funding=Decimal(100000)))  # fmt: skip
        partners = {name: step.add(Partner(name=name, short_name=name)).id for name in ("NFU", "IOO")}
        for partner, category, package, period, amount in LINES:
            step.add(BudgetLine(project_id=made.id, partner_id=partners[partner], category=category, currency="EUR",
                                work_package=package, period=period, amount=Decimal(amount)))  # fmt: skip
    return made.id
