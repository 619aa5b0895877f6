"""Sums in the project's currency: each group by one rate, the item's own first, and what has none is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.costs import CostItem
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.usecases.rates import ecb, in_home, in_home_by
from collabdesk.usecases.workspace import Workspace
from databases import new_location

DAY = date(2025, 1, 1)


@pytest.fixture
def books(tmp_path):
    with Workspace.open(new_location(tmp_path)) as workspace:
        with workspace.changing("Project") as step:
            project = step.add(Project(code="P", currency="EUR"))
        yield workspace, project


def spend(workspace, project, *items):
    with workspace.changing("Costs") as step:
        step.add_many([CostItem(project_id=project.id, **item) for item in items])


def usd(amount, day="2014-03-28", **more):
    return {"expended": Decimal(amount), "currency": "USD", "date": day, **more}


def costs(books, choice="day", as_of=DAY):
    workspace, project = books
    return in_home(workspace, project, "cost", ("expended",), {}, choice, as_of)


def test_foreign_costs_are_added_in_the_project_s_currency_unrounded(books):
    spend(*books, usd("137.59"), usd("275.18"), {"expended": Decimal(10), "currency": "EUR", "date": "2014-04-01"})
    found = costs(books)
    assert found.totals["expended"] == 310
    assert found.home["expended"] == 10
    (one,) = found.converted
    assert (one.amounts["expended"], one.rate.first, one.records) == (Decimal("412.77"), "2014-03-28", 2)


def test_the_rate_that_an_item_states_goes_before_every_table(books):
    spend(*books, usd("100", rate=Decimal("0.9"), rate_date="2014-03-01", rate_source="bank slip"))
    (one,) = costs(books).converted
    assert (one.values["expended"], one.rate.source, one.rate.first) == (90, "bank slip", "2014-03-01")


def test_a_sum_without_a_rate_leaves_no_total_but_its_name_and_reason(books):
    spend(*books, usd("100"), {"expended": Decimal(7), "currency": "IUA", "date": "2014-03-28"})
    found = costs(books)
    assert found.totals["expended"] is None
    assert found.reason("expended").startswith("7 IUA not converted: the European Central Bank fixes no IUA")


def test_an_own_table_of_the_project_is_used(books):
    workspace, project = books
    with workspace.changing("Rate") as step:
        step.add(ExchangeRate(project_id=project.id, base="IUA", quote="EUR", rate=Decimal(1500), kind="agreed"))
    spend(workspace, project, {"expended": Decimal(2), "currency": "IUA", "date": "2014-03-28"})
    assert costs(books).totals["expended"] == 3000


def test_what_was_not_known_yet_is_left_out(books):
    spend(*books, usd("137.59"), usd("137.59", "2014-06-02"))
    assert costs(books, as_of=date(2014, 5, 1)).totals["expended"] == 100


def test_the_period_average_is_of_the_period_that_an_item_is_declared_in(books):
    workspace, project = books
    with workspace.changing("Period") as step:
        step.add(ReportingPeriod(project_id=project.id, code="RP1", start="2024-03-01", end="2024-03-31"))
        step.add(ReportingPeriod(project_id=project.id, code="RP2", start="2024-04-01", end="2024-04-30"))
    gbp = {"expended": Decimal("85.52375"), "currency": "GBP"}
    spend(workspace, project, {**gbp, "date": "2024-03-12"}, {**gbp, "date": "2024-04-02", "declared_in": "RP1"})
    found = costs(books, "period_average")
    assert [(c.records, c.rate.below) for c in found.converted] == [(2, Decimal("0.8552375"))]
    assert round(found.totals["expended"], 2) == 200


def test_a_cost_outside_every_period_has_no_period_average(books):
    spend(*books, usd("1"))
    assert "no reporting period is recorded" in costs(books, "period_average").reason("expended")


def test_a_period_that_is_not_over_is_averaged_to_the_day_and_says_so(books):
    workspace, project = books
    with workspace.changing("Period") as step:
        step.add(ReportingPeriod(project_id=project.id, code="RP1", start="2024-03-01", end="2024-12-31"))
    spend(workspace, project, {"expended": Decimal(1), "currency": "GBP", "date": "2024-03-12"})
    found = costs(books, "period_average", as_of=date(2024, 3, 31))
    assert found.converted[0].rate.below == Decimal("0.8552375")
    assert found.notes == ("the period RP1 is not over: its average is to 31 March 2024",)


def test_a_period_that_outlasts_the_history_is_averaged_as_far_as_that_goes(books, monkeypatch):
    workspace, project = books
    monkeypatch.setattr(ecb, "last_day", lambda: date(2024, 3, 31))
    monkeypatch.setattr(ecb, "bounds", lambda _: (date(1999, 1, 4), date(2024, 3, 31)))
    with workspace.changing("Period") as step:
        step.add(ReportingPeriod(project_id=project.id, code="RP1", start="2024-03-01", end="2024-12-31"))
    spend(workspace, project, {"expended": Decimal(1), "currency": "GBP", "date": "2024-03-12"})
    found = costs(books, "period_average", as_of=date(2024, 5, 15))
    assert found.notes == ("the period RP1 is not over: its average is to 31 March 2024",)
    over = costs(books, "period_average", as_of=date(2025, 1, 15))
    assert over.totals["expended"] is None and "to 31 March 2024" in over.reason("expended")


def test_each_partner_s_sums_are_converted_by_themselves(books):
    workspace, project = books
    spend(workspace, project, usd("137.59", category="A"), usd("13.759", category="B"))
    found = in_home_by(workspace, project, "cost", ("expended",), {}, "day", DAY, by=("category",))
    assert {part.key: part.totals["expended"] for part in found} == {("A",): 100, ("B",): 10}
