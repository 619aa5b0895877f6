"""A project in its own database, and an audit of it."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.projects import Project
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

DAY = date(2025, 6, 30)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada Lead") as opened:
        with opened.changing("Set up") as step:
            step.add(Project(code="101", acronym="ALPHA", total_cost=Decimal(1), currency="EUR"))
            step.add(Project(code="202", acronym="BETA", currency="USD"))
        yield opened


@pytest.fixture
def audit(workspace):
    return audits.plan(workspace, "101", "Mid-term audit", DAY, objectives=["Are means used as planned?"])


@pytest.fixture
def issued(workspace, audit):
    """A finding of the audit that was issued."""
    finding = audits.add_finding(
        workspace, audit, "Late calls", condition="Three calls went out late.", owner="Bo Coordinator"
    )
    return audits.accept_finding(workspace, finding)
