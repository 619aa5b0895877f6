"""The engagement: what is planned, by whom, and what each of its steps asks for."""

from datetime import date

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.usecases import audits

DAY = date(2025, 6, 30)


def go(workspace, audit, *statuses, reason=""):
    for status in statuses:
        audit = audits.move_audit(workspace, audit, status, reason)
    return audit


def test_objectives_are_numbered_and_the_audit_says_them_together(workspace):
    audit = audits.plan(workspace, "101", "A", DAY, objectives=["Is it cheap?", " ", "Does it work?"])
    assert [(o.code, o.text) for o in audits.objectives_of(workspace, audit)] == [
        ("O1", "Is it cheap?"), ("O2", "Does it work?"),
    ]  # fmt: skip
    audits.add_objective(workspace, audit, "Does it last?")
    assert workspace.get("audit", audit.id).objectives == "Is it cheap?\nDoes it work?\nDoes it last?"


def test_without_objectives_there_is_the_one_that_follows_from_the_criteria(workspace):
    (only,) = audits.objectives_of(workspace, audits.plan(workspace, "101", "A", DAY))
    assert only.text.startswith("To assess ")


def test_fieldwork_does_not_begin_without_an_objective(workspace, audit):
    (objective,) = audits.objectives_of(workspace, audit)
    audits.remove_objective(workspace, objective)
    with pytest.raises(Refused, match="no objective"):
        audits.move_audit(workspace, audit, "fieldwork")
    with pytest.raises(Refused, match="no objective"):
        audits.draft_findings(workspace, audit)


def test_fieldwork_does_not_begin_before_everybody_declared_their_interests(workspace):
    team = [audits.member("Ada Lead", "lead", "none"), audits.member("Cy Member", "auditor")]
    audit = audits.plan(workspace, "101", "A", DAY, team=team)
    assert audit.team == "Ada Lead (lead), Cy Member (auditor)"
    with pytest.raises(Refused, match="Cy Member has not declared"):
        audits.move_audit(workspace, audit, "fieldwork", reason="in a hurry")
    audits.declare_interests(
        workspace, audits.named_member(workspace, audit, "C. Member"), "Worked there until 2019", DAY
    )
    assert audits.team_of(workspace, audit)[1].declared_on == "2025-06-30"
    assert go(workspace, audit, "fieldwork").status == "fieldwork"


def test_silence_is_no_declaration(workspace):
    audit = audits.plan(workspace, "101", "A", DAY, team=[audits.member("Cy Member")])
    with pytest.raises(Refused, match="nothing is not"):
        audits.declare_interests(workspace, audits.team_of(workspace, audit)[0], " ")


def test_nobody_is_on_the_team_twice_and_who_leaves_it_is_no_longer_named(workspace, audit):
    kept = audits.add_member(workspace, audit, audits.member("Cy Member"))
    with pytest.raises(Refused, match="already"):
        audits.add_member(workspace, audit, audits.member("cy member"))
    audits.remove_member(workspace, kept)
    assert workspace.get("audit", audit.id).team == ""


def test_a_sample_is_tested_before_the_draft_or_the_report_says_why_not(workspace, audit):
    with workspace.changing("Sample") as step:
        sample = step.add(Sample(audit_id=audit.id, code="S1"))
        step.add(SampleItem(sample_id=sample.id, reference="C-1"))
    go(workspace, audit, "fieldwork")
    with pytest.raises(Refused, match="S1 are not tested yet"):
        go(workspace, audit, "draft")
    moved = go(workspace, audit, "draft", reason="The invoices are with the police.")
    assert moved.limitations == "Of the items of sample S1, 1 are not tested. Reason: The invoices are with the police."


def test_drafts_are_decided_before_the_report_goes_to_the_auditee_whatever_the_reason(workspace, audit):
    audits.add_finding(workspace, audit, "By hand")
    go(workspace, audit, "fieldwork", "draft")
    with pytest.raises(Refused, match="1 finding is still a draft"):
        go(workspace, audit, "response", reason="no time")


def test_the_final_report_asks_for_responses_and_conclusions(workspace, audit, issued):
    go(workspace, audit, "fieldwork", "draft", "response")
    with pytest.raises(Refused, match=r"response is missing to 2025-001.*No conclusion is drawn on O1.*with a reason"):
        go(workspace, audit, "final")
    audits.respond(workspace, issued, "agree", "So be it.")
    audits.conclude(workspace, audits.objectives_of(workspace, audit)[0], "Largely, but late.")
    done = go(workspace, audit, "final")
    assert (done.status, done.limitations) == ("final", "")


def test_going_on_without_a_response_is_a_limitation_with_its_reason(workspace, audit, issued):
    go(workspace, audit, "fieldwork", "draft", "response")
    audits.conclude(workspace, audits.objectives_of(workspace, audit)[0], "Largely.")
    done = go(workspace, audit, "final", reason="No answer within 30 days.")
    assert done.limitations == "The auditee's response is missing to 2025-001. Reason: No answer within 30 days."
    assert workspace.undo_label == "Audit Mid-term audit: final (No answer within 30 days.)"


def test_what_is_final_is_not_changed_any_more(workspace, audit, issued):
    audits.respond(workspace, issued, "disagree")
    (objective,) = audits.objectives_of(workspace, audit)
    audits.conclude(workspace, objective, "Yes.")
    go(workspace, audit, "fieldwork", "draft", "response", "final")
    for act in (
        lambda: audits.conclude(workspace, objective, "No."),
        lambda: audits.change_engagement(workspace, audit, scope="Other"),
        lambda: audits.add_objective(workspace, audit, "Another"),
        lambda: audits.add_finding(workspace, audit, "Another"),
        lambda: audits.edit_finding(workspace, issued, cause="Another"),
    ):
        with pytest.raises(Refused, match="stands"):
            act()
    assert audits.edit_finding(workspace, issued, owner="Cy Member").owner == "Cy Member"


def test_follow_up_asks_for_days_and_closing_for_what_became_of_it(workspace, audit, issued):
    audits.respond(workspace, issued, "agree")
    audits.conclude(workspace, audits.objectives_of(workspace, audit)[0], "Largely.")
    one = audits.recommend(workspace, issued, "Send calls in time", "Bo Coordinator")
    assert one.code == "R1"
    go(workspace, audit, "fieldwork", "draft", "response", "final")
    with pytest.raises(Refused, match="No day is agreed for R1"):
        go(workspace, audit, "follow_up")
    audits.change_recommendation(workspace, one, due=date(2025, 9, 30))
    go(workspace, audit, "follow_up")
    with pytest.raises(Refused, match=r"2025-001 is still open.*Nobody verified R1"):
        go(workspace, audit, "closed")
    for status in ("action_planned", "implemented", "verified"):
        audits.move_finding(workspace, issued, status)
    for status in ("in_progress", "implemented_claimed", "verified"):
        audits.move_recommendation(workspace, one, status)
    assert go(workspace, audit, "closed").status == "closed"


def test_day_and_criteria_stand_once_findings_are_drafted(workspace, audit):
    assert audits.change_engagement(workspace, audit, as_of="2025-07-31", scope="All of it").scope == "All of it"
    go(workspace, audit, "fieldwork", "draft")
    with pytest.raises(Refused, match="rest on this day"):
        audits.change_engagement(workspace, audit, as_of="2025-08-31")
    assert audits.change_engagement(workspace, audit, distribution="Board\nFunder").distribution == "Board\nFunder"


def test_a_period_does_not_end_before_it_begins(workspace, audit):
    with pytest.raises(Refused, match="ends before"):
        audits.plan(workspace, "101", "A", DAY, period_start=DAY, period_end=date(2025, 1, 1))
    with pytest.raises(Refused, match="ends before"):
        audits.change_engagement(workspace, audit, period_start="2025-06-30", period_end="2025-01-01")


def test_an_objective_that_was_answered_keeps_its_words(workspace, audit):
    (objective,) = audits.objectives_of(workspace, audit)
    with pytest.raises(Refused, match="what the audit concludes"):
        audits.conclude(workspace, objective, " ")
    answered = audits.conclude(workspace, objective, "Yes.")
    with pytest.raises(Refused, match="has a conclusion"):
        audits.change_objective(workspace, answered, "Another question?")
    with pytest.raises(Refused, match="it stays"):
        audits.remove_objective(workspace, answered)


def test_what_was_not_done_is_noted_in_the_language_of_the_house(workspace, audit, issued, monkeypatch):
    from collabdesk.reporting import language
    from collabdesk.usecases import organisation

    organisation.change(workspace, name="Haus", language="de")
    asked = []
    monkeypatch.setattr(language, "said", lambda text: asked.append(language.language()) or str(text))
    audits.conclude(workspace, audits.objectives_of(workspace, audit)[0], "Largely.")
    go(workspace, audit, "fieldwork", "draft", "response")
    go(workspace, audit, "final", reason="Keine Antwort.")
    assert set(asked) == {"de"}
