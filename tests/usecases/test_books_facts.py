"""What the records of a project say of themselves, gathered from a database and shown as figures with their cells."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.costs import CostItem
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases import figures
from collabdesk.usecases.gathering import books
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

D = Decimal
DAY = date(2025, 6, 30)
FLIGHT = {"date": "2024-03-01", "expended": D(80), "currency": "EUR", "description": "Flight", "category": "C.1"}


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path)) as opened:
        yield opened


@pytest.fixture
def project(workspace):
    (project,) = keep(workspace, Project(code="A-1", start="2023-01-01", end="2025-12-31", currency="EUR"))
    return project


def gathered(workspace, project, *costs, **fields):
    keep(workspace, *(CostItem(project_id=project.id, **{**fields, **cost}) for cost in costs))
    return books.gathered(workspace, project, DAY)


def spent(day, amount, **more):
    return {"date": day, "expended": D(amount), "currency": "EUR", **more}


def test_costs_before_and_after_the_project_are_outside_and_its_own_days_are_not(workspace, project):
    days = ("2022-12-31", "2023-01-01", "2025-01", "2022")
    (found,) = gathered(workspace, project, *(spent(day, 10) for day in days)).outside
    assert (found.unit, found.amount, found.records, found.every) == ("EUR", D(20), 2, 4)
    assert found.days == ("2022", "2022-12-31")


def test_what_is_dated_after_the_day_is_not_known_yet(workspace, project):
    assert gathered(workspace, project, spent("2026-03-01", 10), spent("2024-01-01", 5)).outside == ()


def test_evidence_is_a_word_at_the_item_or_a_file_of_its_code(workspace, project):
    keep(workspace, Evidence(project_id=project.id, subject="cost", code="C2"))
    found = gathered(
        workspace, project, spent("2024-01-01", 10), spent("2024-01-02", 20, code="C2"),
        spent("2024-01-03", 30, evidence="binder 4"), spent("2024-01-04", 40, status="entered"), status="declared",
    )  # fmt: skip
    assert [(s.amount, s.records, s.every) for s in found.unproven] == [(D(10), 1, 3)]
    assert [(s.amount, s.records) for s in found.typed] == [(D(40), 1)]


def test_items_alike_in_all_words_are_doubled_and_those_that_differ_in_one_are_not(workspace, project):
    (one, other) = keep(workspace, Partner(name="One"), Partner(name="Other"))
    mine = {**FLIGHT, "partner_id": one.id}
    found = gathered(
        workspace, project, mine, mine, {**mine, "partner_id": other.id}, {**mine, "code": "R-9"},
        {**mine, "date": "2024-03-02"}, {**mine, "description": "Train"},
    )  # fmt: skip
    assert [(d.description, d.extra, len(d.ids)) for d in found.doubled] == [("Flight", D(80), 2)]


def test_a_double_that_was_reversed_is_none(workspace, project):
    assert gathered(workspace, project, FLIGHT, FLIGHT, {**FLIGHT, "expended": D(-80)}).doubled == ()


def test_a_stated_total_that_is_off_is_found_in_the_account_of_its_file(workspace, project, tmp_path):
    file = tmp_path / "costs.csv"
    file.write_text(
        "Date,Cost item,Category,Amount spent (EUR)\n2024-01-05,One,A,100.00\n2024-01-06,Two,B,50.00\nTotal,,,170.00\n"
    )
    accept(workspace, look_at([file], LookOptions(project="A-1", kind="cost")))
    found = books.gathered(workspace, project, DAY)
    assert [(t.file, t.sum, t.stated) for t in found.totals_off] == [("costs.csv", D(150), D(170))]
    assert found.totals == 1


def test_the_figures_lead_to_the_records_that_they_speak_of(workspace, project):
    gathered(workspace, project, FLIGHT, FLIGHT, spent("2022-01-01", 7), status="declared")
    found = {f.id: f for f in figures.figures(workspace, "A-1", DAY) if f.group == "books"}
    assert found[f"F{project.id}-cost-doubled"].value == 1
    assert len(found[f"F{project.id}-cost-doubled"].basis[0].ids) == 2
    assert found[f"F{project.id}-cost-outside"].value == D(7)
    assert found[f"F{project.id}-cost-unproven"].value == D(167)


def test_a_project_without_costs_has_nothing_to_say(workspace, project):
    assert gathered(workspace, project).doubled == ()
    assert [f.id for f in figures.figures(workspace, "A-1", DAY) if f.group == "books"] == []
