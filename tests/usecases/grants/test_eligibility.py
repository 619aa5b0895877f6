"""Eligible costs and the contribution requested, from entered costs: the derived example, its traps and its edges."""

from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.rule_overrides import RuleOverride

D = Decimal
EXAMPLE = [
    ("A", 200_000), ("B", 50_000), ("C1", 10_000), ("C2", 15_000), ("C3", 25_000), ("D1", 60_000), ("D2", 20_000),
]  # fmt: skip


def test_the_derived_example_of_a_research_action_comes_from_entered_costs(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(*EXAMPLE)
    found = grant.figures()
    assert found["direct"].value == 380_000
    assert found["indirect-base"].value == 250_000
    assert found["indirect"].value == 62_500
    assert found["eligible"].value == 442_500
    assert found["requested"].value == 442_500
    assert found["certificates"].value == 1
    assert found["indirect"].inputs["rule pack"] == "horizon_europe_2021 AGA 2.0, 1 April 2025"
    assert found["indirect"].rule == "he.indirect@MGA-6.2.E"


def test_a_for_profit_partner_of_an_innovation_action_gets_seventy_percent_and_needs_no_certificate(grant):
    grant.sign(rule_pack="horizon_europe", action_type="HORIZON-IA")
    firm = grant.partner("Firm", kind="PRC")
    grant.costs(*EXAMPLE, partner_id=firm.id)
    found = grant.figures()
    assert found["requested"].value == 309_750
    assert found["funding-rate"].value == D("0.7000")
    assert found["certificates"].value == 0
    assert found[f"certificate-p{firm.id}"].note.startswith("not due")


def test_a_non_profit_partner_gets_the_whole_and_its_unconfirmed_kind_is_told(grant):
    grant.sign(rule_pack="horizon_europe", action_type="IA")
    university, firm = grant.partner("University", kind="HES"), grant.partner("Firm", kind="PRC")
    grant.costs(("A", 100_000), partner_id=university.id)
    grant.costs(("A", 100_000), partner_id=firm.id)
    found = grant.figures()
    assert found[f"requested-p{university.id}"].value == 125_000
    assert found[f"requested-p{firm.id}"].value == 87_500
    assert found["requested"].value == 212_500
    assert found["funding-rate"].value == D("0.8500")
    assert "nonprofit_kinds is unconfirmed in the rule pack" in found[f"requested-p{university.id}"].note


def test_the_partners_own_rate_goes_before_the_packs(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    partner = grant.partner("Half", rate="0.5")
    grant.costs(("A", 1_000), partner_id=partner.id)
    found = grant.figures()
    assert found["requested"].value == 625
    assert found[f"funding-rate-p{partner.id}"].basis[0].noun == "participation"


@pytest.mark.parametrize(("personnel", "due"), [("344000", 1), ("343999.9999", 0), ("344000.0001", 1)])
def test_a_certificate_is_due_from_exactly_the_threshold_on(grant, personnel, due):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(("A", personnel))
    assert grant.figures()["certificates"].value == due


def test_the_certificate_is_of_each_beneficiary_apart(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    for name in ("One", "Two"):
        grant.costs(("A", 300_000), partner_id=grant.partner(name).id)
    found = grant.figures()
    assert found["requested"].value == 750_000
    assert found["certificates"].value == 0


def test_the_threshold_of_the_data_sheet_is_taken_and_told(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.keep(
        RuleOverride(project_id=grant.project.id, name="certificate_threshold", value="325000", source="data sheet 4.3")
    )
    grant.costs(("A", 300_000))
    found = grant.figures()["certificates"]
    assert found.value == 1
    assert found.inputs["threshold"] == "325000"
    assert "as the grant states it (data sheet 4.3)" in found.note


def test_what_the_funder_accepted_counts_and_what_it_rejected_does_not(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.keep(
        grant.cost("A", 1_000, status="accepted", accepted=D(900)),
        grant.cost("A", 500, status="accepted"),
        grant.cost("A", 400, status="rejected"),
        grant.cost("A", 300, status="rejected", accepted=D(100)),
        grant.cost("A", 200, status="declared"),
    )
    found = grant.figures()
    assert found["direct"].value == 900 + 500 + 0 + 100 + 200
    assert found["direct"].inputs["statuses"] == (
        "accepted (the accepted amount), declared, rejected (what was accepted of it)"
    )


def test_a_category_that_the_pack_does_not_know_is_left_out_and_said_until_the_project_says_what_it_means(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(("A", 1_000), ("Catering", 80), ("", 20))
    found = grant.figures()
    assert found["direct"].value == 1_000
    assert found["unknown-categories"].value == 100
    assert (
        "left out: 100 in categories that the rule pack does not know (Catering, no category)"
        in found["requested"].note
    )
    grant.keep(RuleOverride(project_id=grant.project.id, name="category.Catering", value="C.3"))
    assert grant.figures()["direct"].value == 1_080


def test_indirect_costs_that_were_recorded_are_no_direct_costs(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(("A", 1_000), ("E", 240))
    found = grant.figures()
    assert (found["direct"].value, found["indirect"].value) == (1_000, 250)
    assert found["indirect"].inputs["indirect costs recorded"] == "240"


def test_without_costs_there_is_a_reason_and_no_nought(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    found = grant.figures()
    assert found["direct"].value is None and "no cost" in found["direct"].note
    assert "requested" not in found


def test_costs_of_nought_are_computed_as_nought(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA", funding=D(100))
    grant.costs(("A", "0.0"))
    found = grant.figures()
    assert found["requested"].value == 0
    assert found["funding-rate"].value is None and "zero" in found["funding-rate"].note


def test_an_action_without_a_rate_in_the_pack_requests_nothing_but_says_why(grant):
    grant.sign(rule_pack="horizon_europe", action_type="ERC-STG")
    grant.costs(("A", 1_000))
    found = grant.figures()
    assert found["eligible"].value == 1_250
    assert found["requested"].value is None
    assert "no funding rate of 'ERC-STG': state the partner's own" in found["requested"].note


def test_a_span_of_rates_is_no_rate(grant):
    grant.sign(rule_pack="horizon_europe", action_type="HORIZON-COFUND")
    grant.costs(("A", 1_000))
    assert "to 0.7" in grant.figures()["requested"].note


def test_nobody_gets_more_than_the_maximum_grant(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA", funding=D(1_000))
    grant.costs(("A", 1_000))
    found = grant.figures()
    assert (found["requested"].value, found["entitled"].value) == (1_250, 1_000)


def test_a_cost_in_another_currency_is_converted_by_its_own_rate_and_without_one_there_is_no_figure(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.keep(grant.cost("A", 1_000, currency="XTS", rate=D("0.5"), rate_date="2025-03-01"))
    assert grant.figures()["direct"].value == 500
    grant.keep(grant.cost("C1", 10, currency="XTS"))
    found = grant.figures()
    assert found["direct"].value is None and "10 XTS not converted" in found["direct"].note
    assert found["requested"].value is None
    assert found["direct-a"].value == 500


def test_the_grants_own_table_of_rates_is_used(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.keep(
        ReportingPeriod(project_id=grant.project.id, code="RP1", start="2025-01-01", end="2025-06-30"),
        ExchangeRate(
            series="BANK",
            base="XTS",
            quote="EUR",
            kind="period_average",
            start="2025-01-01",
            end="2025-06-30",
            rate=D("0.25"),
        ),
        grant.cost("A", 1_000, currency="XTS"),
    )
    found = grant.figures()
    assert found["direct"].value == 250
    assert "BANK" in found["direct"].inputs["rates"]
    assert "rate_choice is unconfirmed in the rule pack" in found["requested"].note


def test_costs_of_later_days_are_not_known_yet(grant):
    from datetime import date

    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(("A", 1_000))
    grant.keep(grant.cost("A", 500, date="2025-04-01"))
    assert grant.figures(as_of=date(2025, 3, 31))["direct"].value == 1_000
    assert grant.figures()["direct"].value == 1_500


def test_a_project_without_a_rule_pack_has_no_such_figures(grant):
    grant.sign()
    grant.costs(*EXAMPLE)
    assert not {"direct", "requested", "payment-pre-financing"} & set(grant.figures())


def test_a_pack_that_is_not_there_is_said_on_the_figures(grant):
    grant.sign(rule_pack="interreg", action_type="x")
    grant.costs(("Travel", 10))
    found = grant.figures()["direct"]
    assert found.value == 10 and "'interreg', which is not there" in found.note


def test_every_figure_leads_back_to_its_cells(grant):
    from collabdesk.usecases import provenance

    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.costs(*EXAMPLE)
    found = grant.figures()
    (source,) = provenance.sources_of(grant.workspace, found["direct"])
    assert (source.records, source.total) == (7, 380_000)
    base = provenance.sources_of(grant.workspace, found["indirect-base"])
    assert sum(s.total for s in base) == 250_000


def test_an_adjusted_item_counts_as_it_should_have_been(grant):
    from collabdesk.usecases import costs

    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    (item,) = grant.keep(grant.cost("A", 1_000, status="declared"))
    costs.adjust(grant.workspace, item.id, D(900), "a wrong month")
    assert grant.figures()["direct"].value == 900


def test_only_the_cells_that_count_stand_behind_a_figure(grant):
    from collabdesk.usecases import provenance

    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    grant.keep(
        grant.cost("A", 1_000, status="accepted", accepted=D(900)),
        grant.cost("A", 500, status="accepted"),
        grant.cost("A", 400, status="rejected"),
        grant.cost("A", 200, status="declared"),
    )
    found = grant.figures()["direct"]
    assert found.value == 1_600
    assert sum(s.total for s in provenance.sources_of(grant.workspace, found)) == 1_600


def test_an_associated_partner_requests_nothing_unless_it_has_a_rate_of_its_own(grant):
    grant.sign(rule_pack="horizon_europe", action_type="RIA")
    one, two = grant.partner("One"), grant.partner("Two", rate="0.5")
    with grant.workspace.changing("Roles") as step:
        for part in grant.workspace.find("participation"):
            step.update(replace(part, role="associatedPartner"))
    for partner in (one, two):
        grant.costs(("A", 1_000), partner_id=partner.id)
    found = grant.figures()
    assert found[f"requested-p{one.id}"].value == 0
    assert found[f"requested-p{two.id}"].value == 625
    assert "unfunded_roles is unconfirmed" in found[f"requested-p{one.id}"].note
