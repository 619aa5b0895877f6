"""What the reports beside the audit's are gathered from: one partner's books, projects side by side, the registers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.audits import Audit
from collabdesk.domain.awards import Award
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.usecases import figures, reports
from collabdesk.usecases.report_facts import gather
from databases import keep

DAY = date(2026, 6, 30)


@pytest.fixture
def books(workspace):
    """Two partners in one project; the first has a budget, costs, a deliverable and an open action."""
    project, first, second = keep(
        workspace, Project(code="G-1", acronym="TIDE", currency="EUR", funding=Decimal(900)),
        Partner(name="North University", short_name="NU"), Partner(name="South Institute", short_name="SI"),
    )  # fmt: skip
    keep(
        workspace,
        *(Participation(project_id=project.id, partner_id=p.id) for p in (first, second)),
        *(BudgetLine(project_id=project.id, partner_id=p.id, category="A", amount=Decimal(100), currency="EUR")
          for p in (first, second)),
        CostItem(project_id=project.id, partner_id=first.id, expended=Decimal("25.5"), currency="EUR", date="2026-01-31"),
        Deliverable(project_id=project.id, code="D1", title="Data", lead="north  university"),
    )  # fmt: skip
    audit, *_ = keep(workspace, Audit(project_id=project.id, title="Mid-term", as_of="2026-01-31"))
    finding, *_ = keep(
        workspace,
        Finding(project_id=project.id, audit_id=audit.id, code="2026-001", title="Late", severity="high",
                owner="NU", status="issued"),
        Finding(project_id=project.id, code="2025-001", text="Missing", award="A-1", significant_deficiency=True,
                status="issued"),
        Award(project_id=project.id, code="A-1", currency="USD"),
    )  # fmt: skip
    keep(
        workspace, Recommendation(project_id=project.id, finding_id=finding.id, text="Do it.", addressee="NU"),
        Response(project_id=project.id, finding_id=finding.id, text="No.", stance="disagree"),
    )  # fmt: skip
    return workspace


def test_a_partners_statement_holds_its_figures_and_records_alone(books):
    data = gather(books, "G-1", None, DAY, "partner_statement", "", partner="nu")
    assert {f.id: str(f.value) for f in data.of("partner_books")} == {
        "F1-budget-p1": "100", "F1-expended-p1": "25.5", "F1-absorption-p1": "0.2550",
    }  # fmt: skip
    assert {f.detail for f in data.figures} == {"NU"}
    assert [d.code for d in data.partner_facts.deliverables] == ["D1"]
    assert [f.code for f in data.partner_facts.findings] == ["2026-001"]
    assert [a.text for a in data.partner_facts.actions] == ["Do it."]


def test_a_partners_figure_leads_back_like_any_other(books):
    figure = figures.find(books, "F1-expended-p1", DAY)
    assert figure.detail == "NU"
    assert figure.basis[0].noun == "cost"


def test_the_whole_budget_keeps_its_code_beside_the_partners(books):
    ids = [f.id for f in figures.figures(books, "G-1", DAY)]
    assert len(set(ids)) == len(ids)
    assert "F1-budget" in ids


@pytest.mark.parametrize("name", ["West", "", "#99"])
def test_a_partner_that_is_not_there_is_refused_with_those_there_are(books, name):
    with pytest.raises(Refused, match=r"Its partners are: NU, SI|name it with --partner"):
        reports.compose(books, project_code="G-1", outline="partner_statement", as_of=DAY, partner=name)


def test_projects_stand_side_by_side_with_their_own_figures_as_evidence(books):
    data = gather(books, None, None, DAY, "portfolio_audit", "")
    (one,) = data.compared
    assert (one.open_findings, one.high_findings, one.open_actions) == (2, 1, 1)
    assert one.figures["absorption"].id == "F1-absorption"
    assert "F1-absorption" in {f.id for f in data.evidence}


def test_the_register_says_how_old_a_finding_is_and_what_was_answered(books):
    data = gather(books, "G-1", None, DAY, "findings_follow_up", "")
    imported, audited = data.register.findings
    assert (imported.audit, imported.since) == ("", None)
    assert (audited.audit, audited.since, audited.stance, audited.actions) == (
        "Mid-term", date(2026, 1, 31), "disagree", 1,
    )  # fmt: skip
    assert data.figures == ()


def test_a_single_audit_holds_what_was_imported_and_no_finding_of_ones_own(books):
    data = gather(books, "G-1", None, DAY, "single_audit_findings", "")
    assert [f.code for f in data.single_audit.findings] == ["2025-001"]
    assert data.single_audit.award_of(data.single_audit.findings[0]).code == "A-1"


def test_a_report_is_written_in_the_language_asked_for_else_in_the_organisations(books):
    from collabdesk.usecases import organisation

    organisation.change(books, language="fr", addressee="The council")
    mine = reports.compose(books, project_code="G-1", outline="project_status", as_of=DAY)
    assert (mine.language, mine.addressee) == ("fr-FR", "The council")
    other = reports.compose(books, project_code="G-1", outline="project_status", as_of=DAY, language="es")
    assert other.language == "es-ES"
    assert other.digest != mine.digest


def test_a_report_without_findings_leads_to_no_figure_that_only_they_cite(books):
    books_figure = "F1-expended"
    finding = next(f for f in books.find("finding") if f.code == "2026-001")
    with books.changing("Cite") as step:
        step.update(replace(finding, figures=books_figure))
    governance = gather(books, "G-1", None, DAY, "governance_rights", "")
    assert books_figure not in {f.id for f in (*governance.figures, *governance.evidence)}
    audit = gather(books, "G-1", None, DAY, "performance_audit", "")
    assert books_figure in {f.id for f in (*audit.figures, *audit.evidence)}
