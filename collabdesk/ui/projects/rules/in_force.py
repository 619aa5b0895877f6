"""Which rule pack a project is under and why, and its values with what the grant states itself."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.packs import Pack
from collabdesk.domain.projects import Project
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.rules.naming import pack_titles
from collabdesk.ui.rules.values import ValuesTable
from collabdesk.ui.widgets import FormField, NoticeBar, label, link, row
from collabdesk.usecases import rules

_HEARD = frozenset({"project", "amendment", "rule_override", "rule_pack"})


class RulesInForce(QWidget):
    """Choosing another pack puts the project under it at once; undo takes it back."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._id = desk, project.id or 0
        self._pack: Pack = rules.bundled()[0]
        self.chooser = QComboBox()
        self.chooser.setMinimumWidth(380)
        self.why = label("", "", wrap=True)
        self.problems = NoticeBar(is_closable=False)
        self.values = ValuesTable(desk, self._pack)
        more = link(self.tr("All rule packs"))
        more.clicked.connect(lambda: desk.go("rules", pack=self._pack.code))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(FormField(self.tr("&Rule pack"), self.chooser), None, more, gap=GAP_M))
        column.addWidget(self.why)
        column.addWidget(self.problems)
        column.addWidget(self.values, 1)
        self.chooser.activated.connect(self._use)
        desk.changed.connect(self._hear)
        self._look()

    def _look(self) -> None:
        project = self._desk.workspace.get("project", self._id)
        if not isinstance(project, Project):
            return
        choice = rules.chosen(self._desk.workspace, project, today())
        self._pack = choice.pack
        self._fill(project)
        named = self.tr("{why} Printed as: {name}.").format(why=choice.why, name=choice.pack.name)
        self.why.setText(named)
        self.values.show_pack(choice.pack)
        if choice.problems:
            self.problems.say(" ".join(f"{p}." if not p.endswith(".") else p for p in choice.problems), "warn")
        else:
            self.problems.hide()

    def _fill(self, project: Project) -> None:
        self.chooser.clear()
        self.chooser.addItem(self.tr("No funder's rules are applied"), "")
        for name, title in pack_titles(rules.packs(self._desk.workspace)).items():
            self.chooser.addItem(title, name)
        place = self.chooser.findData(project.rule_pack)
        if place < 0:
            self.chooser.addItem(project.rule_pack, project.rule_pack)
            place = self.chooser.count() - 1
        self.chooser.setCurrentIndex(place)

    def _use(self, place: int) -> None:
        workspace, name = self._desk.workspace, str(self.chooser.itemData(place) or "")
        project = cast("Project", workspace.get("project", self._id))
        if name == project.rule_pack:
            return
        step = QCoreApplication.translate("Rules", "Put {code} under other rules").format(code=project.code)
        self._desk.write(step, lambda: rules.use(workspace, project, name), owner=self)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if _HEARD & change.nouns:
            self._look()
