"""Sums: exact, grouped, and larger than 63 bits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.nouns import Batch, Contribution, Partner, Project
from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Sums, Workspace
from databases import new_location


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path)) as opened:
        yield opened


def test_sums_by_group_know_what_is_not_stated(workspace: Workspace) -> None:
    with workspace.changing("Fill") as step:
        step.add(Project(code="P"))
        step.add(Partner(country="GR"))
        step.add_many([
            Contribution(partner_id=1, amount=Decimal("0.1"), rate=Decimal("0.25"), currency="EUR"),
            Contribution(partner_id=1, amount=Decimal("0.2"), currency="EUR"),
            Contribution(amount=None, currency="CHF"),
        ])  # fmt: skip
    assert workspace.sums("contribution", ["amount", "rate"], by=["currency", "country"]) == [
        Sums(("CHF", None), {"amount": None, "rate": None}, {"amount": 0, "rate": 0}, 1),
        Sums(("EUR", "GR"), {"amount": Decimal("0.3"), "rate": Decimal("0.25")}, {"amount": 2, "rate": 1}, 2),
    ]
    (whole,) = workspace.sums("contribution", ["amount"], where={"currency": "EUR", "partner_id": [1, 2]})
    assert whole == Sums((), {"amount": Decimal("0.3")}, {"amount": 2}, 2)


def test_sums_of_nothing(workspace: Workspace) -> None:
    assert workspace.sums("cost", ["paid"]) == [Sums((), {"paid": None}, {"paid": 0}, 0)]
    assert workspace.sums("cost", ["paid"], by=["currency"]) == []


def test_counting_alone_needs_no_field(workspace: Workspace) -> None:
    with workspace.changing("Fill") as step:
        step.add_many([Project(status="active"), Project(status="active"), Project(status="closed")])
    assert [(s.key, s.records) for s in workspace.sums("project", (), by=["status"])] == [
        (("active",), 2),
        (("closed",), 1),
    ]


def test_an_unknown_field_is_a_sentence(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="no field called"):
        workspace.sums("cost", ["sum(paid)"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.none(), st.integers(-(2**63) + 1, 2**63 - 1)), min_size=1, max_size=12))
def test_a_sum_of_any_amounts_is_exact(workspace: Workspace, amounts: list[int | None]) -> None:
    with workspace.changing("Fill") as step:
        batch = step.add(Batch())
        assert batch.id is not None
        step.insert_columns("cost", {"paid": amounts}, batch_id=batch.id, table_no=1, source_rows=range(len(amounts)))
    (whole,) = workspace.sums("cost", ["paid"], where={"batch_id": batch.id})
    stated = [a for a in amounts if a is not None]
    assert whole.totals["paid"] == (Decimal(sum(stated)).scaleb(-4) if stated else None)
    assert whole.counts["paid"] == len(stated)


def test_stated_values_are_told_once_each_and_blanks_not_at_all(workspace: Workspace) -> None:
    with workspace.changing("Fill") as step:
        for due in (None, IsoDate("2025-06"), IsoDate("2025-06"), IsoDate("2026-01-31")):
            step.add(Contribution(due=due, currency="EUR"))
        step.add(Contribution(due=IsoDate("2024"), currency="SEK"))
    assert sorted(workspace.stated("contribution", "due", {"currency": "EUR"})) == ["2025-06", "2026-01-31"]
    with pytest.raises(Refused, match="no field called"):
        workspace.stated("contribution", "dew")
