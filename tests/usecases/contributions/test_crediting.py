"""Crediting: with evidence, after the milestone, by allowed moves; and calling by the scale."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.assessments import Assessment
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.problems import Refused
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.usecases.contributions import call_assessed, cancel, claim, credit, refuse
from collabdesk.usecases.contributions.looking import view
from collabdesk.usecases.entering import set_cells
from collabdesk.usecases.plan.evidence import Proof

D = Decimal
ON = date(2025, 5, 2)


@pytest.fixture
def event(books):
    """A claimed event of 100 IUA of the first partner's contribution, tied to M1."""
    its = books.contribution(1, form="in_kind", unit_of_account="IUA", currency="", pledged=D(600))
    kept = books.keep(
        CreditEvent(project_id=1, partner_id=1, contribution_id=its.id, code="CE1", amount=D(100),
                    unit_of_account="IUA", milestone_code="M1", status="claimed"),
        Milestone(project_id=1, code="M1", status="planned"),
    )  # fmt: skip
    return kept[0]


def achieve(books, day="2025-04-30"):
    milestone = books.workspace.find("milestone", code="M1")[0]
    with books.workspace.changing("Achieve") as step:
        step.update(replace(milestone, status="achieved", achieved=day, verification="Minutes"))


def now(books, event):
    return books.workspace.get("credit_event", event.id)


def test_an_event_is_credited_when_its_milestone_is_achieved_and_the_figures_follow(books, event):
    achieve(books)
    credit(books.workspace, event.id, "Credit CE1", on=ON, evidence="Acceptance note 12")
    kept = now(books, event)
    assert (kept.status, kept.credited_on, kept.evidence) == ("credited", "2025-05-02", "Acceptance note 12")
    assert books.figures()["F1-received-iua"].value == 100
    assert books.workspace.get("contribution", 1).received is None
    books.workspace.undo()
    assert now(books, event).status == "claimed"
    assert books.figures()["F1-received-iua"].value is None


def test_before_its_milestone_is_achieved_it_is_refused(books, event):
    with pytest.raises(Refused, match="when its milestone M1 is achieved; it is planned"):
        credit(books.workspace, event.id, "Credit", on=ON, evidence="Note")
    achieve(books, "2025-06-01")
    with pytest.raises(Refused, match="before its milestone M1 was achieved on 1 June 2025"):
        credit(books.workspace, event.id, "Credit", on=ON, evidence="Note")
    assert now(books, event).status == "claimed"


def test_without_evidence_it_is_refused(books, event):
    achieve(books)
    with pytest.raises(Refused, match="only with its evidence"):
        credit(books.workspace, event.id, "Credit", on=ON)


def test_a_file_is_evidence_and_is_kept_by_its_hash(books, event):
    achieve(books)
    credit(books.workspace, event.id, "Credit", on=ON, proof=Proof("acceptance.pdf", b"signed"))
    (proof,) = books.workspace.find("evidence", subject="credit_event")
    assert (proof.code, proof.file_name) == ("CE1", "acceptance.pdf")
    assert books.workspace.file_bytes(proof.sha256) == b"signed"
    assert now(books, event).evidence == "acceptance.pdf"


def test_only_what_is_claimed_can_be_credited_and_what_is_credited_stays(books, event):
    achieve(books)
    credit(books.workspace, event.id, "Credit", on=ON, evidence="Note")
    with pytest.raises(Refused, match="cannot go from credited"):
        credit(books.workspace, event.id, "Credit", on=ON, evidence="Again")
    assert now(books, event).evidence == "Note"
    planned = books.keep(CreditEvent(project_id=1, code="CE2", amount=D(1), currency="EUR"))[0]
    with pytest.raises(Refused, match="cannot go from planned to credited"):
        credit(books.workspace, planned.id, "Credit", on=ON, evidence="Note")
    cancel(books.workspace, planned.id, "Cancel")
    assert now(books, planned).status == "cancelled"


def test_what_is_credited_cannot_be_typed_over_but_for_its_title(books, event):
    achieve(books)
    credit(books.workspace, event.id, "Credit", on=ON, evidence="Note")
    with pytest.raises(Refused, match="does not change any more"):
        set_cells(books.workspace, "credit_event", [(event.id, "amount", D(1))], "Change")
    set_cells(books.workspace, "credit_event", [(event.id, "title", "Vault")], "Change")
    assert (now(books, event).amount, now(books, event).title) == (100, "Vault")


def test_a_claim_is_refused_with_a_reason_and_may_be_made_again(books, event):
    with pytest.raises(Refused, match="Say why"):
        refuse(books.workspace, event.id, "Refuse", reason=" ")
    refuse(books.workspace, event.id, "Refuse", reason="Leak test failed")
    assert (now(books, event).status, now(books, event).evidence) == ("refused", "Leak test failed")
    claim(books.workspace, event.id, "Claim again")
    assert now(books, event).status == "claimed"


def test_an_event_without_an_amount_or_of_an_unknown_milestone_is_refused(books, event):
    bare = books.keep(CreditEvent(project_id=1, code="CE3", status="claimed"))[0]
    with pytest.raises(Refused, match="states no amount"):
        credit(books.workspace, bare.id, "Credit", on=ON, evidence="Note")
    lost = books.keep(CreditEvent(project_id=1, code="CE4", status="claimed", amount=D(1), milestone_code="M9"))[0]
    with pytest.raises(Refused, match="M9, which the plan does not have"):
        credit(books.workspace, lost.id, "Credit", on=ON, evidence="Note")


def test_the_members_are_called_by_the_scale_in_one_step_and_again_only_what_changed(books):
    books.keep(
        *(
            ScaleShare(project_id=1, partner_id=n, year="2025", share=D(s))
            for n, s in ((1, ".5"), (2, ".3"), (3, ".2"))
        ),
        Assessment(project_id=1, year="2025", total=D(1000), currency="EUR", due="2025-03-31"),
    )
    call_assessed(books.workspace, 1, "2025", "Call 2025")
    called = books.workspace.find("contribution", purpose="assessed")
    assert [(c.partner_id, c.called, c.due, c.year) for c in called] == [
        (1, 500, "2025-03-31", "2025"), (2, 300, "2025-03-31", "2025"), (3, 200, "2025-03-31", "2025"),
    ]  # fmt: skip
    assert not call_assessed(books.workspace, 1, "2025", "Call again").id
    books.keep(Assessment(project_id=1, year="2025", title="Supplement", total=D(100), currency="EUR"))
    call_assessed(books.workspace, 1, "2025", "Call the supplement")
    assert [c.called for c in books.workspace.find("contribution", purpose="assessed")] == [550, 330, 220]


def test_a_call_that_is_there_is_marked_and_not_made_twice(books):
    books.keep(
        ScaleShare(project_id=1, partner_id=1, year="2025", share=D(1)),
        Assessment(project_id=1, year="2025", total=D(1000), currency="EUR", due="2025-03-31"),
    )
    books.contribution(1, called=D(990), due="2025-03-31", received=D(400))
    call_assessed(books.workspace, 1, "2025", "Call")
    (only,) = books.workspace.find("contribution")
    assert (only.called, only.received, only.purpose, only.year) == (1000, 400, "assessed", "2025")


def test_a_scale_that_is_not_whole_is_not_called_by(books):
    books.keep(
        ScaleShare(project_id=1, partner_id=1, year="2025", share=D(".5")),
        Assessment(project_id=1, year="2025", total=D(1000), currency="EUR"),
    )
    with pytest.raises(Refused, match=r"the scale sums to 0.5, not to 1"):
        call_assessed(books.workspace, 1, "2025", "Call")
    with pytest.raises(Refused, match="Nothing is assessed for 2031"):
        call_assessed(books.workspace, 1, "2031", "Call")


def test_the_view_has_a_row_for_each_partner_and_unit_and_for_each_member_and_year(books, event):
    books.contribution(2, pledged=D(100), due="2025-05-31", received=D(40), received_on="2025-05-30")
    books.keep(
        ScaleShare(project_id=1, partner_id=3, year="2024", share=D(1)),
        ScaleShare(project_id=1, partner_id=3, year="2025", share=D(1)),
        Assessment(project_id=1, year="2024", total=D(10), currency="EUR"),
        Assessment(project_id=1, year="2025", total=D(30), currency="EUR"),
        Contribution(project_id=1, partner_id=3, purpose="assessed", year="2025", received=D(5), currency="EUR"),
    )
    found = view(books.workspace, 1, date(2025, 6, 30))
    rows = {(r.partner, r.currency): r for r in found.partners}
    assert (rows["Beta", "EUR"].short, rows["Beta", "EUR"].late_days, rows["Beta", "EUR"].delivery) == (
        60,
        30,
        D("0.4"),
    )
    assert rows["Alpha", "IUA"].pledged == 600
    assert [(y.year, y.assessed, y.arrears, y.running) for y in found.years] == [
        ("2024", 10, 10, 10), ("2025", 30, 25, 35),
    ]  # fmt: skip
    (told, *_) = found.problems_of("pledges")
    assert told.startswith("Contributions pledged, in the project's currency: 600 IUA not converted")
    assert found.problems_of("assessments") == []
    assert view(books.workspace, 99, date(2025, 6, 30)) is None
