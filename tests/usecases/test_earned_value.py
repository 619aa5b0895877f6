"""Earned value of what was entered: published examples exactly, each technique, and a reason where something is missing."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.cli.main import main
from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import figures
from collabdesk.usecases.workspace import Workspace
from databases import new_location

CUMULATIVE = ("0.10", "0.25", "0.50", "0.75", "1.00")
DONE_MARCH = "2025-03-31"


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path)) as workspace:
        yield workspace


class Entering:
    """A project of five months whose records a test types."""

    def __init__(self, workspace, **fields):
        self.workspace = workspace
        given = {"code": "P-1", "currency": "EUR", "start": "2025-01-01", "end": "2025-05-31", **fields}
        with workspace.changing("project") as step:
            self.id = step.add(Project(**given)).id

    def add(self, *records):
        with self.workspace.changing("records") as step:
            return [step.add(record) for record in records]

    def line(self, amount, period="", work_package="", **more):
        fields = {"currency": "EUR", **more}
        self.add(
            BudgetLine(project_id=self.id, amount=Decimal(amount), period=period, work_package=work_package, **fields)
        )

    def package(self, code, start="2025-01-01", end="2025-05-31", **more):
        self.add(WorkPackage(project_id=self.id, code=code, start=start, end=end, **more))

    def read(self, done, day=DONE_MARCH, work_package=""):
        self.add(Progress(project_id=self.id, done=Decimal(done), day=day, work_package=work_package))

    def spend(self, amount, day="2025-03-15", work_package="", currency="EUR", **more):
        self.add(CostItem(project_id=self.id, expended=Decimal(amount), date=day, work_package=work_package,
                          currency=currency, **more))  # fmt: skip

    def figures(self, day=DONE_MARCH):
        found = figures.figures(self.workspace, "P-1", date.fromisoformat(day))
        return {f.id.partition("-")[2]: f for f in found if f.group in ("earned_value", "earned_schedule")}

    def values(self, *slugs, day=DONE_MARCH):
        found = self.figures(day)
        return [None if found[s].value is None else str(found[s].value) for s in slugs]


@pytest.fixture
def five_months(workspace):
    """The published plan: BAC 500 000 in five periods."""
    made = Entering(workspace)
    before = Decimal(0)
    for month, part in enumerate(CUMULATIVE, start=1):
        made.line((Decimal(part) - before) * 500_000, f"2025-{month:02}")
        before = Decimal(part)
    return made


@pytest.fixture
def published(five_months):
    """… 40 % done at the end of the third, three costs."""
    five_months.read("0.40")
    for month, amount in enumerate((45_000, 110_000, 135_000), start=1):
        five_months.spend(amount, f"2025-{month:02}-20")
    return five_months


EXAMPLE = {
    "bac": "500000", "pv": "250000", "ev": "200000", "ac": "290000", "cv": "-90000", "sv": "-50000",
    "cpi": "0.6897", "spi": "0.8000", "eac": "725000", "eac-atypical": "590000", "eac-mixed": "833750",
    "etc": "435000", "etc-atypical": "300000", "etc-mixed": "543750",
    "vac": "-225000", "vac-atypical": "-90000", "vac-mixed": "-333750", "tcpi-bac": "1.4286", "tcpi-eac": "0.6897",
    "at": "3", "pd": "5", "es": "2.6", "sv-t": "-0.4", "spi-t": "0.8667", "ieac-t": "5.7692", "tspi-t": "1.2000",
}  # fmt: skip


def test_the_published_example_comes_out_of_what_was_entered(published):
    found = published.figures()
    assert {slug: str(found[slug].value) for slug in EXAMPLE} == EXAMPLE
    assert found["cpi"].rule == "evm.cpi@PRA-5"
    assert dict(found["cpi"].inputs) == {"ev": "200000", "ac": "290000"}
    assert found["es"].inputs["periods"] == "months from 1 January 2025"


def test_the_command_line_gives_the_example_as_json(published, workspace, capsys):
    workspace.close()
    assert main(["--database", workspace.location, "figures", "P-1", "--as-of", DONE_MARCH, "--json"], lambda _: 0) == 0
    found = {f["id"].partition("-")[2]: f["value"] for f in json.loads(capsys.readouterr().out)["figures"]}
    assert {slug: found[slug] for slug in EXAMPLE} == EXAMPLE


def test_the_example_is_the_same_in_quarters_and_in_periods_that_are_only_numbered(workspace):
    made = Entering(workspace, end="2026-03-31")
    for number, amount in enumerate((50, 75, 125, 125, 125), start=1):
        made.line(amount * 1000, f"P{number}")
    made.read("0.40", "2025-09-30")
    made.spend(290_000, "2025-02-01")
    assert made.values("pv", "es", "at", "spi-t", day="2025-09-30") == ["250000", "2.6", "3", "0.8667"]
    pv = made.figures("2025-09-30")["pv"]
    assert "each is taken as 3 months of the project" in pv.note


def test_a_project_that_ended_two_periods_late_has_an_spi_of_one_but_not_in_time(five_months):
    five_months.read("0.80", "2025-05-31")
    five_months.read("1.00", "2025-07-31")
    five_months.spend(600_000)
    for day in ("2025-07-31", "2025-08-20", "2027-01-01"):
        assert five_months.values("spi", "spi-t", "es", "at", "ieac-t", day=day) == ["1.0000", "0.7143", "5", "7", "7"]
    assert five_months.values("spi", "spi-t", day="2025-05-31") == ["0.8000", "0.8400"]
    assert five_months.values("tcpi-bac", day="2025-07-31") == ["0.0000"]


def test_before_the_start_nothing_is_planned_earned_or_spent_and_the_indices_say_why(published):
    found = published.figures("2024-12-31")
    assert [str(found[s].value) for s in ("pv", "ev", "ac", "es", "at")] == ["0"] * 5
    assert (found["cpi"].value, found["cpi"].note) == (None, "the actual cost is zero")
    assert (found["spi"].value, found["spi"].note) == (None, "the planned value is zero")
    assert (found["spi-t"].value, found["spi-t"].note) == (None, "the actual time is zero")


def test_within_a_period_its_days_count(published):
    published.read("0.2", "2025-02-10")
    published.workspace.undo()
    assert published.values("pv", "at", day="2025-02-14") == ["87500", "1.5"]


def test_without_a_reading_earned_value_is_not_zero_but_says_what_is_missing(five_months):
    five_months.spend(10)
    found = five_months.figures()
    assert found["ev"].value is None
    assert "no reading by 31 March 2025" in found["ev"].note
    assert found["cpi"].value is None and "no earned value" in found["cpi"].note
    assert found["es"].value is None


def test_without_costs_the_actual_cost_is_not_known(five_months):
    five_months.read("0.4")
    found = five_months.figures()
    assert (found["ac"].value, found["ac"].note) == (None, "no costs are recorded")
    assert found["cpi"].value is None
    assert str(found["spi"].value) == "0.8000"


def test_each_technique_earns_by_its_own_rule(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="0/100", actual_end="2025-03-20")
    made.package("WP2", technique="0/100")
    made.package("WP3", technique="50/50", actual_start="2025-03-01")
    made.package("WP4", technique="milestones")
    made.package("WP5", technique="percent complete")
    for number in range(1, 6):
        made.line(1000 * number, "M1-M5", f"WP{number}")
    weights = (("MS1", "30", "2025-02-28"), ("MS2", "50", "2025-04-01"), ("MS3", "20", None))
    made.add(*(Milestone(project_id=made.id, code=c, work_package="WP4", weight=Decimal(w), achieved=a,
                         status="achieved" if a else "planned") for c, w, a in weights))  # fmt: skip
    made.read("0.1", "2025-02-01", "WP5")
    made.read("0.25", "2025-03-31", "WP5")
    made.read("0.9", "2025-04-30", "WP5")
    earned = made.values(*(f"ev-wp{n}" for n in range(1, 6)), "ev")
    assert earned == ["1000", "0", "1500", "1200", "1250", "4950"]
    found = made.figures()
    assert "0 so far" in found["ev-wp2"].note
    assert "1 of 3 achieved" in found["ev-wp4"].inputs["WP4"]
    assert made.values("ev-wp3", "ev-wp4", day="2025-04-30") == ["1500", "3200"]


def test_what_is_not_measured_is_named_and_never_zero(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.package("WP2")
    made.package("WP3", technique="milestones")
    made.package("WP4", technique="gut feeling")
    made.package("WP5", "2025-05-01", technique="percent complete")
    for number in range(1, 6):
        made.line(1000, "", f"WP{number}")
    found = made.figures()
    assert found["ev"].value is None
    assert found["ev-wp1"].note == "not measured: WP1: no reading by 31 March 2025"
    assert "WP2: no technique and no reading" in found["ev"].note
    assert "WP3: it has no milestones" in found["ev"].note
    assert "'gut feeling'" in found["ev-wp4"].note
    assert str(found["ev-wp5"].value) == "0"
    assert "planned from 1 May 2025" in found["ev-wp5"].inputs["WP5"]


def test_one_reading_of_the_project_stands_in_for_packages_without_their_own_but_not_as_their_figure(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.package("WP2", technique="0/100", actual_end="2025-02-01")
    made.line(1000, "2025-01", "WP1")
    made.line(500, "2025-02", "WP2")
    made.read("0.4")
    assert made.values("ev", "ev-wp1", "ev-wp2") == ["900", None, "500"]


def test_a_reading_above_one_is_refused_not_clipped(five_months):
    five_months.read("40")
    ev = five_months.figures()["ev"]
    assert ev.value is None and "40 is no part of the whole" in ev.note


def test_a_reading_without_a_day_counts_as_it_stands_unless_others_are_dated(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.line(100, "2025-01", "WP1")
    made.read("0.4", None, "WP1")
    ev = made.figures()["ev"]
    assert ev.value == 40 and "states no day" in ev.inputs["WP1"]
    made.read("0.6", "2099-01-01", "WP1")
    assert made.figures()["ev"].note == "not measured: WP1: its reading states no day"


def test_a_task_is_measured_as_its_work_package_where_it_says_nothing_itself(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.package("T1.1", parent="WP1")
    made.package("T1.2", parent="WP1", technique="0/100", actual_end="2025-02-10")
    made.line(100, "2025-01", "T1.1")
    made.line(300, "2025-02", "T1.2")
    made.read("0.5", work_package="WP1")
    made.spend(200, work_package="T1.1")
    assert made.values("ev-wp1", "pv-wp1", "ac-wp1", "bac-wp1") == ["350", "400", "200", "400"]


def test_costs_of_no_planned_work_package_are_a_line_and_count(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.line(1000, "2025-01", "WP1")
    made.read("1", work_package="WP1")
    made.spend(400, work_package="wp 1")
    made.spend(50, work_package="WP9")
    made.spend(5)
    found = made.figures()
    assert [str(found[s].value) for s in ("ac", "ac-wp1", "ac-unplanned")] == ["455", "400", "55"]
    assert found["ac-unplanned"].inputs["work packages"] == "none named, WP9"


def test_lines_without_a_period_are_spread_over_their_work_package_else_the_project(workspace):
    made = Entering(workspace, start="2025-01-01", end="2025-12-31")
    made.package("WP1", "2025-02-01", "2025-02-28", technique="percent complete")
    made.package("WP2", None, None)
    made.line(2800, "", "WP1")
    made.line(36_500, "", "WP2")
    assert made.values("pv-wp1", "pv-wp2", day="2025-02-10") == ["1000", "4100"]
    found = made.figures("2025-02-10")
    assert found["es-wp1"].inputs["periods"] == "months from 1 February 2025"
    assert "no period is stated: WP1, WP2" in found["pv"].note


def test_a_period_that_names_no_days_leaves_the_plan_without_a_value_and_says_so(workspace):
    made = Entering(workspace)
    made.line(100, "2025-01")
    made.line(100, "Q3")
    made.read("0.5")
    made.spend(10)
    found = made.figures()
    assert found["pv"].value is None and "'Q3' names no year" in found["pv"].note
    assert (str(found["bac"].value), str(found["ev"].value), found["spi"].value) == ("200", "100", None)


def test_neither_a_period_nor_dates_is_a_reason(workspace):
    made = Entering(workspace, start=None, end=None)
    made.line(100)
    made.read("0.5")
    found = made.figures()
    assert "neither a period nor the dates" in found["pv"].note
    assert str(found["ev"].value) == "50"
    assert "curve" not in found


def test_reporting_periods_are_the_periods_of_the_schedule(workspace):
    made = Entering(workspace, start="2025-01-01", end="2026-12-31")
    made.add(
        ReportingPeriod(project_id=made.id, code="RP1", start="2025-01-01", end="2026-06-30"),
        ReportingPeriod(project_id=made.id, code="RP2", start="2026-07-01", end="2026-12-31"),
    )
    made.line(600, "RP1")
    made.line(400, "RP2")
    made.read("0.6", "2026-06-30")
    found = made.figures("2026-06-30")
    assert [str(found[s].value) for s in ("pv", "es", "at", "pd", "spi-t")] == ["600", "1", "1", "2", "1.0000"]
    assert found["es"].inputs["periods"] == "reporting periods from 1 January 2025"
    assert found["curve"].inputs["2025-07-31"].startswith("PV 232.96")  # the curve goes by months


def test_a_frozen_baseline_is_the_plan_where_no_line_has_a_period(workspace):
    made = Entering(workspace)
    made.package("WP1", "2025-03-01", "2025-05-31", technique="percent complete")
    made.line(9999, "", "WP1")
    (baseline,) = made.add(Baseline(project_id=made.id, code="B1", status="draft", frozen_on="2025-01-10"))
    made.add(BaselineLine(project_id=made.id, baseline_id=baseline.id, subject="work_package", code="WP1",
                          start="2025-01-01", end="2025-02-28", cost=Decimal(590), currency="EUR"))  # fmt: skip
    with workspace.changing("freeze") as step:
        step.move(baseline, "frozen")
    found = made.figures("2025-01-31")
    assert [str(found[s].value) for s in ("bac", "pv")] == ["590", "310"]
    assert found["pv"].inputs["plan"] == "costs of baseline B1, frozen on 10 January 2025"
    assert str(made.figures("2025-01-05")["bac"].value) == "9999"
    made.line(1, "2025-01", "WP1")
    assert made.figures("2025-01-31")["pv"].inputs["plan"] == "budget lines"


def test_the_budget_in_force_is_the_plan(workspace):
    made = Entering(workspace)
    made.line(100, "2025-01")
    (version,) = made.add(BudgetVersion(project_id=made.id, code="V2", effective="2025-02-01"))
    made.line(300, "2025-01", budget_version_id=version.id)
    with workspace.changing("approve") as step:
        step.move(step.move(version, "proposed"), "approved")
    assert made.values("bac", day="2025-01-31") == ["100"]
    assert made.values("bac", day="2025-02-28") == ["300"]
    assert made.figures("2025-02-28")["bac"].inputs["plan"] == "budget lines of version V2"


def test_a_budget_in_two_currencies_is_two_plans_and_never_one_sum(workspace):
    made = Entering(workspace)
    made.line(100, "2025-01")
    made.line(900, "2025-01", currency="USD")
    made.read("0.5")
    made.spend(80)
    made.spend(400, currency="USD")
    assert made.values("bac", "ac", "cpi", "bac-usd", "ac-usd", "cpi-usd") == [
        "100", "80", "0.6250", "900", "400", "1.1250",
    ]  # fmt: skip
    assert "stand beside the plan in that currency" in made.figures()["ac"].note


def test_costs_in_another_currency_need_a_rate_or_there_is_no_actual_cost(workspace):
    made = Entering(workspace, rule_pack="horizon_europe")
    made.line(1000, "2025-01")
    made.read("0.5")
    made.spend(100)
    made.spend(200, currency="XTS", rate=Decimal("0.5"))
    assert made.values("ac") == ["200"]
    made.spend(30, currency="XTS")
    found = made.figures()
    assert found["ac"].value is None and "30 XTS not converted" in found["ac"].note
    made.add(ReportingPeriod(project_id=made.id, code="RP1", start="2025-01-01", end="2025-03-31"))
    made.add(ExchangeRate(base="XTS", quote="EUR", kind="agreed", start="2025-01-01", end="2025-12-31",
                          rate=Decimal("0.1"), series="own"))  # fmt: skip
    ac = made.figures()["ac"]
    assert ac.value == 203
    assert ac.inputs["rule pack"].startswith("horizon_europe")


def test_costs_that_state_only_what_is_obligated_are_no_actual_cost(five_months):
    five_months.add(CostItem(project_id=five_months.id, obligated=Decimal(10), date="2025-01-01", currency="EUR"))
    assert five_months.figures()["ac"].note == "no costs are recorded"


def test_work_packages_state_the_plan_where_no_line_does(workspace):
    made = Entering(workspace)
    made.package("WP1", "2025-01-01", "2025-01-31", cost=Decimal(310), currency="EUR", technique="percent complete")
    made.read("0.5", work_package="WP1")
    assert made.values("bac", "pv", "ev", day="2025-03-31") == ["310", "310", "155"]
    assert made.figures()["pv"].inputs["plan"] == "planned costs of work packages WP1"


def test_without_any_plan_the_main_values_say_so(workspace):
    made = Entering(workspace)
    made.read("0.5")
    made.spend(10)
    found = made.figures()
    assert [found[s].value for s in ("bac", "pv", "ev", "cpi", "spi", "eac")] == [None] * 6
    assert "no budget line, no frozen baseline" in found["pv"].note
    assert "es" not in found


def test_nothing_recorded_is_no_figure_at_all(workspace):
    assert Entering(workspace).figures() == {}


def test_costs_after_the_day_do_not_count_and_are_not_named_as_sources(published):
    ac = published.figures("2025-02-28")["ac"]
    assert str(ac.value) == "155000"
    assert len(ac.basis[0].ids) == 2


def test_every_value_leads_back_to_its_records(published):
    found = published.figures()
    assert [b.noun for b in found["cpi"].basis] == ["progress", "budget", "cost"]
    assert [(b.noun, b.field) for b in found["pv"].basis] == [
        ("budget", "amount"),
        ("project", "start"),
        ("project", "end"),
    ]


def test_a_report_prints_of_a_work_package_what_its_line_holds(workspace):
    made = Entering(workspace)
    made.package("WP1", technique="percent complete")
    made.line(1000, "2025-01", "WP1")
    found = made.figures()
    printed = {f.id.partition("-")[2] for f in figures.printed(found.values())}
    slugs = {"bac", "pv", "ev", "ac", "cpi", "spi", "eac", "vac", "tcpi-bac", "es", "spi-t"}
    assert {s for s in printed if s.endswith("-wp1")} == {f"{slug}-wp1" for slug in slugs}
    assert {"eac-mixed", "etc-mixed", "tspi-t", "curve"} <= printed


def test_the_curve_holds_the_three_values_at_the_end_of_each_period(published):
    curve = published.figures()["curve"]
    assert curve.inputs["2025-03-31"] == "PV 250000; EV 200000; AC 290000"
    assert curve.inputs["2024-12-31"] == "PV 0; EV 0; AC 0"
    assert curve.inputs["2025-05-31"] == "PV 500000"
