"""Reports beside the audit's, as text: a board's two pages, a partner's statement, the registers, the single audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.awards import Award
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.responses import Response
from collabdesk.domain.risks import Risk
from collabdesk.reporting import outline, pdf
from collabdesk.reporting.content import FindingCard, Table
from collabdesk.reporting.inputs.compared import ComparedProject
from collabdesk.reporting.inputs.partner import PartnerFacts
from collabdesk.reporting.inputs.register import Register, RegisteredAction, RegisteredFinding
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.reporting.outlining import Outline, OwnWords
from reporting.conftest import made_figure

GOLDEN = Path(__file__).parent / "golden"
# The sections of this file: status_now, status_ahead; partner_identity, partner_contributions, partner_costs,
# partner_payments, partner_work, partner_open; findings_register, actions_register; single_audit_results,
# single_audit_statements, single_audit_awards, single_audit_prior, single_audit_corrective; projects_compared.


def money(key, label, value, group, rule, detail="", note=None, **inputs):
    return made_figure(key, label, value, "EUR", rule, group, detail, note, **inputs)


DECLARED = (
    money("declared-rp1", "Declared", "120000.5", "costs", "cost.declared@CD-1", "RP1"),
    money("accepted-rp1", "Accepted", "118000.5", "costs", "cost.accepted@CD-1", "RP1"),
    money("rejected-rp1", "Rejected", "2000", "costs", "cost.rejected@CD-1", "RP1"),
    money("declared-rp2", "Declared", "40000", "costs", "cost.declared@CD-1", "RP2"),
)
PERIODS = (
    ReportingPeriod(id=1, code="RP1", start="2023-01-01", end="2024-06-30", status="accepted"),
    ReportingPeriod(id=2, code="RP2", start="2024-07-01", end="2025-12-31"),
)


@pytest.fixture
def board(full):
    return replace(full, outline="project_status", risks=(Risk(id=1, code="R1", title="Ship time", response="Buy"),))


@pytest.fixture
def partner(full):
    own = (
        money("budget-p4", "Budget in force", "200000", "partner_books", "total.sum@CD-1", "Łódź Institute"),
        money("declared-rp1-p4", "Declared", "9000", "costs", "cost.declared@CD-1", "RP1, Łódź Institute"),
        money("eligible-p4", "Eligible costs", "11250", "eligibility", "grant.eligible@pack", "Łódź Institute"),
        money("delivery-p4", "Contributions received", "30000", "contributions", "total.sum@CD-1", "Łódź Institute"),
        money(
            "distribution-p4", "Share of the payments received", "33.33", "payments", "grant.distribution@pack",
            "Łódź Institute", **{"maximum grant of the partner": "1500000", "distributed so far": "30"},
        ),
        made_figure("effort-days-p4", "Effort", "12.5", "days", "effort.days@CD-1", "effort", "Łódź Institute"),
    )  # fmt: skip
    facts = PartnerFacts(
        participations=(Participation(role="beneficiary", funding_rate=Decimal("0.7")),),
        contributions=(
            Contribution(title="Mooring", form="in-kind", pledged=Decimal(30000), currency="EUR", due="2024-06-30"),
        ),
        payments=(Payment(title="First share", kind="distribution", received=Decimal(30), currency="EUR"),),
        deliverables=(Deliverable(code="D2.1", title="Data", type="DATA", due="2025-06-30", lead="Łódź Institute"),),
        findings=(Finding(code="2025-002", title="Late report", severity="low", status="issued"),),
        actions=(Recommendation(text="Hand in the report.", addressee="Łódź Institute", due="2025-04-30"),),
    )
    someone = Partner(id=4, name="Łódź Institute", code="998877665", city="Łódź", country="PL")
    return replace(full, outline="partner_statement", figures=own, evidence=(), partner=someone, partner_facts=facts)


@pytest.fixture
def registered(full):
    late = Finding(id=2, code="2025-001", title="Travel", severity="high", questioned_known=Decimal(50000),
                   currency="EUR", status="issued", owner="Coordinator", repeat=True, prior_code="2019-004")  # fmt: skip
    old = Finding(id=7, code="2019-004", text="Late reports", status="closed")
    action = Recommendation(finding_id=2, text="Agree a transfer.", addressee="Coordinator", due="2025-02-28")
    plan = Recommendation(finding_id=7, text="A calendar is kept.", form="corrective_action", status="verified")
    register = Register(
        findings=(
            RegisteredFinding(finding=old, project="BLUEGRID", outcome="corrected", actions=1),
            RegisteredFinding(finding=late, project="BLUEGRID", audit="Mid-term", since=date(2025, 1, 14),
                              stance="partly", actions=1),
        ),
        actions=(
            RegisteredAction(action=action, project="BLUEGRID", finding="2025-001"),
            RegisteredAction(action=plan, project="BLUEGRID", finding="2019-004"),
        ),
    )  # fmt: skip
    return replace(full, outline="findings_follow_up", register=register)


def marked(code, letters, **more):
    """A finding with its five flags, as the data collection form writes them."""
    names = ("modified_opinion", "other_matters", "material_weakness", "significant_deficiency", "other")
    flags = {name: letter == "Y" for name, letter in zip(names, letters, strict=True)}
    return Finding(code=code, **flags, currency="USD", status="issued", **more)


@pytest.fixture
def single(full):
    award = Award(id=1, code="A-1", title="Soil service", programme_code="10.500", agency="Department of farming",
                  start="2023-10-01", is_major=True)  # fmt: skip
    passed = Award(id=2, code="A-2", title="Nonpoint source", programme_code="66.460", pass_through_name="Water office")
    findings = (
        marked("2024-003", "NNNYN", id=1, award_id=1, award="A-1", text="Not monitored.", repeat=False, prior_code="N/A"),
        marked("2025-001", "NYNYN", id=2, award_id=1, award="A-1", text="Risk was not assessed. Three of eleven.",
               requirement="M", repeat=True, prior_code="2024-003", questioned_known=Decimal(48210)),
        marked("2025-001", "NYNYN", id=3, award_id=2, award="A-2", text="Risk was not assessed. Three of eleven.",
               requirement="M", repeat=True, prior_code="2024-003", questioned_known=Decimal(0)),
        marked("2025-002", "NNNNY", id=4, award_id=2, award="A-2", text="Filed late."),
    )  # fmt: skip
    audit = SingleAudit(
        findings=findings, awards=(award, passed), places={2: "audit.xlsx[Findings!5]"},
        actions=(Recommendation(id=1, finding_id=2, finding="2025-001", form="corrective_action", text="A checklist.",
                                contact="Director", due="2026-09-30"),),
        follow_ups=(FollowUp(finding_id=1, outcome="not_corrected", text="Nobody was charged with it."),),
        responses=(Response(finding_id=4, text="One day only.", stance="disagree"),),
    )  # fmt: skip
    return replace(full, outline="single_audit_findings", single_audit=audit, audit=None)


def part(content, key):
    return next(p for p in content.parts if p.key == key)


def compared(data, readable, golden, update):
    text = readable(outline.compose(data))
    if update:
        (GOLDEN / golden).write_text(text, "utf-8")
    assert text == (GOLDEN / golden).read_text("utf-8")
    return text


def test_the_project_status_reads_as_agreed(board, readable, update_golden):
    compared(board, readable, "project_status.txt", update_golden)


def test_the_partner_statement_reads_as_agreed(partner, readable, update_golden):
    compared(partner, readable, "partner_statement.txt", update_golden)


def test_the_follow_up_reads_as_agreed(registered, readable, update_golden):
    text = compared(registered, readable, "findings_follow_up.txt", update_golden)
    assert "| issued | 59\n" in text  # days from 14 January to 14 March


def test_the_single_audit_reads_as_agreed(single, readable, update_golden):
    compared(single, readable, "single_audit_findings.txt", update_golden)


def test_projects_stand_side_by_side_with_their_codes(full, readable, update_golden):
    whole = {"absorption": made_figure("absorption", "Budget absorption", "0.5", "ratio", "budget.absorption@CD-1",
                                       "budget")}  # fmt: skip
    first = Project(id=3, code="1", acronym="A", title="First", currency="EUR", start="2023-01-01", status="active")
    data = replace(
        full, project=None, projects=(first, Project(id=4, code="2")), outline="portfolio_audit",
        compared=(ComparedProject(project=first, figures=whole, open_findings=2, high_findings=1),),
    )  # fmt: skip
    found = part(outline.compose(data), "projects_compared")
    assert all(b.is_wide for b in found.blocks if isinstance(b, Table))
    golden = GOLDEN / "projects_compared.txt"
    text = readable(replace(outline.compose(data), parts=(found,)))
    if update_golden:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_declared_costs_stand_by_period_in_each_currency(full, readable, update_golden):
    krona = replace(DECLARED[3], id="F3-declared-rp2-sek", unit="SEK")
    data = replace(full, figures=(*full.figures, *DECLARED, krona), periods=PERIODS)
    found = part(outline.compose(data), "declared_costs")
    assert len([b for b in found.blocks if isinstance(b, Table)]) == 2
    golden = GOLDEN / "declared_costs.txt"
    text = readable(replace(outline.compose(data), parts=(found,)))
    if update_golden:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_a_status_of_much_keeps_to_two_pages_and_says_what_is_left_out(board, readable):
    many = tuple(replace(board.milestones[1], id=n, code=f"MS{n}", title="A long name " * 9) for n in range(60))
    works = tuple(replace(board.deliverables[0], id=n, code=f"D{n}", status="planned") for n in range(60))
    content = outline.compose(replace(board, milestones=many, deliverables=works, risks=board.risks * 30))
    assert pdf.draw(content).pages == 2
    text = readable(content)
    assert "left out for want of room" in text
    shown = sum(line.startswith("MS") and "A long name" in line for line in text.splitlines())
    assert f"\n{60 - shown}·more rows are left out for want of room.\n" in text  # in one sum, whyever they are


def test_a_status_of_nothing_prints_and_says_so(empty, readable):
    content = outline.compose(replace(empty, outline="project_status"))
    assert pdf.draw(content).pages <= 2
    assert "How much of the budget is spent cannot be told" in readable(content)


def test_a_report_without_an_annex_holds_the_figures_that_it_cites(board):
    content = outline.compose(board)
    assert {"F3-absorption", "F3-punctuality"} <= {f.id for f in content.figures}
    assert "F3-awards" not in {f.id for f in content.figures}


def test_the_elements_of_a_finding_stand_in_the_order_of_the_rule(single):
    card = next(b for b in part(outline.compose(single), "single_audit_awards").blocks if isinstance(b, FindingCard))
    numbers = [name.split(")")[0].strip("(") for name, _ in card.elements if name.startswith("(")]
    assert numbers == [str(n) for n in range(1, 12)]


def test_a_finding_of_two_awards_is_one_finding(single):
    cards = [b for b in part(outline.compose(single), "single_audit_awards").blocks if isinstance(b, FindingCard)]
    assert sorted(card.code for card in cards) == ["2025-001", "2025-002"]
    shared = next(card for card in cards if card.code == "2025-001")
    assert "award A-1" in str(shared.elements[0])
    assert "award A-2" in str(shared.elements[0])


def test_an_empty_project_prints_each_of_the_reports(empty, readable):
    nothing = {"partner": Partner(id=1, name="Nobody"), "partner_facts": PartnerFacts(), "register": Register(),
               "single_audit": SingleAudit()}  # fmt: skip
    for name, told in (
        ("partner_statement", "No contribution of this partner is recorded."),
        ("findings_follow_up", "No finding is on record."),
        ("single_audit_findings", "No single-audit workbook is imported"),
    ):
        assert told in readable(outline.compose(replace(empty, outline=name, **nothing)))


def test_an_own_outline_prints_its_order_and_its_own_words_as_they_are(full, readable):
    own = Outline(
        "Board", "Bericht an den Rat", ("milestones", "summary"), base="performance_audit",
        own={"milestones": OwnWords("Summary", "What we saw.\nAnd heard.")},
    )  # fmt: skip
    content = outline.compose(replace(full, own_outline=own, outline="Board", language="de"))
    assert [p.key for p in content.parts] == ["milestones", "summary"]
    assert content.kind == "Bericht an den Rat"
    assert content.parts[0].title == "Summary"
    assert "\nWhat we saw.\nAnd heard.\n" in readable(content)


def test_a_long_plan_is_printed_whole_below_the_table(single, readable):
    audit = single.single_audit
    plan = replace(audit.actions[0], text="We will train staff. " * 60 + "\nAt once.")
    text = readable(outline.compose(replace(single, single_audit=replace(audit, actions=(plan,)))))
    assert "2025-001 | Director | Printed in full below. | 30" in text
    assert text.count("We will train staff.") == 60
    assert "\nAt once.\n" in text


def test_costs_of_the_periods_are_not_told_again_as_further_figures(full, readable):
    content = outline.compose(replace(full, figures=(*full.figures, *DECLARED), periods=PERIODS))
    assert readable(content).count("F3-declared-rp1]") == 1
