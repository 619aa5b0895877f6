"""The evidence of the chosen milestone or deliverable: open it, verify its hash, add another file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QWidget

from collabdesk.ui import evidence_files
from collabdesk.ui.columns import Row
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.plan.reading import name_of
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import ElidedLabel, IconLabel, button, row

if TYPE_CHECKING:
    from collabdesk.domain.evidence import Evidence

translate = QCoreApplication.translate
_SHOWN = 3


class Proofs(QFrame):
    """One line below a list; `follow` tells which record it is about."""

    def __init__(self, desk: Desk, project_id: int, noun: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._project_id, self._noun = desk, project_id, noun
        self._row: Row = {}
        self._found: list[Evidence] = []
        self.setProperty("framed", True)
        self._icon = IconLabel("file", "muted")
        self._text = ElidedLabel()
        self._open = button(self.tr("Open"), "eye")
        self._verify = button(self.tr("Verify"), "shield")
        self._verify.setToolTip(self.tr("Compute the hash of every file anew"))
        self._add = button(self.tr("Add evidence…"), "plus")
        self._verify.clicked.connect(self.verify)
        self._add.clicked.connect(self._choose)
        line = row(self._icon, self._text, self._open, self._verify, self._add, gap=GAP_M)
        line.setStretch(1, 1)
        line.setContentsMargins(GAP_M, 6, GAP_M, 6)
        self.setLayout(line)
        desk.changed.connect(self._hear)
        self.follow(None)

    def follow(self, chosen: Row | None) -> None:
        """Show the evidence of this row."""
        self._row = chosen if chosen and chosen.get("id") else {}
        self._look()

    def _look(self) -> None:
        from collabdesk.usecases.plan import evidence

        name = name_of(self._row)
        self._found = evidence.of(self._desk.workspace, self._project_id, self._noun, name) if name else []
        self._icon.show_icon("check-circle" if self._found else "file", "good" if self._found else "muted")
        self._text.setText(self._words(name))
        for act in (self._open, self._verify):
            act.setVisible(bool(self._found))
        self._add.setEnabled(bool(name))
        menu = QMenu(self._open)
        for one in self._found:
            menu.addAction(one.title or one.file_name, partial(evidence_files.open_copy, self._desk, self, one))
        self._open.setMenu(menu)

    def _words(self, name: str) -> str:
        if not name:
            return self.tr("Choose a line to see its evidence.")
        if not self._found:
            return self.tr("{name}: no evidence recorded").format(name=name)
        named = ", ".join(f"{e.title or e.file_name} ({date_text(e.received_on)})" for e in self._found[:_SHOWN])
        more = self.tr(" and {n} more").format(n=len(self._found) - _SHOWN) if len(self._found) > _SHOWN else ""
        return f"{name}: {named}{more}"

    @Slot()
    def verify(self) -> None:
        """Compute the hashes anew and say what came out."""
        evidence_files.verify(self._desk, self, self._found)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Evidence"))
        self.add([Path(name) for name in names])

    def add(self, files: Sequence[Path]) -> None:
        """Keep files as evidence of the chosen row."""
        from collabdesk.usecases.plan import evidence

        workspace, number, name = self._desk.workspace, self._project_id, name_of(self._row)
        for file in files:
            try:
                proof = evidence.Proof(file.name, file.read_bytes())
            except OSError as error:
                self._desk.fail(str(error))
                return
            step = translate("Plan", "Add evidence of {name}").format(name=name)
            self._desk.write(step, partial(evidence.add, workspace, number, name, proof, noun=self._noun),
                             owner=self)  # fmt: skip

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if {"evidence", self._noun} & change.nouns:
            self._look()
