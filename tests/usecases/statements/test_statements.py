"""Statements: each form's lines from entered books, in its own order, every figure led back to its records."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.figures import Figure
from collabdesk.domain.problems import Refused
from collabdesk.measures.forecasting import forecast, variance_at_end
from collabdesk.usecases import figures, provenance, statements
from collabdesk.usecases.statements.forms import budget, contribution, federal, financial

from .conftest import AS_OF

D = Decimal


def value(statement, ending):
    return next(f.value for f in statement.figures if f.id.endswith(ending))


def make(workspace, kind, project, **more):
    return statements.make(workspace, kind, project.id, AS_OF, **more)


def test_every_form_is_found_once_in_its_order():
    assert statements.kinds() == [financial.STATEMENT, federal.STATEMENT, contribution.STATEMENT, budget.STATEMENT]


def test_the_financial_statement_is_the_worked_example(workspace, europe, same):
    made = make(workspace, "financial", europe, partner="UN1", period="RP1")
    assert value(made, "-base") == 250_000
    assert value(made, "-indirect") == 62_500
    assert value(made, "-total") == 442_500
    assert value(made, "-requested") == 442_500
    assert any("is due by this statement" in note for note in made.notes)
    same("financial", made)


def test_a_statement_names_what_of_its_rules_is_unconfirmed_and_why_its_lines_may_not_foot(workspace, europe):
    with workspace.changing("Abroad") as step:
        (two,) = workspace.find("partner", name="Lab Two")
        own = {"project_id": europe.id, "partner_id": two.id, "date": "2024-06-30"}
        step.add(CostItem(**own, category="A.1", expended=D(1000), currency="NOK"))
    notes = make(workspace, "financial", europe, partner="Lab Two", period="RP1").notes
    assert "Unconfirmed in the rule pack: the category C.1." in notes
    assert "Of the rules: rate_choice is unconfirmed in the rule pack." in notes
    assert "can differ from their total by a cent" in notes[-1]


def test_a_financial_statement_is_of_one_partner_and_period_or_of_the_whole_action(workspace, europe):
    whole = make(workspace, "financial", europe, partner="University One")
    assert value(whole, "-a") == 201_000
    assert value(make(workspace, "financial", europe, partner="UN1", period="RP2"), "-a") == 1_000
    assert value(make(workspace, "financial", europe, partner="Lab Two", period="RP1"), "-total") == 875
    with pytest.raises(Refused, match="of one partner: name it"):
        make(workspace, "financial", europe)
    with pytest.raises(Refused, match="Its partners are: Lab Two, UN1"):
        make(workspace, "financial", europe, partner="Nobody")
    with pytest.raises(Refused, match="Its periods are: RP1, RP2"):
        make(workspace, "financial", europe, partner="UN1", period="RP9")


def test_a_line_of_a_financial_statement_rests_on_the_items_of_its_period(workspace, europe):
    made = make(workspace, "financial", europe, partner="UN1", period="RP1")
    staff = next(f for f in made.figures if f.id.endswith("-a1"))
    (source,) = provenance.sources_of(workspace, staff)
    assert (source.records, source.total) == (1, D(200_000))


def test_foreign_costs_are_converted_and_the_rate_is_printed(workspace, europe):
    with workspace.changing("Abroad") as step:
        step.add(
            CostItem(project_id=1, partner_id=2, category="C.1", expended=D(100), currency="GBP", date="2024-06-30")
        )
    made = make(workspace, "financial", europe, partner="Lab Two", period="RP1")
    assert len(made.rates) == 1
    assert made.rates[0].startswith("1 GBP = 1.18")
    assert value(made, "-c") > 800


def test_the_sf_425_stands_in_the_form_s_order(workspace, america, same):
    made = make(workspace, "sf425", america)
    letters = [line.label[0] for line in made.lines if not line.is_heading]
    assert letters == list("abcdefghijklmno")
    assert [value(made, f"-{x}") for x in "cghk"] == [20_000, 510_000, 490_000, 140_000]
    same("sf425", made)


def test_the_contribution_statement_names_arrears_and_credit_events(workspace, facility, same):
    made = make(workspace, "contribution", facility, partner="Agency North")
    assert value(made, "total-mua-received-mua") == 4
    assert value(made, "total-mua-arrears-mua") == 6
    assert value(made, "total-eur-arrears") == 200
    same("contribution", made)


def test_what_came_after_the_day_is_neither_counted_nor_a_source(workspace, facility):
    with workspace.changing("Later") as step:
        step.add(Contribution(project_id=facility.id, partner_id=1, title="Late", called=D(50), received=D(50),
                              currency="EUR", due="2025-02-01", received_on="2025-08-01"))  # fmt: skip
    made = make(workspace, "contribution", facility, partner="Agency North")
    total = next(f for f in made.figures if f.id.endswith("total-eur-received"))
    assert total.value == 300
    assert [s.total for s in provenance.sources_of(workspace, total)] == [D(300)]
    assert value(made, "total-eur-arrears") == 250


def test_without_a_partner_every_partner_has_a_line(workspace, facility):
    made = make(workspace, "contribution", facility)
    assert [line.label for line in made.lines if line.level][:3] == ["Agency North", "Agency South", "Agency North"]
    assert value(made, "total-eur-called") == 700


def test_budget_versus_actual_foots_with_unmatched_actuals_and_forecast(workspace, europe, same):
    made = make(workspace, "budget", europe)
    assert made.lines[0].label == "In EUR"
    rows = [line.cells for line in made.lines if line.cells and not line.is_total]
    total = made.lines[-1].cells
    for column in (0, 1, 2, 4, 5):
        shown = [r[column].value for r in rows if isinstance(r[column], Figure)]
        assert sum(v for v in shown if v is not None) == total[column].value
    unmatched = next(line for line in made.lines if line.label == "Unmatched actuals")
    assert unmatched.cells[1].value == 60_000
    assert provenance.sources_of(workspace, unmatched.cells[1])[0].total == 60_000
    same("budget", made)


def test_a_recorded_forecast_goes_before_the_computed_one(workspace, europe):
    with workspace.changing("Forecast") as step:
        step.add(BudgetLine(project_id=1, category="C.1", amount=D(33_000), currency="EUR", basis="forecast"))
        step.add(BudgetLine(project_id=1, category="C.9", amount=D(1), currency="EUR", basis="forecast"))
    made = make(workspace, "budget", europe)
    assert value(made, "c-1-forecast") == 33_000
    assert value(made, "c-1-at-end") == -13_000
    assert value(made, "c-9-forecast") == 1


def test_a_budget_is_cut_by_partner_too(workspace, europe):
    made = make(workspace, "budget", europe, by="partner")
    assert [line.label for line in made.lines[1:]] == [
        "Lab Two",
        "UN1",
        "partner not named",
        "Unmatched actuals",
        "Total",
    ]
    with pytest.raises(Refused, match="it is by category, partner, work_package, period"):
        make(workspace, "budget", europe, by="colour")


def test_a_budget_of_one_partner_holds_its_lines_and_costs_alone(workspace, europe):
    with workspace.changing("Lines") as step:
        step.add(BudgetLine(project_id=1, partner_id=2, category="C.1", amount=D(900), currency="EUR"))
    made = make(workspace, "budget", europe, partner="Lab Two")
    travel = next(line for line in made.lines if line.label.startswith("C.1"))
    assert [c.value for c in travel.cells[:2]] == [900, 700]
    assert made.lines[-1].cells[1].value == 700
    assert [s.total for s in provenance.sources_of(workspace, travel.cells[1])] == [D(700)]
    assert [s.total for s in provenance.sources_of(workspace, travel.cells[0])] == [D(900)]


def test_a_budget_is_cut_by_its_periods(workspace, europe):
    with workspace.changing("Lines") as step:
        step.add(BudgetLine(project_id=1, category="A.1", period="RP1", amount=D(250_000), currency="EUR"))
        step.add(BudgetLine(project_id=1, category="A.1", period="RP2", amount=D(5), currency="EUR"))
    made = make(workspace, "budget", europe, by="period")
    found = {line.label: line.cells[1] for line in made.lines if line.cells[1:]}
    assert found["RP2"].value == 1_000
    assert provenance.sources_of(workspace, found["RP2"])[0].total == 1_000


def test_what_has_no_rate_is_in_no_line_and_said(workspace, europe):
    with workspace.changing("Abroad") as step:
        step.add(CostItem(project_id=1, partner_id=2, category="C.1", expended=D(7), currency="IUA", date="2024-06-30"))
    made = make(workspace, "budget", europe)
    assert any("In no line of the table: 7 IUA" in note for note in made.notes)
    assert made.lines[-1].cells[1].note.startswith("left out: 7 IUA")


def test_a_printed_code_leads_back_to_its_figure(workspace, europe, facility):
    for made in (
        make(workspace, "financial", europe, partner="UN1", period="RP1"),
        make(workspace, "budget", europe, by="partner"),
        make(workspace, "contribution", facility, partner="Agency North"),
    ):
        one = made.figures[1]
        assert figures.find(workspace, one.id, AS_OF) == one
    assert figures.find(workspace, "F1-st-financial-p99-a", AS_OF) is None
    assert figures.find(workspace, "F1-st-nothing-a", AS_OF) is None


def test_what_a_project_has_no_statement_of_is_said_with_the_reason(workspace, europe, facility):
    reasons = {kind.key: why for kind, why in statements.offered(workspace, facility.id, AS_OF)}
    assert reasons["financial"] == "it names no rule pack"
    assert reasons["contribution"] == ""
    with pytest.raises(Refused, match="has no federal financial report"):
        make(workspace, "sf425", europe)
    with pytest.raises(Refused, match="There is no statement"):
        make(workspace, "best", europe)


def test_a_forecast_is_what_is_spent_and_what_is_left():
    assert forecast(D(100), D(40)).value == 100
    assert forecast(D(100), D(140)).value == 140
    assert forecast(None, D(7)).value == 7
    assert forecast(None, None).value is None
    assert variance_at_end(None, D(7)).value == -7
    assert variance_at_end(D(5), None).reason == "there is no forecast"
