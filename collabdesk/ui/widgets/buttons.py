"""Buttons: one primary a page, secondary for the rest, quiet ones beside content."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import ICON, ICON_SMALL


def button(text: str, icon: str = "", kind: str = "") -> QPushButton:
    """A secondary button; `kind` is one of primary, quiet, danger, link, tab, segment, room."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        tone = {"primary": "on_accent", "danger": "bad"}.get(kind, "")
        made.setIcon(icons.icon(icon, tone))
        made.setIconSize(QSize(ICON_SMALL + 3, ICON_SMALL))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    # Reached by Tab, and shows its ring then; a click does not leave a ring behind.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def primary(text: str, icon: str = "") -> QPushButton:
    """The one thing to do next on this page."""
    return button(text, icon, "primary")


def quiet(text: str, icon: str = "") -> QPushButton:
    """A button without a frame."""
    return button(text, icon, "quiet")


def danger(text: str, icon: str = "") -> QPushButton:
    """An act that takes something away."""
    return button(text, icon, "danger")


def link(text: str) -> QPushButton:
    """A text that leads somewhere, reachable by Tab."""
    return button(text, "", "link")


def icon_button(icon: str, tip: str) -> QToolButton:
    """An icon alone; the tool tip is also its name for screen readers."""
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(ICON, ICON))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
