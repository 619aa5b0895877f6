"""A project's figures as they are, beside those that another rule pack would give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.projects.parts.figure_table import value_text
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.rules.naming import pack_text
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets import FormField, label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import rules

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure under both packs; None where only the other pack has it."""

    now: Figure | None
    other: Figure | None

    @property
    def one(self) -> Figure:
        return cast("Figure", self.now or self.other)

    @property
    def is_other(self) -> bool:
        """Whether the packs give different values."""
        return (self.now.value if self.now else None) != (self.other.value if self.other else None)


def _shown(figure: Figure | None) -> str:
    return value_text(figure) if figure else DASH


def _note(pair: Pair) -> str:
    notes = dict.fromkeys(f.note for f in (pair.now, pair.other) if f is not None and f.note)
    return "; ".join(n for n in notes if n)


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Figure"), lambda p: p.one.label, width=270),
    Column(QT_TRANSLATE_NOOP("Columns", "Of"), lambda p: p.one.detail, width=200, tone=lambda _: "secondary"),
    Column(QT_TRANSLATE_NOOP("Columns", "As it is"), lambda p: _shown(p.now), kind="number", width=170),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Under the other rules"), lambda p: _shown(p.other), kind="number", width=190,
        tone=lambda p: "warn" if p.is_other else "",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Remark"), _note, show=lambda n: n or DASH, width=0, tip=_note,
        tone=lambda _: "secondary",
    ),
)  # fmt: skip


class WhatIf(QWidget):
    """Computes in the worker when a pack is chosen; nothing is kept."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._id = desk, project.id or 0
        self.chooser = QComboBox()
        self.chooser.setMinimumWidth(380)
        now = rules.chosen(desk.workspace, project, today()).pack
        packs = rules.packs(desk.workspace)
        for pack in packs:
            self.chooser.addItem(pack.title, pack.code)
        # The other version of the same family is what a person most often asks for.
        likely = next((p for p in packs if p.family == now.family and p.code != now.code), packs[0])
        self.chooser.setCurrentIndex(self.chooser.findData(likely.code))
        self.said = label("", "secondary", wrap=True)
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        table = TableView(
            self.rows, desk.theme, placeholder=self.tr("Neither of the two packs gives this project a figure.")
        )
        table.setAccessibleName(self.tr("Figures under both packs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(FormField(self.tr("&If these rules applied"), self.chooser), None))
        column.addWidget(self.said)
        column.addWidget(framed(table), 1)
        self._looking = Looking(desk, self, self.tr("What if"), self._read, _HEEDLESS)
        self._looking.seen.connect(self._show)
        self.chooser.activated.connect(lambda _: self._compute())

    def _read(self) -> tuple[str, list[Pair]]:
        workspace, code = self._desk.workspace, str(self.chooser.currentData())
        project = workspace.get("project", self._id)
        if not isinstance(project, Project):
            return "", []
        now = rules.chosen(workspace, project, today()).pack
        pairs = [Pair(*pair) for pair in rules.what_if(workspace, project, code, today())]
        pairs.sort(key=lambda pair: (not pair.is_other, bool(pair.one.detail)))  # what differs first, the whole first
        other = rules.pack_of(workspace, code)
        differing = sum(pair.is_other for pair in pairs)
        said = self.tr("{now} beside {other}: {n} figures differ. What the grant states itself holds under both.")
        return said.format(now=pack_text(now), other=pack_text(other), n=differing), pairs

    def _compute(self) -> None:
        self._desk.tasks.run(self.tr("What if"), lambda *_: self._read(), owner=self, done=self._show, is_quiet=True)

    def _show(self, found: tuple[str, list[Pair]]) -> None:
        said, pairs = found
        self.said.setText(said)
        self.rows.show(pairs)
