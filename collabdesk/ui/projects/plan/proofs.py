"""The evidence of the chosen milestone or deliverable: open it, verify its hash, add another file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QWidget

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
            menu.addAction(one.title or one.file_name, partial(self._open_file, one))
        self._open.setMenu(menu)

    def _words(self, name: str) -> str:
        if not name:
            return self.tr("Choose a line to see its evidence.")
        if not self._found:
            return self.tr("{name}: no evidence recorded").format(name=name)
        named = ", ".join(f"{e.title or e.file_name} ({date_text(e.received_on)})" for e in self._found[:_SHOWN])
        more = self.tr(" and {n} more").format(n=len(self._found) - _SHOWN) if len(self._found) > _SHOWN else ""
        return f"{name}: {named}{more}"

    def _open_file(self, one: Evidence) -> None:
        from collabdesk.usecases.plan import evidence

        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Open evidence"),
            lambda *_: _written(one, evidence.content(workspace, one)),
            owner=self,
            done=self._show_file,
        )

    def _show_file(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            said = self.tr("No program here opens {name}. It was written to {folder}.")
            self._desk.fail(said.format(name=place.name, folder=place.parent))

    @Slot()
    def verify(self) -> None:
        """Compute the hashes anew and say what came out."""
        from collabdesk.usecases.plan import evidence

        workspace, found = self._desk.workspace, list(self._found)
        self._desk.tasks.run(
            self.tr("Verify evidence"), lambda *_: evidence.verify(workspace, found), owner=self, done=self._tell
        )

    def _tell(self, verified: Sequence[tuple[Evidence, str]]) -> None:
        wrong = [problem for _, problem in verified if problem]
        if wrong:
            self._desk.fail(" ".join(wrong))
        else:
            digest = verified[0][0].sha256[:16] if verified else ""
            said = self.tr("Unchanged: the hash of {n} is as recorded ({digest}…)")
            n = self.tr("1 file") if len(verified) == 1 else self.tr("{n} files").format(n=len(verified))
            self._desk.tell(said.format(n=n, digest=digest))

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


def _written(one: Evidence, content: bytes) -> Path:
    """The file in a folder of its own, so that it keeps its name. Read only: the kept one is what counts."""
    place = Path(tempfile.mkdtemp(prefix="collabdesk-"), Path(one.file_name or "evidence").name)
    place.write_bytes(content)
    place.chmod(0o400)
    return place
