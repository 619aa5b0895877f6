"""What tests of sampling share: a project whose costs came from a file, and an audit of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import CostItem, Partner, Project
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

AMOUNTS = (1200, 35, 9000, 480, 0, 77.5, 2600, -150, 310, 15_000, 640, 90, 5, 420, 1_999.99, 730, 60, 3_300, 210, 88)


def cost(number: int, amount: object, **fields: object) -> CostItem:
    given = {
        "project_id": 1, "partner_id": 1 + number % 2, "code": f"C{number:02d}", "category": "AB"[number % 2],
        "description": f"Item {number}", "date": f"2025-{1 + number % 9:02d}-10", "currency": "EUR",
        "expended": None if amount is None else Decimal(str(amount)),
    }  # fmt: skip
    return CostItem(**{**given, **fields})


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    """Project P1 with twenty costs in euro, one in dollars, one without an amount, one of a later day; its audit."""
    with Workspace.open(fresh_database(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            step.add(Project(code="P1", acronym="TIDE", currency="EUR", start="2025-01-01", end="2026-12-31"))
            step.add_many([Partner(name="Uni"), Partner(name="=Lab, ÅÄ")])
            step.add_many([cost(n, amount) for n, amount in enumerate(AMOUNTS, start=1)])
            step.add(cost(21, 500, currency="USD"))
            step.add(cost(22, None))
            step.add(cost(23, 999, date="2026-03-01"))
        audits.plan(workspace, "P1", "Audit", date(2025, 12, 31))
        yield workspace
