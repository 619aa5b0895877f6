"""The conversion group: costs in other currencies in the project's own, each with amount, rate, date and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.conversions import Rate
from collabdesk.domain.costs import CostItem
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.figures import Basis
from collabdesk.domain.packs import Pack, PackValue
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.measures.conversion import in_one_currency
from collabdesk.reporting.language import retold, writing
from collabdesk.usecases import figures, provenance
from collabdesk.usecases.rates import choosing
from collabdesk.usecases.rules import Choice
from collabdesk.usecases.workspace import Workspace
from databases import new_location

DAY = date(2025, 1, 1)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path)) as opened:
        yield opened


def spend(workspace, *items, **project):
    with workspace.changing("Costs") as step:
        made = step.add(Project(code="P", currency="EUR", **project))
        step.add_many([CostItem(project_id=made.id, expended=Decimal(a), currency=c, date=d) for a, c, d in items])


def conversion(workspace):
    return {f.id: f for f in figures.figures(workspace, "P", DAY) if f.group == "conversion"}


def test_a_sum_in_one_currency_is_undefined_where_a_rate_is_missing():
    assert in_one_currency([Decimal(1), Decimal("2.5")], None).value == Decimal("3.5")
    assert in_one_currency([Decimal(1)], "no rate").reason == "no rate"
    assert in_one_currency([None], None).value is None


def test_foreign_costs_are_one_total_with_each_amount_rate_date_and_source(workspace):
    spend(workspace, ("137.59", "USD", "2014-03-28"), ("10", "EUR", "2014-03-01"))
    found = conversion(workspace)
    total = found["F1-cost-in-own-currency"]
    assert (total.value, total.unit) == (Decimal(110), "EUR")
    said = total.inputs["137.59 USD"]
    assert said.startswith("100 EUR at 0.7267970056")
    assert "of 28 March 2014, European Central Bank" in said
    assert total.inputs["rule pack"].startswith("generic")
    assert found["F1-cost-converted-usd"].value == 100
    assert [s.records for s in provenance.sources_of(workspace, found["F1-cost-converted-usd"])] == [1]


def test_a_sum_without_a_rate_is_named_and_the_total_is_not_computed(workspace):
    spend(workspace, ("137.59", "USD", "2014-03-28"), ("7", "IUA", "2014-03-28"))
    found = conversion(workspace)
    assert found["F1-cost-in-own-currency"].value is None
    assert "7 IUA not converted: the European Central Bank fixes no IUA" in found["F1-cost-in-own-currency"].note
    assert found["F1-cost-converted-usd"].value == 100
    assert found["F1-cost-converted-iua"].value is None


def test_the_rule_pack_chooses_the_rate_and_an_unconfirmed_choice_is_said(workspace):
    spend(workspace, ("0.8552375", "GBP", "2024-03-12"), rule_pack="horizon_europe_2021", start="2024-01-01")
    with workspace.changing("Period") as step:
        step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-03-01", end="2024-03-31"))
    total = conversion(workspace)["F1-cost-in-own-currency"]
    assert (round(total.value, 2), total.inputs["choice of the rate"]) == (1, "period average")
    assert "rate_choice is unconfirmed in the rule pack" in total.note


def test_an_own_rate_is_among_the_sources(workspace):
    spend(workspace, ("2", "IUA", "2014-03-28"))
    with workspace.changing("Rate") as step:
        step.add(ExchangeRate(base="IUA", quote="EUR", rate=Decimal(1500), kind="agreed"))
    total = conversion(workspace)["F1-cost-in-own-currency"]
    assert (total.value, total.inputs["2 IUA"]) == (3000, "3000 EUR at 1500 (agreed, an own rate)")
    assert Basis("exchange_rate", "rate", ids=(1,)) in total.basis


@pytest.mark.parametrize(
    ("value", "said"), [("weekly", "'weekly' is none that there is"), (None, "does not say which rate")]
)
def test_a_pack_that_chooses_no_rate_converts_nothing_and_says_so(workspace, monkeypatch, value, said):
    values = {"rate_choice": PackValue("rate_choice", value, "own", True)} if value else {}
    pack = Pack("own", "own", "Our own", "1", "", "", "actual", "EUR", values=values)
    monkeypatch.setattr(choosing.rules, "chosen", lambda *_: Choice(pack, "", None))
    found = choosing.choice_of(workspace, Project(), DAY)
    assert found.name == ""
    assert said in found.note


def test_costs_in_the_project_s_own_currency_need_no_conversion(workspace):
    spend(workspace, ("10", "EUR", "2014-03-01"))
    assert conversion(workspace) == {}


def test_a_rate_is_said_with_the_sign_for_decimals_of_the_language():
    rate = Rate("NOK", "EUR", Decimal("0.0859"), Decimal(1), "day", "2026-06-30", "2026-06-30", "the bank")
    assert rate.told == "0.0859 (of 30 June 2026, the bank)"
    with writing("de"):
        assert retold(rate.told).startswith("0,0859 (vom 30. Juni 2026")
