"""Dialogs of the budget: they do their act themselves and stay open, saying why, when it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.problems import Refused
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import NoticeBar
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, reason_box, typed_day

translate = QCoreApplication.translate
WIDTH = 520


class Asking(AskDialog):
    """A subclass asks for its fields and gives `work()`, None where some are wrong."""

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(title, act, parent, width=WIDTH)
        self._desk = desk
        self.notice = NoticeBar(is_closable=False)
        self.add_notice(self.notice)

    def work(self) -> Callable[[], Any] | None:
        """The act with what was given; None after saying what is missing."""
        raise NotImplementedError

    def keep(self) -> None:
        """Do it in the worker; the dialog closes once it is done."""
        work = self.work()
        if work is None:
            return
        self.keep_button.setEnabled(False)
        self._desk.tasks.run(
            self.windowTitle(),
            lambda *_: work(),
            owner=self,
            done=lambda _: self.accept(),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.keep_button.setEnabled(True)
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)


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
        self.reason = reason_box()
        self.ask(
            translate("Asking", "&Title"), self.title_line, translate("Asking", "Such as “After the mid-term review”")
        )
        self.ask(translate("Asking", "&Reason"), self.reason, translate("Asking", "Why a new version is needed"))

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
        self.on = day_line(today().isoformat())
        self.effective = day_line()
        self.amendment = choices(
            [("", translate("Asking", "None")), *((a.code, f"{a.code}  {a.title}".strip()) for a in amendments)]
        )
        self._by = self.ask(translate("Asking", "Approved &by"), self.by, translate("Asking", "The person or body"))
        self._on = self.ask(translate("Asking", "&On"), self.on)
        self._effective = self.ask(
            translate("Asking", "&Effective from"), self.effective,
            translate("Asking", "Left empty: the amendment's day, else the day of approval"),
        )  # fmt: skip
        self.ask(translate("Asking", "&Amendment"), self.amendment)

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        by = needed(self._by, translate("Asking", "Name the person or body that approved it."))
        amendment = str(self.amendment.currentData() or "")
        on, effective = typed_day(self._on), typed_day(self._effective)
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
        self.reason = reason_box()
        self._reason = self.ask(
            translate("Asking", "&Reason"), self.reason, translate("Asking", "It stays on record with the version.")
        )

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        workspace, number = self._desk.workspace, self._version.id
        reason = needed(self._reason, translate("Asking", "Say why: the reason stays on record."))
        return (lambda: budgets.send_back(workspace, number, reason)) if reason else None
