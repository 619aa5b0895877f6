"""The fields that describe an engagement: its period, scope, method, independence, and who gets the report."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from collabdesk.domain.audits import Audit
from collabdesk.ui.audits.forms import Form
from collabdesk.ui.audits.parts import beside
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.widgets import FormField
from collabdesk.ui.widgets.asking import day_line, reason_box, typed_day


class DescribingFields(QWidget):
    """`given` is what was written by the fields' names, None after showing what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.end = day_line(), day_line()
        self._start = FormField(
            self.tr("Period &from"), self.start, self.tr("Left empty: up to the day of the figures.")
        )
        self._end = FormField(self.tr("&until"), self.end)
        self.texts: dict[str, QPlainTextEdit | QLineEdit] = {
            "scope": reason_box(), "methodology": reason_box(), "independence": reason_box(),
            "limitations": reason_box(), "addressee": QLineEdit(), "distribution": reason_box(),
        }  # fmt: skip
        named = {
            "scope": (self.tr("&Scope"), self.tr("What is looked at, and what is not.")),
            "methodology": (self.tr("&Methodology"), self.tr("How evidence was gathered beside the figures.")),
            "independence": (self.tr("&Independence"), self.tr("The team's statement, as it is printed.")),
            "limitations": (self.tr("&Limitations"), self.tr("What was not examined.")),
            "addressee": (self.tr("A&ddressee"), self.tr("Whom the report is for.")),
            "distribution": (self.tr("Distri&bution"), self.tr("Who gets a copy, a line each.")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(beside(self._start, self._end))
        for name, (title, hint) in named.items():
            column.addWidget(FormField(title, self.texts[name], hint))

    @property
    def last(self) -> QWidget:
        """The field that Tab meets last."""
        return self.texts["distribution"]

    def show_audit(self, audit: Audit) -> None:
        """What the audit says now."""
        self.start.setText(day_line(audit.period_start).text())
        self.end.setText(day_line(audit.period_end).text())
        for name, field in self.texts.items():
            _write(field, getattr(audit, name))

    def clear(self) -> None:
        """Begin anew with nothing."""
        self.show_audit(Audit())

    def given(self) -> dict[str, Any] | None:
        start, end = typed_day(self._start), typed_day(self._end)
        if start is False or end is False:
            return None
        if start and end and end < start:
            self._end.show_error(self.tr("The period ends before it begins."))
            return None
        return {"period_start": start, "period_end": end, **{n: _written(f) for n, f in self.texts.items()}}


def _write(field: QPlainTextEdit | QLineEdit, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)


def _written(field: QPlainTextEdit | QLineEdit) -> str:
    return (field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()).strip()


class DescribeForm(Form):
    """`kept` carries what the engagement says of itself, by the fields' names."""

    kept = Signal(dict)

    def __init__(self, audit: Audit, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.keep.setText(self.tr("Keep"))
        self.title = QLineEdit(audit.title)
        self.fields = DescribingFields()
        self.fields.show_audit(audit)
        self._title = FormField(self.tr("&Title"), self.title)
        self.lines.addWidget(self._title)
        self.lines.addWidget(self.fields)
        self.finish(self.title, self._keep)

    def _keep(self) -> None:
        title = self.title.text().strip()
        self._title.show_error("" if title else self.tr("An audit needs a title."))
        given = self.fields.given()
        if title and given is not None:
            self.kept.emit({"title": title, **given})
