"""Figures of the groups credits and pledges: in-kind value by credit events, units of account, short and late."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.exchange_rates import ExchangeRate

D = Decimal


def in_kind(books, partner=1, **fields):
    iua = {"form": "in_kind", "unit_of_account": "IUA", "currency": "", "pledged": D(600)}
    return books.contribution(partner, **iua | fields)


def event(books, amount, partner=1, **fields):
    start = {"unit_of_account": "IUA", "status": "credited", "credited_on": "2025-03-01"}
    return books.keep(CreditEvent(project_id=1, partner_id=partner, amount=D(amount), **start | fields))[0]


def test_credited_events_count_as_received_although_nothing_is_recorded(books):
    its = in_kind(books)
    event(books, 100, contribution_id=its.id)
    event(books, 150, contribution_id=its.id)
    event(books, 350, contribution_id=its.id, status="planned", credited_on=None)
    found = books.figures()
    assert (found["F1-received-iua"].value, found["F1-received-iua"].unit) == (250, "IUA")
    assert found["F1-delivery-iua"].value == D("0.4167")
    assert found["F1-credit-credited-iua"].value == 250
    assert found["F1-credit-agreed-iua"].value == 600
    assert found["F1-credit-planned-iua"].value == 350
    assert found["F1-credited-p1-iua"].inputs["events credited"] == "2"


def test_a_value_that_is_recorded_and_credited_is_counted_once_and_both_are_stated(books):
    its = in_kind(books, received=D(100), received_on="2025-02-01")
    event(books, 100, contribution_id=its.id)
    found = books.figures()
    assert found["F1-received-iua"].value == 100
    both = found["F1-credit-counted-iua"]
    assert both.inputs == {"recorded as received": "100", "credited": "100"}
    assert found["F1-credit-difference-iua"].value == 0
    assert "not more of it" in both.note


def test_the_figures_rest_on_the_events_where_they_count(books):
    its = in_kind(books, received=D(20))
    first = event(books, 100, contribution_id=its.id)
    found = books.figures()["F1-received-iua"]
    assert found.value == 100
    assert [(b.noun, b.ids) for b in found.basis if b.noun == "credit_event"] == [("credit_event", (first.id,))]


def test_an_event_credited_later_is_not_known_yet(books):
    its = in_kind(books)
    event(books, 100, contribution_id=its.id, credited_on="2025-08-01")
    found = books.figures()
    assert found["F1-received-iua"].value is None
    assert found["F1-credit-credited-iua"].note == "no credit event that is credited is recorded"
    assert found["F1-credit-claimed-iua"].value == 100
    assert books.figures(date(2025, 8, 1))["F1-received-iua"].value == 100


def test_an_event_of_a_file_finds_the_only_contribution_in_kind_of_its_partner_and_unit(books):
    in_kind(books)
    books.contribution(1, pledged=D(5))
    event(books, 70)
    assert books.figures()["F1-received-iua"].value == 70


def test_an_event_that_may_be_of_two_contributions_counts_in_none_and_that_is_said(books):
    in_kind(books)
    in_kind(books)
    event(books, 70)
    found = books.figures()
    assert found["F1-credit-unplaced"].value == 1
    assert found["F1-received-iua"].value is None


def test_the_milestone_tells_two_contributions_apart(books):
    in_kind(books, milestone_code="M1")
    in_kind(books, milestone_code="M2", pledged=D(10))
    event(books, 70, milestone_code="M1")
    assert books.figures()["F1-received-iua"].value == 70


def test_credits_count_in_what_is_past_due_and_in_the_portfolio(books):
    its = in_kind(books, due="2025-01-31")
    event(books, 450, contribution_id=its.id)
    assert books.figures()["F1-past-due-iua"].value == 150
    assert books.figures()["F1-short-p1-iua"].value == 150
    whole = books.figures(code=None)
    assert whole["F0-received-iua"].value == 450
    assert whole["F0-past-due-iua"].value == 150


def test_a_unit_of_account_is_converted_by_the_agreed_rate_which_is_named(books):
    in_kind(books, received=D(100))
    books.contribution(2, pledged=D(1000), received=D(500))
    books.keep(ExchangeRate(base="IUA", quote="EUR", kind="agreed", rate=D("1552.24"), source="ITER Council 2008"))
    found = books.figures()
    assert found["F1-received-home"].value == 500 + 100 * D("1552.24")
    assert found["F1-received-home"].unit == "EUR"
    assert found["F1-pledged-home"].value == 1000 + 600 * D("1552.24")
    (told,) = [v for k, v in found["F1-received-home"].inputs.items() if k == "100 IUA"]
    assert told.startswith("155224 EUR at 1552.24 (agreed") and "ITER Council 2008" in told


def test_without_a_rate_there_is_no_figure_but_the_reason(books):
    in_kind(books, received=D(100))
    books.contribution(2, pledged=D(1000), received=D(500))
    found = books.figures()["F1-received-home"]
    assert found.value is None
    assert "100 IUA not converted" in found.note


def test_what_came_late_and_what_is_missing_still_are_visible_partner_by_partner(books):
    books.contribution(1, pledged=D(100), due="2025-01-31", received=D(100), received_on="2025-02-10")
    books.contribution(2, pledged=D(100), due="2025-05-31", received=D(40), received_on="2025-05-30")
    books.contribution(3, pledged=D(100), due="2025-12-31")
    found = books.figures()
    assert (found["F1-late-days-p1"].value, found["F1-short-p1"].value) == (10, 0)
    assert (found["F1-late-days-p2"].value, found["F1-short-p2"].value) == (30, 60)
    assert found["F1-late-days-p2"].inputs == {"came late by at most": "0 days", "missing since": "30 days"}
    assert "F1-late-days-p3" not in found


def test_an_event_past_its_day_that_is_not_credited_makes_its_partner_late(books):
    its = in_kind(books)
    event(books, 100, contribution_id=its.id, due="2025-06-20", status="claimed", credited_on=None)
    assert books.figures()["F1-late-days-p1"].value == 10
