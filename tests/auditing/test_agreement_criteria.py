"""Criteria over an agreement: each drafts one finding of its own remarks, with every element filled."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from agreements import DATA, SENT, TAKEN, TERMS
from collabdesk import discovery
from collabdesk.auditing import criteria
from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.criterion import Settings
from collabdesk.auditing.facts import Facts
from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.projects import Project
from collabdesk.usecases.figures import of_facts

D = Decimal
DAY = date(2026, 6, 30)
SETTINGS = Settings("source", "effectiveness", "low", {})
BAD = {
    "clause_review_due": {"clauses": (Clause(code="7", review_on="2026-01-01"),)},
    "decision_contradiction": {"decisions": (replace(TAKEN, present=D(9), in_favour=D(7), abstained=D(0)),)},
    "decision_unrecorded": {"decisions": (replace(TAKEN, body=""),)},
    "decision_vetoed": {"decisions": (replace(TAKEN, status="vetoed", veto_by="CVD"),)},
    "result_unexploited": {"assets": (Asset(form="result", code="R", owners="X", access="a", produced_on="2024"),)},
    "rights_unrecorded": {"assets": (Asset(form="background", code="B"),)},
    "publication_embargo": {"assets": (Asset(form="publication", code="P", embargo_days=D(90)),)},
    "publication_unrecorded": {"assets": (Asset(form="publication", code="P"),)},
    "dataset_expired": {"datasets": (replace(DATA, usable_until="2025"),)},
    "duo_unlisted": {"datasets": (replace(DATA, duo="XX"),)},
    "export_list_missing": {"datasets": (replace(DATA, export_class="6A001"),)},
    "approval_unproven": {"datasets": (replace(DATA, approvals="REC 1"),)},
    "transfer_outside": {"datasets": (DATA,), "transfers": (replace(SENT, to_country="US"),)},
    "transfer_mechanism_missing": {"datasets": (DATA,), "transfers": (replace(SENT, mechanism=""),)},
    "transfer_unproven": {"datasets": (DATA,), "transfers": (replace(SENT, licence="L-1"),)},
    "transfer_expired": {"datasets": (DATA,), "transfers": (replace(SENT, expires="2025"),)},
    "public_restricted": {
        "deliverables": (Deliverable(code="D1", level="PU"),),
        "assets": (Asset(form="result", code="R", owners="X", access="a", restriction="NDA", deliverable="D1"),),
    },
}  # fmt: skip


def criterion(key):
    return next(c for c in discovery.constants(criteria, "CRITERION") if c.key == key)


def facts(books):
    return Facts(as_of=DAY, project=Project(id=3, code="101", currency="EUR"),
                 deliverables=books.get("deliverables", ()),
                 agreement=AgreementFacts(terms=TERMS, **books))  # fmt: skip


@pytest.mark.parametrize("key", BAD)
def test_the_check_drafts_one_finding_and_nothing_without_an_agreement(key):
    known = facts(BAD[key])
    (draft,) = criterion(key).check(known, SETTINGS)
    assert all((draft.title, draft.criteria, draft.condition, draft.effect, draft.seen))
    assert "30 June 2026" in draft.condition
    assert "compliant" not in f"{draft.title} {draft.condition} {draft.effect}".lower()
    assert set(draft.figures) <= {f.id for f in of_facts(known, only={"governance", "deliverables"})}
    assert list(criterion(key).check(replace(known, agreement=None), SETTINGS)) == []


def test_the_next_day_gives_the_same_facts():
    known = facts(BAD["transfer_expired"])
    later = replace(known, as_of=date(2026, 7, 1))
    (one,), (other,) = (criterion("transfer_expired").check(f, SETTINGS) for f in (known, later))
    assert one.seen == other.seen


def test_figures_count_what_is_recorded_and_say_how_decisions_were_voted():
    figures = {f.id: f for f in of_facts(facts(BAD["transfer_outside"] | {"decisions": (TAKEN,)}), only={"governance"})}
    assert figures["F3-transfers-outside"].value == 1
    assert figures["F3-datasets"].value == 1
    assert figures["F3-quorum-ga-1"].value == D("0.8000")
    assert figures["F3-majority-ga-1"].value == D("0.8182")
    assert figures["F3-majority-ga-1"].inputs["majority"] == "2/3"
