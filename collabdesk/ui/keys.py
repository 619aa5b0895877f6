"""The sheet of keyboard shortcuts."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QMainWindow, QVBoxLayout

from collabdesk.ui.design.scale import GAP_L, GAP_S, GAP_XL
from collabdesk.ui.widgets import Badge, label, primary, row


def show_keys(window: QMainWindow) -> None:
    """List every shortcut of the window's menus, and those of tables."""
    dialog = QDialog(window)
    dialog.setWindowTitle(window.tr("Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_XL)
    grid.setVerticalSpacing(GAP_S)
    for line, (text, key) in enumerate(_menu_keys(window) + _table_keys(window)):
        grid.addWidget(label(text), line, 0)
        grid.addWidget(Badge(key), line, 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
    column.setSpacing(GAP_L)
    column.addWidget(label(window.tr("Keyboard shortcuts"), "heading"))
    column.addLayout(grid)
    close = primary(window.tr("C&lose"))
    close.clicked.connect(dialog.accept)
    close.setDefault(True)
    column.addLayout(row(None, close))
    dialog.open()


def _menu_keys(window: QMainWindow) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    actions = [a for a in window.findChildren(QAction) if not a.shortcut().isEmpty() and a.parent() is window]
    return [(a.text().replace("&", ""), a.shortcut().toString(native)) for a in actions]


def _table_keys(window: QMainWindow) -> list[tuple[str, str]]:
    return [
        (window.tr("Open the current row of a table"), "Enter"),
        (window.tr("Edit the current cell"), "F2"),
        (window.tr("Copy the selected rows or cells"), "Ctrl+C"),
        (window.tr("Paste a block of a spreadsheet into a table"), "Ctrl+V"),
        (window.tr("Fill the chosen cells with the uppermost"), "Ctrl+D"),
        (window.tr("Fill the chosen cells with what is typed"), "Ctrl+Enter"),
        (window.tr("Delete the rows of the chosen cells"), "Ctrl+−"),
        (window.tr("Next or previous cell that is not kept"), "F8, Shift+F8"),
        (window.tr("Show what a cell can hold"), "Alt+Down"),
        (window.tr("Next or previous control"), "Tab"),
        (window.tr("Next or previous problem of a sheet"), "F8, Shift+F8"),
        (window.tr("Go to a cell of a sheet"), "Ctrl+G"),
        (window.tr("Pick up a column or a field, to put it down with Enter"), "Space"),
        (window.tr("Leave a column out"), "Del"),
        (window.tr("Pages, parts and figures beside a report"), "F9"),
        (window.tr("Go to a page of a report"), "Ctrl+G"),
        (window.tr("Next or previous place found in a report"), "F3, Shift+F3"),
    ]
