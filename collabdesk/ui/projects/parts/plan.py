"""Milestones and deliverables of a project: dates typed in place, statuses by allowed moves."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain import deliverables, milestones
from collabdesk.domain.dates import IsoDate, latest, today
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, Row, day
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.projects.parts.achieving import AchievedDialog
from collabdesk.ui.texts import DASH, days_text, status_text
from collabdesk.ui.widgets import SegmentBar, button, clear, row
from collabdesk.usecases import edits


def _slip(row: Row) -> int | None:
    """Days from baseline to achievement, or to the forecast without one, of a list's row."""
    now, baseline = row.get("achieved") or row.get("forecast"), row.get("baseline")
    return (latest(now) - latest(baseline)).days if now and baseline else None


def _standing(row: Row) -> str:
    """The status, or `overdue`, which is computed and never stored."""
    due = row.get("forecast") or row.get("baseline") or row.get("due")
    is_open = row.get("status") in ("planned", "missed", "in_progress", "revision_requested")
    return "overdue" if is_open and due and latest(due) < today() else str(row.get("status") or "")


def _late(row: Row) -> str:
    slip = _slip(row)
    return "" if slip is None or slip <= 0 else "warn"


def _words(text: str) -> str:
    return text.strip()


MILESTONES = (
    Column(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=76, tone=lambda _: "secondary"),
    Column(QT_TRANSLATE_NOOP("Columns", "Milestone"), "title", width=0, read=_words),
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=112),
    day(QT_TRANSLATE_NOOP("Columns", "Baseline"), "baseline"),
    day(QT_TRANSLATE_NOOP("Columns", "Forecast"), "forecast", read=read_date),
    day(QT_TRANSLATE_NOOP("Columns", "Achieved"), "achieved"),
    Column(QT_TRANSLATE_NOOP("Columns", "Slip"), _slip, show=days_text, kind="number", width=80, sort="", tone=_late),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Status"), _standing, show=status_text, kind="status", width=126, sort="status"
    ),
)
DELIVERABLES = (
    Column(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=76, tone=lambda _: "secondary"),
    Column(QT_TRANSLATE_NOOP("Columns", "Deliverable"), "title", width=0, read=_words),
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=112),
    Column(QT_TRANSLATE_NOOP("Columns", "Type"), "type", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Level"), "level", width=80),
    day(QT_TRANSLATE_NOOP("Columns", "Due"), "due", read=read_date),
    day(QT_TRANSLATE_NOOP("Columns", "Submitted"), "submitted_on", read=read_date),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Status"), _standing, show=status_text, kind="status", width=160, sort="status"
    ),
)
_MOVES = {"milestone": milestones.STATUSES, "deliverable": deliverables.STATUSES}


class Plan(QWidget):
    """Two lists; the buttons above offer the moves of the current row."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk = desk
        where = {"project_id": project.id}
        self._segments = SegmentBar([("milestone", self.tr("Milestones")), ("deliverable", self.tr("Deliverables"))])
        self._stack = QStackedWidget()
        self._panels = {
            "milestone": ListPanel(
                desk, "milestone", MILESTONES, where=where, search_hint=self.tr("Search milestones"),
                placeholder=self.tr("No milestones are recorded."), also=(),
            ),
            "deliverable": ListPanel(
                desk, "deliverable", DELIVERABLES, where=where, search_hint=self.tr("Search deliverables"),
                placeholder=self.tr("No deliverables are recorded."), also=(),
            ),
        }  # fmt: skip
        for noun, panel in self._panels.items():
            panel.edited.connect(lambda row, field, value, noun=noun: self._edit(noun, row, field, value))
            panel.chosen.connect(lambda _: self._offer_moves())
            panel.rows.modelReset.connect(self._offer_moves)
            self._stack.addWidget(panel)
        self._segments.chosen.connect(self._show)
        self._moves = row()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row(self._segments, None, self._moves))
        column.addWidget(self._stack, 1)

    @property
    def noun(self) -> str:
        """Which list is shown."""
        return self._segments.key

    def search(self) -> None:
        self._panels[self.noun].search.setFocus()

    def _show(self, noun: str) -> None:
        self._stack.setCurrentWidget(self._panels[noun])
        self._offer_moves()

    def _offer_moves(self) -> None:
        """One button for each allowed move of the current row."""
        clear(self._moves)
        current = self._panels[self.noun].table.current_row()
        for status_word in _MOVES[self.noun].after(current.get("status", "") if current else ""):
            made = self._move_button(status_word, current)
            self._moves.addWidget(made)

    def _move_button(self, status_word: str, current: Row) -> QPushButton:
        icon = {"achieved": "check-circle", "accepted": "check-circle", "missed": "flag"}.get(
            status_word, "arrow-right"
        )
        made = button(status_text(status_word), icon)
        made.setToolTip(
            QCoreApplication.translate("Plan", "Set {name} to {status}").format(
                name=current.get("code") or current.get("title") or DASH, status=status_text(status_word)
            )
        )
        made.clicked.connect(lambda: self._go_to(current, status_word))
        return made

    def _go_to(self, current: Row, status_word: str) -> None:
        if self.noun == "milestone" and status_word == "achieved":
            dialog = AchievedDialog(current, self)
            dialog.achieved.connect(lambda on, proof: self._move(current, status_word, achieved=on, verification=proof))
            dialog.open()
        elif self.noun == "deliverable" and status_word == "submitted":
            self._move(current, status_word, submitted_on=IsoDate(today().isoformat()))
        else:
            self._move(current, status_word)

    def _move(self, current: Row, status_word: str, **fields: Any) -> None:
        noun, name = self.noun, current.get("code") or current.get("title")
        text = QCoreApplication.translate("Plan", "Set {name} to {status}")
        step = text.format(name=name, status=status_text(status_word))
        workspace, number = self._desk.workspace, cast(int, current["id"])
        self._desk.write(step, lambda: edits.move(workspace, noun, number, status_word, step, **fields), owner=self)

    def _edit(self, noun: str, row_: Row, field: str, value: Any) -> None:
        name = row_.get("code") or row_.get("title")
        step = QCoreApplication.translate("Plan", "Change {name}").format(name=name)
        workspace, number = self._desk.workspace, cast(int, row_["id"])
        self._desk.write(step, lambda: edits.edit(workspace, noun, number, step, **{field: value}), owner=self)
