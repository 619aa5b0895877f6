"""Many facts of one moment are read once: no answer is looked for twice, and many bases share their queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk import storage
from collabdesk.domain.costs import CostItem
from collabdesk.domain.figures import Basis
from collabdesk.domain.projects import Project
from collabdesk.usecases import provenance
from collabdesk.usecases.basis_rows import rows_of_each
from collabdesk.usecases.workspace import Workspace
from databases import new_location


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        with opened.changing("Begin") as step:
            project = step.add(Project(code="P1"))
            for n in range(30):
                step.add(CostItem(
                    project_id=project.id, category="AB"[n % 2], currency="EUR" if n % 3 else "",
                    expended=Decimal(n), accepted=Decimal(n) if n % 5 == 0 else None,
                ))  # fmt: skip
        yield opened


@pytest.fixture
def asked(monkeypatch):
    count: Counter[str] = Counter()

    def counted(module, name):
        its = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a: count.update([name]) or its(*a))

    counted(storage.shelf, "find_rows")
    counted(storage.rollups, "sums")
    return count


def test_what_was_found_is_not_looked_for_again_until_the_thread_changes_something(workspace, asked):
    with workspace.at_once():
        (project,) = workspace.find("project")
        workspace.find("project").clear()  # the list is the caller's own
        assert workspace.find("project") == [project]
        assert asked["find_rows"] == 1
        with workspace.changing("Rename") as step:
            step.update(replace(project, code="P2"))
            assert workspace.find("project")[0].code == "P2"
        assert workspace.find("project")[0].code == "P2"
    with workspace.changing("Rename") as step:
        step.update(replace(workspace.find("project")[0], code="P3"))
    assert workspace.find("project")[0].code == "P3"


BASES = [
    *(Basis("cost", "expended", where=(("project_id", 1), ("category", c))) for c in "AB"),
    *(Basis("cost", "accepted", where=(("project_id", 1), ("category", c))) for c in "AB"),
    Basis("cost", "expended", where=(("project_id", 1), ("accepted", None))),
    Basis("cost", "expended", where=(("currency", ("EUR", "")), ("project_id", 1), ("category", "A"))),
    Basis("cost", "category", where=(("project_id", 1), ("currency", ""))),
    Basis("cost", "id", where=(("project_id", 1), ("category", "no such"))),
    Basis("cost", "expended", ids=(3, 1, 2, 3)),
    Basis("cost", "currency", ids=(4, 9, 999)),
    Basis("project", "code"),
    Basis("cost", "expended", where=(("category", "B"),)),
    Basis("cost", "expended", where=(("accepted", 5), ("project_id", 1))),
]


def test_bases_that_are_read_together_are_what_each_is_alone(workspace, asked):
    together = dict(rows_of_each(workspace, BASES))
    assert asked["sums"] == 5
    assert together == {basis: rows for b in BASES for basis, rows in rows_of_each(workspace, [b])}
    assert [len(together[b]) for b in BASES] == [15, 15, 3, 3, 24, 15, 10, 0, 3, 1, 1, 15, 1]
    assert [provenance.sources(workspace, b)[0].total for b in BASES[:2]] == [210, 225]


def test_records_of_a_long_list_are_read_some_at_a_time(workspace, asked, monkeypatch):
    monkeypatch.setattr("collabdesk.usecases.basis_rows._IDS_AT_ONCE", 4)
    bases = [Basis("cost", "expended", ids=(n, n + 1, n + 2)) for n in range(1, 20, 3)]
    assert [[r.id for r in rows] for _, rows in rows_of_each(workspace, bases)] == [list(b.ids) for b in bases]
    assert asked["sums"] == len(bases)
