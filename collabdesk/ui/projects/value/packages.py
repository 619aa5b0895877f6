"""Earned value by work package: its technique is typed in place, its values stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.domain.techniques import TECHNIQUES, technique_of
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.value.words import not_known, value_text
from collabdesk.ui.texts import DASH, number_text, share_text
from collabdesk.ui.widgets import label

translate = QCoreApplication.translate
_WORDS = dict(
    zip(
        TECHNIQUES,
        (
            QT_TRANSLATE_NOOP("Value", "0/100"),
            QT_TRANSLATE_NOOP("Value", "50/50"),
            QT_TRANSLATE_NOOP("Value", "Milestones"),
            QT_TRANSLATE_NOOP("Value", "Percent complete"),
        ),
        strict=True,
    )
)
_AMOUNTS = (
    ("bac", QT_TRANSLATE_NOOP("Columns", "Budget")),
    ("pv", QT_TRANSLATE_NOOP("Columns", "Planned")),
    ("ev", QT_TRANSLATE_NOOP("Columns", "Earned")),
    ("ac", QT_TRANSLATE_NOOP("Columns", "Spent")),
)
_INDICES = (("cpi", QT_TRANSLATE_NOOP("Columns", "CPI")), ("spi", QT_TRANSLATE_NOOP("Columns", "SPI")))


def technique_text(technique: str | None) -> str:
    """The technique in the person's language; other words as they are."""
    known = _WORDS.get(technique_of(technique or "") or "")
    return translate("Value", str(known)) if known else technique or DASH


def _where(desk: Desk, project: Project) -> dict[str, object]:
    """The work packages of a project; their tasks too where the budget is planned by task."""
    own: dict[str, object] = {"project_id": project.id}
    planned = set(desk.workspace.stated("budget", "work_package", own))
    tasks = {w.code for w in cast("list[WorkPackage]", desk.workspace.find("work_package", **own)) if w.parent}
    return own if planned & tasks else {**own, "parent": ""}


class Packages(QWidget):
    """The table, and below it what of the project's cost no work package explains."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._by_detail: dict[str, dict[str, Figure]] = {}
        self.panel = entry.EntryPanel(
            desk, "work_package", self._columns(project.currency), where=_where(desk, project),
            called=translate("Value", "work packages"), search_hint=self.tr("Search work packages"),
            placeholder=self.tr("No work packages are recorded. Type the first one here."), also=(),
        )  # fmt: skip
        self._rest = label("", "secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.panel, 1)
        column.addWidget(self._rest)
        self._rest.hide()

    @property
    def search(self) -> QWidget:
        """The field to search by."""
        return self.panel.search

    def show_found(self, figures: Sequence[Figure], found: Mapping[str, Figure]) -> None:
        """Put the values beside the work packages."""
        self._by_detail = {}
        for figure in figures:
            slug = figure.id.split("-")[1]
            # Of a plan in two currencies the project's own comes first.
            self._by_detail.setdefault(figure.detail, {}).setdefault(slug, figure)
        rows = self.panel.rows
        if rows.rowCount():
            rows.dataChanged.emit(rows.index(0, 0), rows.index(rows.rowCount() - 1, rows.columnCount() - 1))
            self.panel.table.fit_columns()
        self._tell(found.get("ac-unplanned"))

    def _tell(self, rest: Figure | None) -> None:
        self._rest.setVisible(rest is not None)
        if rest is not None:
            said = self.tr("Besides, {amount} is spent on no planned work package ({names}). It counts in the project.")
            names = rest.inputs.get("work packages", "")
            self._rest.setText(said.format(amount=value_text(rest), names=names))

    def _columns(self, currency: str) -> Sequence[Column]:
        typed = (
            entry.words(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=66),
            entry.words(QT_TRANSLATE_NOOP("Columns", "Work package"), "title", width=0),
            entry.choice(
                QT_TRANSLATE_NOOP("Columns", "Technique"), "technique", TECHNIQUES, word=technique_text, width=140
            ),
        )
        done = Column(
            QT_TRANSLATE_NOOP("Columns", "Done"), self._done, show=lambda v: share_text(v, 0), kind="number", width=62,
            sort="", tip=self._how, tone=lambda row: "" if self._done(row) is not None else "muted",
        )  # fmt: skip
        amounts = (self._value(slug, title, width=108) for slug, title in _AMOUNTS)
        shown = (replace(c, unit=currency) if n == 0 and currency else c for n, c in enumerate(amounts))
        return (*typed, done, *shown, *(self._value(slug, title, width=60) for slug, title in _INDICES))

    def _value(self, slug: str, title: object, width: int) -> Column:
        def tone(row: Row) -> str:
            figure = self._figure(row, slug)
            if figure is None or figure.value is None:
                return "muted"
            return "warn" if figure.unit == "ratio" and figure.value < 1 else ""

        return Column(
            title, lambda row: f.value if (f := self._figure(row, slug)) else None,
            show_row=lambda row: self._shown(self._figure(row, slug)), kind="number", width=width, sort="", tone=tone,
            tip=lambda row: self._tip(self._figure(row, slug)),
        )  # fmt: skip

    def _figure(self, row: Row, slug: str) -> Figure | None:
        detail = " ".join(part for part in (row.get("code") or "", row.get("title") or "") if part)
        return self._by_detail.get(detail, {}).get(slug)

    @staticmethod
    def _shown(figure: Figure | None) -> str:
        if figure is None:
            return DASH
        if figure.value is None:
            return not_known()
        return number_text(figure.value, 2 if figure.unit == "ratio" else 0)

    @staticmethod
    def _tip(figure: Figure | None) -> str:
        if figure is None:
            return translate("Value", "Nothing is planned for it, or it is part of another work package")
        return figure.note or value_text(figure)

    def _done(self, row: Row) -> Decimal | None:
        earned, whole = self._figure(row, "ev"), self._figure(row, "bac")
        if earned is None or whole is None or earned.value is None or not whole.value:
            return None
        return earned.value / whole.value

    def _how(self, row: Row) -> str:
        """How it was measured, in the words of the figure."""
        earned = self._figure(row, "ev")
        said = earned.inputs.items() if earned else ()
        return "\n".join(f"{name}: {how}" for name, how in said if name != "bac")
