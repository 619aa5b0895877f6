"""Asks for what a new record must have; the rest is typed on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.scales import field_types
from collabdesk.ui.dates import read_day
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets.asking import AskDialog


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: its name as shown (with a mnemonic), a hint, and what is said where it must be given and is not."""

    field: str
    name: str
    hint: str = ""
    missing: str = ""


class BeginDialog(AskDialog):
    """`begun` carries the id of the record once it is kept. What is wrong is said where it stands."""

    begun = Signal(int)

    def __init__(
        self, desk: Desk, noun: str, title: str, asked: Sequence[Asked], keep: str, parent: QWidget | None = None
    ) -> None:
        """`title` stands above and after "Undo"; `keep` on the button that keeps the record."""
        super().__init__(title, keep, parent)
        self._desk, self._noun, self._title, self._asked = desk, noun, title, asked
        self._types = field_types(NOUNS[noun])
        self._fields = {one.field: self.ask(one.name, QLineEdit(), one.hint) for one in asked}

    def line(self, name: str) -> QLineEdit:
        """The field of this name."""
        control = self._fields[name].control
        assert isinstance(control, QLineEdit)
        return control

    def keep(self) -> None:
        """Keep the record, or say what is wrong."""
        values: dict[str, object] = {}
        wrong: dict[str, str] = {}
        for one in self._asked:
            text = self.line(one.field).text().strip()
            if one.missing and not text:
                wrong[one.field] = one.missing
            try:
                values[one.field] = read_day(text) if self._types[one.field] == "date" else text
            except ValueError as error:
                wrong[one.field] = str(error)
        self._show(wrong)
        if wrong:
            return
        from collabdesk.usecases import entering

        workspace, noun, step = self._desk.workspace, self._noun, self._title
        self._desk.tasks.run(
            step,
            lambda *_: entering.add_records(workspace, noun, [values], step).ids[0],
            owner=self,
            done=self._kept,
            failed=self._refused,
        )

    def _kept(self, number: int) -> None:
        self.begun.emit(number)
        self.accept()

    def _refused(self, error: Exception) -> None:
        from collabdesk.usecases.entering import NotEntered

        if isinstance(error, NotEntered):
            self._show({cell.field: cell.text for cell in error.wrong})
        elif isinstance(error, Refused):
            self._show({self._asked[0].field: error.sentence})
        else:
            self._desk.crashed.emit(error)

    def _show(self, wrong: Mapping[str, str]) -> None:
        for name, field in self._fields.items():
            field.show_error(wrong.get(name, ""))
        self.adjustSize()
        first = next((name for name in self._fields if name in wrong), None)
        if first:
            self.line(first).setFocus()
