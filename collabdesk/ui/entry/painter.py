"""Paints the cells of an entry table and makes their editors."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from collabdesk.ui.design.roles import Roles
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.editor import CellEditor
from collabdesk.ui.entry.rows import WRONG_ROLE, EntryRows
from collabdesk.ui.table import CellPainter

_Index = QModelIndex | QPersistentModelIndex
_NO_HINT = QStyledItemDelegate.EndEditHint.NoHint
_STEPS = {
    Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1),
}  # fmt: skip
_ARROWS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class EntryPainter(CellPainter):
    """`left` tells by which step the person left the editor: rows down, columns right."""

    left = Signal(int, int)
    filled = Signal(str)  # Ctrl+Enter: the text is for all chosen cells

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: _Index, roles: Roles) -> None:
        is_wrong = bool(index.data(WRONG_ROLE))
        if is_wrong:
            painter.fillRect(rect, QColor(roles.bad_soft))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(roles.selected))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_wrong:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 2), QColor(roles.bad))
        here = self._view.currentIndex()
        if (index.row(), index.column()) == (here.row(), here.column()):
            painter.setPen(QPen(QColor(roles.accent if self._view.hasFocus() else roles.muted), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    # Editors

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        rows = cast(EntryRows, self._view.model())
        column = rows.columns[index.column()]
        assert isinstance(column, EntryColumn)
        cell, number = column.cell, index.row()
        assert cell is not None

        def understood(text: str) -> tuple[str, bool]:
            try:
                fields = cell.read(text, rows.row(number), rows.here)
            except ValueError as error:
                return str(error), False
            said = cell.understood(fields, rows.row(number))
            return (self.tr("understood: {value}").format(value=said), True) if said else ("", True)

        names = [offer.text for offer in cell.offers(rows.here)]
        editor = CellEditor(parent, column.heading, understood, names)
        if column.kind == "number":
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Looking again while one types must not put the old text back.
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            if index.data(WRONG_ROLE):
                editor.answer.give()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect)
        if isinstance(editor, CellEditor):
            editor.answer.follow()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellEditor) and event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            if self._leaves(editor, key):
                return True
        return super().eventFilter(editor, event)

    def _leaves(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if editor.is_choosing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            text = editor.text()
            self.closeEditor.emit(editor, _NO_HINT)
            self.filled.emit(text)
            return True
        step = _STEPS.get(key)
        if step is None and editor.is_replacing and not modifiers & Qt.KeyboardModifier.AltModifier:
            step = _ARROWS.get(key)
        if step is None:
            return False
        if modifiers & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            step = (-1, 0)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _NO_HINT)
        self.left.emit(*step)
        return True
