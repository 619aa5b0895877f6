"""The evidence of a finding: its files, to be opened, saved elsewhere, verified, and added to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.ui import evidence_files
from collabdesk.ui.audits.finding_asking import EvidenceDialog
from collabdesk.ui.audits.parts import lines
from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import Card, button, label, link, row, separator
from collabdesk.usecases import audits

translate = QCoreApplication.translate
Write = Callable[[str, Callable[[Any], Any]], None]
_SETTLED = ("dismissed", "withdrawn")


class EvidenceCard(Card):
    """The files that prove the finding: open one, save it elsewhere, verify their hashes."""

    def __init__(self, desk: Desk, finding: Finding, write: Write) -> None:
        self.add_ = button(translate("FindingCards", "Add evidence…"), "plus")
        self.verify_ = button(translate("FindingCards", "Verify"), "shield")
        super().__init__(translate("FindingCards", "Evidence"), self.verify_, self.add_, margin=GAP_L)
        self._desk, self._finding, self._write = desk, finding, write
        self._found = audits.evidence_of(desk.workspace, finding)
        self.verify_.setToolTip(self.tr("Compute the hash of every file anew"))
        self.verify_.setVisible(bool(self._found))
        self.verify_.clicked.connect(lambda: evidence_files.verify(desk, self, self._found))
        self.add_.setVisible(finding.status not in _SETTLED)
        self.add_.clicked.connect(lambda: self.ask(None))
        for one in self._found:
            self.column.addWidget(separator())
            self.column.addLayout(self._one(one))
        if not self._found:
            self.column.addWidget(label(self.tr("No file is attached."), "muted"))

    def _one(self, one: Evidence) -> QVBoxLayout:
        column = lines()
        head = row(gap=GAP_S)
        head.addWidget(label(one.title or one.file_name, "strong", wrap=True), 1)
        for name, act in ((self.tr("Open"), self._open), (self.tr("Save as…"), self._save)):
            go = link(name)
            go.clicked.connect(partial(act, one))
            head.addWidget(go)
        column.addLayout(head)
        received = self.tr("received {day}").format(day=date_text(one.received_on)) if one.received_on else ""
        facts = "  ·  ".join(f for f in (one.kind, one.custodian, received, one.note) if f)
        column.addWidget(label(facts, "secondary", wrap=True))
        digest = label(f"SHA-256 {one.sha256[:24]}…" if one.sha256 else self.tr("No file is kept."), "small")
        digest.setToolTip(one.sha256)
        column.addWidget(digest)
        return column

    def ask(self, file: Path | None) -> None:
        """Ask for a file and what it is."""
        finding = self._finding
        asked = EvidenceDialog(finding.code or finding.title, file, self.window())
        asked.given.connect(lambda proof, day: self._write(
            self.tr("Add evidence"), lambda w: audits.attach_bytes(w, finding, proof, day)))  # fmt: skip
        asked.open()

    def _open(self, one: Evidence, _checked: bool = False) -> None:
        evidence_files.open_copy(self._desk, self, one)

    def _save(self, one: Evidence, _checked: bool = False) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the evidence"), one.file_name)
        if name:
            self.save(one, Path(name))

    def save(self, one: Evidence, place: Path) -> None:
        """Write the kept file there."""
        workspace, said = self._desk.workspace, self.tr("Written to {place}")
        self._desk.tasks.run(
            self.tr("Save evidence"), lambda *_: audits.save(workspace, one, place, replaces=True), owner=self,
            done=lambda done: self._desk.tell(said.format(place=done)),
        )  # fmt: skip
