"""The small forms of a finding: what it says, why it is dismissed, what is recommended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.findings import SEVERITIES, Finding
from collabdesk.ui.design.scale import GAP_M, font
from collabdesk.ui.texts import status_text
from collabdesk.ui.widgets import FormField, button, primary, row
from collabdesk.ui.widgets.day import DayField
from collabdesk.usecases.audits import PRIORITIES

translate = QCoreApplication.translate


class _Form(QWidget):
    """Fields above, keep and cancel below; Escape is cancel, Ctrl+Enter keeps."""

    left = Signal()

    def __init__(self, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(GAP_M)
        self.keep: QPushButton = primary(keep, "check")
        self.keep.setShortcut(QKeySequence("Ctrl+Return"))
        self._cancel = button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _finish(self, first: QWidget, keep: Callable[[], None]) -> None:
        self.keep.clicked.connect(keep)
        self.lines.addLayout(row(self.keep, self._cancel, None))
        self.setFocusProxy(first)


class FindingForm(_Form):
    """`kept` carries the fields that a person wrote, by name."""

    kept = Signal(dict)

    def __init__(self, finding: Finding | None, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("FindingForm", "Keep") if finding is not None else translate("FindingForm", "Add the finding"),
            parent,
        )
        said = finding or Finding()
        self.title = QLineEdit(said.title)
        self.severity = _choice(SEVERITIES, said.severity or "medium")
        self.texts = {name: _text(getattr(said, name)) for name in ("criteria", "condition", "cause", "effect")}
        names = {
            "criteria": self.tr("&Criteria: what should be"),
            "condition": self.tr("C&ondition: what is"),
            "cause": self.tr("Ca&use: why"),
            "effect": self.tr("&Effect: what follows"),
        }
        self._title_field = FormField(self.tr("&Title"), self.title)
        self.lines.addWidget(self._title_field)
        self.lines.addWidget(FormField(self.tr("&Severity"), self.severity))
        for name, field in self.texts.items():
            self.lines.addWidget(FormField(names[name], field))
        self._finish(self.title, self._keep)

    def _keep(self) -> None:
        title = self.title.text().strip()
        if not title:
            self._title_field.show_error(self.tr("A finding needs a title."))
            return
        says = {name: field.toPlainText().strip() for name, field in self.texts.items()}
        self.kept.emit({"title": title, "severity": self.severity.currentData(), **says})


class ReasonForm(_Form):
    """`kept` carries the reason, which stays on record."""

    kept = Signal(str)

    def __init__(self, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(keep, parent)
        self.reason = _text("")
        self._field = FormField(self.tr("&Reason"), self.reason, self.tr("It stays on record and may be printed."))
        self.lines.addWidget(self._field)
        self._finish(self.reason, self._keep)

    def _keep(self) -> None:
        reason = self.reason.toPlainText().strip()
        if reason:
            self.kept.emit(reason)
        else:
            self._field.show_error(self.tr("Say why: the reason stays on record."))


class RecommendForm(_Form):
    """`kept` carries text, addressee, due and priority."""

    kept = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("RecommendForm", "Recommend"), parent)
        self.text = _text("")
        self.addressee = QLineEdit()
        self.due = DayField()
        self.due.day = self.due.day.replace(day=1)
        self.due.setDate(self.due.date().addMonths(3).addDays(-1))
        self.priority = _choice(PRIORITIES, "medium")
        self._what = FormField(self.tr("&What is to be done"), self.text)
        self._who = FormField(self.tr("&By whom"), self.addressee)
        for field in (
            self._what,
            self._who,
            FormField(self.tr("&Until"), self.due),
            FormField(self.tr("&Priority"), self.priority),
        ):
            self.lines.addWidget(field)
        self._finish(self.text, self._keep)

    def _keep(self) -> None:
        text, addressee = self.text.toPlainText().strip(), self.addressee.text().strip()
        self._what.show_error("" if text else self.tr("Say what is to be done."))
        self._who.show_error("" if addressee else self.tr("Name the person or body it is addressed to."))
        if text and addressee:
            due, priority = self.due.day, self.priority.currentData()
            self.kept.emit({"text": text, "addressee": addressee, "due": due, "priority": priority})


def _text(content: str) -> QPlainTextEdit:
    field = QPlainTextEdit(content)
    field.setTabChangesFocus(True)
    field.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 22)
    return field


def _choice(words: tuple[str, ...], chosen: str) -> QComboBox:
    combo = QComboBox()
    for word in words:
        combo.addItem(status_text(word), word)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo
