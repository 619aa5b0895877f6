"""Dialogs of the budget: they do their act themselves and stay open, saying why, when it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.problems import Refused
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL, font
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import FormField, NoticeBar, button, label, primary, row

translate = QCoreApplication.translate
WIDTH = 520


class Asking(QDialog):
    """Fields above, the act and Cancel below. A subclass adds fields and gives `work()`, None where some is wrong."""

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.notice = NoticeBar(is_closable=False)
        self.keep = primary(act)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.do)
        self._controls: list[QWidget] = []
        self._cancel = cancel = button(translate("Asking", "Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(GAP_M)
        column.addWidget(label(title, "heading", wrap=True))
        column.addLayout(self.fields)
        column.addWidget(self.notice)
        column.addLayout(row(None, cancel, self.keep))

    def add(self, name: str, control: QWidget, hint: str = "") -> FormField:
        """One more field."""
        made = self.field(name, control, hint)
        self.fields.addWidget(made)
        return made

    def field(self, name: str, control: QWidget, hint: str = "") -> FormField:
        """A field that the subclass puts where it belongs; Tab meets the fields in this order."""
        self._controls.append(control)
        return FormField(name, control, hint)

    def work(self) -> Callable[[], Any] | None:
        """The act with what was given; None after saying what is missing."""
        raise NotImplementedError

    def do(self) -> None:
        """Do it in the worker; the dialog closes once it is done."""
        work = self.work()
        if work is None:
            return
        self.keep.setEnabled(False)
        self._desk.tasks.run(
            self.windowTitle(),
            lambda *_: work(),
            owner=self,
            done=lambda _: self.accept(),
            failed=self._failed,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        order = [*self._controls, self.keep, self._cancel]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        order[0].setFocus()
        # Texts that wrap tell their height only once the width is known.
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def _failed(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)


class DayLine(QLineEdit):
    """A day as people type it; `given()` raises ValueError with a sentence."""

    def __init__(self, day: str | None = None) -> None:
        super().__init__(date_text(day) if day else "")

    def given(self) -> str | None:
        """The ISO day, or None for nothing."""
        return read_date(self.text())


def text_field(content: str = "") -> QPlainTextEdit:
    """A few lines of text; Tab goes on."""
    field = QPlainTextEdit(content)
    field.setTabChangesFocus(True)
    field.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 22)
    return field


def choices(options: Sequence[tuple[Any, str]]) -> QComboBox:
    """A list to choose from: (value, text)."""
    box = QComboBox()
    for value, text in options:
        box.addItem(text, value)
    return box


def searched(options: Sequence[tuple[Any, str]]) -> QComboBox:
    """As `choices`, for many: any part of a text that is typed finds it. `found` gives what was chosen."""
    box = choices(options)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    return box


def found(box: QComboBox) -> Any:
    """The value of the text in a box, None where that is none of its texts."""
    place = box.findText(box.currentText())
    return None if place < 0 else box.itemData(place)


class BeginDialog(Asking):
    """A new draft from another version."""

    def __init__(self, desk: Desk, project_id: int, source: Any, name: str, parent: QWidget | None = None) -> None:
        title = translate("Asking", "Begin a version from: {name}").format(name=name)
        super().__init__(desk, title, translate("Asking", "Begin the draft"), parent)
        self._project_id, self._source = project_id, source
        self.title_line = QLineEdit()
        self.reason = text_field()
        self.add(
            translate("Asking", "&Title"), self.title_line, translate("Asking", "Such as “After the mid-term review”")
        )
        self.add(translate("Asking", "&Reason"), self.reason, translate("Asking", "Why a new version is needed"))

    def work(self) -> Callable[[], Any]:
        from collabdesk.usecases import budgets

        workspace, number, source = self._desk.workspace, self._project_id, self._source
        title, reason = self.title_line.text(), self.reason.toPlainText()
        return lambda: budgets.begin(workspace, number, source=source, title=title, reason=reason)


class ApproveDialog(Asking):
    """Who approved a version, when, from when on, and by which amendment."""

    def __init__(self, desk: Desk, version: Any, amendments: Sequence[Any], parent: QWidget | None = None) -> None:
        title = translate("Asking", "Approve version {code}").format(code=version.code)
        super().__init__(desk, title, translate("Asking", "Approve"), parent)
        self._version = version
        self.by = QLineEdit()
        self.on = DayLine(today().isoformat())
        self.effective = DayLine()
        self.amendment = choices(
            [("", translate("Asking", "None")), *((a.code, f"{a.code}  {a.title}".strip()) for a in amendments)]
        )
        self._by = self.add(translate("Asking", "Approved &by"), self.by, translate("Asking", "The person or body"))
        self._on = self.add(translate("Asking", "&On"), self.on)
        self._effective = self.add(
            translate("Asking", "&Effective from"), self.effective,
            translate("Asking", "Left empty: the amendment's day, else the day of approval"),
        )  # fmt: skip
        self.add(translate("Asking", "&Amendment"), self.amendment)

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        by, amendment = self.by.text().strip(), str(self.amendment.currentData() or "")
        self._by.show_error("" if by else translate("Asking", "Name the person or body that approved it."))
        on, effective = given(self._on, self.on), given(self._effective, self.effective)
        if not on:
            self._on.show_error(translate("Asking", "Give the day of approval."))
        if not (by and on) or effective is False:
            return None
        workspace, number = self._desk.workspace, self._version.id
        return lambda: budgets.approve(
            workspace, number, by=by, on=str(on), effective=str(effective) if effective else None, amendment=amendment
        )


class SendBackDialog(Asking):
    """Why a proposed version becomes a draft again."""

    def __init__(self, desk: Desk, version: Any, parent: QWidget | None = None) -> None:
        title = translate("Asking", "Send {code} back to draft").format(code=version.code)
        super().__init__(desk, title, translate("Asking", "Send back"), parent)
        self._version = version
        self.reason = text_field()
        self._reason = self.add(
            translate("Asking", "&Reason"), self.reason, translate("Asking", "It stays on record with the version.")
        )

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        reason, workspace, number = self.reason.toPlainText().strip(), self._desk.workspace, self._version.id
        self._reason.show_error("" if reason else translate("Asking", "Say why: the reason stays on record."))
        return (lambda: budgets.send_back(workspace, number, reason)) if reason else None


def given(field: FormField, line: DayLine) -> str | bool | None:
    """The day in a field, None for nothing, False after saying that it is none."""
    try:
        day = line.given()
    except ValueError as error:
        field.show_error(str(error))
        return False
    field.show_error("")
    return day
