"""Asks on which day a credit event is credited and what proves it, or why a claim is refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.ui.columns import Row
from collabdesk.ui.projects.parts.proving import ProofDialog
from collabdesk.ui.texts import money_text
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, whole_day

translate = QCoreApplication.translate


def heading(event: Row) -> str:
    """The event with its value, as a dialog names it."""
    name = f"{event.get('code') or ''}  {event.get('title') or ''}".strip()
    value = money_text(event.get("amount"), event.get("unit_of_account") or event.get("currency") or "")
    return f"{name} · {value}"


class CreditDialog(ProofDialog):
    """`credited` carries the day, the words and the file (or None) once there is a day and one of the two."""

    credited = Signal(object, str, object)

    def __init__(self, event: Row, parent: QWidget | None = None) -> None:
        about = translate("Crediting", "It is credited only when its milestone {code} is achieved.")
        milestone = event.get("milestone_code")
        super().__init__(
            translate("Crediting", "Credit the event"), translate("Crediting", "Credit"), parent,
            heading=heading(event), about=about.format(code=milestone) if milestone else "", width=500,
        )  # fmt: skip
        self.day = day_line(today().isoformat())
        self.words = QLineEdit(event.get("evidence") or "")
        self._day = self.ask(self.tr("&Credited on"), self.day, self.tr("The day on which it was accepted"))
        self._words = self.ask_proof(
            self.tr("&Evidence"), self.words, self.tr("The acceptance note, or the file that shows it")
        )

    def keep(self) -> None:
        day = whole_day(self._day)
        said = self.words.text().strip()
        is_proven = bool(said or self.proof)
        self._words.show_error("" if is_proven else self.tr("An event is credited only with its evidence."))
        if day is not None and is_proven:
            self.credited.emit(day, said, self.proof)
            self.accept()


class RefuseDialog(AskDialog):
    """`refused` carries the reason once there is one."""

    refused = Signal(str)

    def __init__(self, event: Row, parent: QWidget | None = None) -> None:
        title = translate("Crediting", "Refuse the claim")
        super().__init__(title, title, parent, heading=heading(event))
        self.reason = QLineEdit()
        self._reason = self.ask(self.tr("&Reason"), self.reason, self.tr("It stands beside the event"))

    def keep(self) -> None:
        if said := needed(self._reason, self.tr("Say why the claim is refused.")):
            self.refused.emit(said)
            self.accept()
