"""Columns of a plan: days with their project month, codes in a tree, slip, float and evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.dates import latest, today
from collabdesk.domain.project_months import month_of
from collabdesk.ui import entry, texts
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.kinds import Choice, Day, Words

_INDENT = "\u2003"
_OPEN = ("planned", "missed", "in_progress", "revision_requested")


@dataclass(frozen=True, slots=True)
class PlanDay(Day):
    """A day with the month of the project in which it lies: `30 Jun 2025 · M6`."""

    def show(self, row: Row, here: Here | None) -> str:
        value = row.get(self.field)
        number = month_of(value, here.start if here else None)
        return f"{texts.date_text(value)} · M{number}" if number else texts.date_text(value)

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        return texts.date_text(fields[self.field]) if fields.get(self.field) else ""


@dataclass(frozen=True, slots=True)
class Indented(Words):
    """A code, moved in by how deep it stands in the tree."""

    level: Callable[[Row], int] = lambda _: 0

    def show(self, row: Row, here: Here | None) -> str:
        return _INDENT * self.level(row) + texts.text(row.get(self.field))


@dataclass(frozen=True, slots=True)
class Coded(Choice):
    """A code whose meaning stands beside it only where it is chosen."""

    def show(self, row: Row, here: Here | None) -> str:
        return texts.text(row.get(self.field))

    def begin(self, row: Row, here: Here | None) -> str:
        return str(row.get(self.field) or "")


def coded(title: object, field: str, meanings: Mapping[str, str]) -> EntryColumn:
    """One of a funder's codes, or another word; the meaning is the tip."""

    def word(code: str) -> str:
        return f"{code} · {meanings[code]}" if code in meanings else code

    made = entry.choice(title, field, tuple(meanings), is_open=True, width=90,
                        tip=lambda row: meanings.get(row.get(field) or "", ""))  # fmt: skip
    return replace(made, cell=Coded(field, tuple(meanings), word, True))


def plan_day(title: object, field: str, *, begins: bool = False, **more: Any) -> EntryColumn:
    """A day or project month, shown with both."""
    made = entry.day(title, field, begins=begins, **{"width": 150, **more})
    return replace(made, cell=PlanDay(field, begins))


def code_in_tree(title: object, level: Callable[[Row], int]) -> EntryColumn:
    """The number of a work package or task."""
    return replace(entry.words(title, "code", width=96), cell=Indented("code", level))


def lead(title: object) -> EntryColumn:
    """The partner that leads, by its short name; other words are taken too."""

    def partners(here: Here) -> list[str]:
        return [offer.text if not offer.also else offer.also[0] for offer in here.offers("partner", "partner_id")]

    return entry.choice(title, "lead", partners, word=texts.text, is_open=True, width=90)


def slip(of: Callable[[Row], int | None]) -> Column:
    """Days from the baseline to the end now."""
    return Column(QT_TRANSLATE_NOOP("Columns", "Slip"), of, show=texts.days_text, kind="number", width=84, sort="",
                  tone=lambda row: "warn" if (of(row) or 0) > 0 else "")  # fmt: skip


def total_float(of: Callable[[Row], int | None]) -> Column:
    """Days by which it may slip before the plan's end moves; 0 is critical."""

    def show(days: int | None) -> str:
        if days == 0:
            return QCoreApplication.translate("Plan", "critical")
        return texts.days_text(days).replace("+", "")

    return Column(QT_TRANSLATE_NOOP("Columns", "Float"), of, show=show, kind="number", width=90, sort="",
                  tone=lambda row: "bad" if of(row) == 0 else "")  # fmt: skip


def evidence(of: Callable[[Row], int], reached: Callable[[Row], bool]) -> Column:
    """How many files are recorded; said in words where something was reached without any."""

    def show(row: Row) -> str:
        count = of(row)
        if count:
            return _files(count)
        return QCoreApplication.translate("Plan", "no evidence recorded") if reached(row) else texts.DASH

    return Column(QT_TRANSLATE_NOOP("Columns", "Evidence"), of, show_row=show, width=178, sort="",
                  tone=lambda row: "warn" if reached(row) and not of(row) else "")  # fmt: skip


def standing(row: Row) -> str:
    """The status, or `overdue`, which is computed and never stored."""
    due = row.get("forecast") or row.get("baseline") or row.get("due")
    is_open = row.get("status") in _OPEN
    return "overdue" if is_open and due and latest(due) < today() else str(row.get("status") or "")


def status() -> Column:
    """A pill with where it stands."""
    return Column(QT_TRANSLATE_NOOP("Columns", "Status"), standing, show=texts.status_text, kind="status", width=150,
                  sort="status")  # fmt: skip


def _files(count: int) -> str:
    said = QCoreApplication.translate("Plan", "1 file" if count == 1 else "{n} files")
    return said.format(n=texts.number_text(count))
