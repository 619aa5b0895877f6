"""The small forms of a finding: why it is dismissed, what is recommended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.dates import latest
from collabdesk.domain.recommendations import Recommendation
from collabdesk.ui.design.scale import GAP_M, font
from collabdesk.ui.texts import status_text
from collabdesk.ui.widgets import FormField, button, primary, row
from collabdesk.ui.widgets.day import DayField
from collabdesk.usecases.audits import PRIORITIES

translate = QCoreApplication.translate


class Form(QWidget):
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

    def finish(self, first: QWidget, keep: Callable[[], None]) -> None:
        self.keep.clicked.connect(keep)
        self.lines.addLayout(row(self.keep, self._cancel, None))
        self.setFocusProxy(first)


class ReasonForm(Form):
    """`kept` carries the reason, which stays on record."""

    kept = Signal(str)

    def __init__(self, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(keep, parent)
        self.reason = text_box("")
        self._field = FormField(self.tr("&Reason"), self.reason, self.tr("It stays on record and may be printed."))
        self.lines.addWidget(self._field)
        self.finish(self.reason, self._keep)

    def _keep(self) -> None:
        reason = self.reason.toPlainText().strip()
        if reason:
            self.kept.emit(reason)
        else:
            self._field.show_error(self.tr("Say why: the reason stays on record."))


class OwnerForm(Form):
    """`kept` carries who has to act on the finding."""

    kept = Signal(str)

    def __init__(self, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("OwnerForm", "Keep"), parent)
        self.owner = QLineEdit(owner)
        self.owner.returnPressed.connect(self._keep)
        self.lines.addWidget(
            FormField(self.tr("O&wner"), self.owner, self.tr("Who has to act; somebody else verifies."))
        )
        self.finish(self.owner, self._keep)

    def _keep(self) -> None:
        self.kept.emit(self.owner.text().strip())


class RecommendForm(Form):
    """`kept` carries text, addressee, due and priority of a new recommendation, or of one that is worded otherwise."""

    kept = Signal(dict)

    def __init__(self, said: Recommendation | None = None, parent: QWidget | None = None) -> None:
        keep = translate("RecommendForm", "Keep") if said else translate("RecommendForm", "Recommend")
        super().__init__(keep, parent)
        self.text = text_box(said.text if said else "")
        self.addressee = QLineEdit(said.addressee if said else "")
        self.due = DayField()
        if said and said.due:
            self.due.day = latest(said.due)
        else:
            self.due.day = self.due.day.replace(day=1)
            self.due.setDate(self.due.date().addMonths(3).addDays(-1))
        self.priority = choice_box(PRIORITIES, (said.priority if said else "") or "medium")
        self._what = FormField(self.tr("&What is to be done"), self.text)
        self._who = FormField(self.tr("&By whom"), self.addressee)
        for field in (
            self._what,
            self._who,
            FormField(self.tr("&Until"), self.due),
            FormField(self.tr("&Priority"), self.priority),
        ):
            self.lines.addWidget(field)
        self.finish(self.text, self._keep)

    def _keep(self) -> None:
        text, addressee = self.text.toPlainText().strip(), self.addressee.text().strip()
        self._what.show_error("" if text else self.tr("Say what is to be done."))
        self._who.show_error("" if addressee else self.tr("Name the person or body it is addressed to."))
        if text and addressee:
            due, priority = self.due.day, self.priority.currentData()
            self.kept.emit({"text": text, "addressee": addressee, "due": due, "priority": priority})


def text_box(content: str) -> QPlainTextEdit:
    """A few lines of text; Tab goes on."""
    field = QPlainTextEdit(content)
    field.setTabChangesFocus(True)
    field.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 22)
    return field


def choice_box(words: tuple[str, ...], chosen: str) -> QComboBox:
    """The words as people read them."""
    combo = QComboBox()
    for word in words:
        combo.addItem(status_text(word), word)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo
