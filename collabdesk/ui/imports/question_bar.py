"""Asks how a column is meant that can be read two ways; 1 or 2 answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S, GAP_XS, ICON
from collabdesk.ui.imports.questions import Question
from collabdesk.ui.widgets import ElidedLabel, IconLabel, button, label, link, row
from collabdesk.ui.widgets.labels import restyle


class QuestionBar(QFrame):
    """`answered(columns, way)` carries what was decided and for which columns; `pointed(row, column)` an example."""

    answered = Signal(list, str)
    pointed = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._questions: Sequence[Question] = ()
        self.text = label("", "strong", wrap=True)
        self.examples = ElidedLabel("", "secondary")
        self.answers = [button(""), button("")]
        self.show_cell = link(self.tr("Show the cell"))
        self.show_cell.clicked.connect(self._point)
        self.all = QCheckBox()
        for number, one in enumerate(self.answers):
            one.clicked.connect(lambda _=False, n=number: self._answer(n))
            key = QShortcut(QKeySequence(str(number + 1)), parent)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda n=number: self._answer(n))
        asked, choice, lines = row(gap=GAP_M), row(gap=GAP_M), QVBoxLayout()
        asked.addWidget(IconLabel("help", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        asked.addWidget(self.text, 1)
        choice.addSpacing(ICON + GAP_M)
        choice.addWidget(self.examples, 1)
        for widget in (self.show_cell, self.all, *self.answers):
            choice.addWidget(widget)
        lines.setContentsMargins(14, GAP_S, GAP_S, GAP_S)
        lines.setSpacing(GAP_XS)
        lines.addLayout(asked)
        lines.addLayout(choice)
        self.setLayout(lines)
        restyle(self, "notice", "warn")
        self.hide()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask the first of these; nothing is shown when there is none."""
        self._questions = questions
        self.setVisible(bool(questions))
        if not questions:
            return
        first = questions[0]
        alike = [q for q in questions if q.code == first.code]
        self.text.setText(first.text)
        more = self.tr("Also in the column: {texts}").format(texts=",  ".join(first.examples[1:]))
        self.examples.setText(more if len(first.examples) > 1 else "")
        for number, (one, answer) in enumerate(zip(self.answers, first.answers, strict=True)):
            one.setText(f"{number + 1}   {answer.text}")
            one.setToolTip(self.tr("Press {key}").format(key=number + 1))
        self.all.setVisible(len(alike) > 1)
        self.all.setText(self.tr("For all {count} such columns").format(count=len(alike)))
        self.all.setChecked(True)
        self.setAccessibleName(first.text)

    def _answer(self, number: int) -> None:
        if not self._questions:
            return
        first = self._questions[0]
        is_for_all = self.all.isChecked()
        columns = [q.column for q in self._questions if q is first or (is_for_all and q.code == first.code)]
        self.answered.emit(columns, first.answers[number].way)

    def _point(self) -> None:
        if self._questions:
            self.pointed.emit(*self._questions[0].cell)
