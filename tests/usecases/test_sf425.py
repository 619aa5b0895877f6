"""The SF-425 from entered data: payments received, costs paid, obligated and borne by the recipient."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.costs import CostItem
from collabdesk.domain.payments import Payment
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import Outcome
from collabdesk.measures.sf425 import with_derived
from collabdesk.usecases import figures, provenance
from collabdesk.usecases.workspace import Workspace
from databases import new_location

D = Decimal
DAY = date(2025, 6, 30)
AWARD = {"code": "NSF-1", "currency": "USD", "rule_pack": "us_2cfr200_2024", "signed_on": "2024-11-01"}


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path)) as opened:
        yield opened


def keep(workspace, project, *records):
    with workspace.changing("Books") as step:
        made = step.add(Project(**{**AWARD, **project}))
        for noun, fields in records:
            step.add(noun(project_id=made.id, **{"currency": "USD", **fields}))


def lines(workspace, as_of=DAY):
    found = [f for f in figures.figures(workspace, "NSF-1", as_of) if f.group == "sf425"]
    return {f.id.removeprefix("F1-sf425-"): f for f in found}


def cost(expended=None, day="2025-03-31", **more):
    return CostItem, {"expended": expended, "date": day, **more}


def payment(received, kind="interim", day="2025-02-01", **more):
    return Payment, {"kind": kind, "received": received, "received_on": day, "status": "received", **more}


EXAMPLE = (
    {"funding": D(1_000_000), "cofunding_amount": D(250_000)},
    payment(D(300_000), "pre_financing"),
    payment(D(200_000)),
    cost(D(480_000), paid=D(480_000), obligated=D(510_000)),
    cost(D(110_000), fund="recipient"),
)


def test_the_worked_example_of_the_form_comes_from_entered_data(workspace):
    keep(workspace, *EXAMPLE)
    values = {letter: f.value for letter, f in lines(workspace).items()}
    assert values == {
        "a": 500_000, "b": 480_000, "c": 20_000, "d": 1_000_000, "e": 480_000, "f": 30_000, "g": 510_000,
        "h": 490_000, "i": 250_000, "j": 110_000, "k": 140_000, "l": 0, "m": 0, "n": 0, "o": 0,
    }  # fmt: skip


def test_the_lines_stand_in_the_form_s_order_and_words(workspace):
    keep(workspace, *EXAMPLE)
    labels = [f.label for f in lines(workspace).values()]
    assert [label[0] for label in labels] == list("abcdefghijklmno")
    assert labels[7] == "h. Unobligated balance of Federal Funds (line d minus g)"


def test_programme_income_is_used_by_deduction_or_addition(workspace):
    keep(workspace, *EXAMPLE, payment(D(9), "programme_income"), payment(D(4), "income_added"))
    found = lines(workspace)
    assert [found[x].value for x in "lmno"] == [9, 0, 4, 5]


def test_a_recovery_lowers_the_receipts_and_distributions_to_partners_are_none(workspace):
    keep(
        workspace,
        *EXAMPLE,
        payment(D(1_000), "recovery"),
        payment(D(70), "distribution"),
        payment(D(5), status="cancelled"),
    )
    assert lines(workspace)["a"].value == 499_000


def test_what_came_or_was_spent_later_is_not_in_the_report(workspace):
    keep(workspace, *EXAMPLE, payment(D(7), day="2025-07-01"), cost(D(8), "2025-07-01", paid=D(8), obligated=D(8)))
    found = lines(workspace)
    assert (found["a"].value, found["b"].value, found["e"].value, found["f"].value) == (
        500_000,
        480_000,
        480_000,
        30_000,
    )
    assert sum(s.records for s in provenance.sources_of(workspace, found["b"])) == 1
    assert sum(s.total for s in provenance.sources_of(workspace, found["a"])) == 500_000


def test_an_item_that_was_never_obligated_liquidates_none(workspace):
    keep(workspace, {"funding": D(100)}, cost(D(40)), cost(D(10), obligated=D(30)))
    assert (lines(workspace)["e"].value, lines(workspace)["f"].value) == (50, 20)


def test_rejected_costs_are_nobody_s_share(workspace):
    keep(workspace, *EXAMPLE, cost(D(99), status="rejected"))
    assert lines(workspace)["e"].value == 480_000


def test_the_match_ratio_stands_in_for_an_amount_of_co_funding(workspace):
    keep(workspace, {"funding": D(1_000), "match_ratio": D("0.25")})
    assert lines(workspace)["i"].value == 250


def test_what_is_not_recorded_is_not_zero(workspace):
    keep(workspace, {})
    found = lines(workspace)
    assert (found["a"].value, found["a"].note) == (None, "no payment received is recorded")
    assert found["h"].note == "line d: no funding is recorded for the project"
    assert found["k"].note == "line i: no co-funding amount is recorded for the project"


def test_foreign_costs_are_converted_and_without_a_rate_the_line_says_so(workspace):
    keep(workspace, {"funding": D(1_000)}, cost(D(100), "2014-03-28", currency="EUR"))
    assert lines(workspace)["e"].value == D("137.59")
    with workspace.changing("More") as step:
        step.add(CostItem(project_id=1, expended=D(1), currency="IUA", date="2025-01-01"))
    assert lines(workspace)["e"].note.startswith("1 IUA not converted")


def test_other_funders_projects_have_no_such_lines(workspace):
    keep(workspace, {"rule_pack": "", "currency": "EUR"}, cost(D(1)))
    assert lines(workspace) == {}


def test_a_line_that_rests_on_an_undefined_one_is_undefined():
    known = dict.fromkeys("abdefijlmn", Outcome(D(1)))
    found = with_derived({**known, "f": Outcome(None, "nothing")})
    assert (found["g"].reason, found["h"].value) == ("line f: nothing", None)
    assert found["c"].value == 0
    assert list(found) == list("abcdefghijklmno")
