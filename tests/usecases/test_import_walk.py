"""A random walk of imports, edits, merges, reverts, undo and redo: each comparison is true, and nothing is lost."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.usecases import edits
from collabdesk.usecases.comparison import Compared, What, compare
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.imports import Staged, accept, revert
from collabdesk.usecases.partners import merge
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from staged_tables import Row, a_look, a_table

State = dict[str, list[Any]]
_OF_IMPORTS = {"batch", "source_file", "source_table"}
_PARTNERS = [("111", "Uni One"), ("222", "Lab Two"), ("", "SME Three"), ("111", "University One")]
_OUTCOMES = {"added": What.ADDED, "updated": What.CHANGED, "skipped": What.SKIPPED}


def state(workspace: Workspace) -> State:
    return {noun: workspace.find(noun) for noun in NOUNS}


def records(now: State) -> State:
    """The state without the imports themselves, which stay in history when they are taken back."""
    return {noun: found for noun, found in now.items() if noun not in _OF_IMPORTS}


def by_id(now: State) -> dict[str, dict[int, Any]]:
    return {noun: {r.id: r for r in found} for noun, found in now.items()}


class Walk:
    """Two lists that change from version to version, the books, and what undo and redo should give back."""

    def __init__(self, folder: Path, workspace: Workspace, seed: int) -> None:
        self.folder, self.workspace, self.random = folder, workspace, random.Random(seed)
        self.lists: dict[str, list[Row]] = {
            "cost": [self.a_row("cost") for _ in range(8)],
            "contribution": [self.a_row("contribution") for _ in range(6)],
        }
        self.now = state(workspace)
        self.past: list[State] = []
        self.future: list[State] = []
        self.files = 0

    def a_row(self, kind: str) -> Row:
        code, name = self.random.choice(_PARTNERS)
        who = {"project.code": f"P{self.random.randint(1, 2)}", "partner.name": name}
        amount = self.random.choice([None, 1, 2, 3]) if kind == "contribution" else self.random.randint(1, 3)
        kept = None if amount is None else amount * 10_000
        if kind == "contribution":
            return {**who, "partner.code": code, "contribution.amount": kept}
        return {**who, "cost.category": self.random.choice(["Travel", "Staff"]), "cost.expended": kept}

    def next_version(self, kind: str) -> None:
        rows = self.lists[kind] = list(self.lists[kind])
        for _ in range(self.random.randint(0, 3)):
            at = self.random.randrange(len(rows))
            act = self.random.choice(["change", "insert", "repeat", "leave out", "shuffle"])
            if act == "change":
                rows[at] = self.a_row(kind)
            elif act == "shuffle":
                self.random.shuffle(rows)
            elif act == "leave out" and len(rows) > 3:
                del rows[at]
            elif len(rows) < 12:
                rows.insert(at, self.a_row(kind) if act == "insert" else rows[at])

    def look(self, kind: str) -> Staged:
        self.files += 1
        on_same = self.random.choice(["update", "update", "update", "skip", "add"])
        return a_look(self.folder, f"{kind} {self.files}.xlsx", a_table(self.lists[kind], kind=kind), on_same=on_same)

    def decisions(self, staged: Staged) -> Decisions:
        gone = [(g.noun, g.id) for g in compare(self.workspace, staged).tables[0, 0].gone if not g.why_kept]
        left_out = {i for i in range(staged.tables[0].records) if self.random.random() < 0.1}
        removed = {key for key in gone if self.random.random() < 0.4}
        return Decisions(left_out={(0, 0): left_out} if left_out else {}, removed=removed)

    def bring_in(self) -> None:
        kind = self.random.choice(list(self.lists))
        if self.random.random() < 0.7:
            self.next_version(kind)
        staged = self.look(kind)
        decisions = self.decisions(staged)
        said = compare(self.workspace, staged, decisions=decisions)
        assert state(self.workspace) == self.now, "comparing keeps nothing"
        self.check_told(said, by_id(self.now))
        accepted = accept(self.workspace, staged, decisions=decisions)
        kept = accepted.of(staged.tables[0])
        assert kept is not None and kept.outcome == said.tables[0, 0].outcome
        outcomes = Counter(kept.outcomes)
        assert all(outcomes[word] == said.tables[0, 0].counts[what] for word, what in _OUTCOMES.items())
        ids = [i for i in kept.ids if i is not None]
        assert len(ids) == len(set(ids)), "each row is a record of its own"
        if staged.options.on_same != "add" and not decisions.left_out:
            self.check_again(staged)
        before = self.changed()
        if self.random.random() < 0.3:
            revert(self.workspace, accepted.batch_id)
            assert records(state(self.workspace)) == records(before)
            self.workspace.undo()
            assert state(self.workspace) == self.now

    def check_told(self, said: Compared, there: dict[str, dict[int, Any]]) -> None:
        """Every old value is in the books."""
        table = said.tables[0, 0]
        assert sum(len(table.rows(what)) for what in What) == sum(table.counts.values()) - table.counts[What.GONE]
        for row in table.rows(What.CHANGED):
            assert row.changes
            record = there[row.noun][row.record_id]  # type: ignore[index]
            own = [
                c for c in row.changes if c.field.startswith(f"{row.noun}.") and hasattr(record, c.field.split(".")[1])
            ]
            assert all(getattr(record, c.field.split(".")[1]) == c.old for c in own)
        assert not any(row.changes for what in (What.SAME, What.MOVED, What.SKIPPED) for row in table.rows(what))

    def check_again(self, staged: Staged) -> None:
        """The same file a second time changes nothing."""
        again = compare(self.workspace, staged)
        counts = again.tables[0, 0].counts
        assert counts[What.ADDED] == counts[What.CHANGED] == counts[What.MOVED] == 0
        assert not again.figures

    def edit(self) -> None:
        noun = self.random.choice(["partner", "project", "cost", "contribution"])
        found = self.now[noun]
        if found:
            fields = {"partner": {"name": f"Hand {self.random.randint(1, 3)}"}, "project": {"title": "By hand"}}
            amount = {"cost": {"expended": Decimal(9)}, "contribution": {"amount": Decimal(9)}}
            edits.edit(self.workspace, noun, self.random.choice(found).id, "Edit", **(fields | amount)[noun])
            self.changed()

    def merge(self) -> None:
        found = [p.id for p in self.now["partner"]]
        if len(found) > 1:
            merge(self.workspace, *self.random.sample(found, 2))
            self.changed()

    def revert(self) -> None:
        standing = [b.id for b in self.now["batch"] if b.status != "undone"]
        if not standing:
            return
        batch = self.random.choice(standing)
        blockers = self.workspace.blockers(batch)
        try:
            revert(self.workspace, batch)
        except Refused:
            assert blockers and state(self.workspace) == self.now
            return
        assert not blockers
        self.changed()

    def undo(self) -> None:
        self.step_over(self.workspace.undo, self.past, self.future)

    def redo(self) -> None:
        self.step_over(self.workspace.redo, self.future, self.past)

    def step_over(self, act: Any, source: list[State], target: list[State]) -> None:
        if source:
            act()
            target.append(self.now)
            self.now = source.pop()
            assert state(self.workspace) == self.now

    def changed(self) -> State:
        """Take note of a new state; gives the one before."""
        before, now = self.now, state(self.workspace)
        if now != before:
            self.past.append(before)
            self.future.clear()
            self.now = now
        return before


@pytest.mark.parametrize("seed", range(3))
def test_comparisons_are_true_and_undo_gives_back_every_state(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.open(new_location(Path(name)), person="Ada") as workspace:
        walk = Walk(Path(name), workspace, seed)
        acts = (walk.bring_in,) * 5 + (walk.edit, walk.merge, walk.revert, walk.undo, walk.undo, walk.redo)
        for _ in range(10):
            walk.random.choice(acts)()
        assert workspace.verify_journal() == [] and workspace.problems() == []
        while walk.past:
            walk.undo()
        assert not any(state(workspace).values())
