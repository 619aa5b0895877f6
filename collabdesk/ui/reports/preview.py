"""A PDF inside the window: pages, zoom, fit to the width or the page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QIntValidator, QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import icon_button, label, quiet, row, separator

_STEP = 1.2
_LEAST, _MOST = 0.25, 5.0


class PdfPreview(QFrame):
    """Shows the bytes of a PDF; holds them, so that nothing is written to disk for looking."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self._theme = theme
        self._content = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Preview of the report"))
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        theme.changed.connect(self._colour)
        self._colour()
        self._lay_out()
        self._make_keys()
        self._enable()

    def show_pdf(self, content: bytes) -> None:
        """Show another document from its first page."""
        self.document.close()
        self._buffer.close()
        self._content = QByteArray(content)
        self._buffer.setBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._enable()
        self.go_to(0)

    def clear(self) -> None:
        """Show nothing."""
        self.document.close()
        self._enable()

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self.view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        """Bring a page into sight."""
        if 0 <= page < self.pages:
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        """Larger or smaller, from what is shown now."""
        now = self.view.zoomFactor() if self.view.zoomMode() == QPdfView.ZoomMode.Custom else self._shown_zoom()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(_LEAST, min(_MOST, now * factor)))

    def fit(self, mode: QPdfView.ZoomMode) -> None:
        """Fit to the width or to the whole page."""
        self.view.setZoomMode(mode)

    def _shown_zoom(self) -> float:
        if not self.pages:
            return 1.0
        size = self.document.pagePointSize(self.page)
        dots = size.width() * self.logicalDpiX() / 72
        inside = self.view.viewport()
        across = (inside.width() - 12) / max(1.0, dots)
        if self.view.zoomMode() == QPdfView.ZoomMode.FitInView:
            return min(across, (inside.height() - 12) / max(1.0, size.height() * self.logicalDpiY() / 72))
        return across

    def _lay_out(self) -> None:
        self.back = icon_button("chevron-left", self.tr("Previous page (Page up)"))
        self.back.clicked.connect(lambda: self.go_to(self.page - 1))
        self.on = icon_button("chevron-right", self.tr("Next page (Page down)"))
        self.on.clicked.connect(lambda: self.go_to(self.page + 1))
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, 9999, self.number))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedWidth(52)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.returnPressed.connect(lambda: self.go_to(int(self.number.text()) - 1))
        self._of = label("", "secondary")
        self.smaller = icon_button("zoom-out", self.tr("Smaller (Ctrl+−)"))
        self.smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self.larger = icon_button("zoom-in", self.tr("Larger (Ctrl++)"))
        self.larger.clicked.connect(lambda: self.zoom(_STEP))
        self.wide = quiet(self.tr("Fit width"))
        self.wide.clicked.connect(lambda: self.fit(QPdfView.ZoomMode.FitToWidth))
        self.whole = quiet(self.tr("Fit page"))
        self.whole.clicked.connect(lambda: self.fit(QPdfView.ZoomMode.FitInView))
        bar = row(self.back, self.number, self._of, self.on, None, self.smaller, self.larger, self.wide, self.whole)
        bar.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        bar.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(separator())
        column.addWidget(self.view, 1)

    def _make_keys(self) -> None:
        keys = (
            (QKeySequence(Qt.Key.Key_PageUp), lambda: self.go_to(self.page - 1)),
            (QKeySequence(Qt.Key.Key_PageDown), lambda: self.go_to(self.page + 1)),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), lambda: self.zoom(_STEP)),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), lambda: self.zoom(1 / _STEP)),
            (QKeySequence("Ctrl+0"), lambda: self.fit(QPdfView.ZoomMode.FitToWidth)),
        )
        for key, act in keys:
            QShortcut(key, self, act)

    def _show_page(self, page: int) -> None:
        self.number.setText(str(page + 1) if self.pages else "")
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < self.pages)

    def _enable(self) -> None:
        has_pages = self.pages > 0
        self._of.setText(self.tr("of {n}").format(n=number_text(self.pages)) if has_pages else "")
        for control in (self.number, self.smaller, self.larger, self.wide, self.whole):
            control.setEnabled(has_pages)
        self._show_page(self.page if has_pages else 0)

    def _colour(self) -> None:
        # The paper stays white in both themes; only the desk under it follows.
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(self._theme.roles.neutral_soft))
        self.view.setPalette(palette)
