"""Follow-up: a later audit meets what was open before it, and says what became of it."""

from datetime import date

import pytest

from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.usecases import audits


@pytest.fixture
def later(workspace, issued):
    return audits.plan(workspace, "101", "Next audit", date(2026, 6, 30))


def test_a_later_audit_lists_what_is_open_on_its_subject_ours_and_imported(workspace, issued, later):
    audits.recommend(workspace, issued, "Send in time", "Bo Coordinator")
    with workspace.changing("Import") as step:
        step.add(Finding(code="2024-017", project_id=1, status="issued"))
        step.add(Finding(code="2024-018", project_id=2, status="issued"))
    audits.accept_finding(workspace, audits.add_finding(workspace, later, "New"))
    listed = audits.earlier_findings(workspace, later)
    assert [(e.finding.code, e.title, len(e.recommendations)) for e in listed] == [
        ("2024-017", "", 0), ("2025-001", "Mid-term audit", 1),
    ]  # fmt: skip


def test_many_earlier_findings_are_looked_at_in_as_few_queries_as_one(workspace, issued, later, monkeypatch):
    asked = []
    find = type(workspace).find
    monkeypatch.setattr(type(workspace), "find", lambda self, *a, **k: asked.append(a) or find(self, *a, **k))
    audits.earlier_findings(workspace, later)
    few = len(asked)
    with workspace.changing("Import") as step:
        for number in range(20):
            step.add(Finding(code=f"2024-{number:03}", project_id=1, status="issued"))
    asked.clear()
    assert len(audits.earlier_findings(workspace, later)) == 21
    assert len(asked) == few


def test_a_portfolios_audit_meets_the_findings_of_all_projects(workspace, issued):
    whole = audits.plan(workspace, None, "Portfolio", date(2026, 6, 30))
    assert [e.finding.code for e in audits.earlier_findings(workspace, whole)] == ["2025-001"]


def test_what_is_not_corrected_is_a_new_finding_that_cites_the_earlier_one_in_one_act(workspace, issued, later):
    kept = audits.record_outcome(workspace, later, issued, "not_corrected", "Two more calls were late.")
    (again,) = audits.findings_of(workspace, later)
    assert (again.repeat, again.prior_code, again.code, again.status) == (True, "2025-001", "2026-001", "draft")
    assert (again.condition, again.owner, kept.repeated_in) == (
        "Two more calls were late.",
        "Bo Coordinator",
        "2026-001",
    )
    workspace.undo()
    assert audits.findings_of(workspace, later) == [] == audits.follow_ups(workspace, later)


def test_what_is_repeated_or_corrected_is_no_longer_open_for_the_audit_after(workspace, issued, later):
    audits.record_outcome(workspace, later, issued, "not_corrected", "Two more.")
    (again,) = audits.findings_of(workspace, later)
    audits.accept_finding(workspace, again)
    third = audits.plan(workspace, "101", "Third", date(2027, 6, 30))
    assert [e.finding.code for e in audits.earlier_findings(workspace, third)] == ["2026-001"]
    audits.record_outcome(workspace, third, again, "corrected")
    fourth = audits.plan(workspace, "101", "Fourth", date(2028, 6, 30))
    assert audits.earlier_findings(workspace, fourth) == []


def test_the_audit_that_recorded_an_outcome_still_lists_the_finding_with_it(workspace, issued, later):
    audits.record_outcome(workspace, later, issued, "partly_corrected", "One of two.")
    audits.record_outcome(workspace, later, issued, "no_longer_valid", "The call was abolished.")
    (listed,) = audits.earlier_findings(workspace, later)
    assert listed.outcome.outcome == "no_longer_valid"
    assert len(audits.outcomes_of(workspace, issued)) == 1


def test_a_correction_that_was_claimed_is_verified_by_somebody_else(workspace, issued, later):
    audits.respond(workspace, issued, "agree")
    for status in ("action_planned", "implemented"):
        audits.move_finding(workspace, issued, status)
    with pytest.raises(Refused, match="cannot verify"):
        audits.record_outcome(workspace, later, issued, "corrected", by="Bo Coordinator")
    audits.record_outcome(workspace, later, issued, "corrected", by="Cy Member", on=date(2026, 7, 1))
    kept = workspace.get("finding", issued.id)
    assert (kept.status, kept.verified_by, kept.verified_on) == ("verified", "Cy Member", "2026-07-01")


@pytest.mark.parametrize(
    ("outcome", "text", "why"),
    [("better", "x", "one of"), ("differs", " ", "what was found"), ("not_corrected", "", "what was found")],
)
def test_an_outcome_is_a_word_of_the_schedule_and_says_what_was_found(workspace, issued, later, outcome, text, why):
    with pytest.raises(Refused, match=why):
        audits.record_outcome(workspace, later, issued, outcome, text)


def test_an_audit_does_not_follow_up_its_own_or_later_findings(workspace, audit, issued, later):
    with pytest.raises(Refused, match="no earlier open finding"):
        audits.record_outcome(workspace, audit, issued, "corrected")
    new = audits.accept_finding(workspace, audits.add_finding(workspace, later, "New"))
    with pytest.raises(Refused, match="no earlier open finding"):
        audits.record_outcome(workspace, audit, new, "corrected")


def test_closing_is_satisfied_by_what_a_later_audit_found(workspace, audit, issued, later):
    audits.record_outcome(workspace, later, issued, "no_longer_valid", "Abolished.")
    assert audits.missing(workspace, audit, "closed") == []
