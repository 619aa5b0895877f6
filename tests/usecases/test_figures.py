"""Figures of a project and of the portfolio: exact, per currency, as known by the day, and led back to records."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk import discovery
from collabdesk.domain.awards import Award
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import figure_groups, figures
from databases import keep

D = Decimal
DAY = date(2025, 6, 30)


@pytest.fixture
def project(workspace):
    project = Project(
        code="101", start="2024-01-01", end="2025-12-31", currency="EUR", funding=D(1000), total_cost=D(1200)
    )
    return keep(workspace, project)[0]


def partners(workspace, *countries):
    return keep(workspace, *(Partner(name=f"Partner {i}", country=c) for i, c in enumerate(countries, 1)))


def by_id(workspace, code="101", as_of=DAY):
    return {f.id: f for f in figures.figures(workspace, code, as_of)}


def test_every_group_is_found_and_none_twice():
    keys = [g.key for g in figures.groups()]
    assert sorted(keys) == sorted(g.key for g in discovery.constants(figure_groups, "GROUP"))
    assert set(keys) == {
        "assessments", "credits", "geo_return", "match", "pledges", "voices",
        "awards", "budget", "budget_versions", "concentration", "contributions", "conversion", "deliverables",
        "earned_schedule", "earned_value", "findings", "indicators", "milestones",
        "plan", "plan_effort", "plan_float", "plan_trend",
        "sf425", "totals",
        "eligibility", "lump_sum", "mtdc", "payments", "personnel", "costs", "effort", "periods", "books", "governance",
        "sampling", "partner_books",
    }  # fmt: skip


def test_an_unknown_project_is_refused(workspace):
    with pytest.raises(Refused, match="no project"):
        figures.figures(workspace, "nowhere", DAY)


def test_an_empty_portfolio_has_figures_that_say_zero_or_why_there_are_none(workspace):
    found = by_id(workspace, None)
    assert found["F0-projects"].value == 0
    assert all(f.value is not None or f.note for f in found.values())


def test_budget_absorption_whole_and_by_category(workspace, project):
    keep(
        workspace,
        BudgetLine(project_id=project.id, category="Travel", amount=D(100), currency="EUR"),
        BudgetLine(project_id=project.id, category="Ταξίδια", amount=D(300), currency="EUR"),
        CostItem(project_id=project.id, category="Travel", expended=D("150.5"), currency="EUR"),
    )
    found = by_id(workspace)
    whole = found["F1-absorption"]
    assert (whole.value, whole.unit) == (D("0.3763"), "ratio")
    assert whole.inputs == {"expended": "150.5", "budget": "400"}
    assert [(b.noun, b.field) for b in whole.basis] == [("cost", "expended"), ("budget", "amount")]
    assert found["F1-absorption-travel"].value == D("1.5050")
    greek = next(f for f in found.values() if f.detail == "Ταξίδια")
    assert greek.value is None and greek.note == "no expenditure is recorded"
    assert greek.id.startswith("F1-absorption-")


def test_the_same_line_planned_as_budget_and_forecast_is_not_added_up(workspace, project):
    lines = [BudgetLine(project_id=project.id, amount=D(100), currency="EUR", basis=b) for b in ("forecast", "budget")]
    keep(workspace, *lines)
    assert by_id(workspace)["F1-budget"].value == 100


def test_without_lines_the_stated_total_cost_is_the_budget_and_the_note_says_so(workspace, project):
    keep(workspace, CostItem(project_id=project.id, expended=D(300), currency="EUR"))
    found = by_id(workspace)["F1-absorption"]
    assert found.value == D("0.2500")
    assert "stated total cost" in found.note


def test_two_currencies_are_two_figures_and_are_never_added(workspace, project):
    keep(
        workspace,
        CostItem(project_id=project.id, expended=D(300), currency="EUR"),
        CostItem(project_id=project.id, expended=D(70), currency="USD"),
    )
    found = by_id(workspace)
    assert (found["F1-expended"].value, found["F1-expended"].unit) == (D(300), "EUR")
    assert (found["F1-expended-usd"].value, found["F1-expended-usd"].unit) == (D(70), "USD")


def test_an_amount_without_currency_says_so(workspace, project):
    keep(workspace, CostItem(project_id=project.id, expended=D(70)))
    found = by_id(workspace)["F1-expended-xxx"]
    assert found.unit == "XXX"
    assert "no currency" in found.note


def test_costs_of_a_later_day_are_not_known_yet_and_are_no_basis(workspace, project):
    known, *_ = keep(
        workspace,
        CostItem(project_id=project.id, expended=D(300), currency="EUR", date="2025-06-30"),
        CostItem(project_id=project.id, expended=D(70), currency="EUR", date="2025-07-01"),
        CostItem(project_id=project.id, obligated=D(70), currency="EUR", date="2025-01-01"),
    )
    found = by_id(workspace)["F1-expended"]
    assert found.value == 300
    assert found.basis[0].ids == (known.id,)
    assert by_id(workspace, as_of=date(2025, 7, 1))["F1-expended"].value == 370


def pledge(project, partner, pledged, received, **more):
    return Contribution(
        project_id=project.id, partner_id=partner.id, pledged=D(pledged), received=received and D(received),
        currency="EUR", **more,
    )  # fmt: skip


def test_contribution_delivery_by_partner_and_by_form(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(
        workspace,
        pledge(project, a, 100, 100),
        pledge(project, b, 300, 30, form="in_kind", due="2025-01-31"),
    )
    found = by_id(workspace)
    assert found["F1-delivery"].value == D("0.3250")
    assert found["F1-delivery-cash"].value == 1
    assert found["F1-delivery-in-kind"].value == D("0.1000")
    assert found[f"F1-delivery-p{b.id}"].detail == "Partner 2"
    assert found["F1-past-due"].value == 270


def test_the_sources_own_word_for_a_form_counts_as_the_form(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(workspace, pledge(project, a, 100, 50, form="In-kind"), pledge(project, b, 100, 100, form="Cash"))
    found = by_id(workspace)
    assert found["F1-delivery-in-kind"].value == D("0.5000")
    assert found["F1-delivery-cash"].value == 1
    assert ("form", "In-kind") in found["F1-delivery-in-kind"].basis[0].where


def test_what_was_received_later_was_missing_on_the_day(workspace, project):
    (a,) = partners(workspace, "FR")
    keep(workspace, pledge(project, a, 100, 100, due="2025-01-31", received_on="2025-07-15"))
    assert by_id(workspace)["F1-delivery"].value == 0
    assert by_id(workspace)["F1-past-due"].value == 100
    assert by_id(workspace, as_of=date(2025, 7, 15))["F1-past-due"].value == 0


def test_more_from_one_partner_does_not_hide_what_another_owes(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(workspace, pledge(project, a, 100, 250, due="2025-01-31"), pledge(project, b, 100, 40, due="2025-01-31"))
    assert by_id(workspace)["F1-past-due"].value == 60


def test_calls_are_measured_apart_from_pledges_and_receipts_without_a_promise_are_left_out(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(
        workspace,
        pledge(project, a, 100, 50, form="in_kind"),
        Contribution(
            project_id=project.id, partner_id=b.id, called=D(200), received=D(150), currency="EUR", due="2025-01-31"
        ),
    )
    found = by_id(workspace)
    assert found["F1-delivery"].value == D("0.5000")
    assert found["F1-collection"].value == D("0.7500")
    assert "left out" in found["F1-delivery"].note
    assert found["F1-past-due"].value == 50


def test_shares_and_concentration_of_the_funders_contributions(workspace, project):
    four = partners(workspace, "FR", "DE", "IT", "FR")
    keep(
        workspace,
        *(
            Contribution(project_id=project.id, partner_id=p.id, amount=D(a), currency="EUR")
            for p, a in zip(four, (300, 300, 200, 200), strict=True)
        ),
    )
    found = by_id(workspace)
    assert found[f"F1-share-p{four[0].id}"].value == D("0.3000")
    assert found["F1-hhi-funder"].value == 2600
    assert found["F1-hhi-funder"].inputs["n"] == "4"
    assert found["F1-funding-difference"].value == 0
    assert found["F1-countries"].value == 3


def test_in_kind_units_of_account_stand_beside_money(workspace, project):
    (a,) = partners(workspace, "FR")
    keep(
        workspace,
        Contribution(
            project_id=project.id, partner_id=a.id, form="in_kind", pledged=D(5), received=D(1), unit_of_account="kIUA"
        ),
        pledge(project, a, 100, 100),
    )
    found = by_id(workspace)
    assert (found["F1-pledged-kiua"].value, found["F1-pledged-kiua"].unit) == (D(5), "kIUA")
    assert found["F1-delivery"].value == 1
    assert found["F1-delivery-kiua"].value == D("0.2000")


def test_milestones_deliverables_and_indicators(workspace, project):
    keep(
        workspace,
        Milestone(project_id=project.id, code="M1", baseline="2025-01-31", achieved="2025-01-31"),
        Milestone(project_id=project.id, code="M2", baseline="2025-02-28", forecast="2025-03-30"),
        Deliverable(project_id=project.id, code="D1", title="Plan", due="2025-01-31"),
        Indicator(project_id=project.id, title="Papers", target=D(20), actual=D(5)),
    )
    found = by_id(workspace)
    assert found["F1-punctuality"].value == D("0.5000")
    assert found["F1-milestones-overdue"].value == 1
    assert found["F1-slip-mean"].value == 15
    assert found["F1-deliverable-delivery"].value == 0
    assert found["F1-indicator-i1"].value == D("0.2500")


def test_awards_and_findings_by_flag(workspace):
    keep(
        workspace,
        Award(code="A-1", amount=D(900), currency="USD", is_major=True),
        Award(code="A-2", amount=D(100), currency="USD", is_major=False),
        CostItem(code="1", expended=D(500), currency="USD"),
        Finding(
            code="2025-001",
            status="issued",
            material_weakness=True,
            repeat=True,
            questioned_known=D(50),
            currency="USD",
        ),
        Finding(code="2025-002", status="issued", material_weakness=False, repeat=False),
        Finding(code="", title="a draft of ours", status="draft", repeat=True),
    )
    found = by_id(workspace, None)
    assert found["F0-award-amount-usd"].value == 1000
    assert found["F0-award-major-usd"].value == D("0.9000")
    assert found["F0-findings"].value == 2
    assert found["F0-findings-material-weakness"].value == 1
    assert found["F0-repeat-share"].value == D("0.5000")
    assert found["F0-questioned-share-usd"].value == D("0.1000")


def test_the_portfolio_compares_only_projects_that_have_both_sides(workspace, project):
    (other,) = keep(workspace, Project(code="102", currency="EUR", total_cost=D(500)))
    keep(workspace, CostItem(project_id=project.id, expended=D(600), currency="EUR"))
    found = by_id(workspace, None)["F0-absorption-eur"]
    assert found.value == D("0.5000")
    assert found.note.endswith("left out: 1 project without recorded expenditure")
    assert other.id not in found.basis[-1].ids


def test_a_partner_of_two_projects_counts_once_in_the_portfolio(workspace, project):
    (other,) = keep(workspace, Project(code="102", currency="EUR"))
    (a,) = partners(workspace, "FR")
    keep(workspace, *(Participation(project_id=p.id, partner_id=a.id) for p in (project, other)))
    assert by_id(workspace, None)["F0-partners"].value == 1


def test_ids_are_unique_and_stay_the_same(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(workspace, pledge(project, a, 100, 100), pledge(project, b, 100, 10))
    lines = [BudgetLine(project_id=project.id, category=c, amount=D(1), currency="EUR") for c in ("A 1", "A-1", "α")]
    keep(workspace, *lines)
    first = [f.id for f in figures.figures(workspace, "101", DAY)]
    assert len(first) == len(set(first))
    assert first == [f.id for f in figures.figures(workspace, "101", DAY)]


def test_a_figure_is_found_again_by_its_id(workspace, project):
    assert figures.find(workspace, "F1-total-cost", DAY).value == 1200
    assert figures.find(workspace, "F0-projects", DAY).value == 1
    assert [figures.find(workspace, i, DAY) for i in ("F9-total-cost", "F1-nothing", "nonsense")] == [None, None, None]


def test_every_figure_carries_a_rule_that_is_known(workspace, project):
    known = figures.rules()
    assert all(f.rule in known for f in figures.figures(workspace, "101", DAY))


def test_a_cost_without_a_day_is_known_when_its_period_has_ended(workspace, project):
    halves = (("2025-01-01", "2025-06-30", 600), ("2025-07-01", "2025-12-31", 300))
    costs = [
        CostItem(project_id=project.id, period_start=start, period_end=end, expended=D(spent), currency="EUR")
        for start, end, spent in halves
    ]
    kept = keep(workspace, *costs)
    early = {f.id: f for f in figures.figures(workspace, "101", date(2025, 6, 30))}["F1-expended"]
    assert early.value == 600
    assert early.basis[0].ids == (kept[0].id,)
    late = {f.id: f for f in figures.figures(workspace, "101", date(2025, 12, 31))}["F1-expended"]
    assert late.value == 900


def test_a_figure_of_which_nothing_was_known_yet_names_no_other_records(workspace, project):
    a, b = partners(workspace, "FR", "DE")
    keep(
        workspace,
        pledge(project, a, 100, 100, received_on="2026-01-31"),
        pledge(project, b, 300, 30, received_on="2025-01-31"),
    )
    found = by_id(workspace)[f"F1-delivery-p{a.id}"]
    assert found.inputs["received"] == "not recorded"
    assert [basis.field for basis in found.basis] == ["pledged"]
