"""An audit from plan to answer: drafts once, decided by people, each act a step of undo."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import audits, figures
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

DAY = date(2025, 6, 30)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        with opened.changing("Set up") as step:
            project = step.add(Project(code="101", acronym="ALPHA", total_cost=Decimal(1), currency="EUR"))
            step.add(Milestone(project_id=project.id, code="M1", baseline="2025-03-14"))
            step.add(Milestone(project_id=project.id, code="M2", baseline="2025-01-14", achieved="2025-06-01"))
        yield opened


@pytest.fixture
def audit(workspace):
    return audits.plan(workspace, "101", "Mid-term audit", DAY)


def draft(workspace, audit, criterion="milestone_overdue"):
    return next(f for f in audits.draft_findings(workspace, audit) if f.criterion == criterion)


def test_drafting_is_one_step_of_undo(workspace, audit):
    assert audits.draft_findings(workspace, audit)
    assert workspace.undo_label == "Draft findings of Mid-term audit"
    workspace.undo()
    assert audits.findings_of(workspace, audit) == []
    assert workspace.get("audit", audit.id).status == "planned"


def test_drafting_again_changes_nothing_while_the_facts_are_the_same(workspace, audit):
    first = audits.draft_findings(workspace, audit)
    assert audits.draft_findings(workspace, audit) == first


def test_a_draft_whose_facts_are_gone_goes_unless_somebody_edited_it(workspace, audit):
    overdue, slip = draft(workspace, audit), draft(workspace, audit, "milestone_slip")
    audits.edit_finding(workspace, slip, cause="A strike")
    with workspace.changing("Reached") as step:
        for milestone in workspace.find("milestone"):
            step.delete(milestone)
    left = audits.draft_findings(workspace, audit)
    assert overdue.id not in [f.id for f in left]
    assert [f.cause for f in left] == ["A strike"]


def test_a_dismissed_finding_does_not_come_back_for_the_same_facts_even_in_another_audit(workspace, audit):
    audits.dismiss_finding(workspace, draft(workspace, audit), "Replanned by decision 12")
    again = audits.plan(workspace, "101", "Later audit", date(2025, 8, 1))
    for one in (audit, again):
        assert "milestone_overdue" not in [f.criterion for f in audits.draft_findings(workspace, one)]


def test_it_comes_back_when_the_facts_have_changed(workspace, audit):
    audits.dismiss_finding(workspace, draft(workspace, audit), "Replanned by decision 12")
    with workspace.changing("Another") as step:
        step.add(Milestone(project_id=1, code="M3", baseline="2025-04-14"))
    assert "M3" in draft(workspace, audit).condition


def test_a_finding_is_dismissed_only_with_a_reason_which_is_kept(workspace, audit):
    finding = draft(workspace, audit)
    with pytest.raises(Refused, match="why"):
        audits.dismiss_finding(workspace, finding, "  ")
    assert audits.dismiss_finding(workspace, finding, "known").dismissed_because == "known"


def test_accepted_findings_are_numbered_by_the_audits_year_and_undo_gives_the_draft_back(workspace, audit):
    drafts = audits.draft_findings(workspace, audit)
    assert [audits.accept_finding(workspace, f).code for f in drafts[:2]] == ["2025-001", "2025-002"]
    workspace.undo()
    back = workspace.get("finding", drafts[1].id)
    assert (back.code, back.status) == ("", "draft")
    other = audits.plan(workspace, None, "Portfolio", DAY)
    assert audits.accept_finding(workspace, audits.add_finding(workspace, other, "By hand")).code == "2025-002"


def test_what_a_finding_says_can_be_edited_but_not_where_it_belongs(workspace, audit):
    finding = draft(workspace, audit)
    assert audits.edit_finding(workspace, finding, cause="A strike", severity="high").cause == "A strike"
    with pytest.raises(Refused, match="audit_id"):
        audits.edit_finding(workspace, finding, audit_id=9)
    with pytest.raises(Refused, match="severity"):
        audits.edit_finding(workspace, finding, severity="awful")


def test_a_settled_finding_is_not_edited(workspace, audit):
    finding = audits.accept_finding(workspace, draft(workspace, audit))
    audits.answer(workspace, finding, agrees=True)
    with pytest.raises(Refused, match="agreed"):
        audits.edit_finding(workspace, finding, title="Other")


def test_a_recommendation_has_an_addressee_and_a_date(workspace, audit):
    finding = audits.accept_finding(workspace, draft(workspace, audit))
    with pytest.raises(Refused, match="by whom"):
        audits.recommend(workspace, finding, "Replan", " ")
    kept = audits.recommend(workspace, finding, "Replan M1", "Coordinator", date(2025, 9, 30), "high")
    assert (kept.due, kept.finding, kept.status) == ("2025-09-30", finding.code, "open")
    assert audits.recommendations_of(workspace, finding) == [kept]
    assert audits.move_recommendation(workspace, kept, "in_progress").status == "in_progress"


def test_nothing_is_recommended_on_a_dismissed_finding(workspace, audit):
    finding = audits.dismiss_finding(workspace, draft(workspace, audit), "known")
    with pytest.raises(Refused, match="dismissed"):
        audits.recommend(workspace, finding, "Replan", "Coordinator")


def test_an_audit_moves_by_its_table_and_not_past_open_drafts(workspace, audit):
    drafts = audits.draft_findings(workspace, audit)
    with pytest.raises(Refused, match="cannot go"):
        audits.move_audit(workspace, audit, "final")
    audits.move_audit(workspace, audit, "draft")
    with pytest.raises(Refused, match="still drafts"):
        audits.move_audit(workspace, audit, "response")
    for one in drafts:
        audits.accept_finding(workspace, one)
    assert audits.move_audit(workspace, audit, "response").status == "response"
    with pytest.raises(Refused, match="settled"):
        audits.draft_findings(workspace, audit)


def test_a_finding_is_withdrawn_only_with_a_reason(workspace, audit):
    finding = audits.accept_finding(workspace, draft(workspace, audit))
    with pytest.raises(Refused, match="why"):
        audits.move_finding(workspace, finding, "withdrawn")
    gone = audits.move_finding(workspace, finding, "withdrawn", "Wrong milestone")
    assert (gone.status, gone.dismissed_because) == ("withdrawn", "Wrong milestone")


def test_a_portfolios_audit_names_the_project_of_each_finding(workspace):
    whole = audits.plan(workspace, None, "", DAY, criteria_set="oecd_dac")
    assert whole.title == "Performance audit as of 30 June 2025"
    assert {f.project_id for f in audits.draft_findings(workspace, whole)} == {1}


def test_an_unknown_criteria_set_or_project_is_refused_before_anything_is_kept(workspace):
    for code, chosen in (("101", "mine"), ("999", "three_es")):
        with pytest.raises(Refused):
            audits.plan(workspace, code, "x", DAY, criteria_set=chosen)
    assert audits.audits(workspace) == []


def test_accepted_findings_stand_before_drafts_and_dismissed_ones(workspace, audit):
    drafts = audits.draft_findings(workspace, audit)
    audits.dismiss_finding(workspace, drafts[0], "known")
    audits.accept_finding(workspace, drafts[-1])
    statuses = [f.status for f in audits.findings_of(workspace, audit)]
    assert statuses[0] == "issued" and statuses[-1] == "dismissed"


def test_every_figure_that_a_finding_cites_is_one_that_a_report_prints(workspace):
    with workspace.changing("More") as step:
        partner = step.add(Partner(name="Univ A"))
        late = {"project_id": 1, "partner_id": partner.id, "due": "2025-01-31", "received_on": "2025-06-01"}
        step.add(Contribution(**late, called=Decimal(9), received=Decimal(5), currency="EUR"))
        step.add(Contribution(**late, pledged=Decimal(9), received=Decimal(5), unit_of_account="kIUA"))
        step.add(BudgetLine(project_id=1, category="Travel", amount=Decimal(1), currency="EUR"))
        step.add(CostItem(project_id=1, category="Travel", expended=Decimal(2), currency="EUR"))
        step.add(
            Indicator(
                project_id=1,
                title="Papers",
                target=Decimal(9),
                actual=Decimal(1),
                period_start="2024-01-01",
                period_end="2025-12-31",
            )
        )
    for code in ("101", None):
        drafts = audits.draft_findings(workspace, audits.plan(workspace, code, "", DAY))
        printed = {f.id for c in ("101", None) for f in figures.figures(workspace, c, DAY)}
        assert {"contribution_short", "contribution_late", "overspend", "indicator_behind"} <= {
            f.criterion for f in drafts
        }
        assert {i for f in drafts for i in f.figures.split()} <= printed


def test_a_shortfall_is_dated_by_the_oldest_day_that_is_still_open(workspace):
    (project,) = workspace.find("project")
    with workspace.changing("Enter") as step:
        (partner,) = step.add_many([Partner(name="Univ A", country="FR")])
        step.add_many([
            Contribution(project_id=project.id, partner_id=partner.id, called=Decimal(called), received=Decimal(received), due=due)
            for called, received, due in ((100, 100, "2023-03-31"), (100, 60, "2024-03-31"), (100, 0, "2025-03-31"))
        ])  # fmt: skip
    audit = audits.plan(workspace, "101", "", DAY)
    (found,) = [f for f in audits.draft_findings(workspace, audit) if f.criterion == "contribution_short"]
    assert "140.00 (currency not stated) of 300.00 (currency not stated) missing, the oldest due 31 March 2024" in (
        found.condition
    )
