"""One register of an agreement: its table, what is remarked on the chosen record, and its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.agreement import columns
from collabdesk.ui.projects.plan.proofs import Proofs
from collabdesk.ui.texts import DASH, number_text, status_text
from collabdesk.ui.widgets import ElidedLabel, IconLabel, row
from collabdesk.usecases.agreement.looking import View, meant_by

translate = QCoreApplication.translate
_ICONS = {"contradicts": ("error", "bad"), "expired": ("clock", "warn"), "open": ("info", "info"),
          "not_recorded": ("warning", "warn")}  # fmt: skip


class Register(QWidget):
    """`noun` says which one it is; a subclass gives its columns and words."""

    noun = ""

    def __init__(self, desk: Desk, project: Project, tools: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self._view: View | None = None
        pill = columns.record(self._state, self._why)
        self.panel = EntryPanel(
            desk, self.noun, self.columns(pill), where={"project_id": project.id}, called=self.called(),
            search_hint=self.hint(), placeholder=self.empty(), closed=self.why_closed, also=("partner",), tools=tools,
        )  # fmt: skip
        self.search = self.panel.search
        self.remarks = Remarks()
        self.proofs = Proofs(desk, self._project_id, self.noun)
        self.panel.table.selectionModel().currentChanged.connect(lambda *_: self._follow())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.panel, 1)
        column.addWidget(self.remarks)
        column.addWidget(self.proofs)

    def columns(self, pill: Column) -> Sequence[Column]:
        raise NotImplementedError

    def called(self) -> str:
        """The records in the labels of undo."""
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def empty(self) -> str:
        raise NotImplementedError

    def why_closed(self, _row: Row) -> str:
        """Why a record cannot be typed over or deleted; "" when it can."""
        return ""

    def show_view(self, found: View) -> None:
        """The agreement was looked at anew."""
        self._view = found
        self.panel.table.fit_columns()
        self.panel.table.viewport().update()
        self._follow()

    def _state(self, row: Row) -> str:
        return self._view.state(self.noun, row["id"]) if self._view and row.get("id") else ""

    def _why(self, row: Row) -> str:
        return "\n".join(r.text for r in self._view.of(self.noun, row["id"])) if self._view and row.get("id") else ""

    def _follow(self) -> None:
        chosen = self.panel.table.current_row()
        self.proofs.follow(chosen)
        if self._view is None:
            return
        if chosen and chosen.get("id"):
            self.remarks.show_row(_name(chosen), self._state(chosen), self._why(chosen))
        else:
            self.remarks.show_counts(self._view.count(self.noun))


class Remarks(QFrame):
    """One line: what is remarked on the chosen record, or how many of the register's records lack something."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", True)
        self._icon, self._text = IconLabel("info", "muted"), ElidedLabel()
        line = row(self._icon, self._text, gap=GAP_M)
        line.setStretch(1, 1)
        line.setContentsMargins(GAP_M, 6, GAP_M, 6)
        self.setLayout(line)
        self.hide()

    def show_row(self, name: str, state: str, why: str) -> None:
        """What is remarked on one record."""
        nothing = self.tr("{name}: recorded; nothing expired or contradicts").format(name=name)
        self._show(state, f"{name}: {' '.join(why.split(chr(10)))}" if why else nothing)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many records are in which state."""
        self.setVisible(bool(counts))
        if counts:
            said = ", ".join(f"{number_text(n)} {status_text(state).lower()}" for state, n in counts.items())
            self._show(next(iter(counts)), self.tr("{counts}. Choose a line to read what.").format(counts=said))

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def _show(self, state: str, text: str) -> None:
        self._icon.show_icon(*_ICONS.get(state, ("check-circle", "muted")))
        self._text.setText(text)
        self.show()


class Clauses(Register):
    """When each is to be looked at again."""

    noun = "clause"

    def columns(self, pill: Column) -> Sequence[Column]:
        return columns.clauses(pill)

    def called(self) -> str:
        return translate("Agreement", "clauses")

    def hint(self) -> str:
        return self.tr("Search clauses")

    def empty(self) -> str:
        return self.tr("No clauses are recorded. Type the first one here, or import the register.")


class Assets(Register):
    """Background, results and publications."""

    noun = "asset"

    def columns(self, pill: Column) -> Sequence[Column]:
        return columns.assets(pill)

    def called(self) -> str:
        return translate("Agreement", "background and results")

    def hint(self) -> str:
        return self.tr("Search background and results")

    def empty(self) -> str:
        return self.tr("No background, result or publication is recorded.")


class Datasets(Register):
    """Where data lie, where they may go, and for what they may be used."""

    noun = "dataset"

    def columns(self, pill: Column) -> Sequence[Column]:
        return columns.datasets(pill, self._meaning)

    def called(self) -> str:
        return translate("Agreement", "datasets")

    def hint(self) -> str:
        return self.tr("Search datasets")

    def empty(self) -> str:
        return self.tr("No datasets are recorded.")

    def _meaning(self, row: Row) -> str:
        unknown = self.tr("not in the published list")
        return "\n".join(f"{w}: {code.label if code else unknown}" for w, code in meant_by(row.get("duo") or ""))


def _name(row: Row) -> str:
    return str(row.get("code") or row.get("title") or DASH)
