"""The room of rules: the packs there are, what is in the chosen one, and files of one's own checked and loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Problem
from collabdesk.domain.toml_lines import line_of
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.rules.columns import CATEGORIES, PACKS
from collabdesk.ui.rules.values import ValuesTable
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import NoticeBar, PageHeader, SegmentBar, button, label, primary, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import rules

_PROBLEMS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Line"), line_of, show=number_text, kind="number", width=80),
    Column(QT_TRANSLATE_NOOP("Columns", "What is wrong"), "text", width=0, tip=lambda p: p.text),
)


class RulesRoom(QWidget):
    """`enter(pack="us_2cfr200_2024")` shows one pack."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pack = rules.bundled()[0]
        self.packs = MemoryRows(PACKS)
        self.values = ValuesTable(desk, self._pack)
        self.categories = MemoryRows(CATEGORIES)
        self.problems = MemoryRows(_PROBLEMS)
        for model in (self.packs, self.categories, self.problems):
            model.setParent(self)
        self.notice = NoticeBar()
        self.table = TableView(self.packs, desk.theme, placeholder="")
        self.table.setAccessibleName(self.tr("Rule packs"))
        self.table.chosen.connect(self._choose)
        self._about = label("", "secondary", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        desk.changed.connect(self._hear)
        self._look()

    def _lay_out(self) -> None:
        check = button(self.tr("&Check a file…"), "check")
        check.setToolTip(self.tr("See what is wrong with a rule pack of your own, line by line; nothing is kept"))
        check.clicked.connect(lambda: self._choose_file(self.check))
        load = primary(self.tr("&Load a rule pack…"), "imports")
        load.clicked.connect(lambda: self._choose_file(self.load))
        self._remove = button(self.tr("Remove"), "trash")
        self._remove.setToolTip(self.tr("Take away the chosen pack, which was loaded here"))
        self._remove.clicked.connect(self._take_away)
        header = PageHeader(self.tr("Rules"), self.tr(
            "Each funder's percentages, thresholds and dates, with their source. A project names its pack; the day of"
            " its award picks the version."), check, load)  # fmt: skip
        self.segments = SegmentBar([
            ("values", self.tr("Values")), ("categories", self.tr("Categories")),
            ("problems", self.tr("What is wrong")),
        ])  # fmt: skip
        shown = (
            ("categories", self.categories, self.tr("This pack has no categories.")),
            ("problems", self.problems, self.tr("Check a file to see what is wrong with it, line by line.")),
        )
        self._stack.addWidget(self.values)
        places = {"values": 0}
        for place, (key, model, nothing) in enumerate(shown, start=1):
            table = TableView(model, self._desk.theme, placeholder=nothing)
            table.setAccessibleName(self.tr("Categories") if key == "categories" else self.tr("What is wrong"))
            self._stack.addWidget(framed(table))
            places[key] = place
        self.segments.chosen.connect(lambda key: self._stack.setCurrentIndex(places[key]))
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, GAP_M, 0, 0)
        lower.setSpacing(GAP_M)
        lower.addWidget(self._about)
        lower.addLayout(row(self.segments, None, self._remove))
        lower.addWidget(self._stack, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(framed(self.table))
        split.addWidget(below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(split, 1)

    def enter(self, pack: str = "", **_: Any) -> None:
        """Show the pack that was asked for."""
        for place, one in enumerate(rules.offered(self._desk.workspace)):
            if one.pack.code == pack:
                self.table.selectRow(place)
                self._choose(one)

    def check(self, file: Path) -> None:
        """Say what is wrong with a file; keep nothing."""
        self._read(file, lambda text: rules.check(self._desk.workspace, text))

    def load(self, file: Path) -> None:
        """Keep a file's pack; where something is wrong, say it instead."""
        workspace = self._desk.workspace

        def keep(text: str) -> tuple[Pack | None, list[Problem]]:
            pack, problems = rules.check(workspace, text)
            if pack is not None:
                rules.load(workspace, text)
            return pack, problems

        self._read(file, keep, is_kept=True)

    def _read(self, file: Path, work: Any, *, is_kept: bool = False) -> None:
        def read() -> tuple[Pack | None, list[Problem]]:
            try:
                text = file.read_text("utf-8-sig")
            except (UnicodeDecodeError, OSError):
                return None, [Problem("unreadable", self.tr("The file cannot be read as text."), "line 1")]
            found: tuple[Pack | None, list[Problem]] = work(text)
            return found

        label = QCoreApplication.translate("RulesRoom", "Load {name}").format(name=file.name)
        self._desk.write(label, read, owner=self, done=lambda found: self._tell(file, found, is_kept=is_kept))

    def _tell(self, file: Path, found: tuple[Pack | None, list[Problem]], *, is_kept: bool) -> None:
        pack, problems = found
        self.problems.show(problems)
        if pack is None:
            self.segments.choose("problems")
            many = self.tr("{name} has {n} errors: they are listed below with their lines.")
            one = self.tr("{name} has an error in line {line}: {text}.")
            first = problems[0]
            said = (one if len(problems) == 1 else many).format(
                name=file.name, n=number_text(len(problems)), line=line_of(first), text=first.text
            )
            self.notice.say(said, "error")
        elif is_kept:
            self.notice.dismiss()
            self.enter(pack.code)
            self._desk.tell(self.tr("{title} was loaded.").format(title=pack.title))
        else:
            self.notice.say(self.tr("Nothing is wrong with {name}.").format(name=file.name), "good")

    def _choose_file(self, act: Any) -> None:
        kinds = self.tr("Rule packs (*.toml);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a rule pack"), "", kinds)
        if name:
            act(Path(name))

    def _take_away(self) -> None:
        workspace, code = self._desk.workspace, self._pack.code
        step = QCoreApplication.translate("RulesRoom", "Remove {title}").format(title=self._pack.title)
        self._desk.write(step, lambda: rules.remove(workspace, code), owner=self)

    def _look(self) -> None:
        offered = rules.offered(self._desk.workspace)
        self.packs.show(offered)
        place = next((i for i, o in enumerate(offered) if o.pack.code == self._pack.code), 0)
        self.table.selectRow(place)
        self._choose(offered[place])

    def _choose(self, one: rules.Offered | None) -> None:
        if one is None:
            return
        self._pack = one.pack
        self.values.show_pack(one.pack)
        self.categories.show(list(one.pack.categories))
        self._remove.setVisible(one.record_id is not None)
        open_values = sum(not v.confirmed for v in one.pack.values.values())
        said = self.tr("{title}. Source: {source}.").format(title=one.pack.title, source=one.pack.source.rstrip("."))
        if open_values:
            unread = self.tr("{n} values are unconfirmed: their primary text was not read; figures that rest on them"
                             " say so.")  # fmt: skip
            said = f"{said} {unread.format(n=number_text(open_values))}"
        self._about.setText(said)
        if self.segments.key == "problems":
            self.segments.choose("values")

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if "rule_pack" in change.nouns:
            self._look()
