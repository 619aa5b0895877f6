"""The sections of an outline as a list: switched on and off, moved by dragging or Alt+Up and Alt+Down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from collabdesk.usecases.own_outlines import OutlineSection

_SECTION = Qt.ItemDataRole.UserRole


class SectionList(QListWidget):
    """`edited` tells that a section was switched or moved; `chosen` carries the row that is looked at."""

    edited = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Sections of the report"))
        self._titles: dict[str, str] = {}
        self._is_filling = False
        self.itemChanged.connect(self._switched)
        self.currentRowChanged.connect(self.chosen)
        model = self.model()
        assert model is not None
        model.rowsMoved.connect(self._moved)

    def fill(self, sections: tuple[OutlineSection, ...], titles: dict[str, str]) -> None:
        """Show these sections; `titles` are the program's own."""
        self._titles = titles
        self._is_filling = True
        self.clear()
        for section in sections:
            item = QListWidgetItem()
            item.setData(_SECTION, section)
            item.setFlags(
                Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )  # fmt: skip
            self._name(item)
            self.addItem(item)
        self._is_filling = False
        self.setCurrentRow(0)

    def sections(self) -> tuple[OutlineSection, ...]:
        """What the list says now, in its order."""
        return tuple(self.item(row).data(_SECTION) for row in range(self.count()))

    def section(self) -> OutlineSection | None:
        """The one that is looked at."""
        item = self.currentItem()
        section: OutlineSection | None = item.data(_SECTION) if item is not None else None
        return section

    def put(self, section: OutlineSection) -> None:
        """Other words for the section that is looked at."""
        item = self.currentItem()
        if item is not None:
            self._is_filling = True
            item.setData(_SECTION, section)
            self._name(item)
            self._is_filling = False

    def move(self, step: int) -> None:  # type: ignore[override]
        """Move the section that is looked at up (-1) or down (1)."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + step < self.count():
            return
        self._is_filling = True
        item = self.takeItem(row)
        self.insertItem(row + step, item)
        self._is_filling = False
        self.setCurrentRow(row + step)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _name(self, item: QListWidgetItem) -> None:
        section: OutlineSection = item.data(_SECTION)
        item.setText(section.title or self._titles.get(section.key, section.key))
        item.setCheckState(Qt.CheckState.Checked if section.is_on else Qt.CheckState.Unchecked)

    def _switched(self, item: QListWidgetItem) -> None:
        if self._is_filling:
            return
        section: OutlineSection = item.data(_SECTION)
        is_on = item.checkState() == Qt.CheckState.Checked
        if section.is_on != is_on:
            self._is_filling = True
            item.setData(_SECTION, replace(section, is_on=is_on))
            self._is_filling = False
            self.edited.emit()

    def _moved(self, _from: QModelIndex, start: int, _end: int, _to: QModelIndex, _row: int) -> None:
        if not self._is_filling and start >= 0:
            self.edited.emit()
