"""A PDF inside the window: pages, zoom, search, what leads to a page, and a click from a figure to its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QIntValidator, QKeySequence, QPalette, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.reports.preview_hits import SearchRow
from collabdesk.ui.reports.preview_pane import PreviewPane
from collabdesk.ui.reports.preview_places import FigurePlaces, Place
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import icon_button, label, row, separator

_STEP = 1.2
_LEAST, _MOST = 0.25, 5.0


class PdfPreview(QFrame):
    """Shows the bytes of a PDF; holds them, so that nothing is written to disk for looking.

    `figure_chosen` tells the code of a figure that was clicked, or chosen among the figures beside the pages.
    """

    figure_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self._theme = theme
        self._content = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.hits = QPdfSearchModel(self)
        self.hits.setDocument(self.document)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setSearchModel(self.hits)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Preview of the report"))
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        self.view.zoomFactorChanged.connect(lambda _: self._show_zoom())
        self.view.zoomModeChanged.connect(lambda _: self._show_zoom())
        self.view.viewport().installEventFilter(self)
        self.places = FigurePlaces(self.view)
        self.places.chosen.connect(self.figure_chosen)
        self.pane = PreviewPane(self.document, self.hits, theme, self)
        self.pane.wished.connect(self._jump)
        self.pane.figure_wished.connect(self.figure_chosen)
        self.search = SearchRow(self.hits, self)
        self.pane.hit_wished.connect(self.search.go_to)
        self.search.moved.connect(self._show_hit)
        self.search.closed.connect(self._end_search)
        theme.changed.connect(self._colour)
        self._colour()
        self._lay_out()
        self._make_keys()
        self._enable()

    def show_pdf(self, content: bytes, places: Iterable[Place] = (), hints: Mapping[str, str] | None = None) -> None:
        """Show another document; the page in sight stays where it has that page.

        `places` say where figures stand, `hints` by code what is told of them.
        """
        page, places = self.page if self.pages else 0, tuple(places)
        self.document.close()
        self._buffer.close()
        self._content = QByteArray(content)
        self._buffer.setBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.places.show_places(places, hints or {})
        self.pane.renew()
        self.pane.show_figures(places, hints or {})
        self._enable()
        self.go_to(page if page < self.pages else 0)

    def clear(self) -> None:
        """Show nothing."""
        self.document.close()
        self.places.show_places((), {})
        self.pane.renew()
        self.pane.show_figures((), {})
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
        self._jump(page, QPointF())

    def zoom(self, factor: float) -> None:
        """Larger or smaller, from what is shown now."""
        self.zoom_to(self._shown_zoom() * factor)

    def zoom_to(self, factor: float) -> None:
        """Show pages at this part of their size."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(_LEAST, min(_MOST, factor)))

    def fit(self, mode: QPdfView.ZoomMode) -> None:
        """Fit to the width or to the whole page."""
        self.view.setZoomMode(mode)

    def open_search(self) -> None:
        """Open the line to search in."""
        if self.pages:
            self.search.show()
            self.search.begin()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_zoom()
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return False

    def _jump(self, page: int, point: QPointF) -> None:
        if 0 <= page < self.pages:
            self.view.pageNavigator().jump(page, point, 0)

    def _shown_zoom(self) -> float:
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom:
            return self.view.zoomFactor()
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
        self.siding = icon_button("side-pane", self.tr("Pages, parts and figures beside the report (F9)"))
        self.siding.setCheckable(True)
        self.siding.toggled.connect(self.pane.setVisible)
        self.back = icon_button("chevron-left", self.tr("Previous page (Page up)"))
        self.back.clicked.connect(lambda: self.go_to(self.page - 1))
        self.on = icon_button("chevron-right", self.tr("Next page (Page down)"))
        self.on.clicked.connect(lambda: self.go_to(self.page + 1))
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, 9999, self.number))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedWidth(46)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setToolTip(self.tr("Go to a page (Ctrl+G)"))
        self.number.returnPressed.connect(lambda: self.go_to(int(self.number.text()) - 1))
        self._of = label("", "secondary")
        self.smaller = icon_button("zoom-out", self.tr("Smaller (Ctrl+−)"))
        self.smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self.scale = label("", "secondary")
        self.scale.setMinimumWidth(42)
        self.scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = icon_button("zoom-in", self.tr("Larger (Ctrl++)"))
        self.larger.clicked.connect(lambda: self.zoom(_STEP))
        self.wide = icon_button("fit-width", self.tr("Fit to the width (Ctrl+0)"))
        self.wide.clicked.connect(lambda: self.fit(QPdfView.ZoomMode.FitToWidth))
        self.whole = icon_button("fit-page", self.tr("Fit to the page (Ctrl+Shift+0)"))
        self.whole.clicked.connect(lambda: self.fit(QPdfView.ZoomMode.FitInView))
        self.finding = icon_button("search", self.tr("Search in the report (Ctrl+F)"))
        self.finding.clicked.connect(self.open_search)
        bar = row(self.siding, self.back, self.number, self._of, self.on, None, self.smaller, self.scale, self.larger,
                  self.wide, self.whole, self.finding)  # fmt: skip
        bar.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        bar.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.pane)
        across.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.search)
        column.addWidget(separator())
        column.addLayout(across, 1)
        self.pane.hide()
        self.search.hide()

    def _make_keys(self) -> None:
        keys = (
            (QKeySequence(Qt.Key.Key_PageUp), lambda: self.go_to(self.page - 1)),
            (QKeySequence(Qt.Key.Key_PageDown), lambda: self.go_to(self.page + 1)),
            (QKeySequence("Ctrl+Home"), lambda: self.go_to(0)),
            (QKeySequence("Ctrl+End"), lambda: self.go_to(self.pages - 1)),
            (QKeySequence("Ctrl+G"), self._ask_page),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), lambda: self.zoom(_STEP)),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), lambda: self.zoom(1 / _STEP)),
            (QKeySequence("Ctrl+0"), lambda: self.fit(QPdfView.ZoomMode.FitToWidth)),
            (QKeySequence("Ctrl+Shift+0"), lambda: self.fit(QPdfView.ZoomMode.FitInView)),
            (QKeySequence("F3"), lambda: self.search.step(1)),
            (QKeySequence("Shift+F3"), lambda: self.search.step(-1)),
            (QKeySequence("F9"), self.siding.toggle),
        )
        for key, act in keys:
            QShortcut(key, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _ask_page(self) -> None:
        self.number.setFocus()
        self.number.selectAll()

    def _show_hit(self, number: int) -> None:
        self.view.setCurrentSearchResultIndex(number)
        hit = self.hits.resultAtIndex(number)
        if hit.isValid():
            self._jump(hit.page(), QPointF(0, max(hit.location().y() - 80, 0)))
        self.pane.choose("found")
        self.pane.found.setCurrentIndex(self.hits.index(number, 0))

    def _end_search(self) -> None:
        self.search.forget()
        self.search.hide()
        self.view.setFocus()

    def _show_page(self, page: int) -> None:
        self.number.setText(str(page + 1) if self.pages else "")
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < self.pages)
        if self.pages:
            self.pane.show_page(page)

    def _show_zoom(self) -> None:
        self.scale.setText(f"{round(self._shown_zoom() * 100)} %" if self.pages else "")

    def _enable(self) -> None:
        has_pages = self.pages > 0
        self._of.setText(self.tr("of {n}").format(n=number_text(self.pages)) if has_pages else "")
        for control in (self.siding, self.number, self.smaller, self.larger, self.wide, self.whole, self.finding):
            control.setEnabled(has_pages)
        self._show_page(self.page if has_pages else 0)
        self._show_zoom()

    def _colour(self) -> None:
        # The paper stays white in both themes; only the desk under it follows.
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(self._theme.roles.neutral_soft))
        self.view.setPalette(palette)
