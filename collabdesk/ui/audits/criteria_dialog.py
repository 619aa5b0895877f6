"""The criteria sets: look at what each asks, choose one, load one of your own, hand one on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.problems import Problem
from collabdesk.domain.toml_lines import line_of
from collabdesk.ui.audits.criteria_columns import GRADES, PROBLEMS, SETS, STANDARDS
from collabdesk.ui.design.scale import GAP_M, GAP_XL
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import NoticeBar, SegmentBar, button, label, primary, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import criteria
from collabdesk.usecases.criteria import CriteriaChoice, Standard

_SIZE = (1080, 680)
_SETS_HEIGHT = 210


class CriteriaDialog(QDialog):
    """`chosen` carries the key of the set that an audit is to be planned with."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.key = key or criteria.USUAL
        self.setWindowTitle(self.tr("Criteria sets"))
        self.resize(*_SIZE)
        self.sets = MemoryRows(SETS)
        self.standards = MemoryRows(STANDARDS)
        self.grades = MemoryRows(GRADES)
        self.problems = MemoryRows(PROBLEMS)
        for model in (self.sets, self.standards, self.grades, self.problems):
            model.setParent(self)
        self.notice = NoticeBar()
        self.table = TableView(self.sets, desk.theme, placeholder="")
        self.table.setAccessibleName(self.tr("Criteria sets"))
        self.table.chosen.connect(self._show)
        self._about = label("", "secondary", wrap=True)
        self._detail = label("", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        desk.changed.connect(self._hear)
        self._look()

    def _lay_out(self) -> None:
        load = button(self.tr("&Load a set…"), "imports")
        load.setToolTip(self.tr("Keep a set of your own; what is wrong with its file is said line by line"))
        load.clicked.connect(self._choose_file)
        export = button(self.tr("&Export…"))
        export.setToolTip(self.tr("Write the chosen set to a file, to hand it on or to make it your own"))
        export.clicked.connect(self._choose_place)
        self._remove = button(self.tr("Remove"), "trash")
        self._remove.setToolTip(self.tr("Take away the chosen set, which was loaded here and which no audit uses"))
        self._remove.clicked.connect(self._take_away)
        self.use = primary(self.tr("&Use this set"), "check")
        self.use.setDefault(True)
        self.use.clicked.connect(self._use)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        for one in (load, export, self._remove, close):
            one.setAutoDefault(False)
        self.segments = SegmentBar([
            ("standards", self.tr("Criteria")), ("scale", self.tr("Scale")), ("problems", self.tr("What is wrong")),
        ])  # fmt: skip
        shown = (
            ("standards", self.standards, self.tr("This set has no criteria.")),
            ("scale", self.grades, self.tr("This set has no scale: conclusions are drawn in words.")),
            ("problems", self.problems, self.tr("Load a file to see what is wrong with it, line by line.")),
        )
        places = {}
        for key, model, nothing in shown:
            table = TableView(model, self._desk.theme, placeholder=nothing)
            table.setAccessibleName(key)
            if key == "standards":
                table.chosen.connect(self._tell_standard)
            places[key] = self._stack.addWidget(framed(table))
        self.segments.chosen.connect(lambda key: self._detail.setVisible(key == "standards"))
        self.segments.chosen.connect(lambda key: self._stack.setCurrentIndex(places[key]))
        top = framed(self.table)
        top.setFixedHeight(_SETS_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        column.addWidget(label(self.tr("What audits measure against"), "heading", wrap=True))
        column.addWidget(self.notice)
        column.addWidget(top)
        column.addWidget(self._about)
        column.addLayout(row(self.segments, None))
        column.addWidget(self._stack, 1)
        column.addWidget(self._detail)
        column.addLayout(row(load, export, self._remove, None, close, self.use))

    def load(self, file: Path) -> None:
        """Keep a file's set; where something is wrong, say it instead."""
        workspace = self._desk.workspace

        def keep() -> tuple[str, list[Problem]]:
            text = criteria.read_file(file)
            chosen, problems = criteria.check(text)
            if chosen is None:
                return "", problems
            criteria.add_text(workspace, text)
            return chosen.key, []

        step = QCoreApplication.translate("CriteriaDialog", "Load {name}").format(name=file.name)
        self._desk.write(step, keep, owner=self, done=lambda found: self._loaded(file, *found))

    def _loaded(self, file: Path, key: str, problems: list[Problem]) -> None:
        self.problems.show(problems)
        if key:
            self.key = key
            self.notice.dismiss()
            self._look()
            return
        self.segments.choose("problems")
        one = self.tr("{name} has an error in line {line}: {text}.")
        many = self.tr("{name} has {n} errors: they are listed below with their lines. Nothing was kept.")
        first = problems[0]
        said = (one if len(problems) == 1 else many).format(
            name=file.name, n=number_text(len(problems)), line=line_of(first), text=first.text
        )
        self.notice.say(said, "error")

    def export(self, place: Path) -> None:
        """Write the chosen set's file."""
        workspace, key = self._desk.workspace, self.key
        self._desk.tasks.run(
            self.tr("Write {name}").format(name=place.name),
            lambda *_: criteria.export(workspace, key, place),
            owner=self,
            done=lambda path: self.notice.say(self.tr("{name} was written.").format(name=path.name), "good"),
        )

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a criteria set"), "", self._kinds())
        if name:
            self.load(Path(name))

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the set"), f"{self.key}.toml", self._kinds())
        if name:
            self.export(Path(name))

    def _kinds(self) -> str:
        return self.tr("Criteria sets (*.toml);;All files (*)")

    def _take_away(self) -> None:
        workspace, key = self._desk.workspace, self.key
        step = self.tr("Remove {title}").format(title=criteria.title_of(workspace, key))
        self._desk.write(step, lambda: criteria.remove(workspace, key), owner=self)

    def _use(self) -> None:
        self.chosen.emit(self.key)
        self.accept()

    def _look(self) -> None:
        offered = criteria.choices(self._desk.workspace)
        # First the place: rows that are shown anew let the table choose a row by itself.
        place = next((i for i, one in enumerate(offered) if one.key == self.key), 0)
        self.sets.show(offered)
        self.table.selectRow(place)
        self._show(offered[place])

    def _show(self, choice: CriteriaChoice | None) -> None:
        if choice is None:
            return
        self.key = choice.key
        whole = criteria.load_set(self._desk.workspace, choice.key)
        self.standards.show(list(whole.standards))
        self.grades.show(list(whole.scale))
        self._remove.setVisible(choice.is_own)
        self._tell_standard(whole.standards[0] if whole.standards else None)
        said = self.tr("Source: {source}.").format(source=whole.source)
        unread = sum(not one.settings.is_confirmed for one in whole.standards)
        if unread:
            note = self.tr("{n} of its sources are unconfirmed: their primary text was not read; reports say so.")
            said = f"{said} {note.format(n=number_text(unread))}"
        self._about.setText(f"{said} {whole.scale_note}".rstrip())
        if self.segments.key == "problems":
            self.segments.choose("standards")

    def _tell_standard(self, one: Standard | None) -> None:
        """The whole of the chosen criterion, for its line is too short for it."""
        self._detail.setText("" if one is None else f"{one.title}: {one.settings.asks} ({one.settings.source})")

    def _hear(self, change: Any) -> None:
        if "criteria_set" in change.nouns:
            self._look()
