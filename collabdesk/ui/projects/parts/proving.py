"""A dialog that also takes a file as evidence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from collabdesk.ui.widgets import FormField, button
from collabdesk.ui.widgets.asking import AskDialog
from collabdesk.usecases.plan.evidence import Proof


class ProofDialog(AskDialog):
    """`proof` is the file that was attached; its name stands in the field that `ask_proof` made."""

    proof: Proof | None = None

    def ask_proof(self, name: str, line: QLineEdit, hint: str) -> FormField:
        """The field of the evidence, and the button that attaches a file. A name that was typed stays."""
        self._evidence = self.ask(name, line, hint)
        attach = button(self.tr("Attach a file…"), "folder")
        attach.clicked.connect(self._choose)
        self.add_tool(attach)
        return self._evidence

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Evidence"))
        if name:
            self.attach(Path(name))

    def attach(self, file: Path) -> None:
        """Take a file as evidence."""
        try:
            self.proof = Proof(file.name, file.read_bytes())
        except OSError as error:
            self._evidence.show_error(str(error))
            return
        self._evidence.show_error("")
        line = self._evidence.control
        assert isinstance(line, QLineEdit)
        if line.isReadOnly() or not line.text().strip():
            line.setText(file.name)
