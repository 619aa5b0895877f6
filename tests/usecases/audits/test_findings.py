"""Findings: questioned costs, repeats, owners, evidence and answers."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.usecases import audits
from collabdesk.usecases.plan import evidence as proofs

DAY = date(2025, 6, 30)


def test_a_likely_questioned_cost_says_how_it_was_estimated(workspace, issued):
    with pytest.raises(Refused, match="how the likely questioned cost was estimated"):
        audits.edit_finding(workspace, issued, questioned_likely=Decimal(900))
    kept = audits.edit_finding(
        workspace,
        issued,
        questioned_known=Decimal(100),
        questioned_likely=Decimal(900),
        text="Projected from sample S1.",
    )
    assert (kept.questioned_known, kept.questioned_likely, kept.currency) == (Decimal(100), Decimal(900), "EUR")


def test_a_questioned_cost_is_in_a_currency_and_not_negative(workspace):
    whole = audits.plan(workspace, None, "Portfolio", DAY)
    with pytest.raises(Refused, match="currency"):
        audits.add_finding(workspace, whole, "Costs", questioned_known=Decimal(5))
    with pytest.raises(Refused, match="not negative"):
        audits.add_finding(workspace, whole, "Costs", questioned_known=Decimal(-5), currency="EUR")


def sampled(workspace, audit, *audited):
    """A sample of all three items that there are, with what was found of each."""
    with workspace.changing("Sample") as step:
        sample = step.add(Sample(
            audit_id=audit.id, project_id=1, code="S1", title="Travel", method="random", population="travel costs",
            currency="EUR", size=3, population_count=3, book_value=Decimal(3000), confidence=Decimal("0.95"),
            tolerable=Decimal("0.05"),
        ))  # fmt: skip
        for place, found in enumerate(audited, 1):
            step.add(SampleItem(sample_id=sample.id, position=place, book=Decimal(1000), audited=found, currency="EUR"))


def test_a_questioned_cost_is_taken_from_a_sample_with_how_it_was_estimated(workspace, audit, issued):
    sampled(workspace, audit, Decimal(1000), Decimal(900), Decimal(1000))
    says = audits.projection(workspace, "S1", issued)
    kept = audits.edit_finding(workspace, issued, **says)
    assert (kept.questioned_known, kept.questioned_likely, kept.currency) == (Decimal(100), Decimal(100), "EUR")
    assert kept.text.startswith("Projected from sample S1 (Travel), drawn by random sampling")


def test_a_sample_that_is_not_tested_projects_nothing(workspace, audit):
    sampled(workspace, audit, Decimal(1000), None, None)
    with pytest.raises(Refused, match="S1 projects nothing yet"):
        audits.projection(workspace, "S1")
    with pytest.raises(Refused, match="no sample S9"):
        audits.projection(workspace, "S9")


def test_a_finding_bears_on_an_objective_that_there_is(workspace, issued):
    assert audits.edit_finding(workspace, issued, objective="O1").objective == "O1"
    with pytest.raises(Refused, match="no objective 'O9'"):
        audits.edit_finding(workspace, issued, objective="O9")


def imported(workspace, code, project_id=1):
    with workspace.changing("Import") as step:
        return step.add(Finding(code=code, project_id=project_id, text="Late reports", status="issued"))


def test_a_repeat_cites_an_earlier_finding_whether_ours_or_imported(workspace, issued):
    imported(workspace, "2024-017")
    later = audits.plan(workspace, "101", "Later", date(2026, 6, 30))
    for prior in ("2024-017", "2025-001"):
        draft = audits.add_finding(workspace, later, "Again late", repeat=True, prior_code=prior)
        assert audits.accept_finding(workspace, draft).prior_code == prior


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ({"repeat": True}, "give its reference"),
        ({"repeat": True, "prior_code": "2019-999"}, "no finding 2019-999 on record"),
        ({"repeat": True, "prior_code": "2026-003"}, "not earlier"),
        ({"repeat": True, "prior_code": "2023-005"}, "another project"),
        ({"repeat": True, "prior_code": "2025-001"}, "not earlier"),
        ({"repeat": False, "prior_code": "2024-017"}, "not marked as a repeat"),
    ],
)
def test_a_repeat_of_nothing_earlier_is_refused(workspace, audit, issued, says, why):
    imported(workspace, "2024-017")
    imported(workspace, "2026-003")
    imported(workspace, "2023-005", project_id=2)
    with pytest.raises(Refused, match=why):
        audits.add_finding(workspace, audit, "Again late", **says)


def test_a_finding_is_verified_by_somebody_else_than_its_owner(workspace, issued):
    audits.respond(workspace, issued, "agree")
    for status in ("action_planned", "implemented"):
        audits.move_finding(workspace, issued, status)
    with pytest.raises(Refused, match=r"owned by Bo Coordinator, so B\. Coordinator cannot verify"):
        audits.move_finding(workspace, issued, "verified", by="B. Coordinator")
    kept = audits.move_finding(workspace, issued, "verified")
    assert kept.verified_by == "Ada Lead" and kept.verified_on


def test_the_owner_may_change_until_somebody_verified(workspace, issued):
    audits.respond(workspace, issued, "agree")
    assert audits.edit_finding(workspace, issued, owner="Ada Lead").owner == "Ada Lead"
    for status in ("action_planned", "implemented"):
        audits.move_finding(workspace, issued, status)
    with pytest.raises(Refused, match="Ada Lead cannot verify"):
        audits.move_finding(workspace, issued, "verified")
    audits.move_finding(workspace, issued, "verified", by="Cy Member")
    with pytest.raises(Refused, match="verified"):
        audits.edit_finding(workspace, issued, owner="Bo Coordinator")


def test_a_recommendation_is_not_verified_by_its_addressee(workspace, issued):
    one = audits.recommend(workspace, issued, "Send in time", "Ada Lead", DAY)
    for status in ("in_progress", "implemented_claimed"):
        audits.move_recommendation(workspace, one, status)
    with pytest.raises(Refused, match="R1 is owned by Ada Lead"):
        audits.move_recommendation(workspace, one, "verified")
    kept = audits.move_recommendation(workspace, one, "verified", "Cy Member", "Seen on the spot")
    assert (kept.status, kept.verified_by, kept.note) == ("verified", "Cy Member", "Seen on the spot")


@pytest.mark.parametrize(("stance", "status"), [("agree", "agreed"), ("partly", "disputed"), ("disagree", "disputed")])
def test_an_answer_is_kept_word_for_word_and_moves_the_finding(workspace, issued, stance, status):
    said = "  We see it otherwise:\n\tthe calls went out <in time>.  "
    audits.respond(workspace, issued, stance, said, "Bo Coordinator", date(2025, 7, 14))
    (kept,) = audits.responses_of(workspace, issued)
    assert (kept.text, kept.respondent, kept.date) == (said, "Bo Coordinator", "2025-07-14")
    assert workspace.get("finding", issued.id).status == status


def test_a_later_answer_is_another_record(workspace, issued):
    audits.respond(workspace, issued, "disagree", "No.")
    audits.respond(workspace, issued, "agree", "On reflection, yes.")
    assert [r.text for r in audits.responses_of(workspace, issued)] == ["No.", "On reflection, yes."]
    assert workspace.get("finding", issued.id).status == "disputed"


def test_nobody_answers_what_was_not_sent_or_on_a_day_to_come(workspace, audit, issued):
    draft = audits.add_finding(workspace, audit, "Draft")
    with pytest.raises(Refused, match="issue it first"):
        audits.respond(workspace, draft, "agree")
    with pytest.raises(Refused, match="day to come"):
        audits.respond(workspace, issued, "agree", on=date(2999, 1, 1))
    with pytest.raises(Refused, match="before the day of the figures"):
        audits.respond(workspace, issued, "agree", on=date(2025, 1, 1))


def test_evidence_follows_a_finding_from_its_draft_and_is_handed_out_as_it_was(workspace, audit, tmp_path):
    draft = audits.add_finding(workspace, audit, "Draft")
    file = tmp_path / "letter.txt"
    file.write_text("Paid late.")
    kept = audits.attach(workspace, draft, file, title="Letter", custodian="Ada Lead")
    finding = audits.accept_finding(workspace, draft)
    assert audits.evidence_of(workspace, finding) == [kept]
    assert audits.save(workspace, kept, tmp_path / "copy.txt").read_text() == "Paid late."
    with pytest.raises(Refused, match="already: a file with the same SHA-256"):
        audits.attach(workspace, finding, file)
    with pytest.raises(Refused, match="there already"):
        audits.save(workspace, kept, tmp_path / "copy.txt")


def test_a_missing_an_empty_and_a_changed_file_are_refused(workspace, issued, tmp_path):
    with pytest.raises(Refused, match="cannot be read as evidence"):
        audits.attach(workspace, issued, tmp_path / "gone.pdf")
    (tmp_path / "empty.txt").touch()
    with pytest.raises(Refused, match="empty"):
        audits.attach(workspace, issued, tmp_path / "empty.txt")
    file = tmp_path / "letter.txt"
    file.write_text("Paid late.")
    kept = audits.attach(workspace, issued, file)
    audits.compare_with(workspace, kept, file)
    file.write_text("Paid in time.")
    with pytest.raises(Refused, match="is not the file that was kept"):
        audits.compare_with(workspace, kept, file)
    assert proofs.verify(workspace, [kept]) == [(kept, "")]
