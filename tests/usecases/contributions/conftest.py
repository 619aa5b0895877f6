"""A project of three partners in euro, and figures by their id."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases import figures
from databases import keep

D = Decimal
DAY = date(2025, 6, 30)


class Books:
    """A workspace with the project `101` and partners 1 (DE), 2 (FR) and 3 (IT)."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.keep(Project(code="101", currency="EUR", funding=D(1000), start="2024-01-01", end="2026-12-31"))
        self.keep(*(Partner(name=name, country=c) for name, c in (("Alpha", "DE"), ("Beta", "FR"), ("Gamma", "IT"))))

    def keep(self, *records):
        return keep(self.workspace, *records)

    def contribution(self, partner, **fields):
        return self.keep(Contribution(project_id=1, partner_id=partner, **{"currency": "EUR"} | fields))[0]

    def figures(self, as_of=DAY, code="101"):
        return {f.id: f for f in figures.figures(self.workspace, code, as_of)}


@pytest.fixture
def books(workspace):
    return Books(workspace)
