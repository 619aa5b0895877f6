"""Reporting periods: when reports are due, and how they move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from collabdesk.domain.nouns import Project, ReportingPeriod, RuleOverride
from collabdesk.domain.problems import Refused
from collabdesk.usecases import periods
from collabdesk.usecases.rates import Rates
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.workspace import Workspace
from databases import new_location


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            step.add(Project(code="P1", rule_pack="horizon_europe", signed_on="2023-05-03"))
            step.add(ReportingPeriod(project_id=1, code="RP2", start="2025-01-01", end="2025-12-31"))
            step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-12-31"))
        yield workspace


def pack(workspace: Workspace):
    return chosen(workspace, workspace.get("project", 1), date(2025, 7, 1)).pack


def test_periods_come_in_the_order_of_their_days(books: Workspace) -> None:
    assert [p.code for p in periods.of(books, 1)] == ["RP1", "RP2"]


def test_a_report_is_due_the_rule_packs_days_after_the_end(books: Workspace) -> None:
    due = periods.due(periods.of(books, 1)[0], pack(books))
    assert due.day == date(2025, 3, 1)
    assert due.source.startswith("report_due_days of horizon_europe_2021 ")


def test_a_stated_due_day_and_a_grants_own_days_go_first(books: Workspace) -> None:
    with books.changing("Own days") as step:
        step.add(RuleOverride(project_id=1, name="report_due_days", value="90", source="data sheet"))
    first = periods.of(books, 1)[0]
    assert periods.due(first, pack(books)).day == date(2025, 3, 31)
    assert periods.due(replace(first, due="2025-02-15"), pack(books)) == periods.Due(date(2025, 2, 15), "stated")


def test_without_a_rule_no_due_day_is_made_up(books: Workspace) -> None:
    with books.changing("No pack") as step:
        step.update(replace(books.get("project", 1), rule_pack=""))
    due = periods.due(periods.of(books, 1)[0], pack(books))
    assert (due.day, due.note) == (None, "generic 1 gives no report_due_days")


def test_a_period_goes_its_way_and_keeps_the_days(books: Workspace) -> None:
    for status in ("closing", "submitted", "accepted", "locked"):
        periods.move(books, 2, status, day=date(2025, 2, 20))
    kept = books.get("reporting_period", 2)
    assert (kept.status, kept.submitted_on, kept.accepted_on) == ("locked", "2025-02-20", "2025-02-20")
    with pytest.raises(Refused, match="cannot go from locked to submitted"):
        periods.move(books, 2, "submitted")


def test_an_accepted_period_is_opened_again_only_with_a_reason_which_the_journal_keeps(books: Workspace) -> None:
    for status in ("closing", "submitted", "accepted"):
        periods.move(books, 2, status)
    with pytest.raises(Refused, match="only with a reason"):
        periods.move(books, 2, "open", reason=" ")
    for _ in range(2):
        periods.move(books, 2, "open", reason="audit")
        for status in ("closing", "submitted", "accepted"):
            periods.move(books, 2, status)
    assert books.get("reporting_period", 2).reopened_because == "audit (again)"
    assert "Set RP1 to open: audit" in [entry.label for entry in books.history("reporting_period", 2)]


def test_what_the_funder_returns_needs_no_reason(books: Workspace) -> None:
    for status in ("closing", "submitted", "returned", "submitted"):
        periods.move(books, 2, status)
    assert books.get("reporting_period", 2).status == "submitted"


def span_of(books, known, declared_in, day):
    """The days of the average by which an item is converted, as of 1 July 2025."""
    period = periods.span_of(known, declared_in, day)
    if period is None:
        return None
    rate, _ = Rates.of(books, None).of_period("GBP", "EUR", day, period, date(2025, 7, 1))
    return rate.first, rate.last


def test_an_average_of_rates_is_of_the_period_so_far(books: Workspace) -> None:
    known = periods.of(books, 1)
    assert span_of(books, known, "", "2024-05") == ("2024-01-01", "2024-12-31")
    assert span_of(books, known, "RP2", "2024-05") == ("2025-01-01", "2025-07-01")
    assert span_of(books, known, "", "2026-05") is None
