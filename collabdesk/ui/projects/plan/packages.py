"""Work packages and tasks as a tree that is typed into; what is wrong with the plan stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry.rows import EntryRows
from collabdesk.ui.projects.plan import columns
from collabdesk.ui.projects.plan.reading import Read
from collabdesk.ui.widgets import NoticeBar

translate = QCoreApplication.translate
_SAID = 3  # problems that the notice names


class TreeRows(EntryRows):
    """Each work package followed by its tasks, until the person sorts or searches; `levels` hears how deep each is."""

    moves_rows = True

    def __init__(self, levels: dict[int, int], *given: Any, **named: Any) -> None:
        self._levels = levels
        super().__init__(*given, **named)

    def _found(self) -> Sequence[int]:
        found = super()._found()
        self._levels.clear()
        if self._sort is not None or self._search or self.here.project_id is None:
            return found
        from collabdesk.usecases.plan.looking import tree

        places = tree(self._workspace, self.here.project_id)
        self._levels.update({number: level for number, (_, level) in places.items()})
        return sorted(found, key=lambda number: places.get(number, (len(places), 0))[0])


class TreePanel(entry.EntryPanel):
    """An entry table in the order of the tree."""

    def __init__(self, levels: dict[int, int], *given: Any, **named: Any) -> None:
        self._levels = levels
        super().__init__(*given, **named)

    def _make_rows(self, list_name: str, columns: Sequence[Column]) -> EntryRows:
        return TreeRows(self._levels, self._desk.workspace, list_name, columns, self._here, begun=self._begun,
                        unkept=self._unkept, can_add=self._can_add, closed=self._closed)  # fmt: skip


class Packages(QWidget):
    """`show_read` hands over slips and floats once they are known."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._read = Read()
        self._levels: dict[int, int] = {}
        self.panel = TreePanel(
            self._levels, desk, "work_package", self._columns(), where={"project_id": project.id},
            defaults={"currency": project.currency}, called=translate("Plan", "work packages"),
            search_hint=self.tr("Search work packages and tasks"), also=(),
            placeholder=self.tr("No work packages are recorded. Type the first one here."),
        )  # fmt: skip
        self.search = self.panel.search
        self._problems = NoticeBar(is_closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._problems)
        column.addWidget(self.panel, 1)

    def _columns(self) -> Sequence[Column]:
        title = QT_TRANSLATE_NOOP
        held: dict[str, Any] = {"open_for": self._why_frozen}
        return (
            columns.code_in_tree(title("Columns", "No."), self._level),
            entry.words(title("Columns", "Title"), "title", width=0),
            entry.reference("work_package", title("Columns", "Part of"), "parent", width=80),
            columns.lead(title("Columns", "Lead")),
            entry.quantity(title("Columns", "Person-months"), "person_months", width=128, **held),
            columns.plan_day(title("Columns", "Start"), "start", begins=True, **held),
            columns.plan_day(title("Columns", "End"), "end", **held),
            columns.plan_day(title("Columns", "Forecast end"), "forecast_end"),
            entry.words(title("Columns", "Waits for"), "predecessors", width=110),
            columns.slip(lambda row: self._read.slip("work_package", row)),
            columns.total_float(lambda row: self._read.total_float("work_package", row)),
            columns.plan_day(title("Columns", "Begun"), "actual_start", begins=True),
            columns.plan_day(title("Columns", "Finished"), "actual_end"),
            columns.plan_day(title("Columns", "Forecast start"), "forecast_start", begins=True),
            entry.amount(title("Columns", "Planned cost"), "cost", **held),
            entry.words(title("Columns", "Currency"), "currency", width=80, **held),
        )  # fmt: skip

    def _level(self, row: Row) -> int:
        return self._levels.get(row.get("id") or 0, 0)

    def _why_frozen(self, row: Row) -> str:
        return why_frozen(self._read.is_frozen("work_package", row))

    def show_read(self, found: Read) -> None:
        """The plan was looked at anew."""
        self._read = found
        problems = found.plan.path.problems if found.plan else ()
        if problems:
            more = self.tr(" And {n} more.").format(n=len(problems) - _SAID) if len(problems) > _SAID else ""
            self._problems.say(" ".join(problems[:_SAID]) + more, "warn")
        else:
            self._problems.hide()
        self.panel.table.fit_columns()
        self.panel.table.viewport().update()


def why_frozen(code: str) -> str:
    """Why an approved date is not typed over, as a sentence; "" where it may be."""
    if not code:
        return ""
    said = translate("Plan", "It is frozen in baseline {code}. Give a forecast, or freeze a further baseline.")
    return said.format(code=code)
