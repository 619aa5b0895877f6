"""Lists: joined columns, filters, search, stable order, pages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import NOUNS, Contribution, Milestone, Partner, Project
from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Workspace
from databases import new_location


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path)) as opened:
        with opened.changing("Fill") as step:
            step.add_many([Project(code="2", acronym="beta"), Project(code="10", acronym="Alpha"), Project(code="x")])
            step.add_many([Partner(name="Šiauliai 100%", country="LT"), Partner(name="Αθήνα", country="GR")])
            step.add_many([
                Contribution(project_id=1, partner_id=1, amount=Decimal("2.50"), currency="EUR"),
                Contribution(project_id=2, partner_id=2, amount=None, currency="EUR"),
                Contribution(project_id=2, amount=Decimal(-1), currency="CHF"),
            ])  # fmt: skip
            step.add(Milestone(project_id=1, code="M1", critical=True))
        yield opened


def test_rows_have_own_and_joined_columns_as_domain_values(workspace: Workspace) -> None:
    (row,) = workspace.rows("contribution", [1])
    assert row["amount"] == Decimal("2.5") and row["project_code"] == "2" and row["project_acronym"] == "beta"
    assert row["partner_name"] == "Šiauliai 100%" and row["country"] == row["partner_country"] == "LT"
    assert tuple(row) == workspace.columns("contribution")
    assert workspace.rows("milestone", [1])[0]["critical"] is True


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(workspace: Workspace) -> None:
    assert [r["id"] for r in workspace.rows("contribution", [3, 99, 1])] == [3, 1]


def test_a_record_without_partner_is_listed_too(workspace: Workspace) -> None:
    assert workspace.rows("contribution", [3])[0]["partner_name"] is None


def test_sorting_by_any_column_with_blanks_last_both_ways(workspace: Workspace) -> None:
    assert list(workspace.ids("contribution", sort="amount")) == [3, 1, 2]
    assert list(workspace.ids("contribution", sort="amount", descending=True)) == [1, 3, 2]
    assert list(workspace.ids("project", sort="acronym")) == [3, 2, 1]
    assert list(workspace.ids("contribution", sort="partner_name")) == [1, 2, 3]
    assert list(workspace.ids("contribution", descending=True)) == [3, 2, 1]


def test_ties_keep_the_order_of_ids(workspace: Workspace) -> None:
    assert list(workspace.ids("contribution", sort="project_code")) == [2, 3, 1]
    assert list(workspace.ids("contribution", sort="project_code", descending=True)) == [1, 2, 3]


def test_filtering_by_own_and_joined_columns(workspace: Workspace) -> None:
    assert list(workspace.ids("contribution", where={"currency": "EUR", "project_code": "10"})) == [2]
    assert list(workspace.ids("contribution", where={"amount": Decimal("2.50")})) == [1]
    assert list(workspace.ids("contribution", where={"country": ["GR", None]})) == [2, 3]


def test_searching_words_in_texts(workspace: Workspace) -> None:
    assert list(workspace.ids("contribution", search="beta 100%")) == [1]
    assert list(workspace.ids("contribution", search="ALPHA")) == [2, 3]
    assert list(workspace.ids("contribution", search="αθήνα")) == [2]
    assert list(workspace.ids("contribution", search="%")) == [1], "a percent sign is a character, not a pattern"
    assert list(workspace.ids("contribution", search="_")) == []
    assert list(workspace.ids("contribution", search="  ")) == [1, 2, 3]


@pytest.mark.parametrize("where", [{"sort": "id; DROP TABLE step"}, {"where": {"1=1 --": 1}}, {"sort": "nothing"}])
def test_a_column_that_is_not_of_the_list_never_reaches_sql(workspace: Workspace, where: dict[str, object]) -> None:
    with pytest.raises(Refused, match="no column called"):
        workspace.ids("contribution", **where)  # type: ignore[arg-type]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_column_of_every_list_is_there_to_be_sorted_by(workspace: Workspace, noun: str) -> None:
    columns = workspace.columns(noun)
    workspace.ids(noun, search="x", where=dict.fromkeys(columns))
    assert len(workspace.ids(noun, sort=columns[-1])) == workspace.count(noun)
