"""Payments of a grant from entered periods, costs and receipts: the derived example, the cap, dates, distribution."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.payments import Payment
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.rule_overrides import RuleOverride

D = Decimal
PERIODS = (
    ("RP1", "2023-02-01", "2024-07-31"),
    ("RP2", "2024-08-01", "2026-01-31"),
    ("RP3", "2026-02-01", "2027-01-31"),
)
LAST = date(2027, 12, 31)


@pytest.fixture
def signed(grant):
    return grant.sign(rule_pack="horizon_europe", action_type="RIA", funding=D(4_500_000))


def spend(grant, *personnel, running=()):
    """Accepted periods (but for those running) with personnel costs; the contribution of each is a quarter more."""
    periods = [
        ReportingPeriod(
            project_id=grant.project.id, code=c, start=s, end=e, status="open" if c in running else "accepted"
        )
        for c, s, e in PERIODS
    ]
    costs = [
        grant.cost("A", amount, date=end, status="accepted", declared_in=code)
        for (code, _, end), amount in zip(PERIODS, personnel, strict=False)
    ]
    grant.keep(*periods, *costs)  # in one step: a period that is closed takes no costs


def test_the_derived_example_comes_from_entered_costs_and_periods(signed):
    spend(signed, 1_280_000, 1_200_000, 1_040_000)
    found = signed.figures(LAST)
    assert found["payment-pre-financing"].value == 2_400_000
    assert found["payment-insurance-retention"].value == 225_000
    assert found["payment-pre-financing-cash"].value == 2_175_000
    assert found["payment-interim-rp1"].value == 1_600_000
    assert found["payment-interim-rp2"].value == 50_000
    assert found["payment-balance-cash"].value == 575_000
    assert found["payments-cash"].value == 4_400_000
    assert found["payment-interim-rp1"].inputs["payment cap"] == "90 %"


def test_costs_in_no_period_are_named_beside_the_balance_that_leaves_them_out(signed):
    spend(signed, 1_280_000, 1_200_000, 1_040_000)
    before = signed.figures(LAST)["payment-balance"]
    signed.keep(signed.cost("A", 1_000, date="2027-06-30"))
    after = signed.figures(LAST)["payment-balance"]
    assert after.value == before.value and before.note != after.note
    assert "left out: 1000 of costs in no reporting period" in after.note


def test_a_reason_that_two_payments_share_is_said_once(signed):
    spend(signed, running=("RP1", "RP2", "RP3"))
    reasons = signed.figures(LAST)["payments-cash"].note.split("; ")
    assert len(reasons) == len(set(reasons)) == 3


def test_what_is_not_spent_yet_has_a_reason_and_no_amount(signed):
    spend(signed, 1_280_000, running=("RP2", "RP3"))
    found = signed.figures()
    assert found["payment-interim-rp1"].value == 1_600_000
    assert found["payment-interim-rp2"].value is None
    assert found["payment-interim-rp2"].note == "no cost of RP2 is recorded yet"
    assert found["payment-balance"].value is None and found["payments-cash"].value is None


def test_what_a_running_period_gave_so_far_is_told_as_such(signed):
    spend(signed, 1_280_000, 20_000, running=("RP2", "RP3"))
    found = signed.figures()["payment-interim-rp2"]
    assert found.value == 25_000 and "RP2 is not submitted: as recorded so far" in found.note


def test_a_reported_period_without_costs_is_one_of_nought(signed):
    spend(signed, 1_280_000)
    assert signed.figures(LAST)["payment-interim-rp2"].value == 0


def test_payments_fall_due_by_the_days_of_the_pack(signed):
    spend(signed, 1_280_000, 1_200_000, 1_040_000)
    found = signed.figures(LAST)
    # 30 days after signature is later than 10 days before the start.
    assert found["payment-pre-financing"].inputs["expected on"] == "9 February 2023"
    # 60 days after the period, and 90 after the report.
    assert found["payment-interim-rp1"].inputs["expected on"] == "28 December 2024"


def test_more_than_was_granted_is_never_paid(signed):
    spend(signed, 4_000_000, 4_000_000, 4_000_000)
    found = signed.figures(LAST)
    assert found["payments-cash"].value == 4_500_000
    assert found["payment-interim-rp1"].value == 1_650_000


def test_less_than_was_paid_is_recovered_with_the_balance(signed):
    spend(signed, 100_000)
    assert signed.figures(LAST)["payment-balance"].value == 125_000 - 2_400_000 - 125_000


def test_one_period_alone_gets_pre_financing_up_to_the_cap_unless_the_grant_states_its_own(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA", funding=D(1_000_000))
    alone = ReportingPeriod(
        project_id=grant.project.id, code="RP1", start="2023-02-01", end="2024-01-31", status="accepted"
    )
    grant.keep(alone, grant.cost("A", 760_000, date="2024-01-01", status="accepted"))
    found = grant.figures()
    assert found["payment-pre-financing"].value == 900_000
    assert "exceed the cap" in found["payment-pre-financing"].note
    assert found["payments-cash"].value == 950_000
    grant.keep(RuleOverride(project_id=grant.project.id, name="prefinancing_share", value="0.8", source="data sheet"))
    assert grant.figures()["payment-pre-financing"].value == 800_000
    assert grant.figures()["payments-cash"].value == 950_000


@pytest.mark.parametrize(("missing", "reason"), [("funding", "no funding"), ("periods", "no reporting period")])
def test_without_a_grant_or_periods_the_schedule_says_what_is_missing(grant, missing, reason):
    grant.sign(rule_pack="horizon_europe", action_type="RIA", funding=None if missing == "funding" else D(100))
    if missing == "funding":
        grant.keep(ReportingPeriod(project_id=grant.project.id, code="RP1", start="2023-02-01", end="2024-01-31"))
    found = grant.figures()["payment-pre-financing"]
    assert found.value is None and reason in found.note


def receive(grant, amount, **fields):
    given = {"kind": "pre_financing", "received_on": "2023-03-01", "status": "received", "currency": "EUR", **fields}
    return grant.keep(Payment(project_id=grant.project.id, received=D(amount), **given))[0]


def test_what_came_is_shown_beside_what_was_expected_and_what_is_still_to_come(signed):
    receive(signed, 2_175_000)
    receive(signed, 1_600_000, kind="interim", period="RP1", received_on="2026-08-01")
    found = signed.figures()
    assert found["payments-received"].value == 2_175_000
    assert found["payments-to-come"].value == 2_325_000
    assert found["payment-pre-financing"].inputs["received"] == "2175000"
    assert signed.figures(LAST)["payments-received"].value == 3_775_000


def test_an_insurance_that_was_withheld_did_not_reach_the_account(signed):
    receive(signed, 2_400_000)
    receive(signed, 225_000, kind="insurance_retention")
    found = signed.figures()["payments-received"]
    assert found.value == 2_175_000
    assert sum(D(amount) for name, amount in found.inputs.items() if name != "rule pack") == found.value


def test_the_inputs_of_what_came_add_up_although_payments_have_no_number(signed):
    receive(signed, 100)
    receive(signed, 40)
    assert signed.figures()["payments-received"].inputs["Pre-financing"] == "140"


def test_what_was_recovered_did_not_come(signed):
    receive(signed, 2_175_000)
    receive(signed, 75_000, kind="recovery")
    assert signed.figures()["payments-received"].value == 2_100_000


def test_receipts_are_distributed_by_the_maximum_grants_and_the_remaining_cents_are_shown(signed):
    partners = [signed.partner(name) for name in ("One", "Two", "Three")]
    signed.keep(*(
        Contribution(project_id=signed.project.id, partner_id=p.id, amount=D(1_500_000), currency="EUR")
        for p in partners
    ))  # fmt: skip
    came = receive(signed, "100.00")
    signed.keep(
        Payment(project_id=signed.project.id, partner_id=partners[0].id, payment_id=came.id, kind="distribution",
                received=D("30.00"), received_on="2023-03-09", currency="EUR", status="received")
    )  # fmt: skip
    found = signed.figures()
    assert [found[f"distribution-p{p.id}"].value for p in partners] == [D("33.33")] * 3
    assert found["distribution-remainder"].value == D("0.01")
    assert found[f"distribution-p{partners[0].id}"].inputs["still to distribute"] == "3.33"
    assert found["payments-received"].value == 100


def test_without_maximum_grants_nothing_is_distributed_and_the_reason_is_said(signed):
    signed.partner("One")
    receive(signed, 100)
    found = signed.figures()
    assert "no maximum grant of a partner" in found["distribution-remainder"].note


def test_a_payment_in_another_currency_is_left_out_and_told(signed):
    receive(signed, 100, currency="USD")
    found = signed.figures()["payments-received"]
    assert found.value == 0 and "payments in USD are left out" in found.note
