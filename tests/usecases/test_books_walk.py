"""A random walk through the books: typing, declaring, closing, approving, freezing, importing, undo, redo, revert."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.reporting_periods import STATUSES
from collabdesk.usecases import budgets, contributions, costs, efforts, entering, periods, rules
from collabdesk.usecases.figures import figures
from collabdesk.usecases.imports import accept, batches, revert
from collabdesk.usecases.plan import baselines, forecasts
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from staged_tables import a_look, a_table

State = dict[str, list[Any]]
PROJECT = {"project.code": "W1"}
DAYS = ("2025-02-15", "2025-05-31", "2025-08-01", "2026-02-01", "")
CATEGORIES = ("A.1", "B", "C.1", "Nonsense", "")


def state(workspace: Workspace) -> State:
    return {noun: workspace.find(noun) for noun in NOUNS}


class Walk:
    """Does what a manager may do in the books, and remembers the state after each step that was kept."""

    def __init__(self, folder: Path, workspace: Workspace, seed: int) -> None:
        self.folder, self.workspace, self.random = folder, workspace, random.Random(seed)
        self.past: list[State] = []
        self.future: list[State] = []
        self.files = 0
        self.now = state(workspace)
        self.acts: tuple[Callable[[], object], ...] = (
            self.enter, self.enter, self.edit, self.delete, self.declare, self.declare, self.declare, self.judge,
            self.adjust, self.period,
            self.version, self.version, self.transfer, self.plan, self.call, self.pack, self.bring_in, self.bring_in,
            self.take_back,
        )  # fmt: skip

    # One step, and whether it was kept

    def step(self) -> None:
        act = self.random.choice((*self.acts, self.undo, self.undo, self.redo))
        if act in (self.undo, self.redo):
            act()
            return
        before = self.workspace.last_change
        try:
            act()
        except Refused:
            assert self.workspace.last_change == before
            assert state(self.workspace) == self.now, act
            return
        if self.workspace.last_change != before:
            self.past.append(self.now)
            self.future.clear()
            self.now = state(self.workspace)

    def undo(self) -> bool:
        return self._over(self.workspace.undo, self.past, self.future)

    def redo(self) -> bool:
        return self._over(self.workspace.redo, self.future, self.past)

    def _over(self, act: Callable[[], object], source: list[State], target: list[State]) -> bool:
        try:
            act()
        except Refused as refused:
            assert refused.code != "nothing" or not source
            assert state(self.workspace) == self.now
            return False
        target.append(self.now)
        self.now = source.pop()
        assert_same(state(self.workspace), self.now)
        return True

    # What a manager does

    def one(self, noun: str, **where: object) -> Any:
        found = self.workspace.find(noun, **where)
        if not found:
            raise Refused(f"no {noun}", "nothing-there")
        return self.random.choice(found)

    def amount(self) -> Decimal:
        return Decimal(self.random.choice((0, 1, 250, 99999, -50))) + self.random.choice((Decimal(0), Decimal("0.05")))

    def enter(self) -> None:
        project = self.one("project")
        noun = self.random.choice(("cost", "effort", "payment", "contribution", "work_package", "progress", "budget"))
        day = self.random.choice(DAYS)
        fields: dict[str, dict[str, object]] = {
            "cost": {"expended": self.amount(), "date": day or None, "category": self.random.choice(CATEGORIES),
                     "currency": self.random.choice(("EUR", "GBP", "QQQ"))},
            "effort": {"person": "P-1", "month": (day or "2025-01-01")[:7], "days": Decimal("3.5")},
            "payment": {"kind": "interim", "received": self.amount(), "received_on": day or None, "currency": "EUR"},
            "contribution": {"pledged": self.amount(), "currency": "EUR", "due": day or None, "form": "cash"},
            "work_package": {"code": f"WP{self.random.randint(1, 4)}", "start": "2025-01-01", "end": "2025-12-31",
                             "technique": self.random.choice(("", "percent complete", "0/100"))},
            "progress": {"work_package": "WP1", "day": day or "2025-03-31", "done": Decimal("0.25")},
            "budget": {"category": self.random.choice(CATEGORIES), "amount": self.amount(), "currency": "EUR"},
        }  # fmt: skip
        entering.add_records(self.workspace, noun, [{"project_id": project.id, **fields[noun]}], "Type")

    def edit(self) -> None:
        noun, field = self.random.choice((("cost", "expended"), ("budget", "amount"), ("contribution", "received")))
        entering.set_cells(self.workspace, noun, [(self.one(noun).id, field, self.amount())], "Edit")

    def delete(self) -> None:
        noun = self.random.choice(
            ("cost", "effort", "budget", "budget_version", "reporting_period", "baseline", "work_package", "payment")
        )
        found = self.one(noun)
        if self.random.random() < 0.5:
            entering.delete_records(self.workspace, noun, [found.id], "Delete")
        else:
            with self.workspace.changing("Delete") as step:
                step.delete(found)

    def declare(self) -> None:
        noun = self.random.choice(("cost", "cost", "effort"))
        acts: Any = costs if noun == "cost" else efforts
        item = self.one(noun)
        if item.status == "checked" or self.random.random() < 0.1:
            acts.declare(self.workspace, [item.id], self.random.choice(("RP1", "RP2")))
        else:
            acts.check(self.workspace, [item.id])

    def judge(self) -> None:
        item = self.one("cost", status="declared")
        if self.random.random() < 0.3:
            costs.reject(self.workspace, [item.id], "no receipt")
        else:
            costs.accept(self.workspace, [item.id], item.expended / 2 if item.expended else None, "half")

    def adjust(self) -> None:
        item = self.one("cost", status=["declared", "accepted"])
        costs.adjust(self.workspace, item.id, self.amount(), "credit note", self.random.choice(("", "RP1", "RP2")))

    def period(self) -> None:
        period = self.one("reporting_period")
        status = self.random.choice((*STATUSES.after(period.status), "open"))
        reason = self.random.choice(("", "audit"))
        periods.move(self.workspace, period.id, status, reason=reason, day=date(2025, 7, 1))

    def version(self) -> None:
        project = self.one("project")
        there = budgets.versions(self.workspace, project.id)
        if not there or self.random.random() < 0.2:
            source = self.random.choice((None, *there))
            budgets.begin(self.workspace, project.id, source=source, reason="Walk")
            return
        one, act = self.random.choice(there), self.random.random()
        if act < 0.1:
            budgets.discard(self.workspace, one.id)
        elif one.status == "draft":
            budgets.propose(self.workspace, one.id)
        elif act < 0.4:
            budgets.send_back(self.workspace, one.id, "not yet")
        else:
            budgets.approve(self.workspace, one.id, by="GA", on="2025-06-01")

    def transfer(self) -> None:
        drafts = [v.id for v in self.workspace.find("budget_version", status="draft")]
        source = self.one("budget", **({"budget_version_id": drafts} if drafts else {}))
        if source.basis == "transfer":
            budgets.take_back(self.workspace, source.id)
        else:
            target = self.one("budget", budget_version_id=source.budget_version_id)
            budgets.transfer(self.workspace, source.id, target.id, Decimal(7), "Walk")

    def plan(self) -> None:
        project, act = self.one("project"), self.random.random()
        if act < 0.15:
            decided = self.random.choice(("", "GA 7"))
            baselines.freeze(self.workspace, project.id, date(2025, 6, 1), reason=decided, decision=decided)
        elif act < 0.6:
            item = self.one("work_package", project_id=project.id)
            forecasts.forecast(
                self.workspace, project.id, item.code, self.random.choice(("2026-01-31", "2025-11", None))
            )
        else:
            forecasts.record_all(self.workspace, project.id, date(2025, 5, 1))

    def call(self) -> None:
        project = self.one("project")
        if self.random.random() < 0.5:
            rows = [{"project_id": project.id, "year": "2025", "total": self.amount(), "currency": "EUR"}]
            entering.add_records(self.workspace, "assessment", rows, "Type")
        else:
            contributions.call_assessed(self.workspace, project.id, "2025", "Call")

    def pack(self) -> None:
        rules.use(self.workspace, self.one("project"), self.random.choice(("horizon_europe", "us_2cfr200", "generic")))

    def bring_in(self) -> None:
        """A workbook of the books; the same rows come again with other amounts."""
        self.files += 1
        cents = [self.random.randint(-5, 900_000) for _ in range(6)]
        tables = [
            a_table([{**PROJECT, "project.title": "Walk", "project.start": "2025-01-01", "project.end": "2025-12-31",
                      "project.currency": "EUR", "project.funding": 5_000_000_000}], "project", "Projects"),
            a_table([{**PROJECT, "reporting_period.code": f"RP{n}", "reporting_period.start": f"2025-0{6 * n - 5}-01",
                      "reporting_period.end": "2025-06-30" if n == 1 else "2025-12-31"} for n in (1, 2)],
                    "reporting_period", "Periods"),
            a_table([{**PROJECT, "work_package.code": f"WP{n}", "work_package.start": "2025-01-01"} for n in (1, 2)],
                    "work_package", "Work packages"),
            a_table([{**PROJECT, "partner.name": f"Uni {n % 2}", "budget.category": "C.1",
                      "budget.work_package": f"WP{n}", "budget.amount": cents[n]} for n in (1, 2)], "budget", "Budget"),
            a_table([{**PROJECT, "partner.name": f"Uni {n % 2}", "cost.code": f"I-{n}", "cost.category": "C.1",
                      "cost.date": f"2025-0{n}-11", "cost.expended": cents[n]} for n in range(1, 6)], "cost", "Costs"),
            a_table([{**PROJECT, "partner.name": "Uni 1", "scale_share.year": "2025", "scale_share.share": 10**8}],
                    "scale_share", "Scale"),
        ]  # fmt: skip
        accept(self.workspace, a_look(self.folder, f"books-{self.files}.xlsx", *tables))

    def take_back(self) -> None:
        found = [b for b in batches(self.workspace) if b.status != "undone"]
        if not found:
            raise Refused("no batch", "nothing-there")
        number = self.random.choice(found).id
        assert number is not None
        blocked = self.workspace.blockers(number)
        try:
            revert(self.workspace, number)
        except Refused as refused:
            assert blocked, f"a refusal names what stands in the way: {refused.sentence}"
            raise
        assert not blocked


def assert_same(found: State, expected: State) -> None:
    assert {n: r for n, r in found.items() if r != expected[n]} == {
        n: expected[n] for n in found if found[n] != expected[n]
    }


@pytest.mark.parametrize("seed", range(2))
def test_the_books_are_as_before_after_every_undo_and_every_refusal(tmp_path: Path, seed: int) -> None:
    with Workspace.open(new_location(tmp_path)) as workspace:
        walk = Walk(tmp_path, workspace, seed)
        walk.bring_in()
        walk.past, walk.now = [walk.now], state(workspace)
        for _ in range(45):
            walk.step()
        for project in workspace.find("project"):
            for figure in figures(workspace, project.code, date(2025, 7, 31)):
                assert figure.value is not None or figure.note
        while walk.undo():
            pass
        assert workspace.problems() == []
