"""Texts of an audit's cards: a close column, text that can be copied, an element with its name above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from collabdesk.ui.design.scale import GAP_XS
from collabdesk.ui.widgets import label


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


def part(name: str, text: str) -> QVBoxLayout:
    """One element of a finding: its name in small letters above the text."""
    column = lines()
    column.addWidget(label(name, "label"))
    column.addWidget(selectable(text))
    return column
