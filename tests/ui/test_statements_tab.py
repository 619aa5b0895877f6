"""The tab of statements: choose a form, see its table, follow a figure to its cells, save it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.ui.projects.statements.panel import Statements
from collabdesk.ui.projects.tabs.statements import TAB


@pytest.fixture
def project(workspace):
    with workspace.changing("Books") as step:
        made = step.add(Project(code="101", acronym="AURORA", currency="EUR", rule_pack="horizon_europe",
                                signed_on="2023-11-20", action_type="HORIZON-RIA"))  # fmt: skip
        lab = step.add(Partner(name="Lab"))
        step.add(Participation(project_id=made.id, partner_id=lab.id, role="Coordinator"))
        step.add(ReportingPeriod(project_id=made.id, code="RP1", start="2024-01-01", end="2024-12-31"))
        step.add(CostItem(project_id=made.id, partner_id=lab.id, category="C.1", expended=Decimal(800), currency="EUR",
                          date="2024-05-31"))  # fmt: skip
        step.add(BudgetLine(project_id=made.id, category="C.1", amount=Decimal(1000), currency="EUR"))
    return made


@pytest.fixture
def tab(desk, project, shown):
    made = TAB.build(desk, project)
    assert isinstance(made, Statements)
    made.bar.as_of.day = date(2025, 6, 30)
    return shown(made, 1060, 640)


def cell(tab, label, column=1):
    rows = [line.label for line in tab.statement.lines]
    return tab.table.model().index(rows.index(label), column)


def test_the_first_form_that_the_project_has_is_shown_with_its_first_partner(tab):
    assert tab.statement.kind == "financial"
    assert cell(tab, "Total eligible costs").data() == "1,000.00"
    assert "Beneficiary: Lab (Coordinator)" in tab.facts.text()


def test_another_form_offers_what_it_can_be_asked_for(tab, at_rest):
    assert tab.bar.period.isVisible()
    tab.bar.segments.choose("budget")
    at_rest()
    assert not tab.bar.period.isVisible()
    assert cell(tab, "C.1 Travel and subsistence", 2).data() == "800.00"
    tab.bar.by.setCurrentIndex(1)
    at_rest()
    assert tab.statement.first == "Partner"


def test_a_form_that_the_project_has_not_says_why(tab, at_rest):
    tab.bar.segments.choose("sf425")
    at_rest()
    assert tab.statement is None
    assert not tab.pdf.isEnabled()
    assert tab.reason.text.text().startswith("It is under no rules of the United States")


def test_a_chosen_figure_shows_its_sources(tab, at_rest):
    assert not tab.sources.isVisible()
    tab.table.setCurrentIndex(cell(tab, "C.1 Travel and subsistence"))
    at_rest()
    assert tab.sources.isVisible()
    assert tab.sources._figure.value == 800


def test_a_change_is_seen_at_once(tab, workspace, project, at_rest):
    with workspace.changing("More") as step:
        step.add(CostItem(project_id=project.id, partner_id=1, category="C.1", expended=Decimal(200), currency="EUR",
                          date="2024-06-30"))  # fmt: skip
    at_rest()
    assert cell(tab, "Total eligible costs").data() == "1,250.00"


def test_it_is_saved_as_pdf_and_as_workbook(tab, tmp_path, at_rest):
    for name in ("a.pdf", "a.xlsx"):
        tab.save(tmp_path / name)
    at_rest()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "a.xlsx").stat().st_size > 0
