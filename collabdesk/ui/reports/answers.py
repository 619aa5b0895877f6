"""What a sheet of responses brings, row by row beside what is on record, before any of it is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import count_text, date_text
from collabdesk.ui.widgets import label
from collabdesk.ui.widgets.asking import AskDialog
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import packets

_WIDTH, _HEIGHT = 900, 260
_STATES: dict[str, Any] = {
    "new": QT_TRANSLATE_NOOP("Answers", "New"),
    "further": QT_TRANSLATE_NOOP("Answers", "Another answer"),
    "same": QT_TRANSLATE_NOOP("Answers", "On record already"),
}
_STANCES: dict[str, Any] = {
    "agree": QT_TRANSLATE_NOOP("Answers", "Agrees"),
    "partly": QT_TRANSLATE_NOOP("Answers", "Agrees in part"),
    "disagree": QT_TRANSLATE_NOOP("Answers", "Disagrees"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


def _state(answer: packets.Answer) -> str:
    said = _tr(_STATES[answer.state])
    return f"{said}: {', '.join(answer.changed)}" if answer.changed else said


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Finding"), lambda a: a.finding.code, width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Outcome"), _state, width=190,
           tone=lambda a: "muted" if a.state == "same" else ""),
    Column(QT_TRANSLATE_NOOP("Columns", "Stance"), lambda a: _tr(_STANCES[a.stance]), width=110),
    Column(QT_TRANSLATE_NOOP("Columns", "Response"), "text", width=0, tip=lambda a: a.text),
    Column(QT_TRANSLATE_NOOP("Columns", "Respondent"), "by", width=130),
    Column(QT_TRANSLATE_NOOP("Columns", "Date"), "on", show=date_text, width=100),
)  # fmt: skip
_SHOWN_PROBLEMS = 5


class AnswersDialog(AskDialog):
    """Shows the answers; its default button records what is new as one step of undo."""

    def __init__(self, desk: Desk, read: packets.Answers, parent: QWidget) -> None:
        count = len(read.to_keep)
        keep = count_text("Answers", "Record one answer", "Record %n answers", count)
        about = _tr("Answers are kept word for word; what is on record stays, and another answer stands beside it.")
        heading = _tr("Responses to {code}").format(code=read.report.code)
        super().__init__(heading, keep if count else _tr("Close"), parent, about=about, width=_WIDTH)
        self._desk, self._read = desk, read
        self.rows = MemoryRows(COLUMNS, read.answers)
        table = TableView(self.rows, desk.theme, placeholder=_tr("No row was filled in."))
        table.setMinimumHeight(_HEIGHT)
        self.add(framed(table))
        self._say_problems()

    def _say_problems(self) -> None:
        problems = self._read.problems
        if not problems:
            return
        lines = [f"{p.cell}: {p.text}" for p in problems[:_SHOWN_PROBLEMS]]
        if len(problems) > _SHOWN_PROBLEMS:
            lines.append(_tr("and {n} more").format(n=len(problems) - _SHOWN_PROBLEMS))
        said = label("\n".join([_tr("These rows are left out until they are right:"), *lines]), wrap=True)
        said.setProperty("tone", "bad")
        self.add_notice(said)

    def keep(self) -> None:
        if self._read.to_keep:
            workspace, read = self._desk.workspace, self._read
            self._desk.write(_tr("Record the answers"), lambda: packets.accept_answers(workspace, read),
                             owner=self.parent(), done=self._done)  # fmt: skip
        self.accept()

    def _done(self, change: Any) -> None:
        self._desk.tell(change.label)
