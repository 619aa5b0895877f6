"""Small pictures of a document's pages, drawn beside the window's own work as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from collabdesk.ui.design.roles import PAPER
from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme

PICTURE = QSize(112, 132)
_TEXT, _GAP = 20, 6
_KEPT = 120
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PagePictures(QAbstractListModel):
    """One row a page; a picture that is not there yet is asked for and told by `dataChanged`."""

    def __init__(self, document: QPdfDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: set[int] = set()
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._take)

    def renew(self) -> None:
        """Another document is shown."""
        self.beginResetModel()
        self._pictures.clear()
        self._asked.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._document.pageCount()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        page = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {n}").format(n=page + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            if page not in self._pictures:
                self._ask(page)
            return self._pictures.get(page)
        return None

    def size_of(self, page: int) -> QSize:
        """The page's own proportions within the picture."""
        return self._document.pagePointSize(page).toSize().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self._renderer.requestPage(page, self.size_of(page) * 2)

    def _take(self, page: int, _size: QSize, image: QImage, *_rest: Any) -> None:
        self._asked.discard(page)
        if page >= self._document.pageCount():
            return
        # A PDF's page is transparent: the paper is white in both themes.
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        self._pictures[page] = QPixmap.fromImage(paper)
        if len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        index = self.index(page)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


class PicturePainter(QStyledItemDelegate):
    """A page with its number below; the one in sight is framed."""

    def __init__(self, theme: Theme, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._pages = theme, pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(PICTURE.width() + 2 * _GAP, PICTURE.height() + _TEXT + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles, rect = self._theme.roles, option.rect
        size = self._pages.size_of(index.row())
        left = rect.left() + (rect.width() - size.width()) // 2
        top = rect.top() + _GAP + (PICTURE.height() - size.height())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(left, top, size.width(), size.height(), QColor(PAPER))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(left, top, size.width(), size.height(), picture)
        painter.setPen(QPen(QColor(roles.accent if is_chosen else roles.edge), 2 if is_chosen else 1))
        painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)
        painter.setFont(font("small"))
        painter.setPen(QColor(roles.accent if is_chosen else roles.secondary))
        below = rect.adjusted(0, rect.height() - _TEXT - 2, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
