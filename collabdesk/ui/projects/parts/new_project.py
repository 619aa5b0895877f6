"""Asks for what a new project must have; the rest is typed on its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.problems import Refused
from collabdesk.ui.dates import read_day
from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import FormField, button, label, primary, row


class NewProject(QDialog):
    """`begun` carries the id of the project once it is kept."""

    begun = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("New project"))
        self.setMinimumWidth(460)
        self._fields = {
            "code": FormField(
                self.tr("&Number"), QLineEdit(), self.tr("As the funder writes it; no two have the same")
            ),
            "acronym": FormField(self.tr("&Acronym"), QLineEdit()),
            "title": FormField(self.tr("&Title"), QLineEdit()),
            "currency": FormField(self.tr("C&urrency"), QLineEdit(), self.tr("Three letters, as EUR")),
            "start": FormField(self.tr("&Start"), QLineEdit()),
            "end": FormField(self.tr("&End"), QLineEdit()),
        }
        keep = primary(self.tr("Begin the project"))
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addWidget(label(self.tr("New project"), "heading"))
        for name in ("code", "acronym", "title", "currency"):
            column.addWidget(self._fields[name])
        column.addLayout(row(self._fields["start"], self._fields["end"], gap=GAP_L))
        column.addLayout(row(None, cancel, keep))

    def line(self, name: str) -> QLineEdit:
        """The field of this name."""
        control = self._fields[name].control
        assert isinstance(control, QLineEdit)
        return control

    def keep(self) -> None:
        """Keep the project, or say what is wrong where it stands."""
        values: dict[str, object] = {}
        wrong = {}
        for name in self._fields:
            text = self.line(name).text().strip()
            try:
                values[name] = read_day(text) if name in ("start", "end") else text
            except ValueError as error:
                wrong[name] = str(error)
        if not values.get("currency"):
            wrong["currency"] = self.tr("Give the currency of its amounts.")
        self._show(wrong)
        if wrong:
            return
        from collabdesk.usecases import entering

        label_ = QCoreApplication.translate("NewProject", "Begin the project {code}").format(code=values["code"])
        workspace = self._desk.workspace
        self._desk.tasks.run(
            label_,
            lambda *_: entering.add_records(workspace, "project", [values], label_),
            owner=self,
            done=self._kept,
            failed=self._refused,
        )

    def _kept(self, entered: object) -> None:
        from collabdesk.usecases.entering import Entered

        assert isinstance(entered, Entered)
        self.begun.emit(entered.ids[0])
        self.accept()

    def _refused(self, error: Exception) -> None:
        from collabdesk.usecases.entering import NotEntered

        if isinstance(error, NotEntered):
            self._show({cell.field: cell.text for cell in error.wrong})
        elif isinstance(error, Refused):
            self._fields["code"].show_error(error.sentence)
        else:
            self._desk.crashed.emit(error)

    def _show(self, wrong: dict[str, str]) -> None:
        for name, field in self._fields.items():
            field.show_error(wrong.get(name, ""))
        first = next((name for name in self._fields if name in wrong), None)
        if first:
            self.line(first).setFocus()
