"""A random walk of edits, imports, undo and redo: every undo gives back exactly the state before."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from collabdesk.domain.nouns import NOUNS, Batch, Milestone, Partner, Project
from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Step, Workspace
from databases import new_location

State = dict[str, list[Any]]


def state(workspace: Workspace) -> State:
    return {noun: workspace.find(noun) for noun in NOUNS}


class Walk:
    """Does random things and remembers the state after each, as a second, simple model of undo and redo."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace, self.random = workspace, random.Random(seed)
        self.past: list[State] = []
        self.future: list[State] = []
        self.now = state(workspace)

    def change(self) -> None:
        try:
            with self.workspace.changing("Change") as step:
                for _ in range(self.random.randint(1, 4)):
                    self.random.choice((self.add, self.edit, self.edit_many, self.delete, self.bring_in))(step)
        except Refused as refused:
            assert refused.code == "has-dependants"
            assert state(self.workspace) == self.now
            return
        if step.change.id:
            self.past.append(self.now)
            self.future.clear()
            self.now = state(self.workspace)

    def add(self, step: Step) -> None:
        project = step.add(
            Project(code=f"P{self.random.randint(1, 99)}", funding=Decimal(self.random.randint(0, 9**9)))
        )
        step.add_many([Milestone(project_id=project.id, code=f"M{i}") for i in range(self.random.randint(0, 3))])

    def edit(self, step: Step) -> None:
        for project in self.pick("project"):
            step.update(replace(project, title=self.random.choice("abc"), spent=self.random.choice([None, Decimal(3)])))

    def edit_many(self, step: Step) -> None:
        found = self.workspace.find("milestone")
        step.update_many([replace(m, critical=self.random.choice([True, False, None])) for m in found])  # type: ignore[call-arg]

    def delete(self, step: Step) -> None:
        for noun in ("milestone", "project"):
            for record in self.pick(noun):
                step.delete(record)

    def bring_in(self, step: Step) -> None:
        batch = step.add(Batch(label="file"))
        assert batch.id is not None
        count = self.random.randint(1, 5)
        step.add_many([Partner(name=f"N{i}", batch_id=batch.id) for i in range(count)])
        amounts = [self.random.choice([None, 1, -(2**40)]) for _ in range(count)]
        step.insert_columns("cost", {"paid": amounts}, batch_id=batch.id, table_no=1, source_rows=range(count))
        for record in self.pick("partner"):
            step.update(replace(record, country=self.random.choice(["GR", "CH", ""])))

    def pick(self, noun: str) -> list[Any]:
        found = self.workspace.find(noun)
        return [self.random.choice(found)] if found else []

    def undo(self) -> None:
        self._step_over(self.workspace.undo, self.past, self.future)

    def redo(self) -> None:
        self._step_over(self.workspace.redo, self.future, self.past)

    def _step_over(self, act: Any, source: list[State], target: list[State]) -> None:
        if not source:
            with pytest.raises(Refused):
                act()
            return
        act()
        target.append(self.now)
        self.now = source.pop()
        assert state(self.workspace) == self.now


@pytest.mark.parametrize("seed", range(3))
def test_undo_and_redo_give_back_exactly_the_state_before(tmp_path: Path, seed: int) -> None:
    with Workspace.open(new_location(tmp_path)) as workspace:
        walk = Walk(workspace, seed)
        for _ in range(30):
            walk.random.choice((walk.change, walk.change, walk.undo, walk.undo, walk.redo))()
        while walk.past:
            walk.undo()
        assert not any(state(workspace).values())
        assert workspace.problems() == []
