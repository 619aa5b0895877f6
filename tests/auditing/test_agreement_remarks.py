"""What an agreement's books say of themselves: recorded, not recorded, expired, contradicts, and nothing more."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from agreements import DATA, SENT, TAKEN, TERMS
from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import all_remarks
from collabdesk.auditing.agreement_terms import Terms, models, terms_of
from collabdesk.auditing.agreement_votes import window
from collabdesk.auditing.country_lists import holds
from collabdesk.auditing.duo import published, words_of
from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.pack_values import kind_of, read
from collabdesk.domain.packs import Pack, PackValue

D = Decimal
DAY = date(2026, 6, 30)


def said(day=DAY, **books):
    facts = AgreementFacts(terms=books.pop("terms", TERMS), **books)
    return [(r.check, r.state) for r in all_remarks(facts, day)]


def test_books_in_which_nothing_is_amiss_give_no_remark():
    assert said(decisions=(TAKEN,), datasets=(DATA,), transfers=(SENT,)) == []


def test_a_clause_is_due_after_the_day_of_its_review():
    clause = Clause(code="7.3", review_on="2026-06-30")
    assert said(clauses=(clause,)) == []
    assert said(date(2026, 7, 1), clauses=(clause,)) == [("clause_review_due", "expired")]


@pytest.mark.parametrize(
    "change",
    [
        {"present": D(9), "in_favour": D(9), "against": D(0), "abstained": D(0)},  # no quorum
        {"in_favour": D(7), "against": D(4)},
        {"in_favour": D(12)},  # more votes than are present
        {"veto_by": "NHU"},
        {"present": D(16)},
    ],
)
def test_an_outcome_that_its_votes_contradict_is_said(change):
    assert ("decision_contradiction", "contradicts") in said(decisions=(replace(TAKEN, **change),))


def test_without_terms_a_decision_is_not_measured():
    assert said(terms=Terms(), decisions=(replace(TAKEN, present=D(3), in_favour=D(2), against=D(1),
                                                  abstained=None),)) == []  # fmt: skip


def test_an_adopted_decision_without_votes_is_not_recorded():
    assert said(decisions=(replace(TAKEN, present=None),)) == [("decision_unrecorded", "not_recorded")]


def test_a_veto_that_nobody_resolved_is_open():
    vetoed = replace(TAKEN, status="vetoed", veto_by="CVD", veto_on="2026-05-12")
    assert said(decisions=(vetoed,)) == [("decision_vetoed", "open")]


def test_a_written_decision_may_be_vetoed_until_the_agreements_days_after_its_outcome():
    written = replace(TAKEN, in_meeting=False, minutes_on="2026-06-20")
    assert window(written, TERMS).last == date(2026, 7, 5)
    assert window(written, TERMS).is_open(date(2026, 7, 5))
    late = replace(written, status="vetoed", veto_by="CVD", veto_on="2026-07-06")
    assert said(decisions=(late,))[0] == ("decision_contradiction", "contradicts")


def test_what_was_on_the_agenda_may_be_vetoed_in_the_meeting_only():
    assert window(TAKEN, TERMS).last == date(2026, 5, 12)
    assert window(TAKEN, TERMS).in_meeting


@pytest.mark.parametrize(
    "change", [{"on_agenda": None}, {"in_meeting": False}, {"in_meeting": False, "minutes_on": "2026-06"}]
)
def test_the_days_of_a_veto_are_not_guessed(change):
    found = window(replace(TAKEN, **change), TERMS)
    assert found.last is None
    assert found.reason


def test_a_result_is_unused_only_after_the_packs_months():
    result = Asset(form="result", code="R1", owners="NHU", access="free", produced_on="2025-06-30")
    assert said(assets=(result,)) == []
    assert said(date(2026, 7, 1), assets=(result,)) == [("result_unexploited", "open")]
    assert said(date(2026, 7, 1), assets=(replace(result, exploitation="licensed"),)) == []


def test_background_without_owner_or_access_is_not_recorded():
    assert said(assets=(Asset(form="background", code="B1"),)) == [("rights_unrecorded", "not_recorded")]


def test_a_publication_may_have_no_embargo_beyond_the_packs_days():
    article = Asset(form="publication", code="P1", licence="CC BY", repository="zenodo", embargo_days=D(0))
    assert said(assets=(article,)) == []
    assert said(assets=(replace(article, embargo_days=D(180)),)) == [("publication_embargo", "contradicts")]
    assert said(assets=(replace(article, embargo_days=None),)) == [("publication_unrecorded", "not_recorded")]


def test_a_dataset_expires_after_its_day():
    assert said(datasets=(replace(DATA, usable_until="2026-06-29"),)) == [("dataset_expired", "expired")]
    assert said(datasets=(replace(DATA, approval_expires="2026-06"),)) == []


def test_a_time_limit_without_a_day_is_not_recorded():
    assert said(datasets=(replace(DATA, duo="GRU TS"),)) == [("dataset_expired", "not_recorded")]


def test_only_codes_of_the_published_list_are_known():
    assert said(datasets=(replace(DATA, duo="GRU DUO:0000042 DS-MONDO:0004975"),)) == []
    assert said(datasets=(replace(DATA, duo="GRU XYZ"),)) == [("duo_unlisted", "contradicts")]


def test_an_approval_needs_a_document_that_is_kept():
    approved = replace(DATA, approvals="REC 2024/117")
    assert said(datasets=(approved,)) == [("approval_unproven", "not_recorded")]
    assert said(datasets=(approved,), proven=frozenset({("dataset", "DS1")})) == []


def test_an_export_class_needs_its_list():
    assert said(datasets=(replace(DATA, export_class="6A001"),)) == [("export_list_missing", "not_recorded")]


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        ({"to_country": "US"}, ("transfer_outside", "contradicts")),
        ({"mechanism": ""}, ("transfer_mechanism_missing", "not_recorded")),
        ({"mechanism": "scc"}, ("transfer_unproven", "not_recorded")),
        ({"licence": "L-1"}, ("transfer_unproven", "not_recorded")),
        ({"dataset": "DS9"}, ("transfer_unproven", "not_recorded")),
        ({"expires": "2026-06-29"}, ("transfer_expired", "expired")),
        ({"status": "done", "date": "2026-05-02", "expires": "2026-05-01"}, ("transfer_expired", "contradicts")),
    ],
)
def test_what_is_missing_or_contradicts_in_a_transfer_is_said(change, remark):
    assert said(datasets=(DATA,), transfers=(replace(SENT, **change),)) == [remark]


def test_a_refused_transfer_is_left_alone():
    assert said(datasets=(DATA,), transfers=(replace(SENT, to_country="US", status="refused"),)) == []


def test_a_public_deliverable_linked_to_a_restricted_asset_contradicts():
    deliverable = Deliverable(code="D3.2", level="PU")
    held = Asset(form="result", code="R1", owners="X", access="free", restriction="confidential", deliverable="d3.2")
    assert said(deliverables=(deliverable,), assets=(held,)) == [("public_restricted", "contradicts")]
    assert said(deliverables=(replace(deliverable, level="SEN"),), assets=(held,)) == []


def test_a_group_of_countries_holds_its_members_and_an_unknown_word_decides_nothing():
    assert holds("EEA, CH", "no") is True
    assert holds("EU", "NO") is False
    assert holds("EU adequate", "NO") is None
    assert holds("", "NO") is None


def test_the_published_list_is_the_official_one():
    known = {c.shorthand: c.id for c in published().codes}
    assert known["GRU"] == "DUO:0000042"
    assert known["DS"] == "DUO:0000007"
    assert known["NPUNCU"] == "DUO:0000018"
    assert len(known) == 24  # the two groups of codes have no shorthand
    assert words_of("GRU; NPU,US") == ("GRU", "NPU", "US")


def test_what_the_grant_states_itself_comes_before_the_model_that_a_clause_names():
    named = (Clause(title="Consortium agreement", reference="DESCA 2.1, article 6"),)
    pack = Pack("p", "p", "P", "1", "", "", "actual", "EUR")
    own = replace(pack, values={"veto_days": PackValue("veto_days", D(10), "article 6.3", confirmed=True,
                                                       from_override=True)})  # fmt: skip
    assert terms_of(pack, ()).get("veto_days") is None
    model = terms_of(pack, named)
    assert (model.get("veto_days").value, model.get("veto_days").confirmed) == (15, False)
    assert terms_of(own, named).get("veto_days").value == 10
    assert terms_of(own, named).get("quorum").value == Fraction(2, 3)


def test_every_value_of_a_model_states_its_source():
    assert all(t.source for m in models() for t in m.terms)


@pytest.mark.parametrize(("text", "said"), [("two thirds", "no fraction"), ("3/2", "no part of a whole")])
def test_a_quorum_that_is_no_part_of_a_whole_is_not_taken(text, said):
    with pytest.raises(ValueError, match=said):
        read(kind_of("quorum"), text)
    assert read(kind_of("quorum"), "2 / 3") == "2/3"
