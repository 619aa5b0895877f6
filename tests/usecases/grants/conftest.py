"""A database with one project under a rule pack, as a person would enter it."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.costs import CostItem
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases import figures
from databases import keep

DAY = date(2026, 6, 30)


class Grant:
    """One project: `cost` and `partner` enter what a person would, `figures` are its figures by the end of their ids."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.project = None

    def sign(self, **fields):
        given = {"code": "101", "currency": "EUR", "signed_on": "2023-01-10", "start": "2023-02-01", **fields}
        (self.project,) = self.keep(Project(**given))
        return self

    def keep(self, *records):
        return keep(self.workspace, *records)

    def partner(self, name, rate=None, **fields):
        (partner,) = self.keep(Partner(name=name, **fields))
        part = Participation(project_id=self.project.id, partner_id=partner.id, funding_rate=rate and Decimal(rate))
        self.keep(part)
        return partner

    def costs(self, *items, **same):
        return self.keep(*(self.cost(category, amount, **same) for category, amount in items))

    def cost(self, category, amount, **fields):
        given = {"project_id": self.project.id, "currency": self.project.currency, "date": "2025-03-01", **fields}
        return CostItem(category=category, expended=amount and Decimal(amount), **given)

    def figures(self, as_of=DAY):
        return {f.id.partition("-")[2]: f for f in figures.figures(self.workspace, self.project.code, as_of)}


@pytest.fixture
def grant(workspace):
    return Grant(workspace)
