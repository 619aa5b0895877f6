"""Parts of an audit's cards and forms: a close column, text that can be copied, a named element, fields in a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_XS
from collabdesk.ui.widgets import label, row


def lines() -> QVBoxLayout:
    """A close column."""
    column = QVBoxLayout()
    column.setSpacing(GAP_XS)
    return column


def selectable(text: str) -> QLabel:
    """Text that can be marked and copied."""
    said = label(text, wrap=True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return said


def beside(*fields: QWidget) -> QHBoxLayout:
    """Fields side by side, their names in one line whatever stands below each."""
    line = row(gap=GAP_L)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line


def part(name: str, text: str) -> QVBoxLayout:
    """One element of a finding: its name in small letters above the text."""
    column = lines()
    column.addWidget(label(name, "label"))
    column.addWidget(selectable(text))
    return column
