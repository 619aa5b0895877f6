"""Registers whose records move: decisions and transfers, each move asking for what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from collabdesk.domain import decisions, transfers
from collabdesk.domain.projects import Project
from collabdesk.domain.statuses import Moves
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.agreement import columns
from collabdesk.ui.projects.agreement.asking import ApproveDialog, DayDialog, ReasonDialog, VetoDialog
from collabdesk.ui.projects.agreement.registers import Register
from collabdesk.ui.projects.parts.moves import MoveButtons
from collabdesk.ui.texts import DASH, status_text
from collabdesk.usecases import agreement
from collabdesk.usecases.agreement.looking import Standing, View
from collabdesk.usecases.changes import Change
from collabdesk.usecases.plan.evidence import Proof

translate = QCoreApplication.translate


class _Moving(Register):
    moves: Moves

    def __init__(self, desk: Desk, project: Project) -> None:
        self.buttons = MoveButtons(self.moves, self.go_to)
        super().__init__(desk, project, (self.buttons,))
        self.buttons.follow(self.panel)

    def go_to(self, current: Row, status: str) -> None:
        """Move the record, asking first for what belongs to the move."""
        raise NotImplementedError

    def write(self, step: str, work: Callable[[], Change]) -> None:
        """Move it in the worker."""
        self._desk.write(step, work, owner=self)

    def step(self, current: Row, status: str) -> str:
        """What stands after "Undo"."""
        name = current.get("code") or current.get("title") or DASH
        return translate("Plan", "Set {name} to {status}").format(name=name, status=status_text(status))


class Decisions(_Moving):
    """Adopted or rejected on a day, vetoed by a party, resolved in words."""

    noun, moves = "decision", decisions.STATUSES

    def columns(self, pill: Column) -> Sequence[Column]:
        return columns.decisions(pill, self._quorum, self._majority, self._veto)

    def called(self) -> str:
        return translate("Agreement", "decisions")

    def hint(self) -> str:
        return self.tr("Search decisions")

    def empty(self) -> str:
        return self.tr("No decisions are recorded.")

    def go_to(self, current: Row, status: str) -> None:
        number, step = int(current["id"]), self.step(current, status)
        act = partial(agreement.decide, self._desk.workspace, number, status, label=step)
        if status == "vetoed":
            veto = VetoDialog(current, self)
            veto.vetoed.connect(lambda party, on, why: self.write(step, partial(act, on=on, party=party, reason=why)))
            veto.open()
        elif status == "resolved":
            asked = ReasonDialog(
                current, translate("Agreement", "Resolve the veto"), self.tr("How was it resolved?"), self
            )
            asked.given.connect(lambda why: self.write(step, partial(act, reason=why)))
            asked.open()
        else:
            day = DayDialog(current, status_text(status), self.tr("The day of the decision"), self)
            day.given.connect(lambda on, proof: self._take(act, step, on, proof))
            day.open()

    def _take(self, act: Callable[..., Change], step: str, on: date, proof: Proof | None) -> None:
        self.write(step, partial(act, on=on, proof=proof))

    def _quorum(self, row: Row) -> Decimal | None:
        its = _standing(self._view, row)
        return its.quorum.value if its else None

    def _majority(self, row: Row) -> Decimal | None:
        its = _standing(self._view, row)
        return its.majority.value if its else None

    def _veto(self, row: Row) -> str:
        its = _standing(self._view, row)
        if its is None or its.window.last is None:
            return DASH
        return columns.veto_text(its.window.last, in_meeting=its.window.in_meeting)


class Transfers(_Moving):
    """Approved until a day, done on a day while that holds, or refused with a reason."""

    noun, moves = "transfer", transfers.STATUSES

    def columns(self, pill: Column) -> Sequence[Column]:
        return columns.transfers(pill)

    def called(self) -> str:
        return translate("Agreement", "transfers")

    def hint(self) -> str:
        return self.tr("Search transfers")

    def empty(self) -> str:
        return self.tr("No transfers are recorded.")

    def why_closed(self, row: Row) -> str:
        if row.get("id") and row.get("status") in ("done", "refused"):
            return self.tr("It is {status}: it does not change any more.").format(
                status=status_text(row["status"]).lower()
            )
        return ""

    def go_to(self, current: Row, status: str) -> None:
        number, step = int(current["id"]), self.step(current, status)
        act = partial(agreement.move_transfer, self._desk.workspace, number, status, label=step)
        if status == "approved":
            approving = ApproveDialog(current, self)
            approving.approved.connect(lambda on, until, proof: self._approve(act, step, on, until, proof))
            approving.open()
        elif status == "refused":
            asked = ReasonDialog(
                current, translate("Agreement", "Refuse the transfer"), self.tr("Why is it refused?"), self
            )
            asked.given.connect(lambda why: self.write(step, partial(act, reason=why)))
            asked.open()
        else:
            day = DayDialog(current, status_text(status), self.tr("The day on which it was done"), self)
            day.given.connect(lambda on, proof: self.write(step, partial(act, on=on, proof=proof)))
            day.open()

    def _approve(self, act: Callable[..., Change], step: str, on: date, until: str | None, proof: Proof | None) -> None:
        self.write(step, partial(act, on=on, expires=until, proof=proof))


def _standing(view: View | None, row: Row) -> Standing | None:
    return view.standings.get(int(row["id"])) if view and row.get("id") else None
