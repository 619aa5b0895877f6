"""A dialog that asks for a few fields: a heading, the fields, a default button that keeps and one that cancels."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.dates import earliest
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL, font
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets.buttons import button, primary
from collabdesk.ui.widgets.fields import FormField
from collabdesk.ui.widgets.labels import label
from collabdesk.ui.widgets.page import row

translate = QCoreApplication.translate
_WIDTH = 460
_FULL_DAY = len("2025-01-31")


class AskDialog(QDialog):
    """The default button calls `keep`, Escape cancels; a dialog that was closed is gone.

    A subclass asks for its fields in the order in which Tab meets them, and says in `keep` what becomes of them.
    """

    def __init__(
        self, title: str, keep: str, parent: QWidget | None = None, *, heading: str = "", about: str = "",
        width: int = _WIDTH,
    ) -> None:  # fmt: skip
        """`title` is also the heading where there is no other; `keep` stands on the default button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.keep_button = primary(keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(lambda _: self.keep())
        self._cancel = button(translate("AskDialog", "Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._controls: list[QWidget] = []
        self._tools: list[QWidget] = []
        self.fields = QVBoxLayout()
        self.fields.setSpacing(GAP_M)
        self._foot = row(None, self._cancel, self.keep_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        self._column.setSpacing(GAP_L)
        self._column.addWidget(label(heading or title, "heading", wrap=True))
        if about:
            self._column.addWidget(label(about, "secondary", wrap=True))
        self._column.addLayout(self.fields)
        self._column.addLayout(self._foot)

    def ask(self, name: str, control: QWidget, hint: str = "") -> FormField:
        """One more field below the others."""
        field = self.field(name, control, hint)
        self.fields.addWidget(field)
        return field

    def field(self, name: str, control: QWidget, hint: str = "") -> FormField:
        """A field that the subclass places itself."""
        self._controls.append(control)
        return FormField(name, control, hint)

    def add(self, control: QWidget) -> None:
        """A control that says by itself what it asks, below the fields so far."""
        self._controls.append(control)
        self.fields.addWidget(control)

    def add_tool(self, tool: QPushButton) -> None:
        """A further button, at the left of the foot; Enter never means it."""
        tool.setAutoDefault(False)
        self._foot.insertWidget(len(self._tools), tool)
        self._tools.append(tool)

    def add_notice(self, notice: QWidget) -> None:
        """What is said just above the buttons."""
        self._column.insertWidget(self._column.count() - 1, notice)

    def keep(self) -> None:
        """Tell what was given, or show what is missing."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        order = [*self._controls, *self._tools, self.keep_button, self._cancel]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        order[0].setFocus()
        # Texts that wrap tell their height only once the width is known.
        self.resize(self.width(), max(self.height(), self._column.heightForWidth(self.width())))


def reason_box(content: str = "") -> QPlainTextEdit:
    """A few lines of text; Tab goes on."""
    box = QPlainTextEdit(content)
    box.setTabChangesFocus(True)
    box.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 22)
    return box


def day_line(day: str | None = None) -> QLineEdit:
    """A line in which a day is typed as people write days, `day` (ISO) to begin with; `typed_day` reads it."""
    return QLineEdit(date_text(day) if day else "")


def needed(field: FormField, missing: str) -> str:
    """The text in a field; "" after showing that it is missing."""
    said = _text(field)
    field.show_error("" if said else missing)
    return said


def whole_day(field: FormField) -> date | None:
    """The day in a field; None after showing what is wrong with it."""
    typed = typed_day(field)
    if typed is False:
        return None
    if typed is None or len(typed) < _FULL_DAY:
        field.show_error(translate("AskDialog", "Give the whole day."))
        return None
    return earliest(typed)


def typed_day(field: FormField) -> str | Literal[False] | None:
    """The ISO text of the date in a field, None for nothing, False after showing that it is none."""
    try:
        typed = read_date(_text(field))
    except ValueError as error:
        field.show_error(str(error))
        return False
    field.show_error("")
    return typed


def _text(field: FormField) -> str:
    control = field.control
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText().strip()
    assert isinstance(control, QLineEdit)
    return control.text().strip()
