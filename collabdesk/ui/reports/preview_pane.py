"""Beside the pages: their small pictures, the contents, the figures printed, and what a search has found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, Qt, Signal
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.reports.preview_hits import HitPainter
from collabdesk.ui.reports.preview_pictures import PagePictures, PicturePainter
from collabdesk.ui.reports.preview_places import Place

V = TypeVar("V", bound=QAbstractItemView)
WIDTH = 216
_CODE = Qt.ItemDataRole.UserRole
_PAGE = Qt.ItemDataRole.UserRole + 1


class PreviewPane(QWidget):
    """`wished` tells a page and a point on it, `figure_wished` a figure's code, `hit_wished` the number of a hit."""

    wished = Signal(int, QPointF)
    figure_wished = Signal(str)
    hit_wished = Signal(int)

    def __init__(self, document: QPdfDocument, hits: QPdfSearchModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("What is shown beside the report"))
        for key, text in (
            ("pages", self.tr("Pages")),
            ("contents", self.tr("Parts")),
            ("figures", self.tr("Figures")),
            ("found", self.tr("Places found")),
        ):
            self.choice.addItem(text, key)
        self.pictures = PagePictures(document, self)
        self.pages = self._listed(QListView(), self.pictures, self.tr("Pages of the report"))
        self.pages.setItemDelegate(PicturePainter(theme, self.pictures, self.pages))
        self.pages.setUniformItemSizes(True)
        self.marks = QPdfBookmarkModel(self)
        self.marks.setDocument(document)
        self.contents = self._listed(QTreeView(), self.marks, self.tr("Parts of the report"))
        self.contents.setHeaderHidden(True)
        self.figures = QListWidget()
        self.figures.setAccessibleName(self.tr("Figures in the report"))
        self.figures.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found = self._listed(QListView(), hits, self.tr("Places found"))
        self.found.setItemDelegate(HitPainter(theme, self.found))
        self.stack = QStackedWidget()
        for view in (self.pages, self.contents, self.figures, self.found):
            view.setProperty("flat", True)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            self.stack.addWidget(view)
        self.choice.currentIndexChanged.connect(self.stack.setCurrentIndex)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.choice)
        column.addWidget(self.stack, 1)

    def renew(self) -> None:
        """Another document is shown."""
        self.pictures.renew()
        self.contents.expandToDepth(0)

    def show_figures(self, places: Iterable[Place], hints: Mapping[str, str]) -> None:
        """List each figure that is printed, with the page on which it stands first."""
        first: dict[str, Place] = {}
        for place in places:
            first.setdefault(place.code, place)
        self.figures.clear()
        for code, place in first.items():
            item = QListWidgetItem(hints.get(code, code).partition("\n")[0])
            item.setData(_CODE, code)
            item.setData(_PAGE, place)
            item.setToolTip(hints.get(code, code))
            self.figures.addItem(item)

    def show_page(self, page: int) -> None:
        """Mark the page in sight."""
        index = self.pictures.index(page)
        if index != self.pages.currentIndex():
            self.pages.setCurrentIndex(index)

    def choose(self, key: str) -> None:
        """Turn to `pages`, `contents`, `figures` or `found`."""
        self.choice.setCurrentIndex(self.choice.findData(key))

    def _listed(self, view: V, model: QAbstractItemModel, name: str) -> V:
        view.setModel(model)
        view.setAccessibleName(name)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return view

    def _connect(self) -> None:
        self.pages.clicked.connect(lambda index: self.wished.emit(index.row(), QPointF()))
        self.pages.activated.connect(lambda index: self.wished.emit(index.row(), QPointF()))
        for told in (self.contents.clicked, self.contents.activated):
            told.connect(self._go_to_mark)
        self.figures.itemClicked.connect(self._go_to_figure)
        self.figures.itemActivated.connect(lambda item: self.figure_wished.emit(item.data(_CODE)))
        for told in (self.found.clicked, self.found.activated):
            told.connect(lambda index: self.hit_wished.emit(index.row()))

    def _go_to_mark(self, index: QModelIndex) -> None:
        point = index.data(QPdfBookmarkModel.Role.Location.value)
        self.wished.emit(index.data(QPdfBookmarkModel.Role.Page.value), point if point is not None else QPointF())

    def _go_to_figure(self, item: QListWidgetItem) -> None:
        place: Place = item.data(_PAGE)
        self.wished.emit(place.page, QPointF(0, max(place.rect[1] - 60, 0)))
