"""What a report says of the engagement: objectives, team, conclusions, responses, evidence, distribution."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.audits import Audit
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.objectives import Objective
from collabdesk.domain.projects import Project
from collabdesk.domain.ratings import Rating
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.domain.team_members import TeamMember
from collabdesk.reporting import outline
from collabdesk.reporting.inputs.engagement import EarlierFinding, Engagement, EvidenceFile
from collabdesk.reporting.report_input import ReportData

GOLDEN = Path(__file__).parent / "golden" / "engagement.txt"
SECTIONS = (
    "objectives", "team", "findings", "conclusions", "recommendations", "responses", "follow_up", "distribution",
    "sign_off", "evidence",
)  # fmt: skip


def made_engagement() -> Engagement:
    before = Finding(id=7, audit_id=2, code="2024-003", title="Calls go out late", status="disputed")
    return Engagement(
        objectives=(
            Objective(id=1, code="O1", text="Are means used as planned?", conclusion="Largely: <95 % & more.", rating="B"),
            Objective(id=2, code="O2", text="Does the network last?"),
        ),
        team=(
            TeamMember(name="Anna Revisor", role="lead", organisation="Audit House", interests="none", declared_on="2025-01-02"),
            TeamMember(name="Łukasz Kontroler"),
        ),
        ratings=(Rating(dimension="efficiency", rating="B", reason="Cost per buoy fell."),),
        scale=(("A", "Above what was planned"), ("B", "As planned")),
        scale_note="Scale of the organisation.",
        responses=(
            Response(finding_id=1, stance="disagree", text="No.\nWe see it otherwise.", respondent="Coordinator", date="2025-04-01"),
            Response(finding_id=1, stance="partly", text="On reflection, half of it.", respondent="Coordinator", date="2025-04-20"),
        ),
        evidence=(
            EvidenceFile(number="E1", finding_id=1, finding="2025-001", file=Evidence(
                title="Travel ledger", file_name="ledger.xlsx", sha256="ab" * 32, kind="ledger", custodian="Coordinator",
                received_on="2025-03-01",
            )),
        ),
        earlier=(
            EarlierFinding(finding=before, audit="First audit", outcome=FollowUp(
                outcome="not_corrected", text="Two more were late.", repeated_in="2025-002", checked_by="Anna Revisor",
                checked_on="2025-03-10",
            )),
            EarlierFinding(finding=replace(before, id=8, code="2024-004", title="No minutes"), audit="First audit"),
        ),
    )  # fmt: skip


@pytest.fixture
def data() -> ReportData:
    travel = Finding(
        id=1, audit_id=1, code="2025-001", title="Travel beyond its budget", criteria="Keep within the budget.",
        condition="EUR 250,000.00 of EUR 200,000.00 is spent.", effect="EUR 50,000.00 has no cover.", severity="high",
        questioned_known=Decimal(50000), questioned_likely=Decimal(61000), currency="EUR", figures="F3-travel",
        text="Projected from sample S1.", objective="O1", owner="Coordinator", repeat=True, prior_code="2024-001",
        status="disputed",
    )  # fmt: skip
    second = Finding(id=2, audit_id=1, code="2025-002", title="Calls go out late", condition="Two.", status="issued")
    return ReportData(
        as_of=date(2025, 3, 14),
        project=Project(id=3, code="101", acronym="BLUEGRID"),
        audit=Audit(id=1, project_id=3, title="Mid-term", as_of="2025-03-14", team="Anna Revisor (lead)",
                    period_start="2024-01-01", period_end="2024-12-31", independence="The team is independent.",
                    scope="All partners.", distribution="General Assembly\nEuropean Commission"),
        findings=(travel, second),
        reported_findings=(Finding(id=9, code="2019-004", text="Late reports", repeat=True, status="issued"),),
        recommendations=(
            Recommendation(id=1, finding_id=1, code="R1", text="Agree a transfer.", addressee="Coordinator",
                           due="2025-06-30", priority="high"),
        ),
        engagement=made_engagement(),
        addressee="General Assembly",
    )  # fmt: skip


def blocks(data: ReportData, key: str) -> tuple:
    return tuple(outline.all_sections()[key].compose(data))


def test_the_engagement_reads_as_agreed(data, readable, update_golden):
    content = outline.compose(data)
    parts = {p.key: p for p in content.parts}
    chosen = replace(content, parts=tuple(parts[key] for key in SECTIONS))
    text = readable(chosen)
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("key", ["team", "conclusions", "responses", "evidence", "distribution", "follow_up"])
def test_without_an_audit_nothing_is_said_of_one(key):
    assert blocks(ReportData(as_of=date(2025, 3, 14)), key) == ()


def test_an_undeclared_interest_and_a_missing_conclusion_are_said(data, readable):
    text = readable(outline.compose(data))
    assert "Łukasz Kontroler | – | Nothing was declared. | –" in text
    assert "No conclusion was drawn on this objective." in text
    assert "No response was received to 2025-002." in text


def test_before_the_draft_was_sent_nobody_is_said_to_be_silent(data):
    planned = replace(data, engagement=replace(data.engagement, responses=()))
    assert blocks(planned, "responses") == ()
    assert len(blocks(replace(planned, audit=replace(data.audit, status="response")), "responses")) == 1


def test_the_words_of_an_answer_stand_as_they_were_given(data):
    words = [b.text[0] for b in blocks(data, "responses") if hasattr(b, "text")]
    assert "No.\nWe see it otherwise." in words


def test_a_finding_that_was_followed_up_is_not_listed_again_as_reported_by_others(data):
    imported = data.reported_findings[0]
    said = EarlierFinding(finding=imported, outcome=FollowUp(outcome="corrected", text="Reports are in time."))
    tables = blocks(replace(data, engagement=Engagement(earlier=(said,))), "follow_up")
    assert [t.caption for t in tables] == ["Earlier findings followed up by this audit"]


def test_the_legend_is_printed_only_where_something_was_rated(data):
    unrated = replace(data.engagement, ratings=(), objectives=(Objective(code="O9", text="x", conclusion="y"),))
    assert len(blocks(replace(data, engagement=unrated), "conclusions")) == 2
