"""The facts of a project as a card of fields that are typed over in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.obligations import CHOICES
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Row
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry.facts import FactLine
from collabdesk.ui.entry.here import Here, Offers
from collabdesk.ui.entry.kinds import Amount, CellKind, Choice, Day, Quantity, Words
from collabdesk.ui.rules.naming import pack_titles
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets import Card, FactGrid

_MODELS: dict[str, Any] = {
    "actual": QT_TRANSLATE_NOOP("ProjectFacts", "Actual costs"),
    "lump_sum": QT_TRANSLATE_NOOP("ProjectFacts", "Lump sum"),
    "unit": QT_TRANSLATE_NOOP("ProjectFacts", "Unit costs"),
}
translate = QCoreApplication.translate


def model_text(model: str) -> str:
    """A cost model in the person's language."""
    return translate("ProjectFacts", str(_MODELS[model])) if model in _MODELS else ""


@dataclass(frozen=True, slots=True)
class _PackChoice(Words):
    """A rule pack by its title; a family chooses the version by the day of the award."""

    def show(self, row: Row, here: Here | None) -> str:
        return self.begin(row, here) or DASH

    def begin(self, row: Row, here: Here | None) -> str:
        name = str(row.get(self.field) or "")
        return _titles(here).get(name, name)

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        return self.chooser(here).read(text, row, here)

    def offers(self, here: Here | None) -> Offers:
        return self.chooser(here).offers(here)

    def chooser(self, here: Here | None) -> Choice:
        """The choice among the packs that there are now."""
        titles = _titles(here)
        return Choice(self.field, words=list(titles), word=lambda name: titles.get(name, name))


def _titles(here: Here | None) -> dict[str, str]:
    from collabdesk.usecases import rules

    return pack_titles(rules.packs(here.workspace) if here is not None else rules.bundled())


_FACTS: tuple[tuple[object, CellKind], ...] = (
    (QT_TRANSLATE_NOOP("ProjectFacts", "Title"), Words("title")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Acronym"), Words("acronym")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Number"), Words("code")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Coordinator"), Words("coordinator")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Funder"), Words("funder")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Programme"), Words("programme")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Call"), Words("call")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Start"), Day("start", begins=True)),
    (QT_TRANSLATE_NOOP("ProjectFacts", "End"), Day("end")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Signed on"), Day("signed_on")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Currency"), Words("currency")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Total cost"), Amount("total_cost")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Funding"), Amount("funding")),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Rule pack"), _PackChoice("rule_pack")),
    (
        QT_TRANSLATE_NOOP("ProjectFacts", "Cost model"),
        Choice("cost_model", words=CHOICES["project", "cost_model"], word=model_text),
    ),
    (QT_TRANSLATE_NOOP("ProjectFacts", "Match required"), Quantity("match_ratio")),
)


class ProjectFacts(Card):
    """Each fact that is typed is one step of undo."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__(QCoreApplication.translate("Overview", "Facts"))
        self._desk = desk
        self._id = project.id or 0
        self._code = project.code
        here = Here(desk.workspace, {"project_id": project.id})
        row = asdict(project)
        grid = FactGrid()
        self.lines: dict[str, FactLine] = {}
        for title, cell in _FACTS:
            name = translate("ProjectFacts", str(title))
            line = FactLine(name, cell, row, here)
            field = str(getattr(cell, "field", ""))
            line.read.connect(partial(self._keep, field, name))
            self.lines[field] = line
            grid.add(name, line, is_wide=field == "title")
        self.column.addWidget(grid)

    def show_project(self, project: Project) -> None:
        """The facts as they are now; what is being typed or stands wrong is left alone."""
        self._code = project.code
        row = asdict(project)
        for line in self.lines.values():
            if not line.hasFocus() and not line.toolTip():
                line.show_row(row)

    def _keep(self, field: str, name: str, fields: dict[str, Any]) -> None:
        from collabdesk.usecases import entering

        label = translate("Overview", "Change {field} of {name}").format(field=name, name=self._code)
        cells = [(self._id, key, value) for key, value in fields.items()]
        workspace = self._desk.workspace
        self._desk.tasks.run(
            label,
            lambda *_: entering.set_cells(workspace, "project", cells, label),
            owner=self,
            failed=lambda error: self._refused(field, error),
        )

    def _refused(self, field: str, error: Exception) -> None:
        from collabdesk.domain.problems import Refused
        from collabdesk.usecases.entering import NotEntered

        if isinstance(error, NotEntered):
            self.lines[field].show_wrong(error.wrong[0].text)
        if isinstance(error, Refused):
            self._desk.fail(error)
        else:
            self._desk.crashed.emit(error)
