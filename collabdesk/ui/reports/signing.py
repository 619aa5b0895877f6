"""The dialogs on a report's way: who reviewed it, who signs it and with which certificate."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.widgets import button
from collabdesk.ui.widgets.asking import AskDialog, needed


def _tr(text: str) -> str:
    return QCoreApplication.translate("Signing", text)


class ReviewDialog(AskDialog):
    """`reviewed` carries the name."""

    reviewed = Signal(str)

    def __init__(self, code: str, person: str, parent: QWidget) -> None:
        super().__init__(
            _tr("Review the report"), _tr("Mark as reviewed"), parent,
            heading=_tr("{code} was reviewed").format(code=code),
            about=_tr("A reviewed report can be signed, or go back to being a draft."),
        )  # fmt: skip
        self._name = self.ask(_tr("&Reviewed by"), QLineEdit(person))

    def keep(self) -> None:
        if name := needed(self._name, _tr("Say who reviewed the report.")):
            self.reviewed.emit(name)
            self.accept()


class SignDialog(AskDialog):
    """`signed` carries the name, the certificate's file (None without one) and its password."""

    signed = Signal(str, object, str)

    def __init__(self, code: str, person: str, supersedes: str, parent: QWidget) -> None:
        about = _tr("From then on nothing changes the report, and no undo takes the signature back.")
        if supersedes:
            about += " " + _tr("{code} is superseded by it.").format(code=supersedes)
        super().__init__(
            _tr("Sign the report"),
            _tr("Sign for good"),
            parent,
            heading=_tr("Sign {code}").format(code=code),
            about=about,
        )
        self._name = self.ask(_tr("&Signed by"), QLineEdit(person))
        self.file = QLineEdit()
        self.file.setPlaceholderText(_tr("Optional: a .p12 or .pfx file"))
        choose = button(_tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP_S)
        across.addWidget(self.file, 1)
        across.addWidget(choose)
        both.setFocusProxy(self.file)
        self._file = self.ask(_tr("&Certificate"), both)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        hint = _tr("Used once to sign the file, and kept nowhere.")
        self._password = self.ask(_tr("&Password of the certificate"), self.password, hint)
        self.file.textChanged.connect(lambda text: self._password.setEnabled(bool(text.strip())))
        self._password.setEnabled(False)

    def keep(self) -> None:
        name = needed(self._name, _tr("Say who signs the report."))
        text = self.file.text().strip()
        path = Path(text) if text else None
        is_there = path is None or path.is_file()
        self._file.show_error("" if is_there else _tr("There is no such file."))
        if name and is_there:
            self.signed.emit(name, path, self.password.text())
            self.accept()

    def _choose(self) -> None:
        dialog = QFileDialog(self, _tr("Choose a certificate"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{_tr('Certificates')} (*.p12 *.pfx)"])
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()
